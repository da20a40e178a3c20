/// Splits a file into records and cells by RFC 4180.
///
/// Cells may be quoted; a quoted cell may hold commas, line breaks and doubled quotes. Records end
/// in LF or CRLF; the last may end with the file. A byte order mark at the start and blank lines
/// are passed over. After a quote that is never closed it goes on with the next line: a slip costs
/// one row. The bytes must be followed by `MarkFinder.padding` more that can be read.
struct CSVScanner {
  /// The place of a cell's text, from the start of its record.
  struct Cell {
    let start: UInt32
    private let packed: UInt32

    init(start: Int, end: Int, isDoubled: Bool) {
      self.start = UInt32(truncatingIfNeeded: start)
      packed = UInt32(truncatingIfNeeded: end &- start) & 0x7FFF_FFFF | (isDoubled ? 1 << 31 : 0)
    }

    /// The number of its bytes in the file.
    var length: Int { Int(packed & 0x7FFF_FFFF) }
    /// True if it holds doubled quotes, so that its text is not the bytes of the file.
    var isDoubled: Bool { packed >> 31 != 0 }
  }

  /// A fault that keeps a record from being read, with the byte of the file.
  enum Fault: Equatable {
    case unclosedQuote(at: Int)
    case textAfterQuote(at: Int)
    case quoteInsideCell(at: Int)
    case invalidUTF8(at: Int)
    case tooLong
  }

  /// A record: the bytes of the file that it takes, without its line end.
  struct Record {
    var start = 0
    var end = 0
    /// The line it starts on, from 1.
    var line = 1
    /// The number of its cells; beyond the capacity only the first are kept.
    var cellCount = 0
    var fault: Fault?
  }

  /// The result of a search for the next record.
  enum Step {
    case record, end
    /// The bytes read so far end within it.
    case moreBytes
  }

  private(set) var record = Record()
  private let base: UnsafePointer<UInt8>
  private var count: Int
  private var isWhole: Bool
  private var marks: MarkFinder
  private var position = 0
  private var nextLine = 1
  private var hasBegun = false

  /// Scans the first `count` bytes at `base`; `isWhole` where none will follow.
  init(_ base: UnsafePointer<UInt8>, count: Int, isWhole: Bool = true) {
    self.base = base
    self.count = count
    self.isWhole = isWhole
    marks = MarkFinder(base, count: count)
  }

  mutating func extend(to count: Int, isWhole: Bool) {
    self.count = count
    self.isWhole = isWhole
    marks = MarkFinder(base, count: count)
    marks.seek(position)
  }

  /// Finds the next record and writes its cells to `cells`, as many as fit there.
  mutating func next(into cells: UnsafeMutableBufferPointer<Cell>) -> Step {
    if !hasBegun {
      if count < 3, !isWhole { return .moreBytes }
      hasBegun = true
      if count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { position = 3 }
    }
    skipBlankLines()
    guard position < count else { return isWhole ? .end : .moreBytes }
    let (start, line) = (position, nextLine)
    record = Record(start: start, end: count, line: line)
    scanRecord(into: cells)
    if position >= count, !isWhole {
      // Looking ahead was not possible; the record is read again when there is more.
      (position, nextLine) = (start, line)
      marks.seek(start)
      return .moreBytes
    }
    if case .unclosedQuote(let at) = record.fault { resume(after: at) }
    if record.end - start > Int(Int32.max) { record.fault = .tooLong }
    if marks.takeNonASCII(), record.fault == nil,
      let offset = invalidUTF8(
        in: UnsafeBufferPointer(start: base + start, count: record.end - start))
    {
      record.fault = .invalidUTF8(at: start + offset)
    }
    return .record
  }

  private var quote: UInt8 { 0x22 }
  private var comma: UInt8 { 0x2C }
  private var lineFeed: UInt8 { 0x0A }
  private var carriageReturn: UInt8 { 0x0D }

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
      _ = marks.next()
      nextLine += 1
    }
  }

  /// Goes through a record's cells, from mark to mark.
  private mutating func scanRecord(into cells: UnsafeMutableBufferPointer<Cell>) {
    // A copy can stay in registers.
    var marks = self.marks
    let (base, count, first) = (base, count, position)
    var place = 0
    var start = position
    while true {
      var mark = marks.next()
      if mark < count, base[mark] == comma {
        if place < cells.count {
          cells[place] = Cell(start: start &- first, end: mark &- first, isDoubled: false)
        }
        place &+= 1
        start = mark &+ 1
        continue
      }
      var end = mark
      var isDoubled = false
      if mark < count, base[mark] == quote {
        self.marks = marks
        (start, end, isDoubled, mark) = passQuotes(from: mark, start: start)
        marks = self.marks
      }
      let isLast = mark == count || base[mark] == lineFeed
      if isLast, mark < count, end == mark, end > start, base[end - 1] == carriageReturn {
        end -= 1
      }
      if place < cells.count {
        cells[place] = Cell(start: start - first, end: end - first, isDoubled: isDoubled)
      }
      place += 1
      start = mark + 1
      if isLast {
        record.end = mark
        break
      }
    }
    record.cellCount = place
    position = record.end
    if position < count {
      position += 1
      nextLine += 1
    }
    self.marks = marks
  }

  /// Passes a cell with a quote in it, at `mark`.
  ///
  /// Returns the bounds of its text, true if it holds doubled quotes, and the mark after it or the
  /// end.
  private mutating func passQuotes(from mark: Int, start: Int)
    -> (start: Int, end: Int, isDoubled: Bool, mark: Int)
  {
    if mark > start {
      if record.fault == nil { record.fault = .quoteInsideCell(at: mark) }
      let after = markAfterQuotes()
      return (start, after, false, after)
    }
    var isDoubled = false
    while true {
      let closing = marks.next()
      if closing == count {
        // Goes before what else was found: it is why the cells after it look wrong.
        record.fault = .unclosedQuote(at: mark)
        return (mark + 1, count, isDoubled, count)
      }
      if base[closing] == lineFeed { nextLine += 1 }
      guard base[closing] == quote else { continue }
      if closing + 1 < count, base[closing + 1] == quote {
        _ = marks.next()
        isDoubled = true
        continue
      }
      if !isCellEnd(closing + 1), record.fault == nil {
        record.fault = .textAfterQuote(at: closing + 1)
      }
      return (mark + 1, closing, isDoubled, markAfterQuotes())
    }
  }

  private mutating func markAfterQuotes() -> Int {
    var mark = marks.next()
    while mark < count, base[mark] == quote { mark = marks.next() }
    return mark
  }

  private func isCellEnd(_ place: Int) -> Bool {
    place >= count || base[place] == comma || base[place] == lineFeed
      || base[place] == carriageReturn && place + 1 < count && base[place + 1] == lineFeed
  }

  /// Goes back to the line after a quote that is never closed. Every quote from there on stands in a
  /// pair, so no line is gone back to twice.
  private mutating func resume(after opening: Int) {
    let line = (record.start..<opening).reduce(record.line) { $0 + (base[$1] == lineFeed ? 1 : 0) }
    position = opening
    while position < count, base[position] != lineFeed { position += 1 }
    record.end = position
    position = min(count, position + 1)
    nextLine = line + 1
    marks.seek(position)
  }
}
