/// Reads the cells of one record, column by column, as the schema has them.
///
/// A cell that is not what its column wants is noted as a problem with its place; the row then counts
/// as failed and is not used.
struct RowReader {
  let loader: Loader
  let schema: TableSchema
  let file: LoadedFile
  /// Where each column of the schema stands in the file, or -1.
  let mapping: [Int]
  private let words: [[Word]]
  var cells: [CSVScanner.Cell] = []
  var line = 1
  var recordStart = 0
  private(set) var failed = false
  private(set) var pendingKey: Text?
  private(set) var pendingSelf: (text: Text, column: Int)?
  private var column = 0

  private struct Word {
    let bytes: [UInt8]
  }

  init(loader: Loader, schema: TableSchema, file: LoadedFile, mapping: [Int]) {
    self.loader = loader
    self.schema = schema
    self.file = file
    self.mapping = mapping
    words = schema.fields.map { field in
      guard case .word(let words) = field.type else { return [] }
      return words.map { Word(bytes: Array($0.utf8)) }
    }
  }

  mutating func begin(line: Int, recordStart: Int) {
    self.line = line
    self.recordStart = recordStart
    column = 0
    failed = false
    pendingKey = nil
    pendingSelf = nil
  }

  var origin: Origin {
    Origin(table: schema.name, package: file.package, line: UInt32(clamping: line))
  }

  // MARK: Cells of each type

  /// The row's own id. It becomes known when the row has been read without a fault.
  mutating func key<Row>() -> ID<Row> {
    let (text, bytes, _) = next()
    guard !bytes.isEmpty else { return ID(-1) }
    if !isSlug(bytes) {
      complain("found the id \"\(shown(bytes))\", expected lower-case letters, digits and hyphens")
    }
    pendingKey = text
    return ID(loader.provisionalNumber(bytes, in: schema.name))
  }

  /// A country's code as the key of the table of countries.
  mutating func countryKey() -> ID<Country> {
    let (text, bytes, _) = next()
    guard !bytes.isEmpty else { return ID(-1) }
    pendingKey = text
    if bytes.count != 2 || !bytes.allSatisfy({ (65...90).contains($0) }) {
      complain("found \"\(shown(bytes))\", expected a country code of two capital letters")
    }
    return ID(loader.provisionalNumber(bytes, in: .countries))
  }

  /// The id of a row of another table.
  mutating func reference<Row>(_ table: TableName) -> ID<Row> {
    optionalReference(table) ?? ID(-1)
  }

  /// The id of a row of another table, where the cell holds one.
  mutating func optionalReference<Row>(_ table: TableName) -> ID<Row>? {
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return nil }
    guard let number = loader.number(bytes, in: table) else {
      complain("\(loader.unknown(bytes, in: table))")
      return nil
    }
    return ID(number)
  }

  /// The id of another row of the same table, which may stand further down: settled after the table.
  mutating func selfReference() {
    let (text, bytes, at) = next()
    if !bytes.isEmpty { pendingSelf = (text, at) }
  }

  /// Ids separated by semicolons.
  mutating func references<Row>(_ table: TableName) -> IDList<Row> {
    let (_, bytes, _) = next()
    let start = loader.lists.count
    var from = 0
    while from < bytes.count {
      var to = from
      while to < bytes.count, bytes[to] != UInt8(ascii: ";") { to += 1 }
      let part = UnsafeBufferPointer(rebasing: bytes[from..<to])
      if let number = loader.number(part, in: table) {
        loader.lists.append(number)
      } else {
        complain(loader.unknown(part, in: table))
      }
      from = to + 1
    }
    return IDList(start: UInt32(start), count: UInt32(loader.lists.count - start))
  }

  /// One of the words of a vocabulary.
  mutating func word<Value: Vocabulary>(_: Value.Type, else fallback: Value) -> Value {
    optionalWord(Value.self) ?? fallback
  }

  /// One of the words of a vocabulary, where the cell holds one.
  mutating func optionalWord<Value: Vocabulary>(_: Value.Type) -> Value? {
    let candidates = words[column]
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return nil }
    for index in candidates.indices {
      let found = candidates[index].bytes.withUnsafeBufferPointer { same($0, bytes) }
      if found { return Value(rawValue: UInt8(index)) }
    }
    complain(
      "found \"\(shown(bytes))\", expected one of: \(Value.words.joined(separator: ", "))")
    return nil
  }

  /// Any text.
  mutating func text() -> Text { next().text }

  /// An absolute address.
  mutating func url() -> Text {
    let (text, bytes, _) = next()
    guard !bytes.isEmpty else { return text }
    let string = String(decoding: bytes, as: UTF8.self)
    if !(string.hasPrefix("https://") || string.hasPrefix("http://"))
      || bytes.contains(where: { $0 <= 32 || $0 == 127 })
    {
      complain("found \"\(shown(bytes))\", expected an address that starts with https://")
    }
    return text
  }

  /// A year, month or day.
  mutating func date() -> PartialDate {
    optionalDate() ?? PartialDate(Day(number: 0))
  }

  /// A year, month or day, where the cell holds one.
  mutating func optionalDate() -> PartialDate? {
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return nil }
    if let date = PartialDate(bytes: bytes) { return date }
    complain("found \"\(shown(bytes))\", expected a date such as 2026, 2026-03 or 2026-03-21")
    return nil
  }

  /// A whole day.
  mutating func day() -> Day {
    optionalDay() ?? Day(number: 0)
  }

  /// A whole day, where the cell holds one.
  mutating func optionalDay() -> Day? {
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return nil }
    if let date = PartialDate(bytes: bytes), date.precision == .day { return date.lastDay }
    complain("found \"\(shown(bytes))\", expected a day such as 2026-03-21")
    return nil
  }

  /// A decimal number; NaN where the cell is empty.
  mutating func number(in range: ClosedRange<Double> = 0...1e15) -> Double {
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return .nan }
    guard let value = decimal(bytes) else {
      complain("found \"\(shown(bytes))\", expected a number such as 1030 or 2.5")
      return .nan
    }
    if !range.contains(value) {
      complain(
        "found \(shown(bytes)), expected a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
      )
      return .nan
    }
    return value
  }

  /// A whole number that is not negative; -1 where the cell is empty.
  mutating func integer() -> Int32 {
    let (_, bytes, _) = next()
    guard !bytes.isEmpty else { return -1 }
    guard let value = decimal(bytes), value >= 0, value <= 2e9, value == value.rounded() else {
      complain("found \"\(shown(bytes))\", expected a whole number such as 100000")
      return -1
    }
    return Int32(value)
  }

  // MARK: Faults

  /// Notes a fault of the cell read last; the row is not used.
  mutating func complain(_ message: String) {
    failed = true
    let at = mapping[max(0, column - 1)]
    let start = at >= 0 && at < cells.count ? cells[at].start : recordStart
    let name = schema.fields[max(0, column - 1)].name
    loader.note(
      .error, in: file, recordStart: recordStart, line: line, offset: start,
      "\(name): \(message)")
  }

  private mutating func next() -> (text: Text, bytes: UnsafeBufferPointer<UInt8>, column: Int) {
    let at = mapping[column]
    let index = column
    column += 1
    guard at >= 0, at < cells.count else { return (.empty, .init(start: nil, count: 0), index) }
    let cell = cells[at]
    if cell.end == cell.start {
      if schema.fields[index].required { complain("is empty, and every row needs it") }
      return (.empty, .init(start: nil, count: 0), index)
    }
    if cell.doubled {
      let text = loader.store.keep(undoubled(file.bytes[cell.start..<cell.end]))
      return (text, loader.store.bytes(text), index)
    }
    if cell.end - cell.start > Text.longest {
      complain("is longer than 16 MiB")
      return (.empty, .init(start: nil, count: 0), index)
    }
    return (
      Text(position: file.position + cell.start, length: cell.end - cell.start),
      UnsafeBufferPointer(rebasing: file.bytes[cell.start..<cell.end]), index
    )
  }
}

/// The text of a quoted cell: a doubled quote stands for one.
private func undoubled(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  var skip = false
  for byte in bytes {
    if byte == UInt8(ascii: "\""), !skip {
      skip = true
      continue
    }
    skip = false
    result.append(byte)
  }
  return result
}

func isSlug(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"):
      continue
    default: return false
    }
  }
  return true
}

/// A cell's text for a message: short, and with nothing in it that a terminal would obey.
func shown(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
  let text = String(decoding: bytes.prefix(80), as: UTF8.self)
  var result = ""
  for scalar in text.unicodeScalars.prefix(40) {
    result.unicodeScalars.append(
      scalar.value < 32 || (127...159).contains(scalar.value) ? "\u{FFFD}" : scalar)
  }
  return text.unicodeScalars.count > 40 ? result + "…" : result
}

/// A decimal number without exponent: `-`, digits, a point and digits.
///
/// Exact where the digits fit 53 bits and the fraction has at most 22 places (Clinger, How to read
/// floating point numbers accurately, 1990); longer ones go the slow way.
func decimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  var mantissa: UInt64 = 0
  var digits = 0
  var fraction = -1
  for (index, byte) in bytes.enumerated() {
    switch byte {
    case UInt8(ascii: "-") where index == 0: continue
    case UInt8(ascii: ".") where fraction < 0 && digits > 0: fraction = 0
    case 48...57:
      digits += 1
      if digits > 18 { return slowDecimal(bytes) }
      mantissa = mantissa * 10 + UInt64(byte - 48)
      if fraction >= 0 { fraction += 1 }
    default: return nil
    }
  }
  guard digits > 0, fraction != 0 else { return nil }
  guard mantissa <= 1 << 53 else { return slowDecimal(bytes) }
  let value = fraction > 0 ? Double(mantissa) / powersOfTen[fraction] : Double(mantissa)
  return bytes[0] == UInt8(ascii: "-") ? -value : value
}

private func slowDecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
  guard bytes.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 }) else { return nil }
  return Double(String(decoding: bytes, as: UTF8.self))
}

private let powersOfTen: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]

/// A number as a person would write it: without an exponent, without a needless fraction.
func plain(_ value: Double) -> String {
  if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
  return "\(value)"
}
