import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A wider window never shows fewer columns or less text of a list than a narrower window.
@Suite struct WiderWindowTests {
  private static let widths = Array(stride(from: 80, through: 240, by: 4))

  private static func pages() throws -> [Page] {
    ScreenKind.allCases.compactMap { $0.type.home } + [
      .changes(since: try day("2026-01-01")),
      .company("mistral-ai"), .company("nscale"), .investor("nvidia"), .country("PL"),
      .country("DE"), .layer(.models), .layer(.infrastructure),
    ]
  }

  /// The widths of the columns of a pane that has the focus. Empty where it has none or is out of sight.
  private static func columns(_ state: inout State, pane: Int, _ size: Size) -> [Int: Int] {
    _ = state.update(.resize(size))
    state.place.view.focus = pane
    var frame = Frame(size: size)
    state.place.screen.draw(in: state.body, of: &frame, view: state.place.view)
    return frame.widths[pane] ?? [:]
  }

  /// The first fault of a pane from width to width, in words.
  private static func fault(_ state: State, pane: Int, height: Int) -> String? {
    var state = state
    var before: (width: Int, columns: [Int: Int])?
    for width in widths {
      let columns = columns(&state, pane: pane, Size(width: width, height: height))
      defer { before = (width, columns) }
      guard let before, !before.columns.isEmpty else { continue }
      let place = "\(before.width) to \(width)x\(height)"
      let lost = Set(before.columns.keys).subtracting(columns.keys)
      if !lost.isEmpty {
        let names = state.place.screen.panes[pane].columns
        return "\(place) loses \(lost.sorted().map { names.indices.contains($0) ? names[$0] : "" })"
      }
      let (cells, cellsBefore) = (
        columns.values.reduce(0, +), before.columns.values.reduce(0, +)
      )
      if cells < cellsBefore { return "\(place) has \(cells) of \(cellsBefore) cells of text" }
      if columns.count == before.columns.count {
        for (column, cells) in columns where cells < before.columns[column, default: 0] {
          return "\(place) narrows column \(column) to \(cells)"
        }
      }
    }
    return nil
  }

  @Test(arguments: [24, 48])
  func aListLosesNothingInAWiderWindow(_ height: Int) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-29"))
    var seen = 0
    for page in try Self.pages() {
      var state = State.opened(page, world, size: Size(width: 80, height: height))
      let panes = state.place.screen.panes
      for pane in panes.indices {
        let fault = Self.fault(state, pane: pane, height: height)
        #expect(fault == nil, "\(page.kind.title), \(panes[pane].name)")
        let widest = Self.columns(&state, pane: pane, Size(width: 240, height: height))
        seen += widest.isEmpty ? 0 : 1
      }
    }
    #expect(seen > 20, "lists with columns were looked at")
  }
}
