import Dataset

/// The commitments of a chip: those whose row names it alone, and those that name it among several.
public struct ChipUse: Sendable {
  public let chip: Chip
  /// The commitments with this chip alone: firm sites by accelerators, then the others; cancelled
  /// sites are left out.
  public let sole: [Commitment]
  /// Those that name several chips, of which only a family is known, in the same order.
  public let shared: [Commitment]

  /// The firm accelerators that are surely of this chip.
  public var accelerators: Int { ChipUse.firm(sole) }
  /// The firm accelerators that may be of it.
  public var possible: Int { ChipUse.firm(shared) }

  /// Reads the rows as of the snapshot's day.
  public init(of chip: Chip, in snapshot: Snapshot) {
    self.init(of: chip, among: snapshot.compute.filter { $0.status != .cancelled }, snapshot)
  }

  /// Every chip of the dataset, in its order.
  public static func all(in snapshot: Snapshot) -> [ChipUse] {
    let rows = snapshot.compute.filter {
      $0.status != .cancelled && !snapshot.dataset.ids($0.chips).isEmpty
    }
    return snapshot.dataset.chips.map { ChipUse(of: $0, among: rows, snapshot) }
  }

  private init(of chip: Chip, among rows: [Commitment], _ snapshot: Snapshot) {
    let dataset = snapshot.dataset
    self.chip = chip
    func order(_ rows: [Commitment]) -> [Commitment] {
      rows.map { (slug: dataset.slug($0.id), row: $0) }.sorted { left, right in
        let (one, two) = (rank(left.row), rank(right.row))
        if one != two { return one < two }
        let (first, second) = (left.row.accelerators ?? -1, right.row.accelerators ?? -1)
        return first == second ? left.slug < right.slug : first > second
      }.map(\.row)
    }
    func rank(_ row: Commitment) -> Int {
      row.scope == .site ? (row.status.isFirm ? 0 : 1) : 2
    }
    var sole: [Commitment] = []
    var shared: [Commitment] = []
    for row in rows {
      let chips = dataset.ids(row.chips)
      guard chips.contains(chip.id) else { continue }
      if chips.count == 1 { sole.append(row) } else { shared.append(row) }
    }
    self.sole = order(sole)
    self.shared = order(shared)
  }

  private static func firm(_ rows: [Commitment]) -> Int {
    rows.reduce(0) { sum, row in
      row.scope == .site && row.status.isFirm ? sum + (row.accelerators ?? 0) : sum
    }
  }
}
