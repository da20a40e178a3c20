import Dataset
import Insight
import Testing

/// Plans that were never followed up.
@Suite struct StaleStatusReviewTests {
  @Test func aTargetThatPassedIsFoundUnlessANewerRowSettlesIt() throws {
    let compute = """
      id,date,name,operator,status,target,accelerators
      a,2025-06-01,A,grid,announced,2025,500
      b,2025-06-01,B,grid,building,2026-10,500
      c,2025-06-01,C,grid,announced,2025,500
      c,2026-02-01,C,grid,operational,,500
      d,2025-06-01,D,grid,announced,2025,500
      d,2026-02-01,D,grid,announced,2027,500
      e,2025-06-01,E,grid,cancelled,2025,
      f,2026-06-01,F,grid,contracted,2026,500
      """
    #expect(
      try ReviewWorld.found(.targetPassed, [.compute: compute]) == [
        "b|2025-06-01: was to run by 2026-10 and is still building by its last row, of 2025-06-01",
        "a|2025-06-01: was to run by 2025 and is still announced by its last row, of 2025-06-01",
      ])
    #expect(try ReviewWorld.found(.targetPassed, [.compute: compute], on: "2025-12-31").isEmpty)
  }

  @Test func aDateOfTheLawThatPassedIsFoundUnlessItIsTheDayOfTheActItself() throws {
    let milestones = """
      id,date,title,scheduled,status
      a,2026-01-01,A,2026-07-01,scheduled
      b,2026-01-01,B,2026-01-01,proposed
      c,2026-01-01,C,2026-07-01,scheduled
      c,2026-07-01,C,2026-07-01,in-force
      d,2026-01-01,D,2026-12,scheduled
      """
    #expect(
      try ReviewWorld.found(.targetPassed, [.milestones: milestones]) == [
        "a|2026-01-01: was due by 2026-07-01 and is still scheduled by its last row, of 2026-01-01"
      ])
  }

  @Test func whatIsAnnouncedForOverAYearIsFoundInEveryLedger() throws {
    let found = try ReviewWorld.found(
      .longAnnounced,
      [
        .compute: """
        id,date,name,operator,status,target
        a,2025-06-01,A,grid,announced,
        b,2025-06-01,B,grid,contracted,2028
        c,2025-12-01,C,grid,announced,
        d,2025-06-01,D,grid,building,
        e,2025-06-01,E,grid,announced,2025
        """,
        .rounds: """
        id,company,date,series,instrument,status,amount_m,currency
        r,start,2025-01-01,A,equity,conditional,10,USD
        t,start,2025-01-01,A,equity,closed,10,USD
        """,
        .relations: """
        from,to,kind,date,status
        maker,grid,supplies,2025-01-01,announced
        maker,other,supplies,2025-01-01,announced
        maker,other,supplies,2026-01-01,active
        """,
        .enforcement: "country,date,step,status\nDE,2025-01-01,penalties,adopted\n",
      ])
    #expect(
      Set(found.compactMap { $0.split(separator: ":").first.map(String.init) }) == [
        "a|2025-06-01", "b|2025-06-01", "r|2025-01-01", "maker|grid|supplies|2025-01-01",
        "DE|penalties|2025-01-01",
      ])
  }

  @Test func talksAreOpenUntilARoundOrAPriceFollows() throws {
    let valuations = """
      company,date,value_m,currency,basis
      start,2026-01-10,900,USD,talks
      start,2026-03-10,1000,USD,talks
      tenant,2026-03-10,500,USD,talks
      grid,2026-03-10,500,USD,talks
      grid,2026-05-10,600,USD,market-cap
      other,2026-11-01,500,USD,talks
      maker,2026-03-10,500,USD,talks
      """
    let rounds = """
      id,company,date,series,instrument,status,amount_m,currency
      r,tenant,2026-04,A,equity,closed,10,USD
      s,start,2026-04,A,equity,withdrawn,10,USD
      u,maker,2026-05,A,acquisition,announced,10,USD
      """
    #expect(
      try ReviewWorld.found(.talksOpen, [.valuations: valuations, .rounds: rounds]) == [
        "start|2026-03-10|talks|1000|USD: was in talks at USD 1,000 m on 2026-03-10, and nothing tells "
          + "how they ended"
      ])
  }

  @Test func talksOfTwoMonthsAreNotOverlong() throws {
    let header = "company,date,value_m,currency,basis\n"
    func found(_ date: String) throws -> Int {
      try ReviewWorld.found(.talksOpen, [.valuations: header + "other,\(date),500,USD,talks"]).count
    }
    #expect(try found("2026-09-30") == 0, "60 days before")
    #expect(try found("2026-09-29") == 1)
  }

  @Test func aTableThatEndsLongAgoSaysForHowManyDays() throws {
    // The packages of tests have no reach; that of the frozen ledger ends where it was frozen.
    let snapshot = try FrozenLedger.snapshot(asOf: "2027-12-31")
    let items = Review(snapshot).items.filter { $0.pattern == .reachEnds }
    let rounds = try #require(items.first { $0.table == .rounds })
    let reach = try #require(snapshot.dataset.reach(of: .rounds))
    #expect(rounds.key == reach.description)
    #expect(rounds.wrong.contains("\(snapshot.day - reach.lastDay) days ago"))
    #expect(rounds.stake[.dollars] > 0)
    let early = Review(snapshot.dataset.asOf(reach.lastDay.adding(days: 30)))
    #expect(!early.items.contains { $0.pattern == .reachEnds && $0.table == .rounds })
  }
}
