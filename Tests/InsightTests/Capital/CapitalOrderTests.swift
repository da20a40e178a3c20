import Dataset
import Testing

@testable import Insight

/// The order of groups of rounds, with ties, and the quarters of a group.
@Suite struct CapitalOrderTests {
  private static let header = "id,company,date,instrument,status,amount_m,currency\n"

  private static let organisations = """
    id,name,kind,layer
    e,E,company,models
    d,D,company,models
    c,C,company,models
    b,B,company,models
    a,A,company,models
    h,H,fund,capital
    g,G,fund,capital
    f,F,fund,capital
    i,I,fund,capital
    """

  /// A group in a line: key, rounds, dollars, announced dollars.
  private func lines(_ totals: CapitalTotals) -> [String] {
    totals.groups.map { group in
      "\(group.key.slug(in: totals.dataset)) \(group.tally.rounds.count) "
        + "\(Wording.number(group.tally.usdMillions)) "
        + Wording.number(group.tally.announcedUSDMillions)
    }
  }

  @Test func groupsStandBySumThenAnnouncedThenId() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: Self.organisations,
      .rounds: Self.header + """
        1,e,2025-01-01,equity,closed,5,USD
        2,d,2025-01-01,equity,closed,5,USD
        3,d,2025-01-01,equity,announced,3,USD
        4,c,2025-01-01,equity,closed,5,USD
        5,c,2025-01-01,equity,announced,3,USD
        6,b,2025-01-01,equity,closed,9,USD
        7,a,2025-01-01,equity,conditional,50,USD
        """,
    ])
    #expect(
      lines(Capital.totals(of: snapshot, by: .company))
        == ["b 1 9 0", "c 1 5 3", "d 1 5 3", "e 1 5 0", "a 0 0 50"])
  }

  /// Those who led the most rounds stand first; by investor it is the sum that counts.
  @Test func whoLedStandsByRoundsThenBySum() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: Self.organisations,
      .rounds: Self.header + """
        1,a,2025-01-01,equity,closed,100,USD
        2,a,2025-02-01,equity,closed,12,USD
        3,b,2025-02-01,equity,closed,8,USD
        4,b,2025-03-01,equity,closed,14,USD
        5,c,2025-03-01,equity,closed,16,USD
        6,c,2025-04-01,equity,announced,7,USD
        """,
      .investments: """
      round,investor,role
      1,f,lead
      1,h,participant
      2,g,lead
      3,g,lead
      4,h,lead
      5,h,lead
      6,i,lead
      """,
    ])
    #expect(
      lines(Capital.totals(of: snapshot, by: .lead))
        == ["h 2 30 0", "g 2 20 0", "f 1 100 0", "i 0 0 7"])
    #expect(
      lines(Capital.totals(of: snapshot, by: .investor))
        == ["h 3 130 0", "f 1 100 0", "g 2 20 0", "i 0 0 7"])
  }

  /// A round that is announced and counts stands once; of a year alone no quarter is known.
  @Test func aGroupsQuartersEndWithTheirMonths() throws {
    let snapshot = try Synthetic.snapshot([
      .organisations: Self.organisations,
      .rounds: Self.header + """
        1,a,2024-12,equity,closed,7,USD
        2,a,2025-03-31,equity,closed,11,USD
        3,a,2025-04-01,equity,closed,13,USD
        4,a,2025-06-30,equity,announced,30,USD
        5,a,2025-07-01,equity,closed,17,USD
        6,a,2025,equity,closed,1000,USD
        """,
    ])
    let totals = Capital.totals(of: snapshot, by: .company, announced: .counted)
    let tally = try #require(totals.groups.first).tally
    #expect(
      lines(totals.byQuarter(tally, in: snapshot))
        == ["2024-Q4 1 7 0", "2025-Q1 1 11 0", "2025-Q2 2 43 30", "2025-Q3 1 17 0"])
    let beside = Capital.totals(of: snapshot, by: .company)
    #expect(
      try lines(beside.byQuarter(#require(beside.groups.first).tally, in: snapshot))[2]
        == "2025-Q2 1 13 30")
  }

  @Test func quartersAndYearsAreTime() {
    #expect(CapitalGrouping.allCases.filter(\.isTime) == [.quarter, .year])
  }
}
