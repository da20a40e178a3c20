/// Makes visible what would steer a terminal or hide in the text.
public enum Visible {
  /// The text as it may be sent to a terminal: no control character, no format character that
  /// changes the order or draws nothing, no noncharacter.
  ///
  /// C0 controls become the control pictures U+2400..., DEL U+2421, everything else of the kind
  /// U+FFFD. Joiners and selectors within an emoji stay; a mark without a letter gets a dotted
  /// circle. Never fewer cells than the text has.
  public static func text(_ text: String) -> String {
    text.withUTF8Bytes { bytes in
      if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
        return String(decoding: bytes, as: UTF8.self)
      }
      var result = ""
      result.reserveCapacity(bytes.count + 16)
      var pieces = TextPieces(bytes)
      while let piece = pieces.next() { result += pieces.text(of: piece) }
      return result
    }
  }

  /// A text of several lines as it may be sent to a terminal; its line feeds stay.
  public static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Visible.text(String($0)) }.joined(separator: "\n")
  }

  /// True if a scalar draws nothing itself or steers what draws it: a control, a mark of direction.
  public static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    ScalarClass.of(scalar.value) == .hidden
  }

  static func standIn(_ value: UInt32) -> UInt32 {
    if value < 0x20 { return 0x2400 + value }
    return value == 0x7F ? 0x2421 : 0xFFFD
  }

  /// The scalar, or its stand-in if it must not be sent.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard ScalarClass.of(scalar.value) == .hidden else { return scalar }
    return Unicode.Scalar(standIn(scalar.value)) ?? "\u{FFFD}"
  }
}
