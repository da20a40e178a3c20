/// The stated tiers as arcs: between a tier and the next stands a bound, a node that is not drawn.
/// It is after everything in the tiers before, and not after anything in the tiers behind.
struct TierBounds {
  /// The distinct tiers in ascending order.
  private let levels: [Int]
  private let tiers: [Int?]

  init(_ tiers: [Int?]) {
    var levels = tiers.compactMap { $0 }.sorted()
    levels.removeDuplicates()
    self.levels = levels
    self.tiers = tiers
  }

  /// Fewer by 1 than the tiers.
  var count: Int { max(0, levels.count - 1) }

  /// Arcs with the layers they must at least span, the bounds numbered from `firstBound`.
  func arcs(firstBound: Int) -> [(arc: Arc, span: Int)] {
    guard count > 0 else { return [] }
    var result: [(arc: Arc, span: Int)] = []
    for (node, tier) in tiers.enumerated() {
      guard let tier, let level = levels.firstIndex(ofSorted: tier) else { continue }
      if level > 0 { result.append((Arc(tail: firstBound + level - 1, head: node), 0)) }
      if level < count { result.append((Arc(tail: node, head: firstBound + level), 1)) }
    }
    for bound in 1..<max(1, count) {
      result.append((Arc(tail: firstBound + bound - 1, head: firstBound + bound), 1))
    }
    return result
  }
}
