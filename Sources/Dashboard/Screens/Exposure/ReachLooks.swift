import Canvas
import Charts
import Dataset
import Insight

/// How boxes and lines of the graph look: the target's reach in its colour, heavy where much flows,
/// dashed where no row says how much, and dim where it is not part of what is selected.
struct ReachLooks: Sendable {
  let chart: ReachChart
  let facts: ExposureFacts
  /// What belongs to the selection; `nil` lights everything.
  let lit: Set<ReachGraph.Node>??

  private var target: ReachGraph.Node { .organisation(facts.target) }

  /// The style of a box.
  func style(of box: Int) -> Style {
    let node = chart.nodes[box]
    if !isLit(node) { return .dim }
    if node == target { return Style(.target, .bold) }
    guard case .organisation(let id) = node else {
      return node == .unknownVendor ? .possible : .dim
    }
    guard chart.graph.tiers[node] ?? 0 >= 2, let main = facts.bars.first?.exposure else {
      return .plain
    }
    let found = main[id]
    if found.isUnknown { return .possible }
    if found.share.documented > 0 { return .target }
    return found.share.possible > 0 ? .possible : .strong
  }

  /// The look of a line.
  func look(of index: Int) -> GraphChart.EdgeLook {
    let edge = chart.edges[index]
    let isReach = edge.from == target || (chart.graph.tiers[edge.from] == 2 && isExposed(edge.from))
    let style: Style = isReach ? .target : chart.graph.tiers[edge.from] == 0 ? .rule : .plain
    let look = GraphChart.EdgeLook(weight: weight(edge), style: style)
    return isLit(edge.from) && isLit(edge.to) ? look : look.dimmed
  }

  private func weight(_ edge: ReachGraph.Edge) -> LineWeight {
    guard let count = edge.accelerators else {
      return chart.graph.tiers[edge.from] == 0 ? .light : .dashed
    }
    return count >= 10_000 ? .heavy : .light
  }

  private func isExposed(_ node: ReachGraph.Node) -> Bool {
    guard case .organisation(let id) = node, let main = facts.bars.first?.exposure else {
      return false
    }
    return main[id].share.documented > 0
  }

  private func isLit(_ node: ReachGraph.Node) -> Bool {
    guard let lit, let lit else { return true }
    return lit.contains(node)
  }
}
