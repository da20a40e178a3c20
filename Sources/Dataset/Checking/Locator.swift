/// A file of a dataset whose bytes are in the text store.
struct DataFile: Sendable {
  let path: String
  let table: TableName
  let package: UInt8
  /// The place of its first byte in the text store.
  let position: Int
  let count: Int
  /// The columns of its table that it has.
  let columns: Set<String>
}

/// Finds the line and column of a cell again, which rows do not keep: a row has its record's line, and
/// from there the record is scanned once more. Costs a pass over a file, when it is asked of it first.
public struct Locator {
  /// A place in a file.
  public struct Place: Equatable, Sendable {
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
  }

  private struct Lines {
    let base: UnsafePointer<UInt8>
    let count: Int
    /// The offsets at which lines start.
    let starts: [Int]
    /// The names of the columns in their order.
    let header: [String]
  }

  private let dataset: Dataset
  private var files: [String: Lines] = [:]
  /// The byte asked for last with its line and column: what follows on the line is counted from there.
  private var last: (base: UnsafePointer<UInt8>, offset: Int, start: Int, column: Int)?

  /// A locator of the files of a dataset.
  public init(_ dataset: Dataset) { self.dataset = dataset }

  /// The place at which a cell of a row begins. The start of the record where it has no such
  /// column.
  public mutating func place(of origin: Origin, column: String) -> Place {
    let start = Place(line: Int(origin.line), column: 1)
    guard
      let file = dataset.files.first(where: {
        $0.table == origin.table && $0.package == origin.package
      }), let lines = lines(of: file), lines.starts.indices.contains(start.line - 1),
      let index = lines.header.firstIndex(of: column)
    else { return start }
    let offset = lines.starts[start.line - 1]
    var scanner = CSVScanner(lines.base + offset, count: lines.count - offset)
    let cells = UnsafeMutableBufferPointer<CSVScanner.Cell>.allocate(capacity: index + 1)
    defer { cells.deallocate() }
    guard scanner.next(into: cells) == .record, scanner.record.cellCount > index else {
      return start
    }
    return place(of: offset + scanner.record.start + Int(cells[index].start), lines)
  }

  /// The line and column of a byte.
  mutating func place(of offset: Int, in file: DataFile) -> Place {
    guard let lines = lines(of: file) else { return Place(line: 1, column: 1) }
    return place(of: offset, lines)
  }

  private mutating func place(of offset: Int, _ lines: Lines) -> Place {
    var (low, high) = (0, lines.starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines.starts[middle] <= offset { low = middle } else { high = middle }
    }
    let start = lines.starts[low]
    var (from, column) = (start, 1)
    if let last, last.base == lines.base, last.start == start, last.offset <= offset {
      (from, column) = (last.offset, last.column)
    }
    for byte in from..<max(from, offset) where lines.base[byte] & 0xC0 != 0x80 { column += 1 }
    last = (lines.base, max(from, offset), start, column)
    return Place(line: low + 1, column: column)
  }

  private mutating func lines(of file: DataFile) -> Lines? {
    if let known = files[file.path] { return known }
    guard let base = dataset.store.pointer(to: file.position) else { return nil }
    var starts = [0]
    if file.count >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF { starts = [3] }
    for offset in 0..<file.count where base[offset] == 10 { starts.append(offset + 1) }
    let lines = Lines(
      base: base, count: file.count, starts: starts, header: header(base, file.count))
    files[file.path] = lines
    return lines
  }

  private func header(_ base: UnsafePointer<UInt8>, _ count: Int) -> [String] {
    let cells = UnsafeMutableBufferPointer<CSVScanner.Cell>.allocate(capacity: 256)
    defer { cells.deallocate() }
    var scanner = CSVScanner(base, count: count)
    guard scanner.next(into: cells) == .record else { return [] }
    let start = scanner.record.start
    return cells.prefix(scanner.record.cellCount).map { cell in
      String(
        decoding: UnsafeBufferPointer(start: base + start + Int(cell.start), count: cell.length),
        as: UTF8.self)
    }
  }
}
