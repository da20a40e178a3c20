import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Every bar and every axis of every screen has its unit in sight. It is in the title over it, or with the
/// figure next to it.
@Suite struct ChartUnitTests {
  /// The units, as words and signs that a reader knows.
  private static let units = [
    "$", "%", "MW", "accelerators", "H100", "thousand", "months", "days", " d", "states", "rounds",
    "rows", "facts", "changed", "parameters", "times",
  ]

  @Test(arguments: [Size(width: 120, height: 40), Size(width: 80, height: 24)])
  func everyChartNamesItsUnit(_ size: Size) throws {
    for (name, canvas) in try ChartLegendTests.pictures(size) {
      for place in Self.charts(in: canvas) {
        let words = Self.words(of: place, in: canvas)
        #expect(
          Self.units.contains { words.lowercased().contains($0.lowercased()) },
          "\(name), column \(place.x), row \(place.y): \(words)\n\(PlainText.write(canvas))")
      }
    }
  }

  /// The check sees a chart whose unit is missing.
  @Test func aChartWithoutAUnitIsSeen() {
    var canvas = Canvas(width: 40, height: 8)
    canvas.put("By layer", x: 0, y: 3, style: .heading)
    canvas.put("models  ████ 12", x: 0, y: 4)
    let places = Self.charts(in: canvas)
    #expect(places.map(\.y) == [4])
    #expect(!Self.units.contains { Self.words(of: places[0], in: canvas).contains($0) })
  }

  /// The first cells of bars, and the ticks of axes: the upper row of each stack of them.
  private static func charts(in canvas: Canvas) -> [Point] {
    func isChart(_ x: Int, _ y: Int) -> Bool {
      guard y >= 2, y < canvas.height - 2, x > 0 else { return false }
      func isDigit(_ x: Int) -> Bool {
        x >= 0 && canvas[x, y].scalar?.properties.numericType == .decimal
      }
      if canvas[x, y].scalar == "┤" { return isDigit(x - 2) }
      // A line right of an axis is named with it.
      let before = (0..<x).reversed().first { canvas[$0, y].scalar.map(isAxisOrWord) ?? false }
      if let before, canvas[before, y].scalar.map({ "│┤└".unicodeScalars.contains($0) }) ?? false {
        return false
      }
      func isFull(_ x: Int) -> Bool { x < canvas.width && canvas[x, y].scalar == Glyph.full }
      return isFull(x) && isFull(x + 1) && isFull(x + 2) && !isFull(x - 1)
    }
    return (2..<canvas.height).flatMap { y in
      (0..<canvas.width).filter { isChart($0, y) && !isChart($0, y - 1) }.map { Point(x: $0, y: y) }
    }
  }

  private static func isAxisOrWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || "│┤└".unicodeScalars.contains(scalar)
  }

  /// The row of a bar, and the nearest title above it.
  private static func words(of place: Point, in canvas: Canvas) -> String {
    func text(_ y: Int) -> String {
      (0..<canvas.width).map { "\(canvas.character($0, y))" }.joined()
    }
    let own = canvas[place.x, place.y].scalar == "┤" ? "" : text(place.y)
    let title = (2..<place.y).reversed().first { y in
      (max(0, place.x - 50)...min(canvas.width - 1, place.x + 12)).contains { x in
        [.heading, .accent].contains(canvas[x, y].style.role)
          && canvas[x, y].scalar?.properties.isAlphabetic == true
      }
    }
    return own + " / " + (title.map(text) ?? "")
  }
}
