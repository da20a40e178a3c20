import Dataset
import TestSupport
import Testing

@testable import Insight

/// Chips, statistics, benchmarks, bases of models and rules of the Act in the reports.
@Suite struct NewTablesReportTests {
  private static let organisations = """
    id,name,kind,layer,country
    acme,Acme,company,models,DE
    beta,Beta,company,models,FR
    hub,Hub,company,models,US
    east,East,company,models,CN
    nvidia,NVIDIA,public-company,chips,US
    """

  private static func snapshot(
    _ tables: [TableName: String], on day: Day? = nil
  ) throws -> Snapshot {
    let dataset = try SyntheticPackage.dataset(
      tables.merging([
        .organisations: organisations,
        .countries: """
        code,name,bloc
        DE,Germany,EU
        FR,France,EU
        US,United States,other
        CN,China,other
        """,
      ]) { given, _ in given }, focus: ["nvidia"])
    return dataset.asOf(try day ?? TestSupport.day("2026-11-21"))
  }

  // MARK: Chips

  @Test func aChipKnowsItsSites() throws {
    let snapshot = try Self.snapshot([
      .chips: "id,name,vendor\nh100,H100,nvidia\nh200,H200,nvidia\nold,Old,nvidia",
      .compute: """
      id,date,name,scope,country,accelerators,chips,status
      a,2026-01-01,A,site,DE,100,h100,operational
      b,2026-01-01,B,site,DE,300,h100;h200,building
      c,2026-01-01,C,site,DE,700,h100,announced
      d,2026-01-01,D,site,DE,900,h100,cancelled
      e,2026-01-01,E,programme,DE,50,h100,contracted
      """,
    ])
    let uses = ChipUse.all(in: snapshot)
    let names = { (rows: [Commitment]) in rows.map { snapshot.dataset.slug($0.id) } }
    #expect(names(uses[0].sole) == ["a", "c", "e"])
    #expect(names(uses[0].shared) == ["b"])
    #expect(uses.map(\.accelerators) == [100, 0, 0])
    #expect(uses.map(\.possible) == [300, 300, 0])
    #expect(names(ChipUse(of: snapshot.dataset.chips[1], in: snapshot).shared) == ["b"])
  }

  // MARK: Statistics

  private static let statistics: [TableName: String] = [
    .statistics: """
    country,year,population,gdp_eur_m
    DE,2023,80000000,4000000
    DE,2024,100000000,5000000
    FR,2024,0,
    """,
    .exchangeRates: "date,USD\n2023-12-29,1\n2024-12-31,1.1",
  ]

  @Test func sumsStandAgainstTheLastYearCounted() throws {
    let snapshot = try Self.snapshot(Self.statistics)
    let germany = try #require(snapshot.dataset.country("DE"))
    let scale = try #require(snapshot.dataset.scale(of: germany, on: snapshot.day))
    #expect(scale.year == 2024)
    #expect(scale.perHead(usdMillions: 550) == 5.5)
    #expect(try abs(#require(scale.gdpUSDMillions) - 5_500_000) < 1)
    #expect(try abs(#require(scale.ofProduct(usdMillions: 550)) - 0.0001) < 1e-9)
    #expect(scale.perMillion(1000) == 10)
    #expect(try abs(#require(scale.perBillion(5500)) - 1) < 1e-9)
  }

  /// A year is counted when it is over, and nothing is divided by what is not known or nothing.
  @Test func whatIsNotKnownHasNoScale() throws {
    let dataset = try Self.snapshot(Self.statistics).dataset
    let (germany, france) = (
      try #require(dataset.country("DE")), try #require(dataset.country("FR"))
    )
    #expect(dataset.scale(of: germany, on: try day("2024-12-30"))?.year == 2023)
    #expect(dataset.scale(of: germany, on: try day("2023-12-30")) == nil)
    let scale = try #require(dataset.scale(of: france, on: try day("2026-01-01")))
    #expect(scale.perHead(usdMillions: 5) == nil)
    #expect(scale.perMillion(5) == nil)
    #expect(scale.ofProduct(usdMillions: 5) == nil)
  }

  // MARK: Benchmarks

  @Test func aBenchmarkStandsBesideWhatIsHeld() throws {
    let snapshot = try Self.snapshot([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      in,acme,2026-03-01,A,equity,closed,100,USD,100
      note,beta,2026-06-30,Note,safe,closed,50,USD,50
      year,beta,2026,B,equity,closed,30,USD,30
      silent,beta,2026-02,C,equity,closed,,,
      later,acme,2026-07-01,D,equity,closed,1000,USD,1000
      debt,acme,2026-03-01,Loan,debt,closed,500,USD,500
      us,hub,2026-03-01,A,equity,closed,700,USD,700
      open,acme,2026-03-01,E,equity,announced,900,USD,900
      """,
      .benchmarks: """
      measure,scope,period,value,unit
      ai-funding,Europe,2026-H1,200,USD m
      ai-funding,Europe,2026-H3,200,USD m
      ai-funding,Europe,2026,200,percent
      tokens,World,2026,5,percent
      """,
    ])
    let checks = BenchmarkCheck.all(in: snapshot)
    let half = checks[0]
    #expect(half.held == 150...180)
    #expect(half.coverage == 0.75...0.9)
    #expect(half.difference.contains("4 closed rounds for shares"))
    #expect(half.difference.contains("1 undisclosed"))
    #expect(checks.dropFirst().allSatisfy { $0.held == nil && $0.coverage == nil })
  }

  /// Of 100 firm accelerators 60 are the maker's, and of 20 no maker is known.
  @Test func aShareOfAMakerIsInPerCent() throws {
    let snapshot = try Self.snapshot([
      .compute: """
      id,date,scope,operator,country,accelerators,chip_vendor,status
      own,2026-01-01,site,acme,DE,60,nvidia,operational
      other,2026-01-01,site,acme,DE,20,hub,operational
      open,2026-01-01,site,acme,DE,20,,building
      later,2026-08-01,site,acme,DE,900,nvidia,building
      """,
      .benchmarks: """
      measure,scope,period,value,unit
      nvidia-share-compute,Europe,2026-H1,63,percent
      nvidia-share-compute,Europe,2025,63,percent
      """,
    ])
    let checks = BenchmarkCheck.all(in: snapshot)
    #expect(checks.map(\.held) == [60...80, nil])
    #expect(checks.allSatisfy { $0.coverage == nil && !$0.isMoney })
    #expect(BenchmarkCheck.lastOfMoney(in: snapshot) == nil)
  }

  @Test(arguments: [
    ("2026", "2026-01-01", "2026-12-31"), ("2026-H2", "2026-07-01", "2026-12-31"),
    ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-05", "2026-05-01", "2026-05-31"),
  ])
  func periodsHaveTheirDays(_ given: (String, String, String)) throws {
    let period = try #require(CountedPeriod(given.0))
    #expect(period.first == (try day(given.1)))
    #expect(period.last == (try day(given.2)))
  }

  @Test(arguments: ["", "undated", "2026-H3", "2026-Q0", "2026-Q5", "2026-H", "x-H1", "2026-H-1"])
  func whatIsNoPeriodIsNone(_ text: String) { #expect(CountedPeriod(text) == nil) }

  // MARK: Models

  @Test func modelsStandOnBasesByHome() throws {
    let snapshot = try Self.snapshot([
      .models: """
      id,name,developer,base_developer,date,weights
      own,Own,acme,,2025-01-01,open
      tuned,Tuned,acme,hub,2025-02-01,open
      other,Other,beta,hub,2025-03-01,open
      far,Far,beta,east,2025-04-01,open
      near,Near,beta,acme,2025-05-01,open
      theirs,Theirs,hub,east,2025-06-01,open
      """
    ])
    let bases = ModelBase.all(of: .europe, in: snapshot)
    #expect(bases.map(\.home) == [nil, .europe, .us, .china])
    #expect(bases.map(\.models.count) == [1, 1, 2, 1])
    #expect(bases.map(\.share).reduce(0, +) == 1)
    let us = bases[2]
    #expect(us.developers.map { snapshot.dataset.slug($0) } == ["hub"])
    #expect(us.builders.map { snapshot.dataset.slug($0) } == ["acme", "beta"])
  }

  // MARK: Rules

  @Test func aPlanTellsTheRulesOfItsKind() throws {
    let snapshot = try Self.snapshot([
      .milestones: """
      id,date,title,instrument,scheduled,status
      ai-act-high-risk-annex-iii,2024-07-12,High-risk,AI Act,2026-08-02,scheduled
      ai-act-high-risk-annex-iii,2026-07-24,High-risk,AI Act,2027-12-02,postponed
      ai-act-literacy,2025-02-02,Literacy,AI Act,2025-02-02,in-force
      """,
      .annexes: """
      kind,article,title,what,by
      deployer-annex-iii,26(1),Use,Use it well,ai-act-high-risk-annex-iii
      annex-iii,9,Risk,Manage it,ai-act-high-risk-annex-iii
      annex-iii,4,Literacy,Learn,ai-act-literacy
      gpai,53,Documents,Write,
      """,
    ])
    let germany = try #require(snapshot.dataset.country("DE"))
    let rules = Plan(.init(kind: .annexIII, country: germany), in: snapshot).rules
    #expect(rules.map { snapshot.dataset.string($0.entry.article) } == ["9", "4", "26(1)"])
    #expect(rules.map { $0.from?.description } == ["2027-12-02", "2025-02-02", "2027-12-02"])
    #expect(rules.map(\.applies) == [false, true, false])
    #expect(rules.map(\.number) == [1, 2, 0])
    #expect(
      try json(rules[1].json(in: snapshot.dataset))
        == #"{"applies":true,"article":"4","for":"annex-iii","from":"2025-02-02","#
        + #""milestone":"ai-act-literacy","rule":"Learn","sources":["s"],"title":"Literacy"}"#)
    // Before the date moved, the date that stood then.
    let then = snapshot.dataset.asOf(try day("2026-01-01"))
    #expect(
      Plan(.init(kind: .annexIII, country: germany), in: then).rules[0].from?.description
        == "2026-08-02")
    let model = Plan(.init(kind: .generalPurpose, country: germany), in: snapshot).rules
    #expect(model.count == 1 && model[0].from == nil && !model[0].applies)
  }
}
