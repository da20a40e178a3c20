/// The taken cells of some rows, a bit each. So the room next to a cell is found a word at a time.
struct Occupancy {
  let rows: Int
  let width: Int
  private let wordsPerRow: Int
  private var words: [UInt64]

  init(rows: Int, width: Int) {
    self.rows = max(0, rows)
    self.width = max(0, width)
    wordsPerRow = (self.width + 63) / 64
    words = Array(repeating: 0, count: self.rows * wordsPerRow)
  }

  mutating func take(_ cells: Range<Int>, row: Int) {
    for x in cells.clamped(to: 0..<width) {
      words[row * wordsPerRow + x / 64] |= 1 << UInt64(x % 64)
    }
  }

  /// The first taken cell of a row at or after `x`; `width` where there is none.
  func firstTaken(from x: Int, row: Int) -> Int {
    guard x < width else { return width }
    var index = max(0, x) / 64
    var word = words[row * wordsPerRow + index] & ~UInt64(0) << UInt64(max(0, x) % 64)
    while word == 0 {
      index += 1
      if index == wordsPerRow { return width }
      word = words[row * wordsPerRow + index]
    }
    return index * 64 + word.trailingZeroBitCount
  }

  /// The last taken cell of a row before `x`; -1 where there is none.
  func lastTaken(before x: Int, row: Int) -> Int {
    guard x > 0, wordsPerRow > 0 else { return -1 }
    let last = min(x, width) - 1
    var index = last / 64
    var word = words[row * wordsPerRow + index] & ~UInt64(0) >> UInt64(63 - last % 64)
    while word == 0 {
      index -= 1
      if index < 0 { return -1 }
      word = words[row * wordsPerRow + index]
    }
    return index * 64 + 63 - word.leadingZeroBitCount
  }
}
