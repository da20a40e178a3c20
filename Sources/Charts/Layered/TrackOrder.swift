/// The order of a gap's tracks from left to right. (After Sander, Layout of directed hypergraphs
/// with orthogonal hyperedges, GD 2003.)
///
/// A line may come in on a row and another go out on the same row. The first must then turn off
/// before the second begins, else they would overlap. Where such demands go round in a circle, a
/// net is divided: it goes to a row that nobody uses, along it, and from there to its target.
///
/// Postcondition: every net comes after those it `mustFollow`; but for the divided, nets are those
/// given.
struct TrackOrder {
  private(set) var nets: [GapNet]
  private(set) var order: [Int] = []
  /// Nets that must stand left of a net.
  private(set) var mustFollow: [[Int]]
  /// For a divided net and a target that it gave away, the net that took it.
  private(set) var second: [GapLine: Int] = [:]

  /// `usedRows` are those of all lines of the gap, straight lines included.
  init(_ nets: [GapNet], usedRows: Set<Int>) {
    self.nets = nets
    mustFollow = Self.demands(nets)
    placeAll(usedRows: usedRows)
    if nets.count <= 64 { improve() }
  }

  /// For each net the nets with a source on the row of one of its targets.
  private static func demands(_ nets: [GapNet]) -> [[Int]] {
    var bySource: [Int: [Int]] = [:]
    for (i, net) in nets.enumerated() {
      for row in net.sources { bySource[row, default: []].append(i) }
    }
    return nets.enumerated().map { (i, net) in
      var result = net.targets.flatMap { bySource[$0] ?? [] }.filter { $0 != i }.sorted()
      result.removeDuplicates()
      return result
    }
  }

  /// The preferred order: falling nets from the lowest source up, rising nets from the highest
  /// down. Lines of a direction then never cross more than they have to.
  private func preference() -> [Int] {
    func key(_ i: Int) -> (Int, Int, Int, Int) {
      let net = nets[i]
      return net.isFalling
        ? (0, -(net.sources.last ?? 0), -(net.targets.last ?? 0), i)
        : (1, net.sources.first ?? 0, net.targets.first ?? 0, i)
    }
    return nets.indices.sorted { key($0) < key($1) }
  }

  private mutating func placeAll(usedRows: Set<Int>) {
    var waiting = preference()
    var usedRows = usedRows
    var placed = [Bool](repeating: false, count: nets.count)
    while !waiting.isEmpty {
      let free = waiting.firstIndex { net in mustFollow[net].allSatisfy { placed[$0] } }
      let net = waiting.remove(at: free ?? 0)
      if free == nil {
        waiting.append(nets.count)
        placed.append(false)
        divide(net, placed: placed, usedRows: &usedRows)
      }
      placed[net] = true
      order.append(net)
    }
  }

  /// Gives the targets that cannot be reached yet to a second net, which starts on a row of its own.
  private mutating func divide(_ net: Int, placed: [Bool], usedRows: inout Set<Int>) {
    let blockers = mustFollow[net].filter { !placed[$0] }
    let blocked = nets[net].targets.filter { row in
      blockers.contains { nets[$0].sources.contains(row) }
    }
    let row = Self.freeRow(near: blocked.first ?? 0, usedRows)
    usedRows.insert(row)
    for target in blocked { second[GapLine(source: net, target: target)] = nets.count }
    nets[net].targets.removeAll { blocked.contains($0) }
    nets[net].targets.append(row)
    nets[net].targets.sort()
    mustFollow[net].removeAll { !placed[$0] }
    nets.append(GapNet(sources: [row], targets: blocked))
    mustFollow.append(blockers + [net])
  }

  private static func freeRow(near row: Int, _ used: Set<Int>) -> Int {
    var distance = 1
    while true {
      if !used.contains(row - distance) { return row - distance }
      if !used.contains(row + distance) { return row + distance }
      distance += 1
    }
  }

  /// Moves nets to where they cross least, one after the other, as long as that helps.
  private mutating func improve() {
    let count = nets.count
    guard count > 1 else { return }
    var cost = [Int](repeating: 0, count: count * count)
    var best = 0
    var present = 0
    for (i, a) in order.enumerated() {
      for b in order[(i + 1)...] {
        let asIs = nets[a].cost(leftOf: nets[b])
        let turned = nets[b].cost(leftOf: nets[a])
        cost[a * count + b] = asIs
        cost[b * count + a] = turned
        present += asIs
        best += min(asIs, turned)
      }
    }
    var gained = true
    while gained, present > best {
      gained = false
      for net in 0..<count {
        let saved = move(net, cost: cost)
        if saved > 0 {
          present -= saved
          gained = true
        }
      }
    }
  }

  private mutating func move(_ net: Int, cost: [Int]) -> Int {
    let count = nets.count
    guard let here = order.firstIndex(of: net) else { return 0 }
    var best = (change: 0, place: here)
    var change = 0
    for place in stride(from: here - 1, through: 0, by: -1) {
      let other = order[place]
      if mustFollow[net].contains(other) { break }
      change += cost[net * count + other] - cost[other * count + net]
      if change < best.change { best = (change, place) }
    }
    change = 0
    for place in (here + 1)..<max(here + 1, order.count) {
      let other = order[place]
      if mustFollow[other].contains(net) { break }
      change += cost[other * count + net] - cost[net * count + other]
      if change < best.change { best = (change, place) }
    }
    order.remove(at: here)
    order.insert(net, at: best.place)
    return -best.change
  }
}
