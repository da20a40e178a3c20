/// The rows of a dataset as fingerprints: enough to tell later which are new, changed or gone, whatever
/// their dates.
public struct RowPrints: Sendable, Equatable {
  /// A row by what tells it from the others.
  public struct Key: Hashable, Sendable {
    public let table: TableName
    /// The cells of the table's key, joined by `|`.
    public let row: String

    /// The row of a table with a key.
    public init(table: TableName, row: String) {
      self.table = table
      self.row = row
    }
  }

  /// The content of a row: a hash of the whole, and a short one of each column.
  public struct Print: Hashable, Sendable {
    let whole: UInt64
    let columns: [UInt16]

    /// The places of the columns that differ; all of them where the table has other columns by now.
    public func differences(from other: Print) -> [Int] {
      if whole == other.whole { return [] }
      guard columns.count == other.columns.count else { return Array(columns.indices) }
      return columns.indices.filter { columns[$0] != other.columns[$0] }
    }
  }

  /// The fingerprints.
  public private(set) var rows: [Key: Print] = [:]

  /// A dataset of more rows has no fingerprints: they would fill the file that keeps them.
  public static let mostRows = 25_000

  /// Takes the fingerprints of every row; `nil` where there are too many.
  public init?(_ dataset: Dataset) {
    guard dataset.hasPrints else { return nil }
    for table in TableName.allCases {
      dataset.forEachRow(of: table) { record in
        guard let row = record as? any TableRow else { return }
        let (key, cells) = dataset.keyAndCells(of: row)
        rows[Key(table: table, row: key)] = Print(cells)
      }
    }
  }

  private init() {}
}

extension RowPrints.Print {
  init(_ cells: [String]) {
    var whole = fnvOffset
    columns = cells.map { cell in
      let hash = fnv(cell.utf8, fnvOffset)
      // The end of a cell counts, so that what moves from one cell to the next is a change.
      whole = fnv(cell.utf8, fnv(CollectionOfOne(0), whole))
      return UInt16(truncatingIfNeeded: hash ^ hash >> 16 ^ hash >> 32 ^ hash >> 48)
    }
    self.whole = whole
  }
}

extension Dataset {
  /// How many rows a table has.
  public func count(of table: TableName) -> Int { rows(of: table).count }

  /// True if it has few enough rows for their fingerprints to be taken.
  public var hasPrints: Bool {
    TableName.allCases.reduce(0) { $0 + count(of: $1) } <= RowPrints.mostRows
  }

  /// A hash of the files' bytes: two datasets of one stamp have the same rows.
  public var stamp: UInt64 {
    files.reduce(fnvOffset) { hash, file in
      guard let start = store.pointer(to: file.position), file.count > 0 else { return hash }
      return fnv(UnsafeBufferPointer(start: start, count: file.count), hash)
    }
  }

  /// The fingerprint of a row.
  public func print(of record: some Record) -> RowPrints.Print {
    RowPrints.Print(cells(of: record).map(\.text))
  }
}

// MARK: Text

extension RowPrints {
  /// The fingerprints as lines: table, key, hash of the whole, hashes of the columns. At the end how many
  /// there are and a hash of all lines, by which damage shows.
  public var text: String {
    let lines = rows.map { key, print in
      var line = key.table.word + "\t" + escaped(key.row) + "\t" + hex(print.whole, 16) + "\t"
      for column in print.columns { line += hex(UInt64(column), 4) }
      return line + "\n"
    }.sorted()
    return lines.joined() + RowPrints.end(lines) + "\n"
  }

  /// Reads what `text` wrote; `nil` where a byte of it is another.
  public init?(text: String) {
    var lines = text.split(separator: "\n").map { String($0) + "\n" }
    guard let end = lines.popLast(), end == RowPrints.end(lines) + "\n" else { return nil }
    self.init()
    for line in lines {
      let cells = line.dropLast().split(separator: "\t", omittingEmptySubsequences: false)
      guard cells.count == 4, let table = TableName(cells[0]),
        let whole = UInt64(cells[2], radix: 16)
      else { continue }
      var columns: [UInt16] = []
      var rest = cells[3]
      while let hash = UInt16(rest.prefix(4), radix: 16) {
        columns.append(hash)
        rest = rest.dropFirst(4)
      }
      rows[Key(table: table, row: unescaped(cells[1]))] = Print(whole: whole, columns: columns)
    }
  }

  private static func end(_ lines: [String]) -> String {
    ". \(lines.count) " + hex(lines.reduce(fnvOffset) { fnv($1.utf8, $0) }, 16)
  }
}

private let fnvOffset: UInt64 = 0xcbf2_9ce4_8422_2325

/// FNV-1a (Fowler, Noll and Vo, 1991): the same on every machine and in every run.
private func fnv(_ bytes: some Sequence<UInt8>, _ seed: UInt64) -> UInt64 {
  bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
}

private func hex(_ number: UInt64, _ digits: Int) -> String {
  String(unsafeUninitializedCapacity: digits) { bytes in
    for place in 0..<digits {
      let digit = UInt8(truncatingIfNeeded: number >> UInt64(4 * (digits - 1 - place)) & 15)
      bytes[place] = digit + (digit < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
    }
    return digits
  }
}

/// A key as part of a line: control characters and the sign of percent as their codes.
private func escaped(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { $0.value < 32 || $0 == "%" }) else { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.value < 32 || scalar == "%" {
      result += "%" + hex(UInt64(scalar.value), 2)
    } else {
      result.unicodeScalars.append(scalar)
    }
  }
  return result
}

private func unescaped(_ text: Substring) -> String {
  guard text.contains("%") else { return String(text) }
  var result = String.UnicodeScalarView()
  var rest = text.unicodeScalars
  while let scalar = rest.popFirst() {
    if scalar == "%", let code = UInt32(String(rest.prefix(2)), radix: 16),
      let meant = Unicode.Scalar(code)
    {
      result.append(meant)
      rest = rest.dropFirst(2)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
