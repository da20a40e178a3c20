import Dataset
import Insight
import Testing

/// The better known organisation is that which more rows name.
@Suite struct OrganisationsByRowsTests {
  /// Of `company` seven rounds, of `investor` six parts in them, of `operator` five sites, and so
  /// on down; `to` and `from` have two relations each.
  @Test func theMostRowsComeFirstThenTheOrderOfTheFile() throws {
    let names = [
      "unknown", "to", "from", "vendor", "customer", "operator", "investor", "company", "last",
    ]
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name\n" + names.map { "\($0),\($0)" }.joined(separator: "\n"),
      .rounds: "id,company,date,instrument,status\n"
        + (1...7).map { "r\($0),company,2025-01-0\($0),equity,closed" }.joined(separator: "\n"),
      .investments: "round,investor,role\n"
        + (1...6).map { "r\($0),investor,lead" }.joined(separator: "\n"),
      .compute: "id,date,operator,customer,chip_vendor,country,status\n"
        + (1...5).map { place in
          "s\(place),2025-01-01,operator,\(place > 4 ? "" : "customer"),"
            + "\(place > 3 ? "" : "vendor"),DE,building"
        }.joined(separator: "\n"),
      .relations: "from,to,kind,date,status\nfrom,to,supplies,2025-01-01,active\n"
        + "from,to,hosts,2025-01-01,active",
    ])
    let ordered = dataset.asOf(try day("2026-01-01")).organisationsByRows
    #expect(
      ordered.map { dataset.slug($0.id) } == [
        "company", "investor", "operator", "customer", "vendor", "to", "from", "unknown", "last",
      ])
  }
}
