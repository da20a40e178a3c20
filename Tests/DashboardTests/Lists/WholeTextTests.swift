import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A text that has no room in its list can be read whole, and copied whole.
@Suite struct WholeTextTests {
  private static let note = (1...60).map { "word\($0)" }.joined(separator: " ")

  private static func world() throws -> World {
    let rounds =
      FrozenPackage.tables[.rounds, default: ""]
      + "\nlong,nscale,2026-11-01,A series with a name that no column has the room for whole,equity,"
      + "announced,20,USD,,,,,reported,\"\(note)\",s"
    return World(
      dataset: try FrozenPackage.dataset([.rounds: rounds]), today: try day("2026-11-21"))
  }

  private static func words(_ picture: String) -> Set<String> {
    Set(picture.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  @Test(arguments: [(40, 30), (80, 24), (120, 40)])
  func theNoteOfAFactWraps(_ width: Int, _ height: Int) throws {
    var state = State.opened(
      .fact(.round("long")), try Self.world(), size: Size(width: width, height: height))
    var seen = Self.words(state.picture())
    for _ in 0..<20 {
      state.press(.down)
      seen.formUnion(Self.words(state.picture()))
    }
    for number in 1...60 { #expect(seen.contains("word\(number)"), "\(number)") }
  }

  /// A note taller than the window shows its rest in the sheet that Enter opens.
  @Test func aNoteTallerThanTheWindowIsReadInItsSheet() throws {
    var state = State.opened(
      .fact(.round("long")), try Self.world(), size: Size(width: 40, height: 12))
    while case .row(_, _)? = state.selectedFact,
      !state.place.screen.panes[0].cells(state.place.view.position(0).cursor ?? 0).contains(
        Self.note)
    {
      state.press(.down)
    }
    state.press(.enter)
    guard case .row = state.mode else {
      Issue.record("no sheet")
      return
    }
    state.press(.down)
    var seen: Set<String> = []
    for _ in 0..<40 {
      seen.formUnion(Self.words(state.picture()))
      state.press(.down)
    }
    for number in 1...60 { #expect(seen.contains("word\(number)"), "\(number)") }
  }

  @Test func enterShowsTheCellThatIsCutAndThenItsPage() throws {
    var state = State.opened(.capital, try Self.world(), size: Size(width: 80, height: 24))
    state.press(.tab)
    // The series is the third column.
    state.press(.right, .right)
    state.press(.enter)
    #expect(state.picture().contains("A series with a name that no column has the room for whole"))
    #expect(state.picture().contains("y copy it whole"))
    #expect(
      state.update(.key(.character("y")))
        == [.copy("A series with a name that no column has the room for whole")])
    state.press(.escape)
    #expect(state.place.page == .capital)
    state.press(.enter, .enter)
    #expect(state.place.page == .fact(.round("long")))
  }

  @Test func enterLeadsOnWhereTheCellIsWhole() throws {
    var state = State.opened(.capital, try Self.world(), size: Size(width: 80, height: 24))
    state.press(.tab, .enter)
    #expect(state.place.page == .fact(.round("long")))
  }
}
