import Dataset
import Insight
import Testing

/// The words of a metric where the ledger lacks a row, an amount, a number or a date.
@Suite struct MetricUnknownTests {
  private static let tables: [TableName: String] = [
    .sources: "id,published\ns,\nbriefing-a,2026-03-21",
    .organisations: "id,name,country,founded\ngrid,Grid,GB,2024-06\nold,Old,FR,",
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,part_of
    infant,grid,2024-06-16,Z,grant,closed,1,USD,
    first,grid,2025-12,A,equity,closed,13,USD,
    eve,grid,2025-12-31,B,equity,closed,7,USD,
    new-year,grid,2026-01-01,C,equity,closed,11,USD,
    vague,grid,2026,D,equity,closed,500,USD,
    quiet,grid,2026-01-02,E,equity,closed,,,
    ancient,old,2026-01-03,A,equity,closed,5,USD,
    later,grid,2026-04-01,F,equity,closed,50,USD,
    dropped,grid,2026-01-04,G,equity,withdrawn,3,USD,whole
    inside,grid,2026-01-04,H,equity,announced,4,USD,whole
    whole,grid,2026-01-05,I,equity,closed,19,USD,
    """,
    .valuations: """
    company,date,value_m,currency,basis
    grid,2025-12,130,USD,post-money
    grid,2026-01-02,140,USD,post-money
    """,
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip,status,target
    twice,2025-01-01,Twice,site,grid,DE,100,,announced,
    twice,2025-06-01,Twice,site,grid,DE,100,,contracted,
    uno,2025-01-01,Uno,site,grid,DE,1,,operational,
    zero,2025-01-01,Zero,site,grid,DE,0,,operational,
    open,2025-01-01,Open,site,grid,DE,,,building,
    soon,2026-04-01,Soon,site,grid,DE,9,GB300,announced,2027
    """,
    .milestones: """
    id,date,title,scheduled,status
    talk,2025-01-01,Talk,2026-08-02,proposed
    vain,2025-01-01,Vain,2026-08-02,scheduled
    vain,2025-02-01,Vain,,postponed
    idea,2025-01-01,Idea,,proposed
    void,2025-01-01,Void,,scheduled
    span,2025-01-01,Span,2026-08,scheduled
    span,2025-02-01,Span,2027-12,postponed
    moved,2024-01-01,Moved,2026-01-01,proposed
    moved,2025-01-01,Moved,2026-02-01,scheduled
    moved,2025-06-01,Moved,2026-05-01,proposed
    """,
  ]

  private func then(_ metric: String) throws -> (text: String, finding: Finding) {
    var tables = Self.tables
    tables[.claims] = "id,briefing,metric\nc,A,\"\(metric)\""
    let dataset = try SyntheticPackage.dataset(tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    let first = try #require(report.checks.first?.reckonings.first, "\(report.problems)")
    return (first.then.text(in: dataset), first.then)
  }

  @Test(arguments: [
    ("round-amount(later)", "the round was not known on 2026-03-21"),
    ("round-amount(quiet)", "the amount was not disclosed"),
    ("round-amount(quiet;later)", "the amount was not disclosed"),
    ("new-money(later)", "the round was not known"),
    ("new-money(quiet)", "the amount was not disclosed"),
    ("round-date(later)", "the round was not known"),
    ("post-money(later)", "the round was not known"),
    ("post-money(new-year)", "Grid C: no valuation is known"),
    ("pre-money(later)", "the round was not known"),
    ("pre-money(new-year)", "Grid C: no valuation is known"),
    ("pre-money(quiet)", "Grid E: no amount is known"),
    ("round-rank(later, equity)", "the round was not known"),
    ("round-rank(quiet, equity)", "the amount was not disclosed"),
    ("age-at-round(later)", "the round was not known"),
    ("age-at-round(ancient)", "when Old was founded is not known"),
    ("raised-before(grid, 2025-12, equity)", "no amount is known"),
    ("accelerators(soon)", "the commitment was not known"),
    ("accelerators(open)", "latest figure: no number is known"),
    ("largest-commitment(soon)", "the commitment was not known"),
    ("largest-commitment(open)", "Open building on 2025-01-01"),
    ("target-date(soon)", "the commitment was not known"),
    ("target-date(uno)", "Uno operational on 2025-01-01"),
    ("status(soon)", "the commitment was not known"),
    ("tenant(uno;open)", "Uno operational on 2025-01-01, Open building on 2025-01-01"),
    ("chip(uno;soon)", "Uno operational on 2025-01-01"),
    ("milestone-date(talk)", "a date that binds was not known"),
    ("milestone-date(vain)", "Vain: no date stands since 2025-02-01"),
    ("proposed-date(vain)", "a proposed date was not known"),
    ("proposed-date(idea)", "Idea: no date in the row of 2025-01-01"),
    ("milestone-delay(void)", "a date was not known"),
    ("milestone-delay(talk)", "a date was not known"),
    ("months-until(talk)", "a date that binds was not known"),
    ("months-until(vain)", "a date that binds was not known"),
  ])
  func whatIsNotKnownIsNothing(_ metric: String, _ words: String) throws {
    let found = try then(metric)
    #expect(found.text.isEmpty && found.finding.value == .nothing)
    #expect(found.finding.words.contains(words), "\(found.finding.words)")
  }

  @Test(arguments: [
    ("round-amount(eve;later)", "7", 1), ("round-amount(eve;later;quiet)", "7", 2),
    ("new-money(whole)", "15", 0), ("post-money(first)", "130", 0), ("pre-money(first)", "117", 0),
    ("raised-before(grid, 2026-01-01, equity)", "20", 0),
    ("raised-before(grid, 2026-01-02, equity)", "31", 0),
    ("age-at-round(first)", "17.0333-18.9677", 0), ("age-at-round(infant)", "0-0.5", 0),
    ("accelerators(uno;zero)", "1", 0), ("accelerators(zero)", "0", 0),
    ("accelerators-in(grid, DE, operational+building)", "1", 1),
    ("milestone-delay(vain)", "0", 0), ("milestone-delay(span)", "15.0323-16.9677", 0),
    ("months-until(span)", "20.3333-21.3226", 0), ("milestone-delay(moved)", "3", 0),
    ("milestone-date(moved)", "2026-02-01", 0), ("proposed-date(moved)", "2026-05-01", 0),
  ])
  func whatIsKnownIsCountedWithoutIt(_ metric: String, _ text: String, _ unknown: Int) throws {
    let found = try then(metric)
    #expect(found.text == text)
    #expect(found.finding.unknown == unknown)
  }

  @Test(arguments: [
    ("round-amount(eve;later)", "Grid B: USD 7 m from 1 round; 1 not known on 2026-03-21"),
    ("round-amount(eve;new-year)", "USD 18 m from 2 rounds"),
    ("new-money(whole)", "Grid I: USD 19 m less USD 4 m of 1 earlier round inside it"),
    ("post-money(first)", "Grid A: USD 130 m post-money (confirmed)"),
    ("largest-commitment(twice)", "the largest of 2 rows, that of 2025-01-01: Twice, announced"),
    ("accelerators(uno;zero)", "latest figures of 2 commitments: uno 1 (operational)"),
    ("accelerators(zero)", "latest figure: none"),
  ])
  func theWordsSayAllOfIt(_ metric: String, _ words: String) throws {
    #expect(try then(metric).finding.words == words)
  }
}
