import Canvas
import Charts
import Dataset
import Insight

/// The look of the graph's boxes and lines. The target's reach has its colour, is heavy where much
/// flows and dashed where no row gives a number. It is dim outside of the selection, and alarming
/// where a cut takes all.
struct ReachLooks: Sendable {
  private enum Reach {
    case documented, possible, none
  }

  private let chart: ReachChart
  private let target: ReachGraph.Node
  private let reach: [ReachGraph.Node: Reach]
  private let isUpstream: Set<ReachGraph.Node>
  /// Those through whom the target reaches others, where it is no maker of chips.
  private let carriers: Set<ReachGraph.Node>
  /// The nodes of the selection; `nil` lights everything.
  private let lit: Set<ReachGraph.Node>?
  private let lost: Set<ReachGraph.Node>
  private let search: String

  init(
    chart: ReachChart, facts: ExposureFacts, lit: Set<ReachGraph.Node>?, search: String
  ) {
    self.chart = chart
    self.lit = lit
    self.search = FoldedText.folded(search)
    target = facts.node
    isUpstream = chart.graph.reached(from: target, forwards: false)
    let isCompute = facts.dimension == .compute
    carriers =
      isCompute
      ? []
      : chart.graph.reached(from: target, forwards: true).filter {
        (chart.graph.tiers[$0] ?? 0) < ReachGraph.dependents
      }
    let main = isCompute ? facts.bars.first?.exposure : facts.main
    var reach: [ReachGraph.Node: Reach] = [:]
    for node in chart.nodes {
      guard case .organisation(let id) = node, let main else { continue }
      let found = main[id]
      if found.isUnknown || found.share.possible == 0 {
        reach[node] = found.isUnknown ? .possible : Reach.none
      } else {
        let shown = max(found.share.documented, found.known?.documented ?? 0)
        reach[node] = shown > 0 ? .documented : .possible
      }
    }
    self.reach = reach
    lost = Set(
      (facts.cut?.accelerators.byCompany ?? []).compactMap { group in
        guard case .organisation(let id) = group.key, group.loss.before > 0,
          group.loss.documented >= group.loss.before
        else { return nil }
        return .organisation(id)
      })
  }

  func style(of box: Int) -> Style {
    let style = plainStyle(of: box)
    let isFound =
      !search.isEmpty
      && chart.chart.graph.nodes.first { $0.id == chart.chart.layout.boxes[box].id }?.lines
        .first.map(FoldedText.folded)?.contains(search) == true
    return isFound ? style.adding(.underline) : style
  }

  private func plainStyle(of box: Int) -> Style {
    let node = chart.nodes[box]
    if !isLit(node) { return .dim }
    if node == target { return Style(.target, .bold) }
    if lost.contains(node) { return .alarm }
    if carriers.contains(node) { return .target }
    switch node {
    case .organisation: break
    case .jurisdiction, .country: return .plain
    case .unknownVendor: return .possible
    case .folded: return .dim
    }
    guard chart.graph.tiers[node] ?? 0 >= ReachGraph.dependents else { return .plain }
    switch reach[node] ?? .none {
    case .documented: return .target
    case .possible: return .possible
    case .none: return .strong
    }
  }

  func look(of index: Int) -> GraphChart.EdgeLook {
    let edge = chart.edges[index]
    let isReach =
      edge.from == target || carriers.contains(edge.from)
      || (reach[edge.from] == .documented && runsThroughTarget(edge))
    let style: Style = isReach ? .target : isUpstream.contains(edge.to) ? .rule : .plain
    let look = GraphChart.EdgeLook(weight: weight(edge), style: style)
    return isLit(edge.from) && isLit(edge.to) ? look : look.dimmed
  }

  /// True if a line leads on from an organisation that the target supplies.
  private func runsThroughTarget(_ edge: ReachGraph.Edge) -> Bool {
    (chart.graph.tiers[edge.from] ?? 0) >= ReachGraph.dependents
  }

  private func weight(_ edge: ReachGraph.Edge) -> LineWeight {
    guard let amount = edge.amount else {
      // Of what suppliers deliver to makers of chips no row ever says how much.
      let isSupply = chart.graph.dimension == .compute && chart.graph.tiers[edge.from] == 0
      return isSupply ? .light : .dashed
    }
    return amount.lowerBound >= chart.graph.heavy ? .heavy : .light
  }

  private func isLit(_ node: ReachGraph.Node) -> Bool { lit?.contains(node) ?? true }
}
