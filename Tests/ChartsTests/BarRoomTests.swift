import Canvas
import Testing

@testable import Charts

/// The room of bars: what nobody sees takes none of it, and a heading yields its unit before its words.
@Suite struct BarRoomTests {
  private func chart(_ labels: [String], title: String = "By operator", unit: String = "k")
    -> BarChart
  {
    BarChart(
      rows: labels.enumerated().map { index, label in
        BarChart.Row(label, value: BarValue(Double(100 - index)), note: "+430 k announced")
      }, title: title, unit: unit)
  }

  private func picture(_ chart: BarChart, _ size: Size) -> String {
    var canvas = Canvas(size: size)
    chart.draw(on: &canvas, in: canvas.bounds, position: ListPosition(cursor: 0))
    return PlainText.write(canvas)
  }

  @Test func aNameOutOfSightDoesNotSqueezeTheBars() {
    let long = "A very long name of an operator that nobody sees here"
    let size = Size(width: 78, height: 6)
    let short = chart((10..<30).map { "Operator \($0)" })
    let hidden = chart((10..<29).map { "Operator \($0)" } + [long])
    #expect(picture(hidden, size) == picture(short, size))
    #expect(picture(hidden, size).contains("+430 k announced"))
    #expect(picture(chart(["Operator 0", long]), size).contains(long))
  }

  @Test func theUnitIsShortenedBeforeTheTitle() {
    let bars = chart(
      ["EU-27", "US"], title: "By jurisdiction of operator", unit: "thousand accelerators")
    let wide = picture(bars, Size(width: 78, height: 6))
    #expect(wide.contains("By jurisdiction of operator") && wide.contains("thousand accelerators"))
    let narrow = picture(bars, Size(width: 38, height: 6))
    #expect(narrow.contains("By jurisdiction of operator"), "\(narrow)")
    #expect(narrow.split(separator: "\n")[0].contains(" k"), "\(narrow)")
    #expect(!narrow.contains("thousand"), "\(narrow)")
  }

  @Test func columnsHaveAHeadingInFourRows() {
    let chart = ColumnChart(
      columns: (1...4).map { ColumnChart.Column("24Q\($0)", value: BarValue(Double($0))) },
      title: "Raised", unit: "$ bn")
    for height in 4...8 {
      var canvas = Canvas(size: Size(width: 20, height: height))
      chart.draw(on: &canvas, in: canvas.bounds)
      #expect(PlainText.write(canvas).contains("Raised, $ bn"), "\(height)")
    }
  }

  @Test func anEntryOfALegendIsNeverCut() {
    let entries = ["● firm", "○ announced", "N NVIDIA", "? not said"].map { [Span($0)] }
    let lines = entries.packed(within: 20).map { $0.map(\.text).joined() }
    #expect(lines == ["● firm  ○ announced", "N NVIDIA  ? not said"])
  }
}
