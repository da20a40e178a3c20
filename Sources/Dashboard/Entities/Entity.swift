import Dataset
import Insight

/// A kind of row of the dataset: all that the screens ask of a row of one table. Each kind is described in
/// a file of its own, and stands once in `Entity.all`.
///
/// The closures take the key of a row and forget its type.
struct Entity: Sendable {
  typealias Key = Fact.Key

  let table: TableName
  /// The name of the kind on the page of a fact.
  let kind: String
  /// The word before the id in names that outlive a restart: `site` in `site:ldgr`; `nil` for rows without
  /// an id.
  let word: String?
  /// The heading under which changes of such rows are listed: the title of a screen.
  let heading: String
  let title: @Sendable (Key, World) -> String
  /// The sources of a row, of a ledger those of every row, the latest first.
  let sources: @Sendable (Key, World) -> [ID<Source>]
  /// The place of a row, of a ledger that of the latest.
  let origin: @Sendable (Key, World) -> Origin?
  let page: @Sendable (Key, World) -> Page?
  /// The thing that a row is about, to be watched.
  let subject: @Sendable (Key, World) -> Fact?
  /// The company or country that a row is about, to be compared with another.
  let comparable: @Sendable (Key, World) -> Fact?
  let passes: @Sendable (Key, World, CompiledFilter) -> Bool
  /// The last that was heard of a row, in a few words.
  let news: @Sendable (Key, World) -> String?
  /// The rows that the figure of a row is calculated from.
  let parts: @Sendable (Key, World) -> [Fact]
  /// Adds the lines of a row to the page of its fact.
  let tell: @Sendable (Key, World, inout FactDetails) -> Void
  /// Goes through the sources that each row names.
  let eachSources: @Sendable (Dataset, (IDList<Source>) -> Void) -> Void
  let find: @Sendable (Set<Origin>, Dataset, inout [Origin: Fact]) -> Void

  /// Describes a kind of row.
  ///
  /// - Parameters:
  ///   - rows: the table.
  ///   - key: the key of a row, given its place in the table.
  ///   - row: the row of a key as known on the day.
  ///   - history: the rows of a ledger, the earliest first; `nil` for a table that is none.
  ///   - sources: the sources of one row.
  ///   - named: the sources that a row itself names; `nil` where it has no such column.
  ///   - untitled: the name where the dataset has no such row.
  ///   - subject: the thing it is about; `nil` for the row itself.
  ///   - comparable: the company or country it is about; the subject unless given.
  ///   - page: the page of a row; `nil` for that of its fact.
  ///   - more: adds to the page of its fact what other tables say.
  init<Row: Record>(
    _ table: TableName, kind: String, heading: String, word: String? = nil,
    rows: @escaping @Sendable (Dataset) -> [Row],
    key: @escaping @Sendable (Int, Row, Dataset) -> Key,
    row: @escaping @Sendable (Key, World) -> Row?,
    history: (@Sendable (Key, World) -> [Row])? = nil,
    sources: @escaping @Sendable (Row, World) -> [ID<Source>],
    named: (@Sendable (Row) -> IDList<Source>)? = nil,
    title: @escaping @Sendable (Row, World) -> String,
    untitled: (@Sendable (Key, World) -> String)? = nil,
    subject: (@Sendable (Row, World) -> Fact?)? = nil,
    comparable: (@Sendable (Row, World) -> Fact?)? = nil,
    page: (@Sendable (Row, World) -> Page?)? = nil,
    passes: @escaping @Sendable (Row, CompiledFilter) -> Bool,
    news: (@Sendable (Row, World) -> String?)? = nil,
    parts: @escaping @Sendable (Key, World) -> [Fact] = { _, _ in [] },
    more: (@Sendable (Row, World, inout FactDetails) -> Void)? = nil
  ) {
    self.table = table
    self.kind = kind
    self.heading = heading
    self.word = word
    self.title = { key, world in
      if let row = row(key, world) { return title(row, world) }
      if let untitled { return untitled(key, world) }
      if case .id(let id) = key { return id }
      return kind
    }
    self.sources = { key, world in
      let known = history?(key, world).reversed() ?? row(key, world).map { [$0] } ?? []
      return known.flatMap { sources($0, world) }
    }
    origin = { row($0, $1)?.origin }
    self.page = { key, world in
      guard let page else { return .fact(.row(table, key)) }
      return row(key, world).flatMap { page($0, world) }
    }
    let about: @Sendable (Key, World) -> Fact? = { key, world in
      guard let subject else { return .row(table, key) }
      return row(key, world).flatMap { subject($0, world) }
    }
    self.subject = about
    self.comparable = { key, world in
      guard let comparable else { return about(key, world) }
      return row(key, world).flatMap { comparable($0, world) }
    }
    self.passes = { key, world, filter in row(key, world).map { passes($0, filter) } ?? false }
    self.news = { key, world in row(key, world).flatMap { news?($0, world) } }
    self.parts = parts
    tell = { key, world, details in
      if let history {
        details.addLedger(history(key, world).map { (world.dataset.cells(of: $0), $0.origin) })
      } else {
        details.addRow(row(key, world))
      }
      if let more, let row = row(key, world) { more(row, world, &details) }
    }
    eachSources = { dataset, visit in
      guard let named else { return }
      for row in rows(dataset) { visit(named(row)) }
    }
    find = { places, dataset, found in
      for (number, row) in rows(dataset).enumerated() where places.contains(row.origin) {
        found[row.origin] = .row(table, key(number, row, dataset))
      }
    }
  }
}

extension Entity {
  init<Row: Sourced>(
    _ table: TableName, kind: String, heading: String, word: String,
    rows: @escaping @Sendable (Dataset) -> [Row],
    id: @escaping @Sendable (Row, Dataset) -> String,
    row: @escaping @Sendable (String, World) -> Row?,
    history: (@Sendable (String, World) -> [Row])? = nil,
    title: @escaping @Sendable (Row, World) -> String,
    subject: (@Sendable (Row, World) -> Fact?)? = nil,
    comparable: (@Sendable (Row, World) -> Fact?)? = nil,
    page: (@Sendable (Row, World) -> Page?)? = nil,
    passes: @escaping @Sendable (Row, CompiledFilter) -> Bool,
    news: (@Sendable (Row, World) -> String?)? = nil,
    more: (@Sendable (Row, World, inout FactDetails) -> Void)? = nil
  ) {
    let ledger = history
    var keyed: (@Sendable (Key, World) -> [Row])?
    if let ledger {
      keyed = { key, world in
        if case .id(let id) = key { ledger(id, world) } else { [] }
      }
    }
    self.init(
      table, kind: kind, heading: heading, word: word, rows: rows,
      key: { _, row, dataset in .id(id(row, dataset)) },
      row: { key, world in if case .id(let id) = key { row(id, world) } else { nil } },
      history: keyed, sources: { row, world in world.dataset.ids(row.sources) },
      named: { $0.sources }, title: title,
      subject: subject, comparable: comparable, page: page, passes: passes, news: news, more: more)
  }

  /// Describes the rows of a table without ids, which go by their place in it.
  init<Row: Sourced>(
    _ table: TableName, kind: String, heading: String,
    rows: @escaping @Sendable (Dataset) -> [Row],
    title: @escaping @Sendable (Row, World) -> String,
    subject: @escaping @Sendable (Row, World) -> Fact?,
    passes: @escaping @Sendable (Row, CompiledFilter) -> Bool
  ) {
    self.init(
      table, kind: kind, heading: heading, rows: rows, key: { number, _, _ in .number(number) },
      row: { key, world in
        guard case .number(let number) = key else { return nil }
        let all = rows(world.dataset)
        return all.indices.contains(number) ? all[number] : nil
      },
      sources: { row, world in world.dataset.ids(row.sources) }, named: { $0.sources },
      title: title, subject: subject, passes: passes)
  }
}
