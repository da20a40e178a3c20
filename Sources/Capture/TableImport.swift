import Dataset

/// A table from elsewhere, row by row: what fits, what is held already and what does not fit.
public struct TableImport: Sendable {
  public struct Row: Sendable {
    public enum Outcome: Sendable {
      /// It can be entered; with the organisations that it needs before it.
      case fits([Entry])
      /// A fact that is held looks the same, in a sentence.
      case held(String)
      /// It was left out on purpose.
      case skipped
      /// Why it cannot be entered.
      case refused(String)
    }

    /// The line of the table, from 1.
    public let line: Int
    public internal(set) var outcome: Outcome
  }

  /// The rows in their order.
  public private(set) var rows: [Row] = []

  /// The entries of the rows that fit, in their order.
  public var entries: [Entry] {
    rows.flatMap { row -> [Entry] in
      if case .fits(let entries) = row.outcome { entries } else { [] }
    }
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - source: The fields that describe what every row rests on.
  public init(
    _ text: CSVText, _ mapping: ImportMapping, source: [String: String],
    builder: inout EntryBuilder, concerns: Concerns
  ) throws(EntryFault) {
    guard let kind = EntryKind(mapping.kind) else {
      throw EntryFault(
        [.init("--as", "there is no kind of fact \"\(mapping.kind)\"")], isUsage: true)
    }
    guard let header = text.records.first else { throw EntryFault("--map", "the table is empty") }
    var places: [(ImportMapping.Column, Int)] = []
    for column in mapping.columns {
      guard let place = header.cells.firstIndex(where: { $0.trimmed == column.column }) else {
        let hint = nearest(to: column.column, among: header.cells).map { "; did you mean \($0)?" }
        throw EntryFault(
          [
            .init(
              "--map",
              "the table has no column \"\(column.column)\"\(hint ?? ""); its columns are "
                + header.cells.joined(separator: ", "))
          ], isUsage: true)
      }
      places.append((column, place))
    }
    var seen: [String: Int] = [:]
    for record in text.records.dropFirst() {
      let outcome = try TableImport.outcome(
        record, kind, places, mapping, source, &builder, concerns, &seen)
      rows.append(Row(line: record.line, outcome: outcome))
    }
  }

  /// Marks rows whose entries the checker refuses, by the numbers of their facts among `entries`.
  public mutating func refuse(_ faults: [Int: String]) {
    var number = 0
    for index in rows.indices {
      guard case .fits(let entries) = rows[index].outcome else { continue }
      let found = (number..<number + entries.count).compactMap { faults[$0] }
      if let first = found.first { rows[index].outcome = .refused(first) }
      number += entries.count
    }
  }

  private static func outcome(
    _ record: CSVText.Record, _ kind: EntryKind, _ places: [(ImportMapping.Column, Int)],
    _ mapping: ImportMapping, _ source: [String: String], _ builder: inout EntryBuilder,
    _ concerns: Concerns, _ seen: inout [String: Int]
  ) throws(EntryFault) -> Row.Outcome {
    var values = source.merging(mapping.constants) { $1 }
    for (column, place) in places {
      let cell = place < record.cells.count ? record.cells[place].trimmed : ""
      guard !cell.isEmpty else { continue }
      switch divided(cell, column) {
      case .success(let text): values[column.field] = text
      case .failure(let refusal): return .refused("\(column.column): \(refusal.message)")
      }
    }
    var entries: [Entry] = []
    for field in kind.columns {
      guard case .reference(let table) = field.type, let name = values[field.name] else { continue }
      switch mapping.names[name] {
      case "skip": return .skipped
      case .some(let id) where id.hasPrefix("new:"):
        do {
          if let entry = try organisation(name, id, source, &builder) { entries.append(entry) }
        } catch {
          return .refused(error.description)
        }
      case .some(let id): values[field.name] = id
      case nil:
        let matches = builder.names.matches(name, in: table)
        if matches.count == 1, matches[0].confidence >= 0.9 { continue }
        return .refused(unsure(field.name, name, matches))
      }
    }
    do {
      let fingerprint = values.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: "\u{1F}")
      if let line = seen[fingerprint] { return .held("line \(line) of the table is the same") }
      let entry = try builder.entry(Draft(kind, values))
      if let held = concerns.held(entry) { return .held(held) }
      seen[fingerprint] = record.line
      return .fits(entries + [entry])
    } catch {
      if error.isUsage { throw error }
      return .refused(error.description.replacing("\n", with: "; "))
    }
  }

  /// A cell as the field takes it: a plain number divided, a number with a unit of its own as it
  /// is.
  private static func divided(_ cell: String, _ column: ImportMapping.Column) -> Result<
    String, CellReading.Refusal
  > {
    guard column.field.hasSuffix("_m") || column.divisor > 1 else { return .success(cell) }
    let (number, currency) = CellReading.amount(cell)
    guard let last = number.last, last.isNumber,
      case .success(let plain) = CellReading.number(number, isWhole: false, isMillions: false),
      let value = Double(plain)
    else { return .success(cell) }
    if column.divisor > 1 {
      let part = value / Double(column.divisor)
      let text = Precision.millions.text(part)
      return .success(currency.map { "\($0) \(text)" } ?? text)
    }
    guard value < 100_000 else {
      return .failure(
        CellReading.Refusal(
          "\(cell) would be \(number) millions; if it is in single units, map "
            + "\(column.column)=\(column.field)/1000000"))
    }
    return .success(cell)
  }

  private static func unsure(_ field: String, _ name: String, _ matches: [NameBook.Match]) -> String
  {
    guard let first = matches.first else {
      return "\(field): nothing is called \"\(name)\"; --accept '\(name)=ID' names it, "
        + "'\(name)=new:KIND:LAYER:COUNTRY' enters it, '\(name)=skip' leaves it out"
    }
    let list = matches.map { "\($0.name) (\($0.id), \(Int($0.confidence * 100)) %)" }
      .joined(separator: ", ")
    return "\(field): \"\(name)\" may be \(list); --accept '\(name)=\(first.id)' confirms it"
  }

  /// An organisation that a row needs; `nil` where it is known by then.
  private static func organisation(
    _ name: String, _ text: String, _ source: [String: String], _ builder: inout EntryBuilder
  ) throws(EntryFault) -> Entry? {
    if let match = builder.names.matches(name, in: .organisations).first, match.confidence >= 0.9 {
      return nil
    }
    let words = text.split(separator: ":").map(String.init)
    guard words.count == 4, let kind = EntryKind(.organisations) else {
      throw EntryFault("--accept", "found \"\(text)\", expected new:KIND:LAYER:COUNTRY")
    }
    let own = ["name": name, "kind": words[1], "layer": words[2], "country": words[3]]
    return try builder.entry(Draft(kind, source.merging(own) { $1 }))
  }
}
