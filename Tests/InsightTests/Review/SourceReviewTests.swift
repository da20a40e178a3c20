import Dataset
import Insight
import Testing

/// The sources of rows, and how they are written.
@Suite struct SourceReviewTests {
  private static let sources = """
    id,title,publisher,url,published,kind,retrieved
    news,News,The Paper,https://example.org/n,2026-01-20,news,page
    act,Act,The Journal,https://example.org/a,2026-01-20,official,page
    lead,Lead,The Paper,https://example.org/l,2026-01-20,news,
    digest,Digest,The Paper,https://example.org/d,2026-01-20,company,digest
    quiet,Quiet,The Paper,https://example.org/q,2026-01-20,news,
    hearsay,Hearsay,The Paper,https://example.org/h,2026-01-20,news,digest
    """
  private static let organisations =
    ReviewWorld.organisations.split(separator: "\n").enumerated()
    .map { $1 + ($0 == 0 ? ",source" : ",act") }.joined(separator: "\n")

  private func found(_ pattern: ReviewPattern, _ tables: [TableName: String]) throws -> [String] {
    try ReviewWorld.found(
      pattern,
      [.sources: Self.sources, .organisations: Self.organisations].merging(tables) { $1 })
  }

  private static let rounds = """
    id,company,date,series,instrument,status,amount_m,currency,confidence,source
    a,start,2026-01-10,A,equity,closed,10,USD,confirmed,news
    b,start,2026-01-10,B,equity,closed,10,USD,confirmed,news;act
    c,start,2026-01-10,C,equity,closed,10,USD,reported,lead
    d,start,2026-01-10,D,equity,closed,10,USD,reported,digest;lead
    e,start,2026-01-10,E,equity,closed,,,reported,quiet
    f,start,2026-01-10,F,equity,closed,,,reported,hearsay
    """

  @Test func whatIsConfirmedNamesAnOfficialPageOrTheParty() throws {
    #expect(
      try found(.unconfirmed, [.rounds: Self.rounds]) == [
        "news: carries 1 confirmed row alone, and is a page of news"
      ])
  }

  @Test func figuresRestOnPagesThatSomebodyRead() throws {
    #expect(
      try found(.pageUnread, [.rounds: Self.rounds]) == [
        "lead: carries 1 row alone, and nobody retrieved it",
        "digest: carries 1 row alone, and a digest alone names it",
        "quiet: carries 1 row alone, and nobody retrieved it",
      ])
    let items = try ReviewWorld.items(
      .pageUnread,
      [.sources: Self.sources, .organisations: Self.organisations, .rounds: Self.rounds])
    #expect(items.first?.rows.map(\.table) == [.sources, .rounds])
    #expect(items.first?.stake.words == "USD 10 m")
  }

  @Test func aNameIsSpelledOneWay() throws {
    let found = try found(
      .spelledTwice,
      [
        .organisations: """
        id,name,layer,country,city,source
        a,Gridhall AG,infrastructure,DE,Munich,act
        b,gridhall,infrastructure,DE,Munich,act
        c,Grid Hall Two,infrastructure,DE,Stuttgart,act
        d,Other,infrastructure,DE,Stuttgar,act
        e,Else,infrastructure,FR,Stuttgarx,act
        """,
        .authorities: "country,authority,role,date,source\nDE,Behörde,notifying,2026-01-01,act\n"
          + "DE,Behorde,market-surveillance,2026-01-01,act\n",
      ])
    #expect(
      Set(found) == [
        "gridhall|Gridhall AG: in organisations.name is \"Gridhall AG\" elsewhere",
        "Behörde|Behorde: in authorities.authority is \"Behorde\" elsewhere",
        "Stuttgart|Stuttgar: is \"Stuttgar\" elsewhere in the same country",
      ])
  }

  @Test func aSourceMayNarrowADate() throws {
    let found = try found(
      .dateNarrowed,
      [
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,source
        a,start,2026-01,A,equity,closed,10,USD,news
        b,start,2026,B,equity,closed,20,USD,act
        c,start,2026-02,C,equity,closed,10,USD,news
        d,start,2026-01-10,D,equity,closed,10,USD,news
        """
      ])
    #expect(
      found == [
        "b|2026: is dated 2026, and a source of it was published on 2026-01-20",
        "a|2026-01: is dated 2026-01, and a source of it was published on 2026-01-20",
      ])
  }
}
