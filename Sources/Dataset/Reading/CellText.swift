/// The text of a quoted cell: a doubled quote stands for a single quote.
func undoubled(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var isSecond = false
  for byte in bytes {
    isSecond = byte == UInt8(ascii: "\"") && !isSecond
    if !isSecond { result.append(byte) }
  }
  return result
}

/// True if a text is a valid id: lower-case letters and digits in groups joined by single hyphens.
///
/// It reads eight bytes at a time, which must be readable from the last byte on. Where the high bit
/// of every byte is clear, adding 128 - n sets that of bytes from n on.
func isSlug(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard let base = bytes.baseAddress, bytes.count > 0 else { return false }
  let highs = all(0x80)
  // As if a hyphen stood before the first byte.
  var before: UInt64 = 0x80 << 56
  var place = 0
  while place < bytes.count {
    var word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
    let left = bytes.count - place
    if left < 8 {
      let mask = ~0 >> UInt64(64 - 8 * left) as UInt64
      word = word & mask | all(UInt8(ascii: "a")) & ~mask
    }
    let letters = (word &+ all(128 - 97)) & ~(word &+ all(128 - 123))
    let digits = (word &+ all(128 - 48)) & ~(word &+ all(128 - 58))
    let hyphens = ~((word ^ all(UInt8(ascii: "-"))) &+ all(127)) & highs
    let pairs = hyphens & (hyphens << 8 | before >> 56)
    guard word & highs == 0, (letters | digits | hyphens) & highs == highs, pairs == 0 else {
      return false
    }
    before = hyphens
    place += 8
  }
  return base[bytes.count - 1] != UInt8(ascii: "-")
}

@inline(__always)
private func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

/// The place of the next of a byte, or the end. Eight bytes from the last on must be readable.
@inline(__always)
func place(of byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  guard let base = bytes.baseAddress else { return 0 }
  var place = start
  while place < bytes.count {
    let word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self) ^ all(byte)
    // The lowest byte that is zero has the lowest high bit (Warren, Hacker's Delight, 6-1).
    let zeros = (word &- all(1)) & ~word & all(0x80)
    if zeros != 0 { return min(bytes.count, place + zeros.trailingZeroBitCount / 8) }
    place += 8
  }
  return bytes.count
}

/// True if a text is an absolute address of the web without a blank or control character.
///
/// It reads eight bytes at a time like `isSlug`.
func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  guard bytes.count >= 8, let base = bytes.baseAddress else { return false }
  let start = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
  let secure: UInt64 = 0x2F2F_3A73_7074_7468
  let open: UInt64 = 0x2F_2F3A_7074_7468
  let rest = start == secure ? 8 : 7
  guard start == secure || start << 8 == open << 8, bytes.count > rest else { return false }
  let lows = all(0x7F)
  var place = rest
  while place < bytes.count {
    var word = UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self)
    let left = bytes.count - place
    if left < 8 { word |= ~0 << UInt64(8 * left) }
    let visible = (word & lows) &+ all(128 - 33)
    let others = ((word ^ all(127)) & lows) &+ lows
    guard (visible & others | word) & all(0x80) == all(0x80) else { return false }
    place += 8
  }
  return true
}

/// A cell's text for a message: short, and with nothing in it that a terminal would obey.
func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  shown(String(decoding: bytes.prefix(4 * 41), as: UTF8.self))
}

/// The same for a text that is at hand. Controls and the marks that turn the direction of writing are
/// replaced.
func shown(_ text: String) -> String {
  let longest = 40
  var result = ""
  for (index, scalar) in text.unicodeScalars.enumerated() {
    if index == longest { return result + "…" }
    switch scalar.value {
    case 0..<32, 127...159, 0x61C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      result.unicodeScalars.append("\u{FFFD}")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
