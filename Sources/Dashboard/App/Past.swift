import Dataset
import Insight

/// An earlier state of the data that the present state can be compared with: that of the last
/// visit, or another package.
public struct Past: Sendable {
  /// Rows entered since; `nil` where nothing is known of the earlier state.
  let entered: @Sendable (Dataset) -> Entered?

  /// An earlier state, given how it is compared with.
  public init(_ entered: @escaping @Sendable (Dataset) -> Entered?) { self.entered = entered }

  /// Another package.
  public init(_ package: Dataset, called name: String) {
    entered = { Entered($0, against: package, called: name) }
  }
}

extension World {
  /// Rows entered since the earlier state; `nil` where nothing is known of it, and from another day
  /// than today: what the rows said on that day nobody kept.
  var entered: Entered? { isPast ? nil : past?.entered(dataset) }

  /// True if a row was entered, changed or taken out since the earlier state. Where none was, what became
  /// known by its date is all there is to tell.
  public var hasEntered: Bool { !(entered?.rows.isEmpty ?? true) }
}
