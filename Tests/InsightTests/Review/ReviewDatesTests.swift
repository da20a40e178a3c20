import Dataset
import Insight
import Testing

/// Dates at the limit of what a pattern of the review asks for.
@Suite struct ReviewDatesTests {
  private func keys(_ pattern: ReviewPattern, _ tables: [TableName: String]) throws -> Set<String> {
    Set(try ReviewWorld.items(pattern, tables).map(\.key))
  }

  private static let sources = "id,title,publisher,published,kind\n"

  /// Two days before or after the signing are as good as its day; a page of the month proves no
  /// day.
  @Test func anAcquisitionIsToldWithinTwoDays() throws {
    let published = [
      ("a", "2026-03-07"), ("b", "2026-03-08"), ("c", "2026-03-12"), ("d", "2026-03-13"),
      ("e", "2026-03"),
    ]
    let found = try keys(
      .closedAtSigning,
      [
        .sources: Self.sources + "s,S,P,,news\n"
          + published.map { "\($0),S,P,\($1),news\n" }.joined(),
        .rounds: "id,company,date,series,instrument,status,source\n"
          + published.map { "\($0.0),start,2026-03-10,A,acquisition,closed,\($0.0)\n" }.joined()
          + "f,start,2026-03,A,acquisition,closed,b\n",
      ])
    #expect(found == ["b|2026-03-10", "c|2026-03-10"])
  }

  /// The first and the last day of the date narrow it, and the earliest of several is told. A month
  /// narrows a year, and no month another.
  @Test func aSourceNarrowsTheDateItLiesIn() throws {
    let found = try ReviewWorld.found(
      .dateNarrowed,
      [
        .sources: Self.sources + "s,S,P,,news\nbefore,S,P,2025-12-31,news\n"
          + "first,S,P,2026-01-01,news\nlast,S,P,2026-01-31,news\nafter,S,P,2026-02-01,news\n"
          + "month,S,P,2026-01,news\nyear,S,P,2026,news\n",
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency,source
        a,start,2026-01,A,equity,closed,10,USD,before;after;month;year
        b,start,2026-01,B,equity,closed,10,USD,last;first
        c,start,2026-01,C,equity,closed,10,USD,last
        d,start,2026,D,equity,closed,10,USD,month
        e,start,2026,E,equity,closed,10,USD,before;year
        """,
      ])
    #expect(
      Set(found) == [
        "b|2026-01: is dated 2026-01, and a source of it was published on 2026-01-01",
        "c|2026-01: is dated 2026-01, and a source of it was published on 2026-01-31",
        "d|2026: is dated 2026, and a source of it was published on 2026-01",
      ])
  }

  /// A target passes with its last day. A date past when it was written was no plan.
  @Test func aTargetPassesWithItsLastDay() throws {
    let sites = try keys(
      .targetPassed,
      [
        .compute: """
        id,date,name,operator,status,target
        today,2026-01-01,A,grid,building,2026-11-29
        passed,2026-01-01,B,grid,building,2026-11-28
        month,2026-01-01,C,grid,contracted,2026-11
        paused,2026-01-01,D,grid,paused,2026-10
        """
      ])
    #expect(sites == ["passed|2026-01-01"])
    let dates = try keys(
      .targetPassed,
      [
        .milestones: """
        id,date,title,scheduled,status
        same,2026-07-31,A,2026-07-31,agreed
        within,2026-07,B,2026-07-31,scheduled
        behind,2026-07,C,2026-08-01,scheduled
        today,2026-07-31,D,2026-11-29,postponed
        passed,2026-07-31,E,2026-11-28,postponed
        """
      ])
    #expect(dates == ["behind|2026-07", "passed|2026-07-31"])
  }

  /// A date of the law that a later row no longer has is lost, unless it was put off to no date.
  @Test func aDateOfTheLawMayBeLost() throws {
    let found = try ReviewWorld.found(
      .figureLost,
      [
        .milestones: """
        id,date,title,scheduled,status
        a,2026-01-01,A,2027-01-01,scheduled
        a,2026-02-01,A,2027-02-01,scheduled
        a,2026-03-01,A,,scheduled
        b,2026-01-01,B,2027-01-01,scheduled
        b,2026-02-01,B,,postponed
        c,2026-01-01,C,,scheduled
        """
      ])
    #expect(
      found == ["a|2026-03-01: loses scheduled 2027-02-01 of 2026-02-01 in its row of 2026-03-01"])
  }

  /// The loss is as much as the row before had.
  @Test func aLostFigureWeighsWhatItWas() throws {
    let items = try ReviewWorld.items(
      .figureLost,
      [
        .compute: """
        id,date,name,operator,country,status,accelerators,mw,target
        a,2025-01-01,A,grid,DE,building,700,,
        a,2025-06-01,A,grid,DE,building,500,20,
        a,2025-09-01,A,grid,DE,building,,30,
        """
      ])
    #expect(items.map(\.stake.words) == ["500 accelerators, 20 MW"])
  }

  /// A word of doubt contradicts what is bound; a limit contradicts a figure alone, and nothing
  /// that is merely announced.
  @Test func aNoteContradictsWhatItsRowIsSureOf() throws {
    let found = try ReviewWorld.found(
      .noteContradicts,
      [
        .compute: """
        id,date,name,operator,status,accelerators,mw,confidence,note
        a,2025-01-01,A,grid,contracted,,,reported,Up to 500
        b,2025-01-01,B,grid,contracted,,5,reported,Up to 500
        c,2025-01-01,C,grid,contracted,,,reported,Not signed
        d,2025-01-01,D,grid,announced,5,,confirmed,Up to 500 and not signed
        e,2025-01-01,E,grid,announced,5,,confirmed,A rumour
        f,2025-01-01,F,grid,announced,5,,reported,A rumour
        """,
        .rounds: """
        id,company,date,series,instrument,status,confidence,note
        g,start,2025-01-01,A,debt,announced,confirmed,Press only
        h,start,2025-01-01,B,debt,announced,confirmed,Non-binding
        """,
        .relations: "from,to,kind,date,status,note\n"
          + "tenant,grid,customer-of,2025-01-01,announced,Not signed\n",
        .valuations: "company,date,value_m,currency,basis,confidence,note\n"
          + "start,2025-01-01,5,USD,talks,confirmed,In talks\n"
          + "tenant,2025-01-01,5,USD,talks,reported,In talks\n",
      ])
    #expect(
      Set(found) == [
        "b|2025-01-01: is contracted, and its note says \"up to\": Up to 500",
        "c|2025-01-01: is contracted, and its note says \"not signed\": Not signed",
        "e|2025-01-01: is confirmed, and its note says \"rumour\": A rumour",
        "g|2025-01-01: is confirmed, and its note says \"press only\": Press only",
        "start|2025-01-01|talks|5|USD: is confirmed, and its note says \"in talks\": In talks",
      ])
  }
}
