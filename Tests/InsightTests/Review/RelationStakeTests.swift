import Dataset
import Insight
import Testing

/// The stake of a relation is what other tables say of the two; that of a page weighs by how
/// it was read.
@Suite struct RelationStakeTests {
  private static let tables: [TableName: String] = [
    .compute: """
    id,date,name,scope,operator,customer,chip_vendor,country,status,accelerators,mw
    a,2025-01-01,A,site,grid,tenant,maker,DE,building,2,0.5
    b,2025-01-01,B,site,grid,tenant,,DE,announced,20,
    c,2025-01-01,C,site,grid,start,maker,DE,building,300,
    d,2025-01-01,D,site,other,tenant,maker,DE,building,4000,
    e,2025-01-01,E,site,grid,tenant,maker,DE,cancelled,50000,
    f,2025-01-01,F,programme,grid,tenant,,DE,contracted,600000,
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency
    r,start,2025-01-01,A,equity,closed,90,USD
    p,start,2025-01-01,B,equity,announced,90,USD
    q,tenant,2025-01-01,C,equity,closed,90,USD
    """,
    .investments: """
    round,investor,role,amount_m,currency
    r,fund,lead,5,USD
    p,fund,lead,60,USD
    q,fund,lead,7,USD
    r,maker,lead,8,USD
    """,
  ]

  @Test(arguments: [
    ("tenant,grid,customer-of", "2 accelerators, 0.5 MW, 600,020 accelerators announced"),
    ("grid,tenant,hosts", "2 accelerators, 0.5 MW, 600,020 accelerators announced"),
    ("maker,grid,supplies", "302 accelerators, 0.5 MW"), ("fund,start,invests-in", "USD 5 m"),
    ("fund,start,finances", "USD 5 m"), ("fund,tenant,owns", "USD 7 m"),
    ("grid,tenant,partners-with", ""), ("tenant,grid,hosts", ""),
  ])
  func aRelationHasTheFiguresOfTheTwo(_ relation: String, _ words: String) throws {
    let items = try ReviewWorld.items(
      .longAnnounced,
      Self.tables.merging([
        .relations: "from,to,kind,date,status\n\(relation),2025-01-01,announced\n"
      ]) { $1 })
    let item = items.first { $0.table == .relations }
    #expect(item?.stake.words == words)
  }

  /// A page that a digest names weighs a quarter: of 30 m it comes after 10 m of a page that nobody
  /// opened, of 50 m before.
  @Test(arguments: [(30, ["lead", "digest"]), (50, ["digest", "lead"])])
  func aDigestWeighsAQuarter(_ millions: Int, _ order: [String]) throws {
    let items = try ReviewWorld.items(
      .pageUnread,
      [
        .sources: """
        id,title,publisher,url,published,kind,retrieved
        digest,D,P,https://example.org/d,2026-01-20,news,digest
        lead,L,P,https://example.org/l,2026-01-20,news,
        act,A,P,https://example.org/a,2026-01-20,official,page
        """,
        .organisations: ReviewWorld.organisations.split(separator: "\n").enumerated()
          .map { $1 + ($0 == 0 ? ",source" : ",act") }.joined(separator: "\n"),
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,source
        a,start,2026-01-10,A,equity,closed,10,USD,lead
        b,start,2026-01-10,B,equity,closed,\(millions),USD,digest
        c,start,2026-01-10,C,equity,closed,100,USD,act
        """,
      ])
    #expect(items.map(\.key) == order)
  }
}
