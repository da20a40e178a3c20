import Dataset

/// A row that was entered, changed or taken out between two states of the data, whatever its date.
public struct EnteredRow: Sendable {
  /// The fate of a row.
  public enum Kind: String, CaseIterable, Sendable {
    case new, changed, gone
  }

  /// The table of the row.
  public let table: TableName
  /// The cells of the table's key, joined by `|`.
  public let key: String
  /// The fate of the row.
  public let kind: Kind
  /// Where it stands; `nil` for a row that is gone.
  public let origin: Origin?
  /// A few words for it.
  public let title: String
  /// Its date; `nil` where its table has none or it is gone and nobody knows.
  public let date: PartialDate?
  /// The columns that differ; none for a row that is new or gone.
  public let columns: [String]
  /// The text that stood in them and the text that stands there now; empty where only fingerprints are known.
  public let differences: [Change.Difference]
  /// The ids of its sources.
  public let sources: [String]
}

/// Rows that were entered, changed or taken out since an earlier state of the data.
public struct Entered: Sendable {
  /// The state that the data is compared with.
  public enum Against: Sendable, Equatable {
    /// The end of the last visit, on a day.
    case visit(Day)
    /// Another package, by the name it was called.
    case package(String)
  }

  /// The state that the data is compared with.
  public let against: Against
  /// The rows: by table, the new rows first, then those changed, then those gone.
  public let rows: [EnteredRow]
  /// The part of the earlier state that could not be read, so that its rows pass for new ones.
  public let unread: Losses

  /// Compares with the fingerprints of an earlier day.
  public init(_ dataset: Dataset, since prints: RowPrints, on day: Day) {
    against = .visit(day)
    unread = Losses()
    var left = prints.rows
    rows = Entered.tables.flatMap { table -> [EnteredRow] in
      var found: [EnteredRow] = []
      dataset.forEachRow(of: table) { row in
        let key = dataset.key(of: row)
        let print = dataset.print(of: row)
        guard let before = left.removeValue(forKey: RowPrints.Key(table: table, row: key)) else {
          return found.append(EnteredRow(row, key, .new, in: dataset))
        }
        let places = print.differences(from: before)
        guard print != before else { return }
        let fields = table.schema.fields
        let columns = places.compactMap { fields.indices.contains($0) ? fields[$0].name : nil }
        found.append(EnteredRow(row, key, .changed, in: dataset, columns: columns))
      }
      let gone = left.keys.filter { $0.table == table }.map(\.row).sorted().map {
        EnteredRow(goneFrom: table, $0)
      }
      return Entered.ordered(found) + gone
    }
  }

  /// Compares with another package, which is the earlier state.
  public init(_ dataset: Dataset, against other: Dataset, called name: String) {
    against = .package(name)
    unread = other.losses
    rows = Entered.tables.flatMap { table -> [EnteredRow] in
      var before: [String: any Record] = [:]
      other.forEachRow(of: table) { before[other.key(of: $0)] = $0 }
      var found: [EnteredRow] = []
      dataset.forEachRow(of: table) { row in
        let key = dataset.key(of: row)
        guard let old = before.removeValue(forKey: key) else {
          return found.append(EnteredRow(row, key, .new, in: dataset))
        }
        let cells = (old: other.cells(of: old), new: dataset.cells(of: row))
        let differences = zip(cells.old, cells.new).compactMap { old, new in
          old.text == new.text
            ? nil : Change.Difference(field: new.column, old: old.text, new: new.text, cells: cells)
        }
        if differences.isEmpty { return }
        found.append(
          EnteredRow(
            row, key, .changed, in: dataset, columns: differences.map(\.field), differences))
      }
      let gone = before.sorted { $0.value.origin.line < $1.value.origin.line }.map {
        EnteredRow($0.value, $0.key, .gone, in: other)
      }
      return Entered.ordered(found) + gone
    }
  }

  private init(_ against: Against, _ rows: [EnteredRow], unread: Losses) {
    self.against = against
    self.rows = rows
    self.unread = unread
  }

  /// The same of some rows alone (the filter).
  public func only(_ isWanted: (EnteredRow) -> Bool) -> Entered {
    Entered(against, rows.filter(isWanted), unread: unread)
  }

  /// The tables, those of facts first.
  private static let tables =
    Changes.tables + TableName.allCases.filter { !Changes.tables.contains($0) }

  private static func ordered(_ rows: [EnteredRow]) -> [EnteredRow] {
    rows.filter { $0.kind == .new } + rows.filter { $0.kind == .changed }
  }
}

extension EnteredRow {
  fileprivate init(
    _ row: any Record, _ key: String, _ kind: Kind, in dataset: Dataset, columns: [String] = [],
    _ differences: [Change.Difference] = []
  ) {
    self.init(
      table: row.origin.table, key: key, kind: kind, origin: kind == .gone ? nil : row.origin,
      title: dataset.title(of: row) ?? key, date: dataset.date(of: row), columns: columns,
      differences: differences, sources: dataset.sources(of: row).map { dataset.slug($0) })
  }

  fileprivate init(goneFrom table: TableName, _ key: String) {
    self.init(
      table: table, key: key, kind: .gone, origin: nil, title: key, date: nil, columns: [],
      differences: [], sources: [])
  }
}

extension Dataset {
  /// A few words for a row; `nil` where its table has none but its key.
  func title(of record: any Record) -> String? {
    switch record {
    case let row as Round: title(row)
    case let row as Valuation: title(row)
    case let row as Commitment: string(row.name)
    case let row as Relation: title(row)
    case let row as EnforcementStep: title(row)
    case let row as Authority: title(row)
    case let row as Milestone: string(row.title)
    case let row as Model: title(row)
    case let row as Signatory: title(row)
    case let row as Organisation: string(row.name)
    case let row as Source: string(row.title)
    case let row as Claim: string(row.claim)
    case let row as Chip: string(row.name)
    case let row as Investment: "\(name(row.investor)) in \(slug(row.round))"
    default: nil
    }
  }
}

extension Entered: JSONConvertible {
  /// `by` is `entry`; `since` the day of the last visit or `against` the other package; the counts, and
  /// `changes`, each with its table, key, title, what became of it, and the columns that differ.
  public var json: JSON {
    func count(_ kind: EnteredRow.Kind) -> Int { rows.count { $0.kind == kind } }
    let earlier: JSON =
      switch against {
      case .visit(let day): ["by": "entry", "since": day]
      case .package(let name):
        [
          "by": "entry", "against": name,
          "against_unread": [
            "rows_left_out": unread.rows, "tables_left_out": unread.tables,
          ] as JSON,
        ]
      }
    return earlier.adding([
      "new": count(.new), "changed": count(.changed), "gone": count(.gone),
      "changes": rows.map { row -> JSON in
        [
          "table": row.table.word, "row": row.key, "title": row.title,
          "change": row.kind.rawValue, "date": row.date, "new": row.kind == .new,
          "columns": row.columns, "differences": row.differences,
          "sources": row.sources,
        ]
      },
    ])
  }
}
