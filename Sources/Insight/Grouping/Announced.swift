import Dataset

/// The treatment of rows that are announced and not closed, or not bound to.
public enum Announced: String, CaseIterable, Sendable, JSONConvertible {
  /// They are kept apart from the sums.
  case beside
  /// They enter the sums, and what they bring is still told apart.
  case counted
}
