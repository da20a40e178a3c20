import Dataset

/// The file of a table with rows added and every other byte as it was.
///
/// A row goes where the order of the file wants it: a table sorted by its first column or by date stays
/// sorted. In any other table rows go to the end. Line ends are those of the header.
public struct TableText: Equatable, Sendable {
  /// The file.
  public let bytes: [UInt8]
  /// The line that each added row starts on, in the order in which the rows were given.
  public let lines: [Int]
  /// The added records as they stand in the file, without line ends.
  public let records: [String]

  /// Adds rows of a table to a file; a file that is not there yet begins with a header.
  public init(adding rows: [EntryRow], of table: TableName, to file: [UInt8]?, named path: String)
    throws(EntryFault)
  {
    let names = table.schema.fields.map(\.name)
    let start = file ?? Array((names.joined(separator: ",") + "\n").utf8)
    let text: CSVText
    do {
      text = try CSVText(start)
    } catch {
      throw EntryFault(path, "line \(error.line): \(error.message); mend it before rows are added")
    }
    guard let header = text.records.first else {
      throw EntryFault(
        path, "the file is empty, expected a header: \(names.joined(separator: ","))")
    }
    // A table of sources without that column tells by the address that a page was read.
    let told = rows.flatMap(\.values).filter { $0 != ("retrieved", Retrieval.page.word) }
    let missing = Set(told.map(\.column)).subtracting(header.cells)
    guard missing.isEmpty else {
      throw EntryFault(
        path,
        "has no column \(missing.sorted().joined(separator: ", ")); add it to the header first")
    }
    let lineEnd = start[header.place].suffix(2) == [13, 10] ? "\r\n" : "\n"
    let order = FileOrder(text.records, header: header.cells)
    var inserted: [(record: Int, row: Int, text: String)] = []
    for (index, row) in rows.enumerated() {
      let record = csvRecord(header.cells.map { row[$0] })
      inserted.append((order.place(of: row), index, record))
    }
    // Of rows with one place the order of entry stays.
    inserted.sort { ($0.record, $0.row) < ($1.record, $1.row) }

    var bytes: [UInt8] = []
    var lines = [Int](repeating: 0, count: rows.count)
    var line = 1
    var position = 0
    func copy(to end: Int) {
      line += start[position..<end].reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
      bytes += start[position..<end]
      position = end
    }
    for (place, row, record) in inserted {
      copy(to: place < text.records.count ? text.records[place].place.lowerBound : start.count)
      if let last = bytes.last, last != 10 {
        bytes += Array(lineEnd.utf8)
        line += 1
      }
      lines[row] = line
      bytes += Array((record + lineEnd).utf8)
      line += record.utf8.reduce(1) { $0 + ($1 == 10 ? 1 : 0) }
    }
    copy(to: start.count)
    self.bytes = bytes
    self.lines = lines
    records = inserted.sorted { $0.row < $1.row }.map(\.text)
  }

  /// The file without some records, each of which must stand in it once; `nil` where a row does
  /// not.
  public static func removing(_ records: [String], from file: [UInt8]) -> [UInt8]? {
    guard let text = try? CSVText(file) else { return nil }
    var wanted = Set(records)
    var bytes: [UInt8] = []
    var position = 0
    for record in text.records.dropFirst() {
      var own = file[record.place]
      while own.last == 10 || own.last == 13 { own.removeLast() }
      guard wanted.remove(String(decoding: own, as: UTF8.self)) != nil else { continue }
      bytes += file[position..<record.place.lowerBound]
      position = record.place.upperBound
    }
    return wanted.isEmpty ? bytes + file[position...] : nil
  }
}

/// The order that the rows of a file are in.
private struct FileOrder {
  private let keys: [String]
  private let column: String?

  init(_ records: [CSVText.Record], header: [String]) {
    for name in [header.first, "date"].compactMap(\.self) {
      guard let index = header.firstIndex(of: name) else { continue }
      let keys = records.dropFirst().map { index < $0.cells.count ? $0.cells[index] : "" }
      guard keys.count > 1, zip(keys, keys.dropFirst()).allSatisfy({ $0 <= $1 }) else { continue }
      self.keys = keys
      column = name
      return
    }
    keys = []
    column = nil
  }

  /// The number of the record that a row goes before; beyond the last for the end.
  func place(of row: EntryRow) -> Int {
    guard let column else { return .max }
    let key = row[column]
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] <= key { low = middle + 1 } else { high = middle }
    }
    // Behind the header.
    return low + 1
  }
}
