import Dataset

extension ComputeStatus {
  /// True if a commitment was paused or cancelled: it counts as nothing until it is taken up again.
  public var isWithdrawn: Bool { self == .paused || self == .cancelled }
}

/// The size of a commitment as last said, each unit by the latest row that tells it.
///
/// A row that withdraws a commitment often names no size, and the size is what was withdrawn.
/// Example: Stargate Norway was cancelled without a figure; the row before said 48,000.
struct SizeSaid {
  let accelerators: Int?
  let equivalents: ClosedRange<Double>?
  /// Nothing where the power stands in the row of a campus.
  let megawatts: Double?

  init(of commitment: Commitment, _ role: CampusRole, in snapshot: Snapshot) {
    accelerators = snapshot.acceleratorsLastSaid(of: commitment)
    equivalents = snapshot.lastSaid(of: commitment) { snapshot.dataset.equivalents(of: $0) }
    megawatts = role == .tranche ? 0 : snapshot.lastSaid(of: commitment, \.megawatts)
  }
}

extension CampusRoles {
  /// The roles of withdrawn commitments, by the figures last said of each.
  init(asLastSaid commitments: [Commitment], in snapshot: Snapshot) {
    self.init(
      commitments, in: snapshot.dataset, accelerators: snapshot.acceleratorsLastSaid,
      megawatts: { snapshot.lastSaid(of: $0, \.megawatts) })
  }
}

extension Snapshot {
  /// The accelerators of a commitment as last said: what its row says, else what the latest row of it
  /// before that did. `nil` where none ever named a number.
  public func acceleratorsLastSaid(of commitment: Commitment) -> Int? {
    lastSaid(of: commitment, \.accelerators)
  }

  /// A figure of a commitment as last said.
  fileprivate func lastSaid<Size>(of commitment: Commitment, _ size: (Commitment) -> Size?) -> Size?
  {
    size(commitment) ?? history(of: commitment.id).reversed().lazy.compactMap(size).first
  }
}
