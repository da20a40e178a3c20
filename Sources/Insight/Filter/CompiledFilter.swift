import Dataset

/// A filter made ready for the rows of one snapshot.
public struct CompiledFilter: Sendable {
  /// Lets every row through.
  public static let everything = CompiledFilter()

  /// Whether a round passes.
  public func matches(_ round: Round) -> Bool { true }

  /// Whether a commitment passes.
  public func matches(_ commitment: Commitment) -> Bool { true }
}
