import Canvas
import Foundation
import Testing

@testable import Charts

/// The rule of lengths (see ``Shape``), held against random values: an SVG within a hundredth of a
/// pixel, cells within an eighth.
@Suite struct ExactLengthTests {
  /// A rectangle of a picture, in pixels.
  private struct Block: Equatable {
    let x: Double
    let y: Double
    let width: Double
    let height: Double
    let isHollow: Bool
    /// The class of its group.
    let role: String

    /// Its lower edge, to a hundredth.
    var foot: Double { ((y + height) * 100).rounded() / 100 }
  }

  private static let (cellWidth, cellHeight) = (9.0, 19.0)

  private func svg(_ canvas: Canvas) -> String {
    SVG.write(canvas, theme: .standard, title: "", description: "")
  }

  private func number(_ name: String, in line: Substring) -> Double? {
    guard let start = line.range(of: " \(name)=\"")?.upperBound else { return nil }
    return Double(line[start...].prefix { $0 != "\"" })
  }

  /// All rectangles but the paper, and the class of the group each is in.
  private func blocks(_ canvas: Canvas) -> [Block] {
    var role = ""
    return svg(canvas).split(separator: "\n").compactMap { line in
      if line.hasPrefix("<g class=\"") {
        role = String(line.dropFirst(10).prefix { $0 != "\"" })
      }
      guard line.hasPrefix("<rect x"), let x = number("x", in: line),
        let y = number("y", in: line), let width = number("width", in: line),
        let height = number("height", in: line)
      else { return nil }
      return Block(
        x: x, y: y, width: width, height: height, isHollow: line.contains("fill-opacity"),
        role: role)
    }
  }

  private func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 0.01 }

  /// Values over six orders of magnitude, now and then nothing.
  private func value(_ random: inout SplitMix64) -> Double {
    Int.random(in: 0..<8, using: &random) == 0
      ? 0 : pow(10, Double.random(in: -4..<2, using: &random))
  }

  private func parts(_ random: inout SplitMix64) -> [BarValue.Part] {
    (0..<3).map { BarValue.Part(value(&random), style: .series($0)) }
  }

  @Test func barsOfAPictureAreAsLongAsTheirValues() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<300 {
      let value = BarValue(
        parts: parts(&random), possible: value(&random), possibleStyle: .possible)
      let width = Int.random(in: 1...70, using: &random)
      let maximum = value.reach * Double.random(in: 1...3, using: &random)
      var canvas = Canvas(width: width + 4, height: 3)
      Bar(value, maximum: maximum).draw(
        on: &canvas, in: Rect(x: 2, y: 1, width: width, height: 1))
      let drawn = blocks(canvas)
      let pixels = Double(width) * Self.cellWidth / maximum
      var start = 2 * Self.cellWidth
      let all =
        value.drawnParts.map { ($0.value, $0.style, false) }
        + (value.hasPossible ? [(value.possible, .possible, true)] : [])
      #expect(drawn.count == all.count)
      for (length, style, isHollow) in all {
        let block = try #require(
          drawn.first { $0.role == "\(style.role)" && $0.isHollow == isHollow })
        #expect(isNear(block.x, start) && isNear(block.width, length * pixels))
        #expect(block.y == Self.cellHeight && block.height == Self.cellHeight)
        start += length * pixels
      }
    }
  }

  @Test func barsOfAChartShareOneScale() throws {
    let values: [Double] = [23_160, 240, 5, 0, 18_000]
    let chart = BarChart(
      rows: values.enumerated().map { .init("Row \($0.offset)", value: BarValue($0.element)) },
      title: "Accelerators")
    var canvas = Canvas(width: 100, height: 8)
    chart.draw(on: &canvas, in: canvas.bounds)
    let widths = blocks(canvas).sorted { $0.y < $1.y }.map(\.width)
    #expect(widths.count == 4)
    let longest = try #require(widths.first)
    for (width, value) in zip(widths, values.filter { $0 > 0 }) {
      #expect(isNear(width, longest * value / 23_160), "\(value)")
    }
  }

  @Test func columnsStandOnTheirAxisAndReachTheirValue() throws {
    var random = SplitMix64(seed: 12)
    for round in 0..<100 {
      let columns = (0..<6).map { index in
        ColumnChart.Column(
          "\(index)",
          value: BarValue(
            parts: parts(&random), possible: index % 2 == 0 ? value(&random) : 0))
      }
      let chart = ColumnChart(columns: columns, title: "Raised", unit: "$ bn")
      var canvas = Canvas(width: 60, height: Int.random(in: 6...30, using: &random))
      let layout = chart.layout(in: canvas.bounds, at: nil)
      chart.draw(on: &canvas, in: canvas.bounds)
      let drawn = blocks(canvas)
      let axis = (Double(layout.baseline.y) + 0.5) * Self.cellHeight
      // The axis of a picture is where the line is drawn.
      #expect(svg(canvas).contains(" \(axis == axis.rounded() ? "\(Int(axis))" : "\(axis)")H"))
      let pixels = Double(layout.axis.rows) * Self.cellHeight / layout.axis.top
      for (index, column) in columns.enumerated() {
        let left = Double(layout.plot.x + index * layout.pitch) * Self.cellWidth
        let stack = drawn.filter {
          $0.x >= left && $0.x < left + Double(layout.pitch) * Self.cellWidth
        }.sorted { $0.foot == $1.foot ? $0.y > $1.y : $0.foot > $1.foot }
        var foot = axis
        for block in stack {
          #expect(isNear(block.y + block.height, foot), "\(round)")
          foot = block.y
        }
        #expect(isNear(axis - foot, column.value.reach * pixels), "\(round) \(index)")
      }
    }
  }

  @Test func aLineOfAPictureLiesAtItsValue() throws {
    var random = SplitMix64(seed: 13)
    for _ in 0..<100 {
      let value = Double.random(in: 0.01...20, using: &random)
      let line = StepLine(
        series: [.init(steps: [.init(day: 3, value: value)])], days: 0...19, maximum: 20)
      var canvas = Canvas(width: 50, height: Int.random(in: 4...20, using: &random))
      let layout = line.layout(in: canvas.bounds)
      line.draw(on: &canvas, in: canvas.bounds)
      let height = value / layout.axis.top * Double(layout.axis.rows)
      let y = (Double(layout.baseline.y) + 0.5 - height) * Self.cellHeight
      let from = (Double(layout.plot.minX) + layout.scale.position(of: 3)) * Self.cellWidth
      let to = Double(layout.plot.maxX) * Self.cellWidth
      let paths = svg(canvas).split(separator: "M").compactMap { path -> [Double]? in
        let numbers = path.split { " H\"".contains($0) }.prefix(3).compactMap { Double($0) }
        return numbers.count == 3 ? numbers : nil
      }
      #expect(
        paths.contains { isNear($0[0], from) && isNear($0[1], y) && isNear($0[2], to) },
        "\(value)")
    }
  }

  @Test func sparklinesAndBarsInTablesAreExactToo() throws {
    var canvas = Canvas(width: 40, height: 6)
    Sparkline([1, 250, 1_000]).draw(on: &canvas, in: Rect(x: 0, y: 0, width: 3, height: 2))
    let heights = blocks(canvas).sorted { $0.x < $1.x }.map(\.height)
    #expect(heights.count == 3)
    for (height, value) in zip(heights, [1.0, 250, 1_000]) {
      #expect(isNear(height, value / 1_000 * 2 * Self.cellHeight))
    }

    let shares: [ClosedRange<Double>] = [0.137...0.137, 0.004...0.62, 0...1]
    let table = Table(
      columns: [.init("", minimum: 12, maximum: 12)],
      rows: shares.map { [Table.Entry(bar: Bar(share: $0, style: .target), cells: 12)] })
    var page = Canvas(width: 12, height: 4)
    table.draw(on: &page, in: page.bounds)
    for (row, share) in shares.enumerated() {
      let line = blocks(page).filter { isNear($0.y, Double(row + 1) * Self.cellHeight) }
      let solid = line.filter { !$0.isHollow }.reduce(0) { $0 + $1.width }
      let hollow = line.filter(\.isHollow).reduce(0) { $0 + $1.width }
      #expect(isNear(solid, share.lowerBound * 12 * Self.cellWidth))
      #expect(isNear(hollow, (share.upperBound - share.lowerBound) * 12 * Self.cellWidth))
    }
  }

  /// The eighths of a cell that a solid bar takes.
  private func eighths(_ layout: BarLayout) -> Int {
    guard let last = layout.cells.last else { return 0 }
    let end = if case .until(let count) = last.mark { count } else { 8 }
    return last.index * 8 + end
  }

  @Test func stackedBarsEndAtTheirSumToAnEighth() {
    var random = SplitMix64(seed: 14)
    for _ in 0..<3_000 {
      let value = BarValue(parts: parts(&random))
      let width = Int.random(in: 1...60, using: &random)
      let maximum = max(1e-6, value.reach * Double.random(in: 1...2, using: &random))
      let layout = BarLayout(value, on: BarScale(maximum: maximum, cells: width))
      let exact = value.reach / maximum * Double(width) * 8
      // A part without a cell of its own adds a hairline at the most.
      #expect(abs(Double(eighths(layout)) - exact) <= 1, "\(value)")
      // No cell is left out within the bar.
      #expect(layout.cells.map(\.index) == Array(0..<layout.extent))
    }
  }

  @Test func bordersBetweenPartsLieWhereTheyAreToAnEighth() {
    var random = SplitMix64(seed: 15)
    for _ in 0..<1_000 {
      let first = Double.random(in: 2...20, using: &random)
      let value = BarValue(parts: [.init(first), .init(30 - first, style: .series(1))])
      let layout = BarLayout(value, on: BarScale(maximum: 30, cells: 30))
      let border = Int((first * 8).rounded())
      let cell = layout.cells.first { $0.index == border / 8 }
      switch border % 8 {
      case 0: #expect(cell?.style == .series(1) && cell?.mark == .full)
      case 1..<4: #expect(cell?.style == .series(1) && cell?.mark == .from(border % 8))
      default: #expect(cell?.style == .plain && cell?.mark == .until(border % 8))
      }
      #expect(layout.cells.count == 30)
    }
  }

  @Test func whatIsSmallIsAHairlineAndNoCell() {
    #expect(Bar(BarValue(0.001), maximum: 100).text(cells: 20) == "▏")
    #expect(Bar(BarValue(nil, possible: 0.001), maximum: 100).text(cells: 20) == "┆")
    #expect(Bar(BarValue(0), maximum: 100).text(cells: 20) == "")
    let last = BarValue(parts: [.init(50), .init(0.001, style: .series(1))])
    #expect(Bar(last, maximum: 100).text(cells: 20) == "█████████▉▏")
    let first = BarValue(parts: [.init(0.001), .init(50, style: .series(1))])
    let layout = BarLayout(first, on: BarScale(maximum: 100, cells: 20))
    #expect(layout.cells.first == .init(index: 0, mark: .until(1), style: .plain))
    #expect(layout.cells.count == 10 || layout.cells.count == 11)
  }

  @Test func theEndOfASolidPartIsToAnEighthBesideAHollowPart() {
    let value = BarValue(3.4, possible: 4)
    #expect(Bar(value, maximum: 10).text(cells: 10) == "███▍░░░")
    #expect(Bar(share: 0.34...0.35).text(cells: 10) == "███▍┆")
    // At the end of the room the larger half shows.
    #expect(Bar(share: 0.93...1).text(cells: 10) == "█████████░")
    #expect(Bar(share: 0.97...1).text(cells: 10) == "█████████▊")
  }

  @Test func somethingInFrontTakesItsPartAway() {
    var canvas = Canvas(width: 20, height: 1)
    Bar(BarValue(17.3), maximum: 20).draw(on: &canvas, in: canvas.bounds)
    canvas.put("note", x: 5, y: 0)
    let drawn = blocks(canvas)
    #expect(drawn.allSatisfy { $0.x + $0.width <= 45 || $0.x >= 81 })
    #expect(isNear(drawn.reduce(0) { $0 + $1.width }, 13.3 * Self.cellWidth))
    #expect(svg(canvas).contains(">note</text>"))
  }
}
