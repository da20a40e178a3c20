import Dataset

/// Makes entries of drafts: resolves names, finds or makes the source, fills what can be told from the rest,
/// and says what is missing.
///
/// Entries of a batch may refer to each other, in their order. Syntax is told at the field as it is
/// written. The checker says what only the tables together show, when the package is read again.
public struct EntryBuilder: Sendable {
  let dataset: Dataset
  let today: Day
  var names: NameBook
  var sources: SourceIndex
  /// The publication of the sources that are on their way, by id.
  var published: [String: String] = [:]

  /// A builder of entries for a dataset.
  public init(_ dataset: Dataset, today: Day) {
    self.dataset = dataset
    self.today = today
    names = NameBook(dataset)
    sources = SourceIndex(dataset)
  }

  /// Makes the entry of a draft.
  public mutating func entry(_ draft: Draft) throws(EntryFault) -> Entry {
    try build(draft, from: [:])
  }

  /// Makes the entry that moves something on: the latest row carried on, with what the draft says.
  ///
  /// The note is not carried: it spoke of the state before. Confidence is that of the new source, and so
  /// is the date where the draft names none; today's where the page's is not known. A field with an empty
  /// text empties its column.
  ///
  /// - Parameter key: The id, or the cells of the subject's columns joined by `/`.
  public mutating func update(_ key: String, _ draft: Draft) throws(EntryFault) -> Entry {
    guard draft.kind.isLedger else {
      throw EntryFault(
        [
          .init(
            draft.kind.word,
            "its rows have no history to move on; correct the row in \(draft.kind.table.word).csv")
        ], isUsage: true)
    }
    let before = try latest(draft.kind, key)
    var draft = draft
    if draft.text("date") == nil { draft.values["date"] = nil }
    return try build(draft, from: before)
  }

  /// The draft with its cells and its sources, on top of the row before.
  private mutating func build(_ draft: Draft, from before: [String: String]) throws(EntryFault)
    -> Entry
  {
    try refuseUnknown(draft)
    let kind = draft.kind
    var reasons: [EntryFault.Reason] = []
    var values = before
    if !before.isEmpty {
      for column in EntryBuilder.notCarried { values[column] = nil }
    }
    readColumns(draft, into: &values, &reasons)
    var rows = newSources(draft, isLater: !before.isEmpty, into: &values, &reasons)
    var assumed = complete(&values, draft, isLater: !before.isEmpty)
    if kind.table == .compute, let place = try place(draft, values, &reasons) { rows.append(place) }
    reasons += missing(kind, values, besides: reasons)
    if reasons.isEmpty, let key = kind.columns.first, key.type == .key, values[key.name] == nil {
      let id = newID(kind, values)
      values[key.name] = id
      assumed.insert((key.name, id), at: 0)
    }
    let row = EntryRow(kind.table, values)
    rows.append(row)
    if kind.table == .rounds, let investors = draft.text("investors") {
      do {
        rows += try tickets(investors, of: row)
      } catch {
        reasons += error.reasons
      }
    }
    let entry = Entry(kind: kind, row: row, rows: rows, assumed: assumed, before: before)
    guard reasons.isEmpty else { throw EntryFault(reasons, unfinished: entry) }
    note(row)
    return entry
  }

  /// Reads the texts of a draft into the cells of their columns; an empty text empties the cell.
  private mutating func readColumns(
    _ draft: Draft, into values: inout [String: String], _ reasons: inout [EntryFault.Reason]
  ) {
    for field in draft.kind.columns where field.name != draft.kind.sourceColumn {
      guard let written = draft.values[field.name] else { continue }
      if written.trimmed.isEmpty {
        values[field.name] = nil
        continue
      }
      do {
        try read(written.trimmed, field, into: &values)
      } catch {
        reasons += error.reasons
      }
    }
  }

  /// The rows of sources that a draft names and the dataset lacks; their ids go to the cell `source`.
  private mutating func newSources(
    _ draft: Draft, isLater: Bool, into values: inout [String: String],
    _ reasons: inout [EntryFault.Reason]
  ) -> [EntryRow] {
    do throws(EntryFault) {
      if isLater, draft.text("source") == nil {
        throw EntryFault("source", "missing; name the address or the id of what tells the change")
      }
      guard draft.kind.table != .sources else { return [] }
      let (ids, new) = try readSources(draft, &values)
      values["source"] = ids.joined(separator: ";")
      return new
    } catch {
      reasons += error.reasons
      // It was told, and what is wrong with it is said.
      values["source"] = draft.values["source"]
      return []
    }
  }

  /// The columns that a later state does not take over from the state before.
  public static let notCarried = ["note", "confidence", "source", "date"]

  /// Throws where a field is none of the kind.
  private func refuseUnknown(_ draft: Draft) throws(EntryFault) {
    let known = draft.kind.columns.map(\.name) + draft.kind.extraFields
    let unknown = draft.values.keys.filter { !known.contains($0) }.sorted()
    guard !unknown.isEmpty else { return }
    throw EntryFault(
      unknown.map { name in
        let hint = nearest(to: name, among: known).map { "; did you mean \($0)?" } ?? ""
        return .init(
          name,
          "a \(draft.kind.word) has no such field\(hint); its fields are "
            + known.joined(separator: ", "))
      }, isUsage: true)
  }

  /// Reads a text into the cell of a column.
  private mutating func read(_ text: String, _ field: Field, into values: inout [String: String])
    throws(EntryFault)
  {
    func taken(_ result: Result<String, CellReading.Refusal>) throws(EntryFault) {
      switch result {
      case .success(let cell): values[field.name] = cell
      case .failure(let refusal): throw EntryFault(field.name, refusal.message)
      }
    }
    switch field.type {
    case .reference(let table):
      values[field.name] = try names.id(text, in: table, field: field.name)
    case .country: values[field.name] = try names.id(text, in: .countries, field: field.name)
    case .references(let table):
      var ids: [String] = []
      for part in text.split(separator: ";") {
        ids.append(try names.id(String(part).trimmed, in: table, field: field.name))
      }
      values[field.name] = ids.joined(separator: ";")
    case .word(let words): try taken(CellReading.word(text, among: words))
    // No table that facts are entered to has a column of whole days; the checker would ask for one.
    case .partialDate, .day: try taken(CellReading.date(text, today: today))
    case .integer: try taken(CellReading.number(text, isWhole: true, isMillions: false))
    case .number where field.name.hasSuffix("_m"):
      let (number, currency) = CellReading.amount(text)
      try taken(CellReading.number(number, isWhole: false, isMillions: true))
      let column = field.name == "post_money_m" ? "post_money_currency" : "currency"
      if let currency, values[column] == nil { values[column] = currency }
    case .number:
      // Degrees may be negative; every other number of the package is not.
      if text.hasPrefix("-"), ["latitude", "longitude"].contains(field.name) {
        try taken(
          CellReading.number(String(text.dropFirst()), isWhole: false, isMillions: false)
            .map { "-" + $0 })
      } else {
        try taken(CellReading.number(text, isWhole: false, isMillions: false))
      }
    case .key:
      guard Slug.of(text, longest: .max) == text else {
        throw EntryFault(
          field.name,
          "found \"\(text)\", expected lower-case letters and digits joined by single hyphens, "
            + "such as \(Slug.of(text))")
      }
      values[field.name] = text
    case .url:
      guard WebAddress(text) != nil else {
        throw EntryFault(field.name, "found \"\(text)\", expected an address with https://")
      }
      values[field.name] = text
    case .text:
      guard !text.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) else {
        throw EntryFault(field.name, "found a control character or a line break; leave it out")
      }
      values[field.name] = text
    }
  }

  /// Columns that every row has and this row lacks, apart from those already complained of.
  private func missing(
    _ kind: EntryKind, _ values: [String: String], besides reasons: [EntryFault.Reason]
  ) -> [EntryFault.Reason] {
    kind.columns.compactMap { field in
      guard field.required, field.type != .key, values[field.name] == nil,
        !reasons.contains(where: { $0.field == field.name })
      else { return nil }
      let words: String
      switch field.type {
      case .word(let all): words = "expected \(all.joined(separator: ", "))"
      case .partialDate: words = "expected a date as partial as it is known"
      case .reference(let table): words = "expected an id or a name of \(table.word)"
      case .country: words = "expected a country's code or name"
      case .references: words = "name the address of the page, or a source's id"
      default: words = "every row has it"
      }
      return .init(field.name, "missing; \(words)")
    }
  }

  /// Makes the row known to the entries after it.
  private mutating func note(_ row: EntryRow) {
    guard row.table.schema.fields.first?.type == .key else { return }
    let name = row["name"].isEmpty ? row["title"] : row["name"]
    names.note(row["id"], named: name.isEmpty ? row["id"] : name, in: row.table)
  }
}
