/// Finds the commas, quotes and line feeds of a text, sixty-four bytes at a time.
///
/// All bytes of a block are compared at once, and the matches packed into a word: a bit for each
/// byte. The marks are then taken from it singly. (The first stage of Langdale and Lemire, Parsing
/// gigabytes of JSON per second, 2019.) On the way it notes if a block has a byte beyond ASCII.
struct MarkFinder {
  /// The number of bytes behind the text that must be readable.
  static let padding = 64

  private let base: UnsafePointer<UInt8>
  private let count: Int
  private var block = -64
  private var bits: UInt64 = 0
  private var blockIsASCII = true
  private var isASCII = true

  init(_ base: UnsafePointer<UInt8>, count: Int) {
    self.base = base
    self.count = count
  }

  /// The place of the next mark, the end of the text where there is none.
  @inline(__always)
  mutating func next() -> Int {
    while bits == 0 {
      block &+= 64
      if block >= count {
        block = count
        return count
      }
      load()
    }
    let mark = block &+ bits.trailingZeroBitCount
    bits &= bits &- 1
    return mark
  }

  mutating func seek(_ place: Int) {
    block = place & ~63
    guard block < count else {
      bits = 0
      return
    }
    load()
    bits &= ~0 << UInt64(place & 63)
  }

  /// True if a byte beyond ASCII may have been passed since the last call.
  @inline(__always)
  mutating func takeNonASCII() -> Bool {
    defer { isASCII = blockIsASCII }
    return !isASCII
  }

  @inline(__always)
  private mutating func load() {
    let start = UnsafeRawPointer(base + block)
    var found: UInt64 = 0
    var high = SIMD16<UInt8>(repeating: 0)
    // Vectors on both sides: with a number on a side, each byte is compared by itself.
    let comma = SIMD16<UInt8>(repeating: UInt8(ascii: ","))
    let quote = SIMD16<UInt8>(repeating: UInt8(ascii: "\""))
    let lineFeed = SIMD16<UInt8>(repeating: 10)
    for part in 0..<4 {
      let bytes = start.loadUnaligned(fromByteOffset: part * 16, as: SIMD16<UInt8>.self)
      high = high | bytes
      let marks = (bytes .== comma) .| (bytes .== lineFeed) .| (bytes .== quote)
      let words = unsafeBitCast(marks, to: SIMD2<UInt64>.self)
      found |= (packed(words[0]) | packed(words[1]) << 8) << UInt64(part * 16)
    }
    let highs = unsafeBitCast(high, to: SIMD2<UInt64>.self)
    blockIsASCII = (highs[0] | highs[1]) & 0x8080_8080_8080_8080 == 0
    isASCII = isASCII && blockIsASCII
    // Bytes behind the text are no part of it.
    bits = count - block < 64 ? found & (1 << UInt64(count - block) - 1) : found
  }

  /// Eight bytes that are each all ones or all zeros as eight bits.
  @inline(__always)
  private func packed(_ bytes: UInt64) -> UInt64 {
    ((bytes & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) >> 56
  }
}
