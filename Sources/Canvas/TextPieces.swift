/// A piece of text that is drawn as a unit: a scalar and what is drawn on it.
struct TextPiece {
  /// The scalar to draw first: that in the text, or its stand-in.
  let first: UInt32
  let width: Int
  /// The byte of the text at which the scalars drawn on the first begin.
  let restStart: Int
  /// The byte of the text at which they end.
  let restEnd: Int
  /// The byte of the text at which the next piece begins.
  let end: Int

  var isSingle: Bool { restStart == restEnd }
}

/// Cuts UTF-8 text into pieces that each take one or two cells.
///
/// The rules are those terminals follow, simpler than the grapheme clusters of UAX #29. Combining
/// marks join the character before them. Emoji join by U+200D, skin tone, U+FE0F, in pairs of
/// regional indicators and by tags; everything else stands alone. A character that a terminal could
/// take as an order is replaced by its stand-in (see ``Visible``). A mark without a letter gets a
/// dotted circle.
struct TextPieces {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  /// More scalars than this on one cell are dropped, so that a cell stays small.
  private static let longestCluster = 16

  /// Precondition: the bytes are valid UTF-8, as those of a string are.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next piece, or nil at the end.
  @inline(__always)
  mutating func next() -> TextPiece? {
    guard index < bytes.count else { return nil }
    let byte = bytes[index]
    let following = index + 1
    if byte >= 0x20 && byte < 0x7F && (following == bytes.count || bytes[following] < 0x80) {
      index = following
      return TextPiece(
        first: UInt32(byte), width: 1, restStart: following, restEnd: following, end: following)
    }
    return slowNext()
  }

  private mutating func slowNext() -> TextPiece {
    let start = index
    var base = decode(at: start)
    var width = 1
    var restStart = start + base.length
    switch ScalarClass.of(base.value) {
    case .narrow: break
    case .wide: width = 2
    case .hidden: base.value = Visible.standIn(base.value)
    case .zero:
      base.value = 0x25CC
      restStart = start
    }
    var end = start + base.length
    if isRegional(base.value), let other = peek(end), isRegional(other.value) {
      end += other.length
      width = 2
    }
    var kept = end
    var count = 1
    while let more = peek(end), let taken = extent(of: more, at: end, base: base.value) {
      if more.value == 0xFE0F && count == 1 && ScalarClass.widensToEmoji(base.value) { width = 2 }
      if isSkinTone(more.value) { width = 2 }
      end += taken
      count += 1
      if count <= TextPieces.longestCluster { kept = end }
    }
    index = end
    return TextPiece(
      first: base.value, width: width, restStart: restStart, restEnd: kept, end: end)
  }

  /// The number of bytes of the text at `position` that are drawn on `base`; nil if none.
  private func extent(of scalar: (value: UInt32, length: Int), at position: Int, base: UInt32)
    -> Int?
  {
    if ScalarClass.of(scalar.value) == .zero { return scalar.length }
    if scalar.value == 0x200D {
      guard ScalarClass.isEmoji(base), let joined = peek(position + scalar.length),
        ScalarClass.isEmoji(joined.value)
      else { return nil }
      return scalar.length + joined.length
    }
    if isSkinTone(scalar.value) && ScalarClass.isEmoji(base) && !isRegional(base) {
      return scalar.length
    }
    let isTag = scalar.value >= 0xE0020 && scalar.value <= 0xE007F
    return isTag && base == 0x1F3F4 ? scalar.length : nil
  }

  private func isRegional(_ value: UInt32) -> Bool { value >= 0x1F1E6 && value <= 0x1F1FF }

  private func isSkinTone(_ value: UInt32) -> Bool { value >= 0x1F3FB && value <= 0x1F3FF }

  /// The scalar at `position` if it is not ASCII, which never joins what is before it.
  private func peek(_ position: Int) -> (value: UInt32, length: Int)? {
    position < bytes.count && bytes[position] >= 0x80 ? decode(at: position) : nil
  }

  private func decode(at position: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[position])
    if lead < 0x80 { return (lead, 1) }
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    var value = lead & (0x7F >> UInt32(length))
    for offset in 1..<length {
      value = value << 6 | UInt32(bytes[position + offset] & 0x3F)
    }
    return (value, length)
  }

  /// The text of a piece, with stand-ins where the text had controls.
  func text(of piece: TextPiece) -> String {
    var text = String(Unicode.Scalar(piece.first).map(Character.init) ?? "\u{FFFD}")
    text += String(decoding: bytes[piece.restStart..<piece.restEnd], as: UTF8.self)
    return text
  }
}

extension String {
  /// Runs a body on the text's UTF-8 bytes, without a copy.
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var text = self
    return text.withUTF8(body)
  }
}
