/// Reads the tables of one or more packages into rows. Used once, for one dataset.
final class Loader {
  let store: TextStore
  let registry: Registry
  private(set) var lists: [Int32] = []
  private(set) var log = ProblemLog()
  private(set) var losses = Losses()
  private(set) var files: [DataFile] = []
  /// The publication date of each source by the number of its id, known before the tables that cite
  /// them.
  var published: [PartialDate?] = []
  let limits: ReadingLimits

  init(limits: ReadingLimits) {
    self.limits = limits
    store = TextStore()
    registry = Registry(store)
  }

  /// Notes a problem at a byte of a record that starts on a line.
  func note(
    _ severity: Problem.Severity, in file: LoadedFile, recordStart: Int, line: Int, offset: Int,
    _ message: String
  ) {
    log.note(
      severity, in: file, recordStart: recordStart, line: line, offset: offset, message)
  }

  /// The message on an id that a table does not have.
  func unknown(_ bytes: UnsafeBufferPointer<UInt8>, in table: TableName) -> String {
    let ids = registry[table]
    let hint = log.hint(for: String(decoding: bytes, as: UTF8.self), among: ids.count) {
      (0..<ids.count).map { store.string(ids.text(Int32($0))) }
    }
    return "found \"\(shown(bytes))\", expected an id of \(table.word)\(hint)"
  }

  /// Reads a table of every package that has it; `revised` is the day each package was last revised.
  func read<Row: TableRow>(_: Row.Type, from files: [(path: String, package: Int, revised: Day)])
    throws(DatasetError) -> TableRows<Row>
  {
    var table = TableRows<Row>()
    var loaded: [LoadedFile] = []
    var counts: [FileCount] = []
    var selves: [SelfReferences] = []
    for (path, package, revised) in files {
      let file = try LoadedFile(path: path, package: UInt8(package), store: store)
      let before = table.rows.count
      var count = FileCount()
      try read(file, revised: revised, into: &table, &selves, counting: &count)
      count.read = table.rows.count - before
      counts.append(count)
      loaded.append(file)
      self.files.append(
        DataFile(
          path: path, table: Row.table, package: file.package, position: file.position,
          count: file.count, columns: count.columns))
    }
    // A row may refer to one of a later package, so that nothing is settled before all are read.
    for references in selves { resolve(references, in: &table) }
    table.settle { row, standing in
      guard let file = loaded.first(where: { $0.package == row.origin.package }) else { return }
      note(
        .error, in: file, recordStart: 0, line: Int(row.origin.line), offset: 0,
        "the same \(Row.schema.key.joined(separator: ", ")) as on line \(standing.origin.line)"
          + "; the row is not used")
      if let place = loaded.firstIndex(where: { $0.package == file.package }) {
        counts[place].lost += 1
      }
    }
    for (file, count) in zip(loaded, counts) {
      losses.note(file.path, rows: count.lost, isUnread: count.isUnread)
    }
    return table
  }

  /// The counts of a file's rows by their fate.
  private struct FileCount {
    var read = 0
    var lost = 0
    /// The columns of the schema that the file has; none where it has no header that can be read.
    var columns: Set<String> = []

    var isUnread: Bool { columns.isEmpty || (read == 0 && lost > 0) }
  }

  private func read<Row: TableRow>(
    _ file: LoadedFile, revised: Day, into table: inout TableRows<Row>,
    _ references: inout [SelfReferences], counting count: inout FileCount
  ) throws(DatasetError) {
    var stream = RecordStream(file, limits: limits)
    guard let (header, cells) = try stream.next(most: HeaderLimits.columns + 1) else {
      return note(
        .error, in: file, recordStart: 0, line: 1, offset: 0,
        "the file is empty, expected a header: \(Row.schema.header)")
    }
    guard let mapping = mapping(of: header, cells, schema: Row.schema, in: file) else { return }
    count.columns = Set(zip(Row.schema.fields, mapping).filter { $1 >= 0 }.map(\.0.name))
    let width = cells.count
    let ids = registry.interners + Int(Row.table.rawValue)
    if Row.schema.hasOwnIDs {
      ids.pointee.settle(at: file.base, position: file.position, size: file.size)
    }
    let keyColumns = Row.schema.keyColumns
    var reader = RowReader(loader: self, schema: Row.schema, file: file, mapping: mapping)
    var selves: [(row: Int, reference: RowReader.SelfReference)] = []
    var isFirst = true
    swap(&lists, &reader.lists)
    defer { swap(&lists, &reader.lists) }
    try stream.forEachBlock(width: width) { block in
      if isFirst {
        isFirst = false
        let rows = expectedRows(file, block)
        table.reserve(rows)
        if Row.schema.hasOwnIDs { ids.pointee.reserve(ids.pointee.count + rows) }
      }
      if Row.schema.hasOwnIDs { reader.fetch(ids.pointee, for: block) }
      for index in 0..<block.count {
        let record = block.record(index)
        guard record.fault == nil, record.cellCount == width else {
          complain(of: record, width, in: file)
          count.lost += 1
          continue
        }
        reader.begin(record, block.cells(index))
        let row = Row(&reader)
        if reader.failed {
          count.lost += 1
          continue
        }
        if let reference = reader.selfReference { selves.append((table.rows.count, reference)) }
        let known = row.dating.map { day(of: $0, revised: revised, reader.lists) }
        if let key = reader.ownKey {
          table.append(row, repeating: key.isNew ? nil : key.number, known: known)
          if key.isNew { ids.pointee.add(key.text, hash: key.hash) }
        } else {
          table.append(row, key: rowKey(reader, keyColumns), known: known)
        }
      }
    }
    references.append(SelfReferences(file: file, found: selves))
  }

  /// The day from which a row counts; `lists` holds the ids of its sources.
  private func day(of dating: Dating, revised: Day, _ lists: [Int32]) -> Day {
    if dating.date.precision == .day { return dating.date.lastDay }
    let start = Int(dating.sources.start)
    return dating.date.known(
      revised: revised,
      published: lists[start..<start + Int(dating.sources.count)].lazy.compactMap {
        self.published[Int($0)]
      })
  }

  /// The likely number of a file's rows, judged by its first rows.
  private func expectedRows(_ file: LoadedFile, _ block: RecordBlock) -> Int {
    let (first, last) = (block.record(0), block.record(block.count - 1))
    let length = max(1, (last.end + 1 - first.start) / block.count)
    return (file.size - first.start) / length * 9 / 8 + 1
  }

  private func rowKey<Row>(_ reader: RowReader, _ columns: [Int]) -> TableRows<Row>.Key {
    var first: UInt64 = 1
    var second: UInt64 = 2
    for column in columns {
      let bytes = reader.bytes(ofColumn: column)
      first = hashed(bytes, seed: first)
      second = hashed(bytes, seed: second)
    }
    return TableRows<Row>.Key(first: first, second: second)
  }

  private func complain(of record: CSVScanner.Record, _ width: Int, in file: LoadedFile) {
    let (offset, message) =
      record.fault.map { ($0.offset ?? record.start, $0.message) }
      ?? (record.start, "found \(record.cellCount) cells, expected \(width) as in the header")
    note(
      .error, in: file, recordStart: record.start, line: record.line, offset: offset, message)
  }

  /// The references of a file's rows to others of their table, which any package may hold.
  private struct SelfReferences {
    let file: LoadedFile
    let found: [(row: Int, reference: RowReader.SelfReference)]
  }

  private func resolve<Row: TableRow>(
    _ references: SelfReferences, in table: inout TableRows<Row>
  ) {
    let (ids, file) = (registry[Row.table], references.file)
    for (row, reference) in references.found {
      if let number = ids.find(reference.bytes, hash: hashed(reference.bytes)) {
        table.refer(row, to: number)
      } else {
        note(
          .error, in: file, recordStart: reference.recordStart, line: reference.line,
          offset: reference.offset,
          "\(Row.schema.fields[reference.column].name): "
            + "\(unknown(reference.bytes, in: Row.table)); the row is used without it")
      }
    }
  }
}

extension CSVScanner.Fault {
  var offset: Int? {
    switch self {
    case .unclosedQuote(let at), .textAfterQuote(let at), .quoteInsideCell(let at),
      .invalidUTF8(let at):
      at
    case .tooLong: nil
    }
  }

  /// The finding and the remedy.
  var message: String {
    switch self {
    case .unclosedQuote: "the quote that opens this cell is never closed"
    case .textAfterQuote:
      "found text after a closing quote, expected a comma or the end of line"
    case .quoteInsideCell:
      "found a quote inside a cell that is not quoted; quote the cell and double the quote"
    case .invalidUTF8: "found bytes that are not UTF-8; save the file as UTF-8"
    case .tooLong: "the record is longer than 2 GiB"
    }
  }
}
