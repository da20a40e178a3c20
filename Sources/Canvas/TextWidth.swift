/// The width of text in cells, and text made to fit.
///
/// The width of a piece of text is the number of cells ``Canvas`` draws it in: control characters
/// count a cell for their stand-in. East Asian Ambiguous characters, box drawing among them, count
/// a cell (UAX #11).
public enum TextWidth {
  public static func of(_ text: String) -> Int {
    text.withUTF8Bytes { of(bytes: $0, limit: Int.max) }
  }

  /// The cells a scalar takes alone: 0 for a combining mark, 2 for a wide character, else 1.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    switch ScalarClass.of(scalar.value) {
    case .zero: 0
    case .wide: 2
    case .narrow, .hidden: 1
    }
  }

  /// Calls a body with each letter of a text: the scalar that is drawn first, its cells, and the byte of the text
  /// at which it ends.
  public static func forEachLetter(
    of text: String, _ body: (_ scalar: Unicode.Scalar, _ cells: Int, _ end: Int) -> Void
  ) {
    text.withUTF8Bytes { bytes in
      var pieces = TextPieces(bytes)
      while let piece = pieces.next() {
        body(Unicode.Scalar(piece.first) ?? "\u{FFFD}", piece.width, piece.end)
      }
    }
  }

  /// The cells the bytes take; stops counting once there are more than `limit`.
  static func of(bytes: UnsafeBufferPointer<UInt8>, limit: Int) -> Int {
    var pieces = TextPieces(bytes)
    var width = 0
    while width <= limit, let piece = pieces.next() { width += piece.width }
    return width
  }

  /// The beginning of a text that fits; a cut is shown by an ellipsis, which counts.
  public static func clip(
    _ text: String, to width: Int, ellipsis: Bool = true
  ) -> String {
    text.withUTF8Bytes { bytes in
      guard let cut = cut(bytes, to: width, ellipsis: ellipsis) else {
        return String(decoding: bytes, as: UTF8.self)
      }
      let head = String(decoding: bytes[..<cut.end], as: UTF8.self)
      return cut.ellipsis ? head + "…" : head
    }
  }

  /// The place at which a text is cut to fit; nil if all of it fits.
  static func cut(
    _ bytes: UnsafeBufferPointer<UInt8>, to width: Int, ellipsis: Bool
  ) -> (end: Int, ellipsis: Bool)? {
    // No piece takes more cells than bytes.
    if bytes.count <= width || of(bytes: bytes, limit: width) <= width { return nil }
    guard width > 0 else { return (0, false) }
    let room = ellipsis ? width - 1 : width
    var pieces = TextPieces(bytes)
    var used = 0
    var end = 0
    while let piece = pieces.next() {
      used += piece.width
      if used > room { break }
      end = piece.end
    }
    return (end, ellipsis)
  }

  /// A text brought to a width: cut with an ellipsis if longer, filled with spaces if shorter.
  public static func pad(
    _ text: String, to width: Int, align: Alignment = .leading
  ) -> String {
    let clipped = clip(text, to: width)
    let missing = max(0, width - of(clipped))
    let before =
      switch align {
      case .leading: 0
      case .centre: missing / 2
      case .trailing: missing
      }
    return String(repeating: " ", count: before) + clipped
      + String(repeating: " ", count: missing - before)
  }
}
