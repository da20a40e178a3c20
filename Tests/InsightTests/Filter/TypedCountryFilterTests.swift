import Dataset
import TestSupport
import Testing

@testable import Insight

/// Codes of countries in a filter, those of the European Union too.
@Suite struct TypedCountryFilterTests {
  private func snapshot() throws -> Snapshot {
    try Synthetic.snapshot([
      .countries: """
      code,name,bloc
      GB,United Kingdom,UK
      GR,Greece,EU
      IL,Israel,other
      IS,Iceland,EEA
      SV,El Salvador,other
      UA,Ukraine,other
      """
    ])
  }

  private func offers(_ text: String) throws -> [String] {
    Filter.completions(of: text, at: text.count, in: try snapshot()).map(\.text)
  }

  @Test func aWholeCodeComesBeforeANameThatBeginsSo() throws {
    #expect(try offers("country:UK") == ["GB", "UA"])
    #expect(try offers("country:EL").first == "GR")
    #expect(try offers("country:is").first == "IS")
  }

  @Test(arguments: [("UK", "GB"), ("EL", "GR"), ("el", "GR"), ("UA", "UA")])
  func aCodeFindsItsCountryAlone(_ text: String, _ code: String) throws {
    let snapshot = try snapshot()
    let filter = try Filter("country:\(text)").compiled(for: snapshot)
    let found = snapshot.dataset.countries.filter(filter.matches).map {
      snapshot.dataset.code($0.id)
    }
    #expect(found == [code])
  }
}
