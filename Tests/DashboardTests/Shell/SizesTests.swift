import Canvas
import Dataset
import Testing

@testable import Dashboard

/// From a cell to a wall of screens: less is shown, never garbage, and below the smallest that is said.
@Suite struct SizesTests {
  private static let sizes = [
    (1, 1), (2, 1), (1, 2), (13, 3), (39, 10), (40, 9), (40, 10), (41, 11), (80, 24), (120, 40),
    (200, 60), (500, 200),
  ].map { Size(width: $0.0, height: $0.1) }

  @Test(arguments: sizes)
  func everyModeOfEveryScreenIsDrawn(_ size: Size) throws {
    let world = World(
      dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"),
      watchlist: Watchlist(text: "company:nscale"))
    for kind in ScreenKind.numbered {
      for keys in ["", "/lay", "/layer:x", "y", "x", ":ns", "?", "s", "t", "ll))S", "c"] {
        var state = State.opened(kind.page, world, size: size)
        state.type(keys)
        let canvas = state.canvas()
        #expect(canvas.size == size)
        #expect(hostileScalars(canvas).isEmpty)
      }
    }
  }

  @Test func belowTheSmallestItSaysSo() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    for (width, height) in [(39, 10), (40, 9), (20, 5)] {
      let state = State.opened(.overview, world, size: Size(width: width, height: height))
      #expect(state.picture().hasPrefix("moat needs 40x10\nthis is \(width)x\(height)"))
    }
    let state = State.opened(.overview, world, size: Size(width: 40, height: 10))
    #expect(!state.picture().contains("moat needs"))
  }
}
