import Dataset

/// A row that was added or changed between two days.
public struct Change: Sendable {
  /// A column that two rows of a ledger differ in.
  public struct Difference: Hashable, Sendable, JSONConvertible {
    public let field: String
    /// The earlier value; empty where nothing was known.
    public let old: String
    /// The later value; empty where nothing is known.
    public let new: String
    /// The unit of each value, such as USD or MW; empty for none.
    public let oldUnit: String
    public let newUnit: String

    typealias Cells = [(column: String, text: String)]

    /// A difference whose units stand in the cells of the two rows.
    init(field: String, old: String, new: String, cells: (old: Cells, new: Cells)) {
      self.field = field
      self.old = old
      self.new = new
      oldUnit = Difference.unit(of: field, in: cells.old)
      newUnit = Difference.unit(of: field, in: cells.new)
    }

    private static func unit(of field: String, in cells: Cells) -> String {
      func text(_ column: String) -> String { cells.first { $0.column == column }?.text ?? "" }
      return switch field {
      case "amount_m", "value_m": text("currency")
      case "post_money_m": text("post_money_currency")
      case "amount_usd_m": "USD"
      case "mw": "MW"
      default: ""
      }
    }

    public var json: JSON { ["field": field, "old": old, "new": new] }
  }

  public let table: TableName
  public let date: PartialDate
  /// The day from which the row is known.
  public let known: Day
  /// True if no row of the same id was known on the earlier day.
  public let isNew: Bool
  let pair: any ChangedPair

  init(table: TableName, known: Day, pair: some ChangedPair) {
    self.table = table
    self.known = known
    date = pair.date
    isNew = pair.isNew
    self.pair = pair
  }

  /// True if a filter lets the later row through.
  public func passes(_ filter: CompiledFilter) -> Bool { pair.passes(filter) }
}

/// A row and the row before it, of one table or another.
protocol ChangedPair: Sendable {
  var date: PartialDate { get }
  var isNew: Bool { get }
  var evidence: (now: any DatedRecord, before: (any DatedRecord)?) { get }
  func title(in dataset: Dataset) -> String
  func subject(in dataset: Dataset) -> String
  func differences(in dataset: Dataset) -> [Change.Difference]
  func passes(_ filter: CompiledFilter) -> Bool
}

/// A table whose changes are told: the rows that stand on a day, and how a change of them reads.
struct ChangeKind: Sendable {
  /// A column that is compared, with its text in a row.
  struct Field<Row>: Sendable {
    let name: String
    let text: @Sendable (Row, Dataset) -> String?

    init(_ name: String, _ text: @escaping @Sendable (Row, Dataset) -> String?) {
      self.name = name
      self.text = text
    }
  }

  let table: TableName
  /// Finds the changes between an earlier and a later day, the latest known first; of equals the row
  /// further down first.
  let changes: @Sendable (Snapshot, Snapshot) -> [Change]

  /// - Parameters:
  ///   - rows: the rows that stand on a day.
  ///   - key: tells a row's predecessor; the row itself where rows of the table never change.
  ///   - subject: the id of the company, commitment, country or milestone that a row is about.
  ///   - fields: the columns compared, in the order of the file.
  init<Row: DatedRecord & Filterable, Key: Hashable & Sendable>(
    _ table: TableName, rows: @escaping @Sendable (Snapshot) -> Rows<Row>,
    key: @escaping @Sendable (Row) -> Key,
    title: @escaping @Sendable (Row, Dataset) -> String,
    subject: @escaping @Sendable (Row, Dataset) -> String, fields: [Field<Row>] = []
  ) {
    self.table = table
    let kind = Pair<Row>.Kind(title: title, subject: subject, fields: fields)
    changes = { earlier, later in
      var before: [Key: Row] = [:]
      for row in rows(earlier) { before[key(row)] = row }
      var changes: [(change: Change, line: UInt32)] = []
      for row in rows(later) {
        let old = before[key(row)]
        if let old, old.origin == row.origin { continue }
        let change = Change(
          table: table, known: later.dataset.known(row),
          pair: Pair(row: row, before: old, kind: kind))
        changes.append((change, row.origin.line))
      }
      return changes.sorted { left, right in
        left.change.known == right.change.known
          ? left.line > right.line : left.change.known > right.change.known
      }.map(\.change)
    }
  }

  private struct Pair<Row: DatedRecord & Filterable>: ChangedPair {
    struct Kind: Sendable {
      let title: @Sendable (Row, Dataset) -> String
      let subject: @Sendable (Row, Dataset) -> String
      let fields: [Field<Row>]
    }

    let row: Row
    let before: Row?
    let kind: Kind

    var date: PartialDate { row.date }
    var isNew: Bool { before == nil }
    var evidence: (now: any DatedRecord, before: (any DatedRecord)?) { (row, before) }
    func title(in dataset: Dataset) -> String { kind.title(row, dataset) }
    func subject(in dataset: Dataset) -> String { kind.subject(row, dataset) }
    func passes(_ filter: CompiledFilter) -> Bool { filter.passes(row) }

    func differences(in dataset: Dataset) -> [Change.Difference] {
      guard let before else { return [] }
      let cells = (old: dataset.cells(of: before), new: dataset.cells(of: row))
      return kind.fields.compactMap { field in
        let (old, new) = (field.text(before, dataset) ?? "", field.text(row, dataset) ?? "")
        return old == new
          ? nil : Change.Difference(field: field.name, old: old, new: new, cells: cells)
      }
    }
  }
}
