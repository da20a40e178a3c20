/// The behaviour of a scalar in a row of cells.
enum ScalarClass: UInt32 {
  case narrow = 0
  /// Is drawn on the scalar before it.
  case zero = 1
  case wide = 2
  /// Draws nothing itself or steers what draws it: never sent, a stand-in is.
  case hidden = 3

  /// The class of a scalar value, from the Unicode Character Database.
  static func of(_ value: UInt32) -> ScalarClass {
    if value < 0x300 {
      if value >= 0x20 && value < 0x7F { return .narrow }
      return value < 0xA0 || value == 0xAD ? .hidden : .narrow
    }
    // Arrows, mathematics, boxes, blocks and geometric shapes are most of what is drawn.
    if value >= 0x2500 && value < 0x25FD { return .narrow }
    return search(value)
  }

  /// Binary search for the last change that is not above the value.
  private static func search(_ value: UInt32) -> ScalarClass {
    WidthTable.changes.withUnsafeBufferPointer { changes in
      var low = 0
      var high = changes.count
      while high - low > 1 {
        let middle = (low + high) / 2
        if changes[middle] >> 2 <= value { low = middle } else { high = middle }
      }
      return ScalarClass(rawValue: changes[low] & 3) ?? .narrow
    }
  }

  /// True if the scalar is narrow alone and a two-cell emoji before U+FE0F.
  static func widensToEmoji(_ value: UInt32) -> Bool {
    let runs = WidthTable.narrowEmoji
    var low = 0
    var high = runs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if runs[middle * 2 + 1] < value {
        low = middle + 1
      } else if runs[middle * 2] > value {
        high = middle
      } else {
        return true
      }
    }
    return false
  }

  /// True if the scalar may be part of an emoji joined from several.
  static func isEmoji(_ value: UInt32) -> Bool {
    guard value >= 0xA9 else { return false }
    if value >= 0x1F000 && value < 0x1FB00 { return true }
    if value >= 0x2300 && value < 0x2C00 && of(value) == .wide { return true }
    return widensToEmoji(value)
  }
}
