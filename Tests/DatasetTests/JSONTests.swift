import Foundation
import TestSupport
import Testing

@testable import Dataset

/// Documents: rows by their columns, unknown figures as null.
@Suite struct JSONTests {
  private static func object(_ json: JSON) throws -> [String: Any] {
    let data = try JSONEncoder().encode(json)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test func aRowHasTheKeysOfItsTableAndTypedValues() throws {
    let dataset = try TemporaryPackage.read([
      .rounds: "id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,"
        + "post_money_m,post_money_currency,part_of,confidence,source\n"
        + "a,acme,2025-03,A,equity,closed,5.5,EUR,,,,,reported,s\n"
    ])
    #expect(dataset.shownProblems == [])
    let round = try #require(dataset.rounds.first)
    let row = try Self.object(dataset.document(round))
    let names = TableName.rounds.schema.fields.map { $0.name == "source" ? "sources" : $0.name }
    #expect(Set(row.keys) == Set(names))
    #expect(row["amount_m"] as? Double == 5.5)
    #expect(row["amount_usd_m"] is NSNull && row["part_of"] is NSNull && row["note"] is NSNull)
    #expect(row["company"] as? String == "acme" && row["date"] as? String == "2025-03")
    #expect(row["sources"] as? [String] == ["s"])
    #expect(row["status"] as? String == "closed")
  }

  @Test func whatIsUnknownIsNullAndNeverLeftOut() throws {
    let missing: Int? = nil
    let document: JSON = [
      "endless": Double.infinity, "none": Double.nan, "missing": missing, "zero": 0,
      "list": [1.5, 2], "inner": ["flag": true] as JSON, "empty": [String](),
    ]
    let found = try Self.object(document.adding(["more": "x"]))
    #expect(
      Set(found.keys) == ["endless", "none", "missing", "zero", "list", "inner", "empty", "more"])
    for key in ["endless", "none", "missing"] { #expect(found[key] is NSNull, "\(key)") }
    #expect(found["zero"] as? Int == 0 && found["list"] as? [Double] == [1.5, 2])
    #expect((found["inner"] as? [String: Bool]) == ["flag": true])
    #expect((found["empty"] as? [String]) == [] && found["more"] as? String == "x")
  }
}
