import Dashboard
import Dataset
import Insight

/// The facts as statements of SQL that DuckDB and SQLite both read.
///
/// Each table has the columns of the package and three more: `row_key`, which is there once; `valid_from`,
/// the day from which a row counts. And in a ledger `valid_to`, the day from which a later row of the same
/// thing stands in its place. Rounds and valuations have their dollars, converted where the source gives
/// none.
struct ExportScript {
  private let world: World
  /// True if only rows that are known on the world's day are written.
  private let isOfADay: Bool

  init(_ world: World, isOfADay: Bool) {
    self.world = world
    self.isOfADay = isOfADay
  }

  /// A row with what is added to it.
  private struct Row {
    let cells: [(column: String, text: String)]
    let key: String
    let from: Day?
    var until: Day?
    let dollars: Dollars?
  }

  func write(to sink: (String) throws -> Void) throws {
    try sink(
      "-- Moat, CC BY 4.0, as of \(world.day), revised \(world.dataset.updated)\nBEGIN TRANSACTION;\n"
    )
    for table in TableName.allCases { try write(table, to: sink) }
    try sink("COMMIT;\n")
  }

  private func write(_ table: TableName, to sink: (String) throws -> Void) throws {
    let rows = rows(of: table)
    guard let first = rows.first else { return }
    let fields = types(of: table)
    let hasDollars = table == .rounds || table == .valuations
    let name = ExportScript.name(table.word)
    var columns = ["row_key TEXT PRIMARY KEY"]
    columns += first.cells.map { "\(ExportScript.name($0.column)) \(fields[$0.column] ?? "TEXT")" }
    columns += ["valid_from DATE", "valid_to DATE"]
    if hasDollars { columns += ["usd_m DOUBLE", "usd_m_converted BOOLEAN"] }
    try sink("CREATE TABLE \(name) (\n  \(columns.joined(separator: ",\n  "))\n);\n")
    for row in rows {
      var values = [ExportScript.text(row.key)]
      values += row.cells.map { cell in
        ExportScript.value(cell.text, as: fields[cell.column] ?? "TEXT")
      }
      values += [row.from, row.until].map { $0.map { "'\($0)'" } ?? "NULL" }
      if hasDollars {
        values.append(row.dollars.map { Precision.millions.text($0.millions) } ?? "NULL")
        values.append(row.dollars.map { $0.isConverted ? "TRUE" : "FALSE" } ?? "NULL")
      }
      try sink("INSERT INTO \(name) VALUES (\(values.joined(separator: ", ")));\n")
    }
  }

  /// The rows of a table, with the days between which each stands.
  private func rows(of table: TableName) -> [Row] {
    let dataset = world.dataset
    var rows: [Row] = []
    var seen: [String: Int] = [:]
    dataset.forEachRow(of: table) { record in
      guard passes(record) else { return }
      let from = (record as? any DatedRecord).map { dataset.known($0) }
      if isOfADay, let from, from > world.day { return }
      let key = dataset.key(of: record)
      let count = seen[key, default: 0] + 1
      seen[key] = count
      let dollars: Dollars? =
        (record as? Round).flatMap { dataset.dollars($0) }
        ?? (record as? Valuation).flatMap { dataset.dollars($0) }
      rows.append(
        Row(
          cells: dataset.cells(of: record), key: count == 1 ? key : "\(key)#\(count)", from: from,
          until: nil, dollars: dollars))
    }
    guard let thing = ExportScript.things[table] else { return rows }
    var histories: [String: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      let id = row.cells.filter { thing.contains($0.column) }.map(\.text).joined(separator: "|")
      histories[id, default: []].append(place)
    }
    for places in histories.values {
      let ordered = places.sorted { left, right in
        let (first, second) = (rows[left].from?.number ?? 0, rows[right].from?.number ?? 0)
        return first == second ? left < right : first < second
      }
      for (earlier, later) in zip(ordered, ordered.dropFirst()) {
        rows[earlier].until = rows[later].from
      }
    }
    return rows
  }

  /// The columns that tell a thing in a ledger, whose later rows stand in the place of earlier
  /// rows.
  private static let things: [TableName: Set<String>] = [
    .rounds: ["id"], .compute: ["id"], .milestones: ["id"], .enforcement: ["country", "step"],
  ]

  private func passes(_ record: any Record) -> Bool {
    let filter = world.passes
    return switch record {
    case let row as Round: filter.matches(row)
    case let row as Investment: filter.matches(row)
    case let row as Valuation: filter.matches(row)
    case let row as Relation: filter.matches(row)
    case let row as Authority: filter.matches(row)
    case let row as Model: filter.matches(row)
    case let row as Signatory: filter.matches(row)
    case let row as Claim: filter.matches(row)
    case let row as Commitment: filter.matches(row)
    case let row as EnforcementStep: filter.matches(row)
    case let row as Milestone: filter.matches(row)
    default: true
    }
  }

  /// The types of a table's columns, as its package describes them; a date may be partial and stays a text.
  private func types(of table: TableName) -> [String: String] {
    for package in world.dataset.packages where package.files[table] != nil {
      guard let descriptor = try? PackageDescriptor(folder: package.folder),
        let fields = descriptor.resources.first(where: { $0.name == table.word })?.schema?.fields
      else { continue }
      return Dictionary(
        fields.map { field in
          let type =
            switch field.type {
            case "number": "DOUBLE"
            case "integer": "BIGINT"
            case "boolean": "BOOLEAN"
            default: "TEXT"
            }
          return (field.name, type)
        }, uniquingKeysWith: { first, _ in first })
    }
    return [:]
  }

  private static func name(_ word: String) -> String {
    quoted(word.replacing("-", with: "_"), "\"")
  }

  static func text(_ text: String) -> String { quoted(text, "'") }

  /// A text between quotes; a quote in it is doubled, and no other scalar means anything.
  ///
  /// It goes by scalars: a quote with an accent on it is a single `Character`, and ends a text all the
  /// same.
  private static func quoted(_ text: String, _ quote: Unicode.Scalar) -> String {
    var result = String.UnicodeScalarView([quote])
    for scalar in text.unicodeScalars where scalar.value != 0 {
      if scalar == quote { result.append(quote) }
      result.append(scalar)
    }
    result.append(quote)
    return String(result)
  }

  private static func value(_ text: String, as type: String) -> String {
    if text.isEmpty { return "NULL" }
    switch type {
    case "DOUBLE": return Double(text).map { $0.isFinite ? text : "NULL" } ?? "NULL"
    case "BIGINT": return Int(text).map(String.init) ?? "NULL"
    case "BOOLEAN": return text == "true" ? "TRUE" : "FALSE"
    default: return self.text(text)
    }
  }
}
