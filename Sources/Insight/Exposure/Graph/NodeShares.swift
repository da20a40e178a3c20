/// The share of every node of a `DependencyGraph` that reaches a target, as bounds.
public struct NodeShares: Hashable, Sendable {
  /// The bounds of each node, by its index.
  public let intervals: [ShareInterval]
  /// True for each node of which nothing at all is known: no fact lies behind it, on any way.
  ///
  /// Such a node is 0 to 1 and has to be called unknown. A node that is 0 to 1 because of facts of
  /// unknown weight is not unknown in this sense.
  public let isUnknown: [Bool]

  public subscript(node: Int) -> ShareInterval { intervals[node] }
}

extension DependencyGraph {
  /// The share of each node that ends at the nodes fixed to 1, through however many others.
  ///
  /// It is the solution `E` of the Leontief system `E = F + R E` (W. Leontief, Review of Economics
  /// and Statistics 18(3), 1936; R. Miller, P. Blair, Input-Output Analysis, 2nd ed. 2009), read as
  /// in D. Acemoglu, V. Carvalho, A. Ozdaglar, A. Tahbaz-Salehi, Econometrica 80(5), 2012: `R` the
  /// shares that go to nodes, `F` those that go to fixed values.
  ///
  /// **Completion.** Nothing unknown is guessed. A *completion* gives every unknown size some
  /// positive finite number. It gives a share between 0 and 1 to every unknown end, and to every
  /// node of which nothing is known. Under each completion the system has a unique solution.
  /// `documented` is the infimum and `possible` the supremum of a node's share over all
  /// completions: no narrower interval is right, and no reading of the facts leaves it. The rules,
  /// each with N fixed to 1 and A to 0:
  ///
  /// 1. *Known sizes.* The weighted mean. `u` has 60 at N, 40 at A: 0.6 to 0.6.
  /// 2. *Unknown end.* 0 to 1 for that part. `u` has 60 at N, 30 at A, 10 at an unknown maker's:
  ///    0.6 to 0.7.
  /// 3. *Unknown size.* May weigh anything. So the least is the smaller of the mean of the known
  ///    sizes and the least behind an unknown size. The greatest likewise. `u` has 60 at N, 40 at A
  ///    and some number at N: 0.6 to 1. With some number at A instead: 0 to 0.6. With 60 at N and
  ///    some number at N: 1 to 1, since no size of it changes anything.
  /// 4. *Through others.* `u` has 50 at N and rents 50 from `v`, which has 20 at N and 80 at A:
  ///    0.5 + 0.5 · 0.2 = 0.6.
  /// 5. *Circles* are summed to the end. `u` has 50 at N and rents 50 from `v`. `v` has 50 at A and
  ///    rents 50 from `u`: E(u) = 0.5 + 0.5 E(v), E(v) = 0.5 E(u), so E(u) = 2/3 and E(v) = 1/3.
  ///    The part that a node rents from itself counts as the rest of it does.
  /// 6. *Nothing known.* A node without dependencies is 0 to 1 and `isUnknown`. So is a circle
  ///    whose members depend on each other alone. So is a node all of whose ways end in such nodes,
  ///    or at unknown ends. `u` has 50 at N and 50 at such a `v`: 0.5 to 1.
  /// 7. *Circles of unknown size.* Sizes are finite, so a way out is always taken in the end: `u`
  ///    has 100 at N and some number at `v`, `v` 100 at N and some number at `u`: 1 to 1. (As
  ///    equations, E(u) = min(1, E(v)) and E(v) = min(1, E(u)) have every t from 0 to 1 as a
  ///    solution. Documented is the greatest solution of the equations with min. Possible is the
  ///    least of those with max. Both hold once the circles of rule 6 are set to 0 and to 1. Every
  ///    solution is a bound, and completions come arbitrarily close to these.)
  ///
  /// Known sizes are solved exactly. With unknown sizes the bounds are the least and greatest
  /// probabilities of absorption of a Markov decision process. `BoundSolver` finds them. The parts
  /// between circles are solved one after the other, so the cost is that of the largest circle.
  ///
  /// - Parameter fixed: the nodes whose share is known beforehand and what it is: the target itself
  ///   1, other ends of the chain 0. Their own dependencies play no part.
  /// - Precondition: the nodes fixed are nodes of the graph, all that need a part whole among them: what
  ///   these depend on is for ``SupplyChain`` to say.
  public func shares(fixing fixed: [Int: ShareInterval]) -> NodeShares {
    var given = [ShareInterval?](repeating: nil, count: nodeCount)
    for (node, share) in fixed {
      precondition((0..<nodeCount).contains(node), "a fixed node is a node")
      given[node] = share
    }
    let components = StrongComponents(
      count: nodeCount,
      skipping: { given[$0] != nil },
      successors: { dependencies(of: $0).compactMap { edges[$0].to } }
    )
    let documented = BoundSolver.values(
      of: self, fixed: given.map { $0?.documented }, components: components, end: .least
    )
    let possible = BoundSolver.values(
      of: self, fixed: given.map { $0?.possible }, components: components, end: .greatest
    )
    return NodeShares(
      intervals: zip(documented, possible).map { ShareInterval(rounding: $0, $1) },
      isUnknown: unknownNodes(given)
    )
  }

  /// The share of the known sizes of a node alone, "of what is counted": its row without the
  /// dependencies of unknown size.
  ///
  /// `nil` where nothing is counted. Example: a node has 60 at N, 40 at A and some number
  /// elsewhere. Whatever that is, 0.6 of what is counted is at N.
  public func shareOfKnownSizes(of node: Int, in shares: NodeShares) -> ShareInterval? {
    let parts = dependencies(of: node).compactMap { edge -> WeightedMean.Part? in
      guard edges[edge].size.isSized, let weights = edges[edge].size.weights else { return nil }
      return WeightedMean.Part(
        least: weights.least, most: weights.most,
        share: edges[edge].to.map { shares[$0] } ?? .unknown)
    }
    return WeightedMean.bounds(of: parts)
  }

  /// The nodes behind which no fixed value lies other than "0 to 1".
  private func unknownNodes(_ given: [ShareInterval?]) -> [Bool] {
    let incoming = dependents()
    var isKnown = given.map { $0 != nil && $0 != .unknown }
    var queue = isKnown.indices.filter { isKnown[$0] }
    while let node = queue.popLast() {
      for edge in incoming[node] {
        let from = edges[edge].from
        if isKnown[from] || given[from] != nil { continue }
        isKnown[from] = true
        queue.append(from)
      }
    }
    return isKnown.map { !$0 }
  }
}

/// The bounds of a mean whose weights and values are open between two ends.
enum WeightedMean {
  /// A weight between two ends, the greater finite, and its share.
  struct Part {
    let least: Double
    let most: Double
    let share: ShareInterval
  }

  /// The least and the greatest mean; `nil` where nothing is certain to weigh anything.
  static func bounds(of parts: [Part]) -> ShareInterval? {
    guard parts.contains(where: { $0.least > 0 }) else { return nil }
    let low = least(parts.map { ($0.least, $0.most, $0.share.documented) })
    let high = 1 - least(parts.map { ($0.least, $0.most, 1 - $0.share.possible) })
    return ShareInterval(rounding: low, high)
  }

  /// The least mean: what lies under the mean of the others weighs its most.
  private static func least(_ parts: [(least: Double, most: Double, value: Double)]) -> Double {
    var total = parts.reduce(0) { $0 + $1.least }
    var sum = parts.reduce(0) { $0 + $1.least * $1.value }
    for part in parts.sorted(by: { $0.value < $1.value }) where part.most > part.least {
      guard part.value < sum / total else { break }
      total += part.most - part.least
      sum += (part.most - part.least) * part.value
    }
    return sum / total
  }
}
