import Canvas
import Testing

@testable import Charts

/// The selected row is told from every other, in colour and without.
@Suite struct SelectedRowTests {
  private let table = Table(
    columns: [.init("Name"), .init("Late", alignment: .trailing), .init("Share", minimum: 8)],
    rows: [
      [
        .init("Ada", style: Style(.good, .bold), mark: "●", markStyle: .good),
        .init("12 d", style: .alarm),
        .init("x ", bar: Bar(share: 0.5...0.7, style: .target), cells: 6),
      ],
      [.init("Bob", mark: "●", markStyle: .good), .init("3 d"), .init("y")],
    ])

  private func styles(_ row: Int, _ position: ListPosition) -> Set<Role> {
    var canvas = Canvas(width: 40, height: 3)
    table.draw(on: &canvas, in: canvas.bounds, position: position)
    return Set((2..<40).map { canvas[$0, row].style.role })
  }

  @Test func itIsOneColourFromEdgeToEdge() {
    #expect(styles(1, ListPosition(cursor: 0)) == [.plain])
    #expect(styles(1, ListPosition(cursor: 1)).isSuperset(of: [.good, .alarm]))
    var canvas = Canvas(width: 40, height: 3)
    table.draw(on: &canvas, in: canvas.bounds, position: ListPosition(cursor: 0))
    for x in 2..<40 { #expect(canvas[x, 1].style.attributes.contains(.reverse), "cell \(x)") }
  }

  @Test func theMarkIsBoldOnlyWhereKeysGo() {
    func mark(_ isFocused: Bool) -> Unicode.Scalar? {
      var canvas = Canvas(width: 40, height: 3)
      table.draw(
        on: &canvas, in: canvas.bounds, position: ListPosition(cursor: 0, isFocused: isFocused))
      return canvas[0, 1].scalar
    }
    #expect(mark(true) == Glyph.selected)
    #expect(mark(false) == Glyph.selectedElsewhere)
  }

  @Test func theTitlesAreLitOnlyWhereKeysGo() {
    func title(_ position: ListPosition?) -> Role {
      var canvas = Canvas(width: 40, height: 3)
      table.draw(on: &canvas, in: canvas.bounds, position: position)
      return canvas[2, 0].style.role
    }
    #expect(title(ListPosition(cursor: 0)) == .accent)
    #expect(title(ListPosition(cursor: 0, isFocused: false)) == .dim)
    let bars = BarChart(
      rows: [.init("chips", value: BarValue(1))], title: "By layer")
    func chartTitle(_ isFocused: Bool) -> Role {
      var canvas = Canvas(width: 40, height: 4)
      let position = ListPosition(cursor: 0, isFocused: isFocused)
      bars.draw(on: &canvas, in: canvas.bounds, position: position)
      let x = (0..<40).first { canvas[$0, 0].scalar == "B" } ?? 0
      return canvas[x, 0].style.role
    }
    #expect(chartTitle(true) == .accent)
    #expect(chartTitle(false) == .heading)
  }

  /// In monochrome the filled tile is told by reverse video, the hollow tile by its texture.
  @Test func tilesAreFilled() {
    let places = TileMap.europe
    let map = TileMap(tiles: [
      .init(places[0], mark: "●", style: .good, edge: .solid, name: "Iceland", detail: "Aug 25"),
      .init(places[1], mark: "◐", style: .possible, edge: .hollow),
      .init(places[2], mark: "○", style: .plain, edge: .open),
    ])
    var canvas = Canvas(width: 100, height: 4)
    map.draw(on: &canvas, in: canvas.bounds)
    let frames = map.frames(in: canvas.bounds)
    func cells(_ frame: Rect) -> [(scalar: Unicode.Scalar?, isReversed: Bool)] {
      (frame.minY..<frame.maxY).flatMap { y in
        (frame.minX..<frame.maxX).map { x in
          (canvas[x, y].scalar, canvas[x, y].style.attributes.contains(.reverse))
        }
      }
    }
    #expect(cells(frames[0]).allSatisfy { $0.isReversed || $0.scalar == Glyph.full })
    #expect(cells(frames[1]).count { $0.scalar == Glyph.hollow } > cells(frames[1]).count / 2)
    #expect(cells(frames[2]).allSatisfy { !$0.isReversed && $0.scalar != Glyph.hollow })
  }
}
