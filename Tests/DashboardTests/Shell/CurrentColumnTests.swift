import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The current column and the widths of columns are those of the list that is shown, whatever list stood
/// there before.
@Suite struct CurrentColumnTests {
  private static let pages = Array(Set(ScreenKind.allCases.map(\.page)))
  private static let everyKey = (33...126).map { Character(Unicode.Scalar($0)) }

  @Test(arguments: pages) func noKeyLeavesAColumnThatIsNotThere(_ page: Page) throws {
    let opened = try State.onFrozenLedger(page)
    for pane in opened.place.screen.panes.indices {
      var start = opened
      for _ in 0..<pane { _ = start.update(.key(.tab)) }
      for _ in 0..<20 { _ = start.update(.key(.character("l"))) }
      for _ in 0..<2 { _ = start.update(.key(.character(")"))) }
      for key in Self.everyKey {
        var state = start
        // A command that goes through kinds of lists comes by a shorter list on the way.
        for _ in 0..<6 {
          _ = state.update(.key(.character(key)))
          Self.expectColumnsOfTheList(state, "\(page.name ?? "") pane \(pane), \(key)")
          guard case .browse = state.mode else { break }
        }
      }
    }
  }

  @Test func aListWithFewerColumnsHasNoneOfTheOldWidths() throws {
    var state = try State.onFrozenLedger(.capital)
    let list = try #require(state.place.screen.panes.first)
    state.place.view.columns[0] = list.columns.count
    state.place.view.widths[0] = [0: 12, list.columns.count: 30]
    state.place.settle()
    #expect(state.place.view.columns[0] == nil)
    #expect(state.place.view.widths[0] == [0: 12])
  }

  private static func expectColumnsOfTheList(
    _ state: State, _ place: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for (index, pane) in state.place.screen.panes.enumerated() {
      let view = state.place.view
      let named = [view.columns[index]].compactMap { $0 } + (view.widths[index] ?? [:]).keys
      #expect(
        named.allSatisfy(pane.columns.indices.contains), "\(place)", sourceLocation: sourceLocation)
    }
  }
}
