import Canvas

extension Rect {
  /// Columns at least as wide as what stands in each; `nil` where not all of it has that room.
  ///
  /// The rule of lists that stand next to each other: a wider window never shows fewer columns or
  /// less text of a list than a narrower window. So a list shares the width only where it stands
  /// whole.
  func abreast(_ least: [Int], gap: Int) -> [Rect]? {
    let whole = least.reduce(0, +) + gap * max(0, least.count - 1)
    guard whole <= width else { return nil }
    return columns(least.map { .atLeast($0, share: 1) }, gap: gap)
  }
}

extension Collection where Element == FactTable {
  /// The width in which each of them stands whole.
  var wholeWidth: Int { map(\.wholeWidth).max() ?? 0 }
}
