import Dataset
import Insight
import Testing

/// Figures that the world knows, held against a small ledger.
@Suite struct ExpectationTests {
  private static let tables: [TableName: String] = [
    .organisations: "id,name,country\nnscale,Nscale,GB\nmicrosoft,Microsoft,US\n",
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,post_money_m,post_money_currency
    n-a,nscale,2024-12,Series A,equity,closed,155,USD,,
    n-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,14600,USD
    """,
    .compute: """
    id,date,name,operator,customer,country,accelerators,chip,status
    narvik,2025-10-15,Narvik,nscale,microsoft,NO,52000,GB300,contracted
    sines,2025-10-15,Sines,nscale,nscale,NO,12000,Rubin,contracted
    """,
    .milestones: "id,date,scheduled,status\nannex,2024-07-12,2026-08-02,scheduled\n"
      + "annex,2026-07-27,2027-12-02,postponed\n",
  ]

  private func problems(_ rows: String...) throws -> [String] {
    let header = "metric,as_of,value,tolerance,note"
    let table = ([header] + rows).joined(separator: "\n")
    let dataset = try Synthetic.dataset(
      Self.tables.merging([.expected: table]) { $1 })
    return Expectations.problems(in: dataset).map {
      "\($0.line):\($0.column): \($0.severity.rawValue): \($0.message)"
    }
  }

  @Test func whatComesOutAsExpectedIsSilent() throws {
    #expect(
      try problems(
        #""raised-to-date(nscale, equity)",2026-11-01,2155,,"#,
        #""raised-to-date(nscale, equity)",2026-01-01,155,,"#,
        #""raised-to-date(nscale, equity)",2026-11-02,2200,2.1%,"#,
        #""raised-to-date(nscale, equity)",2026-11-03,2200,45,"#,
        "post-money(n-c),2026-11-01,14600,,", "milestone-date(annex),2026-01-01,2026-08-02,,",
        "milestone-date(annex),2026-08-01,2027-12,,", "home(nscale),2026-11-01,GB,,",
        "status(narvik),2026-11-01,contracted,,", "tenant(narvik),2026-11-01,microsoft,,"
      ) == [])
  }

  /// Whoever is found and not expected is a mismatch, and so is a chip.
  @Test func everythingFoundIsExpected() throws {
    let found = try problems(
      "tenant(narvik;sines),2026-11-01,microsoft,,", "chip(narvik;sines),2026-11-01,Rubin,,",
      "tenant(narvik;sines),2026-11-02,nscale;microsoft,,",
      "chip(narvik;sines),2026-11-02,Rubin;GB300,,")
    #expect(found.map { String($0.prefix(2)) } == ["2:", "3:"])
    #expect(found.first?.contains("comes to microsoft;nscale, expected microsoft (") == true)
  }

  /// 2,155 raised, expected a little more or less; and two months ago, a figure below zero.
  @Test(arguments: [
    (#""raised-to-date(nscale, equity)",2026-11-01,2110,45,"#, true),
    (#""raised-to-date(nscale, equity)",2026-11-01,2110,44.9,"#, false),
    (#""raised-to-date(nscale, equity)",2026-11-01,2200,44.9,"#, false),
    (#""raised-to-date(nscale, equity)",2026-11-01,2154,,"#, false),
    (#""raised-to-date(nscale, equity)",2026-11-01,2156,0,"#, false),
    ("months-until(annex),2028-02-02,-2,,", true),
    ("months-until(annex),2028-02-02,-2.1,10%,", true),
    ("months-until(annex),2028-02-02,-2.1,4%,", false),
    ("months-until(annex),2028-02-02,2,,", false),
  ])
  func aToleranceEndsWhereItSays(_ row: String, _ agrees: Bool) throws {
    #expect(try problems(row).isEmpty == agrees)
  }

  @Test func aMismatchNamesThePlaceTheMetricAndBothFigures() throws {
    let found = try problems(
      #""raised-to-date(nscale, equity)",2026-11-01,2200,2%,"#,
      "milestone-date(annex),2026-08-01,2026-08-02,,", "home(nscale),2026-11-01,US,,",
      "tenant(narvik),2026-11-01,microsoft;nscale,,", "post-money(n-c),2025-01-01,14600,,")
    let starts = [
      "2:45: error: value: raised-to-date(nscale, equity) as of 2026-11-01 comes to 2155, expected "
        + "2200 within 2% (",
      "3:34: error: value: milestone-date(annex) as of 2026-08-01 comes to 2027-12-02, expected "
        + "2026-08-02 (",
      "4:25: error: value: home(nscale) as of 2026-11-01 comes to GB, expected US (",
      "5:27: error: value: tenant(narvik) as of 2026-11-01 comes to microsoft, expected "
        + "microsoft;nscale (",
      "6:28: error: value: post-money(n-c) as of 2025-01-01 comes to nothing, expected 14600 (",
    ]
    #expect(found.count == starts.count)
    for (found, start) in zip(found, starts) { #expect(found.hasPrefix(start), "\(found)") }
  }

  @Test func whatCannotBeReadIsToldWithItsPlace() throws {
    let found = try problems(
      #""raised-to-dat(nscale, equity)",2026-11-01,2200,,"#,
      #""raised-to-date(nscal, equity)",2026-11-01,2200,,"#,
      "post-money(n-c),2026-11-01,about 14bn,,", "post-money(n-c),2026-11-02,14600,some,",
      "post-money(n-c),2026-11-03,14600,-5,", "milestone-date(annex),2026-11-01,soon,,",
      "milestone-date(annex),2026-11-02,2027-12-02,2%,",
      #""found(5, s)",2026-11-01,5,,"#, "post-money(n-c) | full-authority(),2026-11-01,5,,")
    let starts = [
      "2:2: error: metric: found \"raised-to-dat\", expected the name of a metric; did you mean",
      "3:17: error: metric: found \"nscal\", expected ids of organisations; did you mean \"nscale\"?",
      "4:28: error: value: found \"about 14bn\", expected a number such as 14000 or 0.5",
      "5:34: error: tolerance: found \"some\", expected a number such as 50, or a part such as 2%",
      "6:34: error: tolerance: found \"-5\", expected a number such as 50, or a part such as 2%",
      "7:34: error: value: found \"soon\", expected a date such as 2026, 2026-03 or 2026-03-21",
      "8:45: error: tolerance: found \"2%\", expected none, as the metric is no figure",
      "9:2: error: metric: found found(5, s), expected a metric that is reckoned from the ledger",
      "10:1: error: metric: found 2 metrics, expected a single metric",
    ]
    #expect(found.count == starts.count, "\(found)")
    for (found, start) in zip(found, starts) { #expect(found.hasPrefix(start), "\(found)") }
  }

  @Test func anAuditCountsWhatDiffersAsAnError() throws {
    let dataset = try Synthetic.dataset(
      Self.tables.merging([.expected: "metric,as_of,value\npost-money(n-c),2026-11-01,1\n"]) { $1 })
    #expect(Audit(dataset, on: try day("2026-11-29")).errors == 1)
  }
}
