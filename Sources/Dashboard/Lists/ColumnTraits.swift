/// The kind of values that a column is sorted by, for the words that name its order.
enum ColumnOrder: Hashable, Sendable {
  case text, date, number

  func words(descending: Bool) -> String {
    switch self {
    case .text: descending ? "Z to A" : "A to Z"
    case .date: descending ? "latest first" : "earliest first"
    case .number: descending ? "largest first" : "smallest first"
    }
  }
}

/// The widths that a column may be given, in cells.
///
/// The rule for widths: a column is never narrower than what says something, never wider than what
/// stands in it. Neither is it so wide that it or the first column is out of sight.
struct ColumnWidths: Hashable, Sendable {
  /// The width that it asks for by itself.
  let asked: Int
  let least: Int
  let most: Int

  /// The cells beyond which a text is read on its page, not in a list.
  static let widest = 120

  func clamped(_ width: Int) -> Int { min(max(width, least), max(least, most)) }
}
