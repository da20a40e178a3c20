import Dataset
import Insight
import Testing

/// How a metric says what it counted.
@Suite struct MetricWordsTests {
  private static let tables: [TableName: String] = [
    .sources: "id,published\ns,\nbriefing-a,2026-03-21",
    .organisations: """
    id,name,country
    grid,Grid,GB
    ami,AMI,FR
    bolt,Bolt,DE
    core,Core,DE
    homeless,Homeless,
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,part_of
    ami-a,ami,2026-01-10,A,equity,closed,10,USD,
    bolt-a,bolt,2026-01-11,A,equity,closed,30,USD,
    core-a,core,2026-01-12,A,equity,closed,20,USD,
    grid-a,grid,2026-01-13,A,equity,closed,20,USD,
    homeless-a,homeless,2026-01-14,A,equity,closed,900,USD,
    quiet-1,bolt,2026-02-01,B,equity,closed,,,
    quiet-2,core,2026-02-02,B,equity,closed,,,
    """,
    .valuations: """
    company,date,value_m,currency,basis,confidence
    ami,2026-01-10,3500,USD,post-money,disputed
    ami,2026-01-10,4530,USD,post-money,estimate
    ami,2026-01-10,4600,USD,post-money,estimate
    bolt,2026-01-10,9999,USD,post-money,confirmed
    ami,2026-01-09,8888,USD,post-money,confirmed
    ami,2026-01-10,7777,USD,secondary,confirmed
    """,
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip,status
    one,2026-01-01,One,site,grid,DE,10,A100 and H100,operational
    two,2026-01-01,Two,site,grid,DE,20,Rubin CPX,operational
    three,2026-01-01,Three,site,grid,DE,,Gaudi,operational
    lost,2026-01-01,Lost,site,,DE,500,Gaudi,operational
    """,
  ]

  private func then(_ metric: String) throws -> Finding {
    var tables = Self.tables
    tables[.claims] = "id,briefing,metric\nc,A,\"\(metric)\""
    let dataset = try SyntheticPackage.dataset(tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    return try #require(report.checks.first?.reckonings.first, "\(report.problems)").then
  }

  @Test(arguments: [
    (
      "round-rank(ami-a, equity)",
      "among 6 rounds (equity) of European AI companies up to 2026-03-21; larger: Bolt A USD 30 m, "
        + "Core A USD 20 m, Grid A USD 20 m; 2 rows without an amount, not counted as zero"
    ),
    ("round-rank(grid-a, equity)", "companies up to 2026-03-21; larger: Bolt A USD 30 m; 2 rows"),
    (
      "post-money(ami-a)",
      "USD 4,530 m post-money (estimate); other rows: 3,500 disputed, 4,600 estimate"
    ),
    ("accelerators(one)", "latest figure: one 10 (operational)"),
    (
      "accelerators(one;two)",
      "latest figures of 2 commitments: one 10 (operational) + two 20 (operational)"
    ),
    ("accelerators(one;three)", "; 1 row without a number, not counted as zero"),
    ("chip-family(one)", "Ampere"),
    ("chip-family(two)", "Rubin"),
    ("chip-family(three)", "Gaudi"),
    ("accelerators-in(grid, DE, operational)", "one 10 (operational) + two 20 (operational)"),
  ])
  func theWords(_ metric: String, _ words: String) throws {
    let finding = try then(metric)
    #expect(finding.words.contains(words), "\(finding.words)")
  }

  @Test func nothingIsMissingWhereEverythingIsKnown() throws {
    #expect(try !then("accelerators(one;two)").words.contains("without"))
    #expect(try !then("accelerators(one)").words.contains("figures"))
  }

  /// A company of which no country is known is not taken for a European company.
  @Test func aRankIsAmongEuropeans() throws {
    #expect(try !then("round-rank(ami-a, equity)").words.contains("Homeless"))
  }
}
