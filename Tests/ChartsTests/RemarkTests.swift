import Canvas
import Testing

@testable import Charts

/// Text next to bars and in graphs is never cut in the middle of a word where it need not be.
@Suite struct RemarkTests {
  private static let remark = "256 rounds, 16 undisclosed"

  @Test func aRemarkIsLeftOutByTheClause() {
    #expect(BarChart.remark(Self.remark, within: 40) == Self.remark)
    #expect(BarChart.remark(Self.remark, within: 20) == "256 rounds")
    #expect(BarChart.remark(Self.remark, within: 6).isEmpty)
  }

  @Test(arguments: 30...140)
  func noWidthCutsARemark(_ width: Int) {
    let rows = [(83.0, Self.remark), (43, "46 rounds, 1 undisclosed"), (1, "1 round")]
    let chart = BarChart(
      rows: rows.map { BarChart.Row("infrastructure", value: BarValue($0.0), note: $0.1) },
      title: "By layer", unit: "$ bn")
    var canvas = Canvas(width: width, height: 4)
    chart.draw(on: &canvas, in: canvas.bounds)
    #expect(!PlainText.write(canvas).contains("…"), "\(PlainText.write(canvas))")
  }

  @Test func aNameRunsOnOverBlankCells() {
    func graph(_ width: Int, edge: Bool) -> GraphChart {
      let nodes = [
        LayeredGraph.Node(id: "a", lines: ["NVIDIA"], width: 8, tier: 0),
        LayeredGraph.Node(
          id: "b", lines: ["Swiss National Supercomputing"], width: width, tier: 1),
        LayeredGraph.Node(id: "c", lines: ["Nscale"], width: width, tier: 1),
        LayeredGraph.Node(id: "d", lines: ["Microsoft"], width: 11, tier: 2),
      ]
      var edges = [
        LayeredGraph.Edge(from: "a", to: "b"), LayeredGraph.Edge(from: "a", to: "c"),
        LayeredGraph.Edge(from: "c", to: "d"),
      ]
      if edge { edges.append(LayeredGraph.Edge(from: "b", to: "d")) }
      return GraphChart(LayeredGraph(nodes: nodes, edges: edges))
    }
    func picture(_ chart: GraphChart) -> String {
      var canvas = Canvas(width: 60, height: 6)
      chart.draw(on: &canvas, in: canvas.bounds)
      return PlainText.write(canvas)
    }
    #expect(picture(graph(20, edge: false)).contains("Swiss National Supercomputing"))
    #expect(picture(graph(20, edge: true)).contains("…"), "a line is not written over")
  }
}
