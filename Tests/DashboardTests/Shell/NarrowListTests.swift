import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Lists in a window of 40 columns: the key figure next to the name, and the current column in sight.
@Suite struct NarrowListTests {
  private static let size = Size(width: 40, height: 12)

  @Test(arguments: [
    ("3", 1, "104,000"), ("4I", 0, "HHI"), ("4$", 0, "Funded $ m"),
  ])
  func aFigureStandsNextToTheName(_ keys: String, _ pane: Int, _ figure: String) throws {
    var state = State.opened(.overview, try FrozenLedger.world(), size: Self.size)
    state.type(keys)
    state.place.view.focus = pane
    let picture = state.picture()
    #expect(picture.contains(figure), "\(picture)")
  }

  @Test func aBenchmarkKeepsWhatIsCounted() throws {
    let state = State.opened(.benchmarks, try FrozenLedger.world(), size: Self.size)
    #expect(state.picture().contains("They count"), "\(state.picture())")
  }

  @Test(arguments: ["2", "3"])
  func theCurrentColumnIsInSight(_ screen: String) throws {
    var state = State.opened(.overview, try FrozenLedger.world(), size: Self.size)
    state.type(screen)
    state.press(.tab)
    state.type("F")
    let pane = state.place.view.focus
    for _ in 1..<state.place.screen.panes[pane].columns.count {
      state.type("l")
      let column = state.place.view.columns[pane] ?? 0
      let name = state.place.screen.panes[pane].columns[column]
      let header = state.picture().split(separator: "\n").first {
        $0.contains("\u{25C2}") || $0.contains("\u{25B8}")
      }
      #expect(header?.contains(name.prefix(4)) ?? false, "\(name): \(state.picture())")
    }
  }
}
