import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The key that goes through groupings says what lies ahead, on every screen that has it.
@Suite struct GroupingHintTests {
  private func hints(_ state: State) -> Substring {
    state.picture().split(separator: "\n").last ?? ""
  }

  @Test(arguments: [
    (Page.capital, "by company next", "by country next"),
    (.compute, "by customer next", "by country next"),
  ])
  func aNarrowRowNamesTheNext(page: Page, first: String, second: String) throws {
    var state = State.opened(
      page, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    #expect(hints(state).contains("b \(first)"), "\(hints(state))")
    state.type("b")
    #expect(hints(state).contains("b \(second)"), "\(hints(state))")
    #expect(state.picture().contains("; then "), "the line over it names those behind")
  }

  @Test func aWideRowListsThemAllWithThePresentLit() throws {
    let state = State.opened(
      .compute, try FrozenPackage.world(), size: Size(width: 200, height: 60))
    #expect(
      hints(state).contains("b by operator customer country jurisdiction vendor chip status"),
      "\(hints(state))")
  }
}
