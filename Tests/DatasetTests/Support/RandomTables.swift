@testable import Dataset

/// Tables of random rows that are all good: what comes of a schema when every column may be anything it
/// allows.
struct RandomTables {
  var random: SplitMix64
  /// The ids of each table so far.
  private var ids: [TableName: [String]] = [:]
  private(set) var tables: [TableName: [[String]]] = [:]

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    for table in RandomTables.order { fill(table) }
  }

  /// Each table after those it refers to.
  static let order: [TableName] = {
    var order: [TableName] = []
    func add(_ table: TableName) {
      guard !order.contains(table) else { return }
      for field in table.schema.fields {
        switch field.type {
        case .country where table != .countries: add(.countries)
        case .reference(let other) where other != table: add(other)
        case .references(let other): add(other)
        default: break
        }
      }
      order.append(table)
    }
    for table in TableName.allCases { add(table) }
    return order
  }()

  /// The tables as files.
  var files: [TableName: String] {
    var files: [TableName: String] = [:]
    for (table, rows) in tables {
      files[table] = ([table.schema.header] + rows.map(csvRecord)).joined(separator: "\n") + "\n"
    }
    return files
  }

  private mutating func fill(_ table: TableName) {
    let schema = table.schema
    let keys = schema.keyColumns
    var seen: Set<[String]> = []
    var rows: [[String]] = []
    for _ in 0..<Int.random(in: 3...25, using: &random) {
      let row = schema.fields.map { cell($0, of: table) }
      guard seen.insert(keys.map { row[$0] }).inserted else { continue }
      rows.append(row)
      if schema.hasOwnIDs, ids[table]?.contains(row[0]) != true {
        ids[table, default: []].append(row[0])
      }
    }
    // Rates come out in the order of their days.
    if table == .exchangeRates { rows.sort { $0[0] < $1[0] } }
    tables[table] = rows
  }

  private mutating func cell(_ field: Field, of table: TableName) -> String {
    if !field.required, random.once(in: 3) { return "" }
    switch field.type {
    case .key:
      if table == .countries { return letters(2, "ABCDEFGHIJ") }
      return random.pick(["", "a-", "x1-"])
        + letters(Int.random(in: 1...3, using: &random), "abc012")
    case .country: return random.pick(ids[.countries] ?? [])
    case .reference(let other):
      // To an id of the same table only where the table has an id already.
      guard let known = ids[other], !known.isEmpty else { return "" }
      return random.pick(known)
    case .references(let other):
      let known = ids[other] ?? []
      return (0..<Int.random(in: 1...3, using: &random)).map { _ in random.pick(known) }
        .joined(separator: ";")
    case .text: return text()
    case .url: return "https://example.org/" + letters(5, "ab,;\"é")
    case .partialDate: return date(Int.random(in: 0...2, using: &random))
    case .day: return date(2)
    case .integer: return String(Int.random(in: 0...2_000_000_000, using: &random))
    case .number:
      switch field.name {
      case "latitude", "longitude":
        return plain(Double(Int.random(in: -9000...9000, using: &random)) / 100)
      default: return plain(Double(Int.random(in: 1...1_000_000, using: &random)) / 100)
      }
    case .word(let words): return random.pick(words)
    }
  }

  private mutating func letters(_ count: Int, _ alphabet: String) -> String {
    let alphabet = Array(alphabet)
    return String((0..<count).map { _ in random.pick(alphabet) })
  }

  /// Text with everything in it that a CSV file has to take care of.
  private mutating func text() -> String {
    let pieces = [
      "a", "Zürich", "東京", "🇪🇺", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", ";", "\t", "'",
      "\u{301}",
      "\u{FEFF}",
    ]
    return (0..<Int.random(in: 1...6, using: &random)).map { _ in random.pick(pieces) }.joined()
  }

  private mutating func date(_ precision: Int) -> String {
    let text = PartialDate(Day(number: Int.random(in: 10_000...20_000, using: &random))).description
    return String(text.prefix([4, 7, 10][precision]))
  }
}
