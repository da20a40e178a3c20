import Canvas
import Dataset
import Testing

@testable import Dashboard

/// The pane that keys go to has its title lit, whoever draws it.
@Suite struct LitTitlesTests {
  private static func pages() -> [Page] {
    ScreenKind.allCases.compactMap { $0.type.home } + [
      .company("mistral-ai"), .investor("nvidia"), .country("PL"), .layer(.models),
    ]
  }

  /// True if letters in the accent colour stand where a click goes to a pane.
  private static func isLit(_ pane: Int, _ frame: Frame) -> Bool {
    let canvas = frame.canvas
    for y in 3..<canvas.height - 2 {
      for x in 0..<canvas.width {
        let cell = canvas[x, y]
        guard cell.style.role == .accent, cell.scalar?.properties.isAlphabetic == true else {
          continue
        }
        switch frame.target(at: x, y) {
        case .pane(pane), .row(pane: pane, row: _), .column(pane: pane, column: _): return true
        default: continue
        }
      }
    }
    return false
  }

  @Test(arguments: [Size(width: 80, height: 24), Size(width: 120, height: 40)])
  func thePaneInFocusIsLit(_ size: Size) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-29"))
    for page in Self.pages() {
      var state = State.opened(page, world, size: size)
      for pane in state.place.screen.panes.indices where state.place.screen.panes[pane].count > 0 {
        state.place.view.focus = pane
        var frame = Frame(size: size)
        state.draw(on: &frame)
        #expect(Self.isLit(pane, frame), "\(page.kind.title), pane \(pane) at \(size.name)")
      }
    }
  }
}
