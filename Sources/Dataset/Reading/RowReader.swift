/// Reads the cells of one record, column by column, as the schema has them.
///
/// A cell that is not what its column wants is noted as a problem with its place. The row then counts
/// as failed and is not used.
struct RowReader: Columns {
  /// The row's own id, which becomes known when the row has been read without a fault.
  struct Key {
    let text: Text
    let hash: UInt64
    let number: Int32
    let isNew: Bool
  }

  /// A reference to another row of the same table, which may stand further down.
  struct SelfReference {
    let bytes: UnsafeBufferPointer<UInt8>
    let column: Int
    let line: Int
    let recordStart: Int
    let offset: Int
  }

  private struct Column {
    /// Its place in the file, or -1.
    let place: Int32
    let isRequired: Bool
  }

  private let loader: Loader
  private let interners: UnsafeMutablePointer<Interner>
  private let schema: TableSchema
  private let file: LoadedFile
  private let columns: [Column]
  private let words: WordTable
  private let longest: Int
  private var record = CSVScanner.Record()
  private var cells = UnsafeBufferPointer<CSVScanner.Cell>(start: nil, count: 0)
  private var column = 0
  /// The text whose bytes `next()` returned last.
  private var lastText = Text.empty
  /// The ids of the cells that hold several, one after the other.
  var lists: [Int32] = []
  /// The fetched value, kept so that the compiler does not leave the fetch out.
  private var fetched: UInt64 = 0
  private(set) var failed = false
  private(set) var ownKey: Key?
  private(set) var selfReference: SelfReference?

  /// `mapping` says where each column of the schema stands in the file, or -1.
  init(loader: Loader, schema: TableSchema, file: LoadedFile, mapping: [Int]) {
    self.loader = loader
    self.schema = schema
    self.file = file
    columns = zip(schema.fields, mapping).map {
      Column(place: Int32($1), isRequired: $0.required)
    }
    interners = loader.registry.interners
    words = WordTable(schema)
    longest = loader.limits.longestCell
  }

  /// Turns to the next record, which has as many cells as the header.
  mutating func begin(_ record: CSVScanner.Record, _ cells: UnsafeBufferPointer<CSVScanner.Cell>) {
    self.record = record
    self.cells = cells
    column = 0
    failed = false
    ownKey = nil
    selfReference = nil
  }

  var origin: Origin {
    Origin(table: schema.name, package: file.package, line: UInt32(clamping: record.line))
  }

  /// The bytes of a column's cell as the file has them.
  func bytes(ofColumn index: Int) -> UnsafeBufferPointer<UInt8> {
    let place = Int(columns[index].place)
    guard place >= 0 else { return UnsafeBufferPointer(start: nil, count: 0) }
    let cell = cells[place]
    return UnsafeBufferPointer(
      start: file.base + (record.start + Int(cell.start)), count: cell.length)
  }

  /// Has the memory fetched in which the ids of a block's own rows will be looked for: of a million rows
  /// that waiting is an eighth of the time.
  mutating func fetch(_ ids: Interner, for block: RecordBlock) {
    guard ids.isLarge, let place = columns.first?.place, place >= 0 else { return }
    for index in 0..<block.count where block.record(index).cellCount > Int(place) {
      let cell = block.cells(index)[Int(place)]
      let start = file.base + (block.record(index).start + Int(cell.start))
      let bytes = UnsafeBufferPointer(start: start, count: cell.length)
      fetched ^= ids.firstSlot(hash: hashed(bytes))
    }
  }

  // MARK: Cells of each type

  mutating func key<Row: TableRow>(_: String, _ id: inout ID<Row>) {
    let bytes = next()
    if bytes.isEmpty { return }
    if !isSlug(bytes) {
      complain("found the id \"\(shown(bytes))\", expected lower-case letters, digits and hyphens")
    }
    id = own(bytes)
  }

  /// A country's code as the key of the table of countries.
  mutating func code(_: String, _ id: inout ID<Country>) {
    let bytes = next()
    if bytes.isEmpty { return }
    if bytes.count != 2 || !bytes.allSatisfy({ (65...90).contains($0) }) {
      complain("found \"\(shown(bytes))\", expected a country code of two capital letters")
    }
    id = own(bytes)
  }

  private mutating func own<Row>(_ bytes: UnsafeBufferPointer<UInt8>) -> ID<Row> {
    let interner = interners + Int(schema.name.rawValue)
    let hash = hashed(bytes)
    let known = interner.pointee.find(bytes, hash: hash)
    let number = known ?? Int32(truncatingIfNeeded: interner.pointee.count)
    ownKey = Key(text: lastText, hash: hash, number: number, isNew: known == nil)
    return ID(number)
  }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>) {
    if let found: ID<Row> = reference() { id = found }
  }

  mutating func reference<Row: TableRow>(_: String, _ id: inout ID<Row>?) { id = reference() }

  private mutating func reference<Row: TableRow>() -> ID<Row>? {
    let bytes = next()
    if bytes.isEmpty { return nil }
    if let number = find(bytes, in: Row.table) { return ID(number) }
    complain(loader.unknown(bytes, in: Row.table))
    return nil
  }

  private func find(_ bytes: UnsafeBufferPointer<UInt8>, in table: TableName) -> Int32? {
    interners[Int(table.rawValue)].find(bytes, hash: hashed(bytes))
  }

  /// The id of another row of the same table: settled after the table.
  mutating func reference<Row: TableRow>(_: String, toSameTable _: inout ID<Row>?) {
    let index = column
    let bytes = next()
    if bytes.isEmpty { return }
    selfReference = SelfReference(
      bytes: bytes, column: index, line: record.line, recordStart: record.start,
      offset: offset(ofColumn: index))
  }

  mutating func references<Row: TableRow>(_: String, _ ids: inout IDList<Row>, _: Need) {
    let bytes = next()
    let start = lists.count
    guard let base = bytes.baseAddress else { return }
    let table = Row.table
    var from = 0
    while from <= bytes.count {
      let to = place(of: UInt8(ascii: ";"), in: bytes, from: from)
      let part = UnsafeBufferPointer(start: base + from, count: to - from)
      if let number = find(part, in: table) {
        lists.append(number)
      } else if part.isEmpty {
        complain("has an empty id; separate ids by one semicolon", at: from)
      } else {
        complain(loader.unknown(part, in: table), at: from)
      }
      from = to + 1
    }
    ids = IDList(
      start: UInt32(truncatingIfNeeded: start),
      count: UInt32(truncatingIfNeeded: lists.count - start))
  }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words) {
    if let found: Words = self.word() { word = found }
  }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?) { word = self.word() }

  mutating func word<Words: Vocabulary>(_: String, _ word: inout Words?, isTold: inout Bool) {
    isTold = columns[column].place >= 0
    word = self.word()
  }

  private mutating func word<Words: Vocabulary>() -> Words? {
    let index = column
    let bytes = next()
    if bytes.isEmpty { return nil }
    if let word = words.place(of: bytes, column: index) { return Words(rawValue: word) }
    complain("found \"\(shown(bytes))\", expected one of: \(Words.words.joined(separator: ", "))")
    return nil
  }

  mutating func text(_: String, _ text: inout Text, _: Need) {
    _ = next()
    text = lastText
  }

  mutating func address(_: String, _ address: inout Text) {
    let bytes = next()
    if bytes.isEmpty { return }
    if !isAddress(bytes) {
      complain("found \"\(shown(bytes))\", expected an address that starts with https://")
    }
    address = lastText
  }

  mutating func date(_: String, _ date: inout PartialDate) {
    if let found = self.date() { date = found }
  }

  mutating func date(_: String, _ date: inout PartialDate?) { date = self.date() }

  private mutating func date() -> PartialDate? {
    let bytes = next()
    if bytes.isEmpty { return nil }
    if let date = PartialDate(bytes: bytes) { return date }
    complain("found \"\(shown(bytes))\", expected a date such as 2026, 2026-03 or 2026-03-21")
    return nil
  }

  mutating func day(_: String, _ day: inout Day) {
    if let found = self.day() { day = found }
  }

  mutating func day(_: String, _ day: inout Day?) { day = self.day() }

  private mutating func day() -> Day? {
    let bytes = next()
    if bytes.isEmpty { return nil }
    if let date = PartialDate(bytes: bytes), date.precision == .day { return date.lastDay }
    complain("found \"\(shown(bytes))\", expected a day such as 2026-03-21")
    return nil
  }

  mutating func number(_: String, _ number: inout Double, in range: ClosedRange<Double>) {
    number = self.number(in: range)
  }

  mutating func number(_: String, _ number: inout Measure, in range: ClosedRange<Double>) {
    number = Measure(self.number(in: range))
  }

  /// A decimal number; NaN where the cell is empty.
  private mutating func number(in range: ClosedRange<Double>) -> Double {
    let bytes = next()
    if bytes.isEmpty { return .nan }
    guard let value = decimal(bytes) else {
      complain("found \"\(shown(bytes))\", expected a number such as 1030 or 2.5")
      return .nan
    }
    guard range.contains(value) else {
      complain(
        "found \(shown(bytes)), expected a number from \(plain(range.lowerBound)) to \(plain(range.upperBound))"
      )
      return .nan
    }
    remark(ifOdd: bytes, value)
    return value
  }

  mutating func integer(_: String, _ number: inout Int) { number = integer().value ?? 0 }

  mutating func integer(_: String, _ number: inout Count) { number = integer() }

  /// A whole number that is not negative; none where the cell is empty.
  private mutating func integer() -> Count {
    let bytes = next()
    if bytes.isEmpty { return Count() }
    guard let value = decimal(bytes), value >= 0, value <= 2e9, value == value.rounded() else {
      complain("found \"\(shown(bytes))\", expected a whole number such as 100000")
      return Count()
    }
    remark(ifOdd: bytes, value)
    return Count(Int32(value))
  }

  /// Warns of a number that is written as nobody writes it, since something else may be meant: `1.000`
  /// may be a thousand, `055` a code, `-0` a slip. It is read as it stands.
  private mutating func remark(ifOdd bytes: UnsafeBufferPointer<UInt8>, _ value: Double) {
    let isNegative = bytes[0] == UInt8(ascii: "-")
    let first = isNegative ? 1 : 0
    let isPadded =
      bytes.count > first + 1 && bytes[first] == UInt8(ascii: "0")
      && bytes[first + 1] != UInt8(ascii: ".")
    // A fraction of nothing ends in a zero, and so do the numbers worth a closer look.
    let isWhole =
      bytes[bytes.count - 1] == UInt8(ascii: "0") && value == value.rounded()
      && bytes.contains(UInt8(ascii: "."))
    guard isPadded || isWhole || (isNegative && value == 0) else { return }
    let read = plain(value == 0 ? 0 : value)
    note(
      .warning, "found \(shown(bytes)), which is read as \(read); write \(read) if that is meant")
  }

  // MARK: Cells and faults

  /// The bytes of the next column's cell, doubled quotes made single; empty where there is nothing.
  @inline(__always)
  private mutating func next() -> UnsafeBufferPointer<UInt8> {
    let index = column
    column += 1
    let here = columns[index]
    guard here.place >= 0 else { return nothing() }
    let cell = cells[Int(here.place)]
    let length = cell.length
    if length == 0 {
      if here.isRequired { complain("is empty, and every row needs it") }
      return nothing()
    }
    let start = record.start + Int(cell.start)
    let bytes = UnsafeBufferPointer(start: file.base + start, count: length)
    if length > longest || cell.isDoubled { return kept(bytes) }
    lastText = Text(position: file.position + start, length: length)
    return bytes
  }

  private mutating func nothing() -> UnsafeBufferPointer<UInt8> {
    lastText = .empty
    return UnsafeBufferPointer(start: nil, count: 0)
  }

  /// The text of a cell that cannot be taken from the file as it stands there.
  private mutating func kept(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard bytes.count <= longest else {
      complain("is longer than 16 MiB")
      return nothing()
    }
    lastText = loader.store.keep(undoubled(bytes))
    return loader.store.bytes(lastText)
  }

  /// The offset in the file at which a column's cell begins.
  private func offset(ofColumn index: Int) -> Int {
    let place = Int(columns[index].place)
    return place < 0 ? record.start : record.start + Int(cells[place].start)
  }

  /// Notes a fault of the cell read last, from its byte `at` on; the row is not used.
  private mutating func complain(_ message: String, at: Int = 0) {
    failed = true
    note(.error, message, at: at)
  }

  /// Notes a problem of the cell read last, from its byte `at` on.
  private func note(_ severity: Problem.Severity, _ message: String, at: Int = 0) {
    let index = max(0, column - 1)
    loader.note(
      severity, in: file, recordStart: record.start, line: record.line,
      offset: offset(ofColumn: index) + at, "\(schema.fields[index].name): \(message)")
  }
}
