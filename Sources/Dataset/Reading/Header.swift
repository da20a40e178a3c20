/// The limits of a header.
///
/// A file of another kind, or with lost line ends, must cost no more than its size and a single
/// problem.
enum HeaderLimits {
  static let columns = 1_000
  /// The most bytes of a column's name.
  static let name = 256
}

extension Loader {
  /// The place of each schema column in the file, or -1; `nil` where the table cannot be read.
  func mapping(
    of record: CSVScanner.Record, _ cells: [CSVScanner.Cell], schema: TableSchema,
    in file: LoadedFile
  ) -> [Int]? {
    func say(_ severity: Problem.Severity, _ offset: Int, _ message: String) {
      note(
        severity, in: file, recordStart: 0, line: 1, offset: offset,
        severity == .error ? message + "; the table is not read" : message)
    }
    if let fault = record.fault {
      say(.error, fault.offset ?? record.start, fault.message)
      return nil
    }
    if record.cellCount > HeaderLimits.columns {
      say(
        .error, record.start + Int(cells[HeaderLimits.columns].start),
        "found \(record.cellCount) columns in the header, expected at most \(HeaderLimits.columns)")
      return nil
    }
    if let long = cells.first(where: { $0.length > HeaderLimits.name }) {
      say(
        .error, record.start + Int(long.start),
        "found a name of \(long.length) bytes in the header, expected at most \(HeaderLimits.name)")
      return nil
    }
    let names = cells.map { cell in
      let start = file.base + (record.start + Int(cell.start))
      return String(
        decoding: UnsafeBufferPointer(start: start, count: cell.length), as: UTF8.self)
    }
    if let place = names.firstIndex(where: { $0.unicodeScalars.contains("\r") }) {
      say(
        .error, record.start + Int(cells[place].start),
        "found a line end of CR alone in the header, expected LF or CR LF")
      return nil
    }
    let columns = schema.fields.map(\.name)
    let places = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var complete = true
    for (index, name) in names.enumerated() {
      let offset = record.start + Int(cells[index].start)
      if places[name] != index {
        say(.error, offset, "the column \"\(shown(name))\" stands twice in the header")
        complete = false
      } else if !columns.contains(name) {
        let hint = nearest(to: name, among: columns).map { "; did you mean \"\($0)\"?" } ?? ""
        say(
          .warning, offset,
          "the column \"\(shown(name))\" is not one of \(schema.name.word) and is not read\(hint)")
      }
    }
    let mapping = columns.map { places[$0] ?? -1 }
    for (field, place) in zip(schema.fields, mapping) where place < 0 && field.required {
      say(.error, record.start, "the column \"\(field.name)\" is missing")
      complete = false
    }
    return complete ? mapping : nil
  }
}

extension TableSchema {
  /// The header line of the file.
  var header: String { fields.map(\.name).joined(separator: ",") }

  /// The places of the primary key's columns in the schema.
  var keyColumns: [Int] {
    key.compactMap { name in fields.firstIndex { $0.name == name } }
  }
}
