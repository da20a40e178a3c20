/// A share between 0 and 1 of which only bounds are known: *documented* is what the facts prove,
/// *possible* what they do not rule out.
///
/// A share that is known exactly has both ends equal. `unknown` (0 to 1) says nothing at all.
/// Invariant: `0 <= documented <= possible <= 1`.
public struct ShareInterval: Hashable, Sendable {
  /// The least share that any reading of the facts allows, 0 to 1.
  public let documented: Double
  /// The greatest share that any reading of the facts allows, 0 to 1.
  public let possible: Double

  /// An interval between two shares.
  ///
  /// - Precondition: `0 <= documented <= possible <= 1`.
  public init(documented: Double, possible: Double) {
    precondition(
      0 <= documented && documented <= possible && possible <= 1,
      "a share interval is ordered and inside 0...1"
    )
    self.documented = documented
    self.possible = possible
  }

  /// A share that is known exactly.
  ///
  /// - Precondition: `share` is inside 0...1.
  public init(exactly share: Double) { self.init(documented: share, possible: share) }

  /// Nothing of the thing: exactly 0.
  public static let none = ShareInterval(exactly: 0)
  /// All of the thing: exactly 1.
  public static let all = ShareInterval(exactly: 1)
  /// Nothing known: 0 to 1.
  public static let unknown = ShareInterval(documented: 0, possible: 1)

  /// True if both ends are the same share.
  public var isExact: Bool { documented == possible }

  /// The open part: `possible - documented`.
  public var width: Double { possible - documented }

  /// An interval from two ends that rounding may have pushed apart. They may lie outside 0...1 or
  /// past each other by a few units in the last place.
  init(rounding documented: Double, _ possible: Double) {
    let low = min(max(documented, 0), 1)
    self.init(documented: low, possible: max(low, min(max(possible, 0), 1)))
  }
}
