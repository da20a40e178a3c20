import Dataset

extension ComputeStatus {
  /// True if a commitment was paused or cancelled: it counts as nothing until it is taken up again.
  public var isWithdrawn: Bool { self == .paused || self == .cancelled }
}

extension Snapshot {
  /// The accelerators of a commitment as last said: what its row says, else what the latest row of it
  /// before that did. `nil` where none ever named a number.
  ///
  /// A row that withdraws a commitment often names no size, and the size is what was withdrawn.
  /// Example: Stargate Norway was cancelled without a figure; the row before said 48,000.
  public func acceleratorsLastSaid(of commitment: Commitment) -> Int? {
    commitment.accelerators
      ?? history(of: commitment.id).last { $0.accelerators != nil }?.accelerators
  }
}
