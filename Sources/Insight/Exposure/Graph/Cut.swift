/// A cut of a node or a dependency, wholly or in part.
public struct Cut: Hashable, Sendable {
  /// The part of the graph that is cut.
  public enum Part: Hashable, Sendable {
    /// Everything that ends at a node: a supplier, a site, a customer.
    case node(Int)
    case edge(Int)
  }

  public let part: Part
  /// The part that is cut, 0 (nothing) to 1 (all).
  public let fraction: Double

  /// A cut of a fraction of a part.
  ///
  /// - Precondition: `fraction` is inside 0...1.
  public init(_ part: Part, fraction: Double = 1) {
    precondition((0...1).contains(fraction), "a cut takes between nothing and all")
    self.part = part
    self.fraction = fraction
  }
}

extension DependencyGraph {
  /// The share of each node that a cut takes away.
  ///
  /// The linear (Leontief) reading: a node loses of itself the share that reaches what is cut,
  /// times the fraction. Times what a node has (accelerators, capital, tenants) it is the amount
  /// lost. It is the lower of the two published readings; the upper, that the loss of any input
  /// stops the whole, is what `Chokepoints` approaches (C. Diem et al., Scientific Reports 12:7719,
  /// 2022, compare the two). Example: `u` has 60 at N and rents 40 from `v`, which has half of its
  /// own at N. Cutting N by 50 % takes (0.6 + 0.4 · 0.5) · 0.5 = 0.4 of `u`.
  ///
  /// - Parameters:
  ///   - cut: what is taken away.
  ///   - ends: the values fixed to compute shares, without a target: other ends of the chain are 0.
  public func lost(by cut: Cut, ends: [Int: ShareInterval] = [:]) -> [ShareInterval] {
    let shares: NodeShares
    switch cut.part {
    case .node(let node):
      shares = self.shares(fixing: ends.merging([node: .all]) { $1 })
    case .edge(let edge):
      let redirected = Edge(from: edges[edge].from, to: nodeCount, size: edges[edge].size)
      var all = edges
      all[edge] = redirected
      shares = DependencyGraph(nodeCount: nodeCount + 1, edges: all)
        .shares(fixing: ends.merging([nodeCount: .all]) { $1 })
    }
    return shares.intervals.prefix(nodeCount).map { share in
      ShareInterval(
        documented: share.documented * cut.fraction, possible: share.possible * cut.fraction
      )
    }
  }

  /// The graph that is left after a cut.
  ///
  /// Known sizes that end at the cut shrink by the fraction. Unknown sizes stay unknown, and are
  /// gone where all is cut. Shares of the graph are shares of the rest, so they may rise: a node
  /// that loses its AMD part has more NVIDIA in what remains. The edges keep their indices; an edge
  /// that is gone has size zero.
  public func cutting(_ cut: Cut) -> DependencyGraph {
    let remaining = edges.enumerated().map { index, edge in
      let isCut =
        switch cut.part {
        case .node(let node): edge.to == node
        case .edge(let edge): index == edge
        }
      guard isCut else { return edge }
      let size: Size =
        switch edge.size {
        case .known(let size): .known(size * (1 - cut.fraction))
        case .between(let least, let most) where cut.fraction < 1:
          .between(least * (1 - cut.fraction), most * (1 - cut.fraction))
        case .between, .unknown, .whole: cut.fraction == 1 ? .known(0) : edge.size
        }
      return Edge(from: edge.from, to: edge.to, size: size)
    }
    return DependencyGraph(nodeCount: nodeCount, edges: remaining)
  }
}
