import Canvas
import Testing

@testable import Charts

/// A single bar that would flatten all others is cut.
@Suite struct BarCutTests {
  @Test func anOutlierIsCut() {
    let cut = BarCut([722, 24, 23, 22])
    #expect(cut.isCut && cut.maximum == 48)
    #expect(BarCut([230, 24, 23, 22]) == BarCut([230, 24, 23, 22, 0]))
    #expect(!BarCut([230, 24, 23, 22]).isCut && BarCut([230, 24, 23, 22]).maximum == 230)
    #expect(!BarCut([722, 24, 23]).isCut)
    #expect(!BarCut([722, 0, 0, 0]).isCut)
    #expect(BarCut([Double]()).maximum == 0)
    #expect(!BarCut([.infinity, .nan, -1, 3]).isCut)
  }

  @Test func theCutBarEndsInAnArrowAndKeepsItsFigure() {
    let rows = [("Nscale", 700.0, 300.0), ("Jülich", 24, 0), ("CINECA", 12, 0), ("Eni", 6, 0)]
    let chart = BarChart(
      rows: rows.map { BarChart.Row($0.0, value: BarValue($0.1, possible: $0.2)) }, title: "T",
      maximum: BarCut(rows.map { $0.1 + $0.2 }).maximum)
    var canvas = Canvas(width: 40, height: 5)
    chart.draw(on: &canvas, in: canvas.bounds)
    let lines = PlainText.write(canvas).split(separator: "\n")
    #expect(lines[1].contains("█▸") && lines[1].contains("700"))
    #expect(!lines[2].contains("▸"))
    let length = { (line: Substring) in line.count { $0 == "█" } }
    #expect(abs(length(lines[1]) - 2 * length(lines[2])) <= 2)
  }

  @Test func partsAreCutInTheirOrder() {
    let value = BarValue(parts: [.init(3), .init(4)], possible: 5)
    #expect(value.cut(at: 5).parts?.map(\.value) == [3, 2])
    #expect(value.cut(at: 5).possible == 0)
    #expect(value.cut(at: 8).possible == 1)
    #expect(value.cut(at: 20) == value)
    #expect(BarValue.unknown.cut(at: 1) == .unknown)
  }
}
