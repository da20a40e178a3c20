/// Reads the tables of one or more packages into rows. Used once, by one thread, for one dataset.
final class Loader {
  let store = TextStore()
  var lists: [Int32] = []
  var interners = TableName.allCases.map { _ in Interner() }
  private(set) var problems: [Problem] = []
  private(set) var suppressedProblems = 0
  private var keys: [[RowKey]] = TableName.allCases.map { _ in [] }

  /// Enough to see what is wrong; a file of another kind must not fill the memory with complaints.
  static let mostProblems = 20_000

  /// The columns of a primary key as two hashes of 64 bits; that both collide is less likely than a
  /// fault of the memory.
  struct RowKey: Hashable {
    let first: UInt64
    let second: UInt64
  }

  // MARK: Ids

  func number(_ bytes: UnsafeBufferPointer<UInt8>, in table: TableName) -> Int32? {
    interners[Int(table.rawValue)].find(bytes, in: store)
  }

  func provisionalNumber(_ bytes: UnsafeBufferPointer<UInt8>, in table: TableName) -> Int32 {
    let interner = interners[Int(table.rawValue)]
    return interner.find(bytes, in: store) ?? Int32(interner.texts.count)
  }

  func unknown(_ bytes: UnsafeBufferPointer<UInt8>, in table: TableName) -> String {
    let wanted = String(decoding: bytes, as: UTF8.self)
    let names = interners[Int(table.rawValue)].texts.map { store.string($0) }
    let hint = nearest(to: wanted, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
    return "found \"\(shown(bytes))\", expected an id of \(table.word)\(hint)"
  }

  // MARK: Problems

  func note(
    _ severity: Problem.Severity, in file: LoadedFile, recordStart: Int, line: Int, offset: Int,
    _ message: String
  ) {
    guard problems.count < Loader.mostProblems else {
      suppressedProblems += 1
      return
    }
    var line = line
    var lineStart = recordStart
    for index in recordStart..<max(recordStart, min(offset, file.bytes.count))
    where file.bytes[index] == 10 {
      line += 1
      lineStart = index + 1
    }
    let before = UnsafeBufferPointer(rebasing: file.bytes[lineStart..<max(lineStart, offset)])
    let column = 1 + before.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    problems.append(
      Problem(
        file: file.path, line: line, column: column, severity: severity, message: message))
  }

  // MARK: Tables

  /// Reads a file and adds its rows.
  func read<Row: TableRow>(_ file: LoadedFile, into rows: inout [Row]) {
    var scanner = CSVScanner(bytes: file.bytes)
    var cells: [CSVScanner.Cell] = []
    guard scanner.next(into: &cells) else {
      return note(
        .error, in: file, recordStart: 0, line: 1, offset: 0,
        "the file is empty, expected a header: \(Row.schema.header)")
    }
    guard let mapping = mapping(of: cells, schema: Row.schema, in: file) else { return }
    let width = cells.count
    let table = Int(Row.schema.name.rawValue)
    let keyColumns = Row.schema.key.compactMap { name in
      Row.schema.fields.firstIndex { $0.name == name }.map { mapping[$0] }
    }
    rows.reserveCapacity(rows.count + file.bytes.count / 200)
    var reader = RowReader(loader: self, schema: Row.schema, file: file, mapping: mapping)
    var selves: [(row: Int, reader: Int, text: Text)] = []
    while scanner.next(into: &reader.cells) {
      reader.begin(line: scanner.line, recordStart: scanner.recordStart)
      guard complete(reader.cells.count, width, scanner, in: file) else { continue }
      let row = Row(&reader)
      if reader.failed { continue }
      if let key = reader.pendingKey {
        _ = interners[table].intern(store.bytes(key), as: key, in: store)
      }
      if let pending = reader.pendingSelf {
        selves.append((rows.count, pending.column, pending.text))
      }
      keys[table].append(rowKey(reader.cells, keyColumns, file))
      rows.append(row)
    }
    resolve(selves, in: &rows, file: file)
  }

  /// Whether a record has no fault of form and as many cells as the header; notes it otherwise.
  private func complete(_ count: Int, _ width: Int, _ scanner: CSVScanner, in file: LoadedFile)
    -> Bool
  {
    func complain(_ offset: Int, _ message: String) -> Bool {
      note(
        .error, in: file, recordStart: scanner.recordStart, line: scanner.line, offset: offset,
        message)
      return false
    }
    switch scanner.fault {
    case .unclosedQuote(let at):
      return complain(at, "the quote that opens this cell is never closed")
    case .textAfterQuote(let at):
      return complain(at, "found text after a closing quote, expected a comma or the end of line")
    case .quoteInsideCell(let at):
      return complain(
        at, "found a quote inside a cell that is not quoted; quote the cell and double the quote")
    case .invalidUTF8(let at):
      return complain(at, "found bytes that are not UTF-8; save the file as UTF-8")
    case nil: break
    }
    guard count == width else {
      return complain(
        scanner.recordStart, "found \(count) cells, expected \(width) as in the header")
    }
    return true
  }

  /// Where each column of the schema stands in the file; `nil` where a required one is missing.
  private func mapping(of header: [CSVScanner.Cell], schema: TableSchema, in file: LoadedFile)
    -> [Int]?
  {
    let names = header.map { cell in
      String(decoding: file.bytes[cell.start..<cell.end], as: UTF8.self)
    }
    var complete = true
    for (index, name) in names.enumerated() {
      let place = header[index].start
      if names.firstIndex(of: name) != index {
        note(
          .error, in: file, recordStart: 0, line: 1, offset: place,
          "the column \"\(name)\" stands twice in the header")
        complete = false
      } else if !schema.fields.contains(where: { $0.name == name }) {
        let known = schema.fields.map(\.name)
        let hint = nearest(to: name, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
        note(
          .warning, in: file, recordStart: 0, line: 1, offset: place,
          "the column \"\(name)\" is not one of \(schema.name.word) and is not read\(hint)")
      }
    }
    let mapping = schema.fields.map { field in names.firstIndex(of: field.name) ?? -1 }
    for (field, place) in zip(schema.fields, mapping) where place < 0 && field.required {
      note(
        .error, in: file, recordStart: 0, line: 1, offset: 0,
        "the column \"\(field.name)\" is missing; the table is not read")
      complete = false
    }
    return complete ? mapping : nil
  }

  private func resolve<Row: TableRow>(
    _ selves: [(row: Int, reader: Int, text: Text)], in rows: inout [Row], file: LoadedFile
  ) {
    for (index, column, text) in selves {
      let bytes = store.bytes(text)
      if let number = number(bytes, in: Row.schema.name) {
        rows[index].refer(to: number)
      } else {
        let origin = rows[index].origin
        note(
          .error, in: file, recordStart: 0, line: Int(origin.line), offset: 0,
          "\(Row.schema.fields[column].name): \(unknown(bytes, in: Row.schema.name)); "
            + "the row is used without it")
      }
    }
  }

  private func rowKey(_ cells: [CSVScanner.Cell], _ columns: [Int], _ file: LoadedFile) -> RowKey {
    var first: UInt64 = 0xCBF2_9CE4_8422_2325
    var second: UInt64 = 0x9E37_79B9_7F4A_7C15
    for column in columns where column >= 0 {
      for index in cells[column].start..<cells[column].end {
        first = (first ^ UInt64(file.bytes[index])) &* 0x0000_0100_0000_01B3
        second = (second &+ UInt64(file.bytes[index])) &* 0xD6E8_FEB8_6659_FD93
        second ^= second >> 32
      }
      first = (first ^ 0x1F) &* 0x0000_0100_0000_01B3
      second = (second &+ 0x1F) &* 0xD6E8_FEB8_6659_FD93
    }
    return RowKey(first: first, second: second)
  }

  /// Lays later packages over earlier ones: of rows with the same key the latest package's stands, and
  /// of two in one package the first, the other being noted as a problem.
  func settle<Row: TableRow>(_ rows: inout [Row], files: [LoadedFile]) {
    let keys = keys[Int(Row.schema.name.rawValue)]
    guard !Row.schema.key.isEmpty else { return }
    let ids = interners[Int(Row.schema.name.rawValue)].texts.count
    if ids == rows.count { return }
    var places: [RowKey: Int] = Dictionary(minimumCapacity: rows.count)
    var kept: [Row] = []
    kept.reserveCapacity(rows.count)
    for (row, key) in zip(rows, keys) {
      guard let place = places[key] else {
        places[key] = kept.count
        kept.append(row)
        continue
      }
      if row.origin.package > kept[place].origin.package {
        kept[place] = row
      } else if let file = files.first(where: { $0.package == row.origin.package }) {
        note(
          .error, in: file, recordStart: 0, line: Int(row.origin.line), offset: 0,
          "the same \(Row.schema.key.joined(separator: ", ")) as on line \(kept[place].origin.line)"
            + "; the row is not used")
      }
    }
    rows = kept
  }
}

extension TableSchema {
  /// The header line of the file.
  var header: String { fields.map(\.name).joined(separator: ",") }
}
