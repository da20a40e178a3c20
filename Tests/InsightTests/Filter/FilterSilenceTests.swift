import Dataset
import Testing

@testable import Insight

/// The fields that rows of a table do not have: a list of that table need not offer them.
@Suite struct FilterSilenceTests {
  /// The fields that ask of every row, and of nearly every row that has a date.
  private static let general = "id text watched"
  private static let dated = "date since until year quarter"
  private static let cited = "missing has source publisher"
  /// The fields that ask about the organisation of a row.
  private static let named = "company group layer country bloc kind investor lead"
  private static let exposed = "path through"

  @Test(arguments: [
    (
      TableName.rounds,
      "\(named) role instrument series status confidence \(cited) \(dated) amount valuation "
        + exposed
    ),
    (
      .compute,
      "\(named) operator customer vendor chip city scope status confidence \(cited) \(dated) "
        + "target accelerators mw \(exposed)"
    ),
    (.enforcement, "country bloc kind status confidence step \(cited) \(dated)"),
    (.milestones, "kind instrument status confidence \(cited) \(dated)"),
    (.organisations, "\(named) city \(cited) \(exposed)"),
    (
      .models,
      "\(named) vendor confidence \(cited) weights \(dated) accelerators parameters \(exposed)"
    ),
    (.claims, "kind briefing"),
  ])
  func aTableHasTheseFieldsAndNoOther(_ table: TableName, _ fields: String) throws {
    let snapshot = try FilterData.snapshot()
    let silent = FilterField.silent(about: table, in: snapshot)
    let wanted = Set((fields + " " + Self.general).split(separator: " ").map(String.init))
    #expect(Set(FilterField.all.map(\.name)).subtracting(silent) == wanted)
  }

  /// A table that no filter is asked of leaves nothing out.
  @Test func whereNoFilterIsAskedNothingIsSilent() throws {
    let silent = FilterField.silent(about: .exchangeRates, in: try FilterData.snapshot())
    #expect(silent.isEmpty)
  }
}
