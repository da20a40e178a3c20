/// Splits a file into records and cells, exactly as RFC 4180 has it.
///
/// Cells may be quoted; a quoted cell may hold commas, line breaks and doubled quotes. Records end in LF
/// or CRLF, the last one may end with the file. A byte order mark at the start and blank lines are passed
/// over. The buffer must be followed by eight readable zero bytes.
struct CSVScanner {
  /// Where a cell lies in the file.
  struct Cell {
    var start: Int
    var end: Int
    /// The cell holds doubled quotes, so its text is not the bytes of the file.
    var doubled: Bool
  }

  /// What keeps a record from being read, and where.
  enum Fault {
    case unclosedQuote(at: Int)
    case textAfterQuote(at: Int)
    case quoteInsideCell(at: Int)
    case invalidUTF8(at: Int)
  }

  private let base: UnsafePointer<UInt8>
  private let count: Int
  private var position: Int
  /// The line that the next record starts on, from 1.
  private(set) var nextLine = 1
  /// The line and offset at which the record read last starts, and where it ends.
  private(set) var line = 1
  private(set) var recordStart = 0
  private(set) var recordEnd = 0
  /// What is wrong with the record read last.
  private(set) var fault: Fault?

  init(bytes: UnsafeBufferPointer<UInt8>, from start: Int = 0, line: Int = 1) {
    // An empty file has no base address; any address does, as nothing is read from it.
    base = bytes.baseAddress ?? UnsafePointer(bitPattern: 8).unsafelyUnwrapped
    count = bytes.count
    position = start
    nextLine = line
    if start == 0, count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
  }

  /// Reads the next record into `cells`; `false` at the end of the file.
  mutating func next(into cells: inout [Cell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    skipBlankLines()
    guard position < count else { return false }
    line = nextLine
    recordStart = position
    fault = nil
    var highBits: UInt64 = 0
    while true {
      let ended =
        base[position] == quote && position < count
        ? readQuoted(into: &cells, &highBits) : readBare(into: &cells, &highBits)
      if ended { break }
    }
    if highBits & 0x8080_8080_8080_8080 != 0, fault == nil,
      let offset = invalidUTF8(
        in: UnsafeBufferPointer(
          start: base + recordStart, count: recordEnd - recordStart))
    {
      fault = .invalidUTF8(at: recordStart + offset)
    }
    return true
  }

  private let quote = UInt8(ascii: "\"")
  private let comma = UInt8(ascii: ",")
  private let lineFeed: UInt8 = 10
  private let carriageReturn: UInt8 = 13

  private mutating func skipBlankLines() {
    while position < count {
      if base[position] == lineFeed {
        position += 1
      } else if base[position] == carriageReturn, position + 1 < count,
        base[position + 1] == lineFeed
      {
        position += 2
      } else {
        return
      }
      nextLine += 1
    }
  }

  /// A cell without quotes around it. Returns whether the record ended with it.
  private mutating func readBare(into cells: inout [Cell], _ highBits: inout UInt64) -> Bool {
    let start = position
    while true {
      let word = UnsafeRawPointer(base + position).loadUnaligned(as: UInt64.self)
      let special =
        zeroBytes(word ^ 0x2C2C_2C2C_2C2C_2C2C) | zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        | zeroBytes(word ^ 0x2222_2222_2222_2222)
      if special == 0 {
        highBits |= word
        position += 8
        if position < count { continue }
        position = count
      } else {
        // Bytes past the mark may be looked at twice; a stray high bit only costs a needless check.
        highBits |= word
        position = min(count, position + special.trailingZeroBitCount / 8)
      }
      if position >= count { break }
      if base[position] != quote { break }
      if fault == nil { fault = .quoteInsideCell(at: position) }
      position += 1
    }
    return endCell(start: start, end: position, doubled: false, into: &cells)
  }

  /// A cell in quotes; `position` is at the opening one. Returns whether the record ended with it.
  private mutating func readQuoted(into cells: inout [Cell], _ highBits: inout UInt64) -> Bool {
    let opening = position
    position += 1
    let start = position
    var doubled = false
    while position < count {
      let byte = base[position]
      highBits |= UInt64(byte)
      if byte == quote {
        if position + 1 < count, base[position + 1] == quote {
          doubled = true
          position += 2
          continue
        }
        let end = position
        position += 1
        if position < count, base[position] != comma, base[position] != lineFeed,
          !(base[position] == carriageReturn && position + 1 < count
            && base[position + 1] == lineFeed)
        {
          if fault == nil { fault = .textAfterQuote(at: position) }
          while position < count, base[position] != comma, base[position] != lineFeed {
            position += 1
          }
        }
        return endCell(start: start, end: end, doubled: doubled, into: &cells)
      }
      if byte == lineFeed { nextLine += 1 }
      position += 1
    }
    if fault == nil { fault = .unclosedQuote(at: opening) }
    cells.append(Cell(start: start, end: count, doubled: doubled))
    recordEnd = count
    return true
  }

  /// Closes a cell at `position`, which is at a comma, a line end or the end of the file.
  private mutating func endCell(
    start: Int, end: Int, doubled: Bool, into cells: inout [Cell]
  ) -> Bool {
    var end = end
    if position < count, base[position] == comma {
      cells.append(Cell(start: start, end: end, doubled: doubled))
      position += 1
      if position >= count {
        cells.append(Cell(start: count, end: count, doubled: false))
        recordEnd = count
        return true
      }
      return false
    }
    recordEnd = position
    if position < count {
      if end == position, end > start, base[end - 1] == carriageReturn { end -= 1 }
      position += 1
      nextLine += 1
    }
    cells.append(Cell(start: start, end: end, doubled: doubled))
    return true
  }
}

/// High bits mark the bytes of a word that are zero. (Exact for the lowest one, which is all that is used:
/// Warren, Hacker's Delight, 6-1.)
@inline(__always)
private func zeroBytes(_ word: UInt64) -> UInt64 {
  (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
}

/// The offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), if there is one.
func invalidUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
  var index = 0
  func continues(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
    index + offset < bytes.count && range.contains(bytes[index + offset])
  }
  while index < bytes.count {
    let lead = bytes[index]
    switch lead {
    case 0x00...0x7F: index += 1
    case 0xC2...0xDF:
      guard continues(1) else { return index }
      index += 2
    case 0xE0...0xEF:
      let second: ClosedRange<UInt8> =
        lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
      guard continues(1, second), continues(2) else { return index }
      index += 3
    case 0xF0...0xF4:
      let second: ClosedRange<UInt8> =
        lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
      guard continues(1, second), continues(2), continues(3) else { return index }
      index += 4
    default: return index
    }
  }
  return nil
}
