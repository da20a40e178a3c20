import Dataset
import Insight
import Testing

/// Which event keeps its label where labels collide: 20 and five for each doubling of a size, 90
/// for an article of an act, less for what is merely planned, replaced or remarked.
@Suite struct TimelinePriorityTests {
  private func lines(_ kinds: Set<TimelineEvent.Kind>, _ tables: [TableName: String]) throws
    -> [String]
  {
    let dataset = try SyntheticPackage.dataset(
      [.organisations: "id,name\na,A"].merging(tables) { $1 }, updated: "2026-11-21")
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return Timeline(dataset.asOf(try day("2026-11-21")), kinds: kinds).events.map {
      "\($0.date) \($0.nature.rawValue) \($0.priority)"
    }
  }

  /// An act with a remark, a postponement and a proposal; a plan that was withdrawn; a draft; and
  /// what came into force.
  @Test func aDateOfAnArticleStandsAboveWhatIsSaidOfIt() throws {
    #expect(
      try lines(
        [.regulation],
        [
          .milestones: """
          id,date,scheduled,status,article
          act,2024-07-12,2026-08-02,scheduled,6
          act,2025-01-01,,agreed,6
          act,2025-02-01,2027-12-02,postponed,6
          act,2025-03-01,2028-06-01,proposed,6
          plain,2025-01-05,2026-01-05,scheduled,
          plain,2025-04-01,,withdrawn,
          draft,2025-05-01,2026-05-01,proposed,
          done,2025-06-01,2025-06-01,in-force,7
          """
        ]) == [
          "2025-01-01 happened 50", "2025-04-01 dropped 40", "2025-06-01 happened 90",
          "2026-01-05 former 50", "2026-05-01 proposed 50", "2026-08-02 former 80",
          "2027-12-02 planned 90", "2028-06-01 proposed 80",
        ])
  }

  /// USD 64 m are the seventh doubling of half a million; 63 m are not there yet. More than USD
  /// 65,536 m would go beyond 100.
  @Test func aRoundHasTheWeightOfItsMoney() throws {
    #expect(
      try lines(
        [.round],
        [
          .rounds: """
          id,company,date,instrument,status,amount_m,currency
          a,a,2025-01-01,equity,closed,0.9,USD
          b,a,2025-01-02,equity,closed,1,USD
          c,a,2025-01-03,equity,announced,63,USD
          d,a,2025-01-04,equity,conditional,64,USD
          e,a,2025-01-05,debt,closed,70000,USD
          f,a,2025-01-06,plan,closed,64,USD
          g,a,2025-01-07,grant,withdrawn,,
          h,a,2025-01-08,plan,announced,,
          """
        ]) == [
          "2025-01-01 happened 20", "2025-01-02 happened 25", "2025-01-03 planned 50",
          "2025-01-04 planned 55", "2025-01-05 happened 100", "2025-01-06 happened 35",
          "2025-01-07 dropped 20", "2025-01-08 planned 0",
        ])
  }

  @Test func aPriceWeighsLessThanAsMuchMoneyAndTalksLeast() throws {
    #expect(
      try lines(
        [.valuation],
        [
          .rounds: """
          id,company,date,instrument,status,post_money_m,post_money_currency
          a,a,2025-01-01,equity,closed,64,USD
          b,a,2025-01-02,equity,withdrawn,64,USD
          c,a,2025-01-02,equity,announced,128,USD
          """,
          .valuations: """
          company,date,value_m,currency,basis
          a,2025-01-03,64,USD,market-cap
          a,2025-01-04,64,USD,talks
          """,
        ]) == [
          "2025-01-01 happened 45", "2025-01-02 happened 50", "2025-01-03 happened 40",
          "2025-01-04 proposed 30",
        ])
  }

  /// Fifty accelerators weigh as much as a million. A site that is announced again is no event.
  @Test func aSiteHasTheWeightOfItsAccelerators() throws {
    #expect(
      try lines(
        [.compute],
        [
          .compute: """
          id,date,scope,country,accelerators,status,target
          s,2025-01-01,site,DE,100,announced,2026-06
          s,2025-02-01,site,DE,200,announced,2026-09
          p,2025-03-01,programme,DE,6400,announced,
          c,2025-04-01,site,DE,,cancelled,
          d,2025-05-01,site,DE,50,building,
          e,2025-05-02,site,DE,49,building,
          """
        ]) == [
          "2025-01-01 happened 30", "2025-03-01 happened 40", "2025-04-01 dropped 20",
          "2025-05-01 happened 25", "2025-05-02 happened 20", "2026-06 former 25",
          "2026-09 planned 35",
        ])
  }

  @Test func aStepThatTakesEffectStandsAboveOthers() throws {
    #expect(
      try lines(
        [.enforcement],
        [
          .enforcement: """
          country,date,step,status
          DE,2025-06-01,penalties,proposed
          DE,2025-07-01,penalties,in-force
          DE,2025-08-01,penalties,none
          FR,2025-09-01,penalties,none
          """
        ]) == ["2025-06-01 happened 30", "2025-07-01 happened 55", "2025-08-01 dropped 30"])
  }

  /// A row as it became known has the priority of its kind alone.
  @Test func knownRowsWeighByTheirKind() throws {
    let dataset = try SyntheticPackage.dataset([
      .milestones: """
      id,date,scheduled,status,article
      act,2025-01-01,2026-08-02,scheduled,6
      act,2025-01-02,,withdrawn,6
      plain,2025-01-03,2026-08-02,proposed,
      """,
      .compute: """
      id,date,scope,country,accelerators,status
      s,2025-01-04,site,DE,100,building
      s,2025-01-05,bid,DE,100,cancelled
      """,
    ])
    let timeline = Timeline(dataset.asOf(try day("2026-11-21")), basis: .known)
    #expect(
      timeline.events.map { "\($0.date) \($0.nature.rawValue) \($0.priority)" } == [
        "2025-01-01 happened 90", "2025-01-02 dropped 90", "2025-01-03 happened 60",
        "2025-01-04 happened 30", "2025-01-05 dropped 10",
      ])
  }

  /// A row dated on the day itself counts from that day on.
  @Test func sinceADayHasThatDay() throws {
    let dataset = try SyntheticPackage.dataset([
      .enforcement: "country,date,step,status\nDE,2025-06-01,penalties,proposed\n"
        + "DE,2025-06-02,penalties,in-force"
    ])
    let snapshot = dataset.asOf(try day("2026-11-21"))
    func count(_ since: String) throws -> Int {
      Timeline(snapshot, since: try day(since)).events.count
    }
    #expect(try count("2025-06-01") == 2)
    #expect(try count("2025-06-02") == 1)
    #expect(try count("2025-06-03") == 0)
  }
}
