import Canvas
import Testing

@testable import Charts

/// The weight of a line says how much flows: it stays what it was, whatever is selected.
@Suite struct LineWeightTests {
  private let chart = GraphChart(
    LayeredGraph(
      nodes: [
        .init(id: "tsmc", name: "TSMC", detail: .names, tier: 0),
        .init(id: "nvidia", name: "NVIDIA", detail: .names, tier: 1),
        .init(id: "amd", name: "AMD", detail: .names, tier: 1),
      ],
      edges: [.init(from: "tsmc", to: "nvidia"), .init(from: "tsmc", to: "amd")]))

  private func drawn(_ look: @escaping (Int) -> GraphChart.EdgeLook) -> String {
    picture(30, 3) { chart.draw(on: &$0, in: $1, edge: look) }
  }

  @Test func aLineOutOfTheLightIsAsHeavyAsItWas() {
    let lit = drawn { _ in .init(weight: .heavy) }
    #expect(lit.contains("━"))
    #expect(drawn { _ in .init(weight: .heavy).dimmed } == lit)
  }

  /// Where lines run together the heaviest shows, even under one that is lit.
  @Test func linesThatRunTogetherAreAsHeavyAsTheHeaviest() {
    for heavy in 0...1 {
      let text = drawn { $0 == heavy ? .init(weight: .heavy).dimmed : .init(weight: .dashed) }
      #expect(text.contains("TSMC ━"), "\(text)")
    }
  }
}
