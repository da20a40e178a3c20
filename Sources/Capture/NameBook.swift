import Dataset
import Insight

/// Finds the row that a text means: an id as it is, or a name however it is written.
public struct NameBook: Sendable {
  /// A row that a text may mean, and how sure that is.
  public struct Match: Equatable, Sendable {
    /// The row's id.
    public let id: String
    public let name: String
    /// 1 for an id or the very name, 0.9 for a name without its legal form, less for likeness.
    public let confidence: Double
  }

  private let dataset: Dataset
  private var pending: [TableName: [String: String]] = [:]
  private var names: [TableName: [[UInt8]: [String]]] = [:]

  /// The names of a dataset.
  public init(_ dataset: Dataset) { self.dataset = dataset }

  /// Notes a row that is on its way.
  mutating func note(_ id: String, named name: String, in table: TableName) {
    pending[table, default: [:]][id] = name
    names[table] = nil
  }

  /// True if a table has an id.
  func has(_ id: String, in table: TableName) -> Bool {
    if pending[table]?[id] != nil { return true }
    return switch table {
    case .sources: dataset.source(id) != nil
    case .countries: dataset.country(id) != nil
    case .organisations: dataset.organisation(id) != nil
    case .rounds: dataset.round(id) != nil
    case .compute: dataset.commitment(id) != nil
    case .milestones: dataset.milestone(id) != nil
    case .models: dataset.models.contains { dataset.slug($0.id) == id }
    case .chips: dataset.chips.contains { dataset.slug($0.id) == id }
    case .claims: dataset.claims.contains { dataset.slug($0.id) == id }
    default: false
    }
  }

  /// The rows that a text may mean, the surest first; at most three where none is sure.
  public mutating func matches(_ text: String, in table: TableName) -> [Match] {
    if has(text, in: table) {
      return [Match(id: text, name: name(of: text, in: table), confidence: 1)]
    }
    if table == .countries, let country = dataset.country(typed: text.trimmed) {
      let id = dataset.code(country)
      return [Match(id: id, name: dataset.name(country), confidence: 1)]
    }
    let index = index(of: table)
    let wanted = FoldedText.bytes(text.trimmed)
    if let ids = index[wanted] { return ids.map { match($0, in: table, ids.count == 1 ? 1 : 0.8) } }
    let bare = NameBook.bare(wanted)
    let alike = index.filter { NameBook.bare($0.key) == bare }.flatMap(\.value).sorted()
    if !alike.isEmpty { return alike.map { match($0, in: table, alike.count == 1 ? 0.9 : 0.7) } }
    let begun = index.filter {
      $0.key.starts(with: bare + [32]) || bare.starts(with: $0.key + [32])
    }
    .flatMap(\.value).sorted()
    if !begun.isEmpty { return begun.prefix(3).map { match($0, in: table, 0.6) } }
    let candidates = index.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
    guard let near = nearest(to: String(decoding: wanted, as: UTF8.self), among: candidates),
      let ids = index[Array(near.utf8)]
    else { return [] }
    return ids.prefix(3).map { match($0, in: table, 0.5) }
  }

  /// The id that a text means; throws where no row or more than a single row does.
  mutating func id(_ text: String, in table: TableName, field: String) throws(EntryFault) -> String
  {
    let matches = matches(text, in: table)
    if matches.count == 1, let match = matches.first, match.confidence >= 0.9 { return match.id }
    let noun = NameBook.nouns[table] ?? table.word
    let near = matches.map { "\($0.name) (\($0.id))" }.joined(separator: " or ")
    let hint = near.isEmpty ? "" : "; did you mean \(near)?"
    throw EntryFault([
      .init(
        field, "there is no \(noun) \"\(text)\"\(hint)", absent: .init(name: text, table: table))
    ])
  }

  private static let nouns: [TableName: String] = [
    .organisations: "organisation", .sources: "source", .rounds: "round", .compute: "site",
    .milestones: "milestone", .models: "model", .chips: "chip", .countries: "country",
    .claims: "claim",
  ]

  private func match(_ id: String, in table: TableName, _ confidence: Double) -> Match {
    Match(id: id, name: name(of: id, in: table), confidence: confidence)
  }

  private func name(of id: String, in table: TableName) -> String {
    if let name = pending[table]?[id] { return name }
    return switch table {
    case .organisations: dataset.organisation(id).map { dataset.name($0) } ?? id
    case .countries: dataset.country(id).map { dataset.name($0) } ?? id
    default: id
    }
  }

  /// The ids of a table by their folded names.
  private mutating func index(of table: TableName) -> [[UInt8]: [String]] {
    if let known = names[table] { return known }
    var index: [[UInt8]: [String]] = [:]
    func add(_ id: String, _ name: String) {
      let key = FoldedText.bytes(name)
      if index[key]?.contains(id) != true { index[key, default: []].append(id) }
    }
    switch table {
    case .organisations:
      for row in dataset.organisations { add(dataset.slug(row.id), dataset.string(row.name)) }
    case .countries:
      for row in dataset.countries { add(dataset.code(row.id), dataset.string(row.name)) }
    case .chips: for row in dataset.chips { add(dataset.slug(row.id), dataset.string(row.name)) }
    case .models: for row in dataset.models { add(dataset.slug(row.id), dataset.string(row.name)) }
    case .compute:
      for row in dataset.compute { add(dataset.slug(row.id), dataset.string(row.name)) }
    default: break
    }
    for (id, name) in pending[table] ?? [:] { add(id, name) }
    names[table] = index
    return index
  }

  /// A folded name without the words for its legal form.
  private static func bare(_ name: [UInt8]) -> [UInt8] {
    var words = name.split { $0 == 32 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
    while words.count > 1, let last = words.last,
      legalForms.contains(String(decoding: last, as: UTF8.self))
    {
      words.removeLast()
    }
    return Array(words.joined(separator: [32]))
  }

  private static let legalForms: Set = [
    "ltd", "limited", "plc", "llc", "llp", "inc", "corp", "corporation", "co", "company", "gmbh",
    "ag", "se", "kg", "sa", "sas", "sarl", "spa", "srl", "bv", "nv", "ab", "as", "asa", "oy", "oyj",
    "aps", "holding", "holdings", "group",
  ]
}
