import Testing

@testable import Dataset

/// Fingerprints of rows, and how they are kept.
@Suite struct RowPrintTests {
  private func dataset(_ amount: String = "5", series: String = "A") throws -> Dataset {
    try TemporaryPackage.read([
      .rounds: "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"
        + "r,acme,2026-01-01,\(series),equity,closed,\(amount),EUR,reported,s\n"
    ])
  }

  @Test func everyRowHasAPrintThatTellsItsColumns() throws {
    let before = try #require(RowPrints(try dataset()))
    let after = try #require(RowPrints(try dataset("6", series: "B")))
    // A source, three countries, three organisations and the round.
    #expect(before.rows.count == 8)
    let key = RowPrints.Key(table: .rounds, row: "r|2026-01-01")
    let (old, new) = (try #require(before.rows[key]), try #require(after.rows[key]))
    let columns = new.differences(from: old).map { TableName.rounds.schema.fields[$0].name }
    #expect(columns == ["series", "amount_m"])
    #expect(old.differences(from: old).isEmpty)
    #expect(before.rows.filter { after.rows[$0.key] != $0.value }.count == 1)
  }

  @Test func textThatMovesToTheNextCellIsAChange() {
    #expect(RowPrints.Print(["ab", "c"]) != RowPrints.Print(["a", "bc"]))
    #expect(RowPrints.Print(["a", ""]) != RowPrints.Print(["", "a"]))
  }

  @Test func theTextComesBack() throws {
    let prints = try #require(
      RowPrints(
        try TemporaryPackage.read([
          .authorities: "country,authority,role,date,legal_basis,confidence,source\n"
            + "DE,\"100 % \tNetz\nagentur\",notifying,2026-01-01,L,reported,s\n"
        ])))
    #expect(RowPrints(text: prints.text) == prints)
    #expect(
      RowPrints(text: prints.text)?.rows.keys.contains { $0.row.contains("\tNetz\n") } == true)
  }

  @Test func damageIsNoticed() throws {
    let text = try #require(RowPrints(try dataset())).text
    #expect(RowPrints(text: "") == nil)
    #expect(RowPrints(text: String(text.dropLast(30))) == nil)
    let bytes = Array(text.utf8)
    for place in stride(from: 0, to: bytes.count, by: 7) {
      var damaged = bytes
      damaged[place] = damaged[place] == 120 ? 121 : 120
      #expect(RowPrints(text: String(decoding: damaged, as: UTF8.self)) == nil, "byte \(place)")
    }
  }

  @Test func tooManyRowsHaveNone() throws {
    let rows = (0...RowPrints.mostRows).map { "DE,\($0),0,1,1" }.joined(separator: "\n")
    let dataset = try TemporaryPackage.read([
      .outlines: "country,ring,point,latitude,longitude\n\(rows)\n"
    ])
    #expect(dataset.outlines.count > RowPrints.mostRows)
    #expect(RowPrints(dataset) == nil)
  }
}
