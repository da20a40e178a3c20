import Dataset

/// A kind of fact that can be entered, and the table that its rows go to.
public struct EntryKind: Hashable, Sendable {
  public let table: TableName
  /// The noun for a row.
  public let word: String
  /// Other nouns for it.
  let synonyms: [String]
  /// Cells that stand where a draft says nothing; whoever enters is told of each.
  let defaults: [String: String]
  /// The columns that tell what a row is about: rows that agree on them are states of the same thing.
  let subject: [String]

  private init(
    _ table: TableName, _ word: String, or synonyms: [String] = [],
    defaults: [String: String] = [:], subject: [String]
  ) {
    self.table = table
    self.word = word
    self.synonyms = synonyms
    self.defaults = defaults
    self.subject = subject
  }

  /// Every kind, each after those that its rows refer to: rows are written in this order.
  public static let all = [
    EntryKind(
      .sources, "source", defaults: ["kind": "news", "retrieved": "page"], subject: ["id"]),
    EntryKind(.organisations, "organisation", or: ["organization", "company"], subject: ["id"]),
    EntryKind(.places, "place", or: ["town", "city"], subject: ["city", "country"]),
    EntryKind(.models, "model", defaults: ["confidence": "reported"], subject: ["id"]),
    EntryKind(
      .rounds, "round",
      defaults: [
        "series": "Venture round", "instrument": "equity", "status": "closed",
        "confidence": "reported",
      ], subject: ["id"]),
    EntryKind(
      .investments, "investment", or: ["ticket"], defaults: ["role": "participant"],
      subject: ["round", "investor"]),
    EntryKind(
      .valuations, "valuation", defaults: ["basis": "post-money", "confidence": "reported"],
      subject: ["company", "basis"]),
    EntryKind(
      .compute, "site", or: ["commitment"],
      defaults: ["scope": "site", "status": "announced", "confidence": "reported"],
      subject: ["id"]),
    EntryKind(
      .relations, "relation", defaults: ["status": "active"], subject: ["from", "to", "kind"]),
    EntryKind(
      .authorities, "authority", defaults: ["confidence": "reported"],
      subject: ["country", "role", "authority"]),
    EntryKind(
      .enforcement, "step", defaults: ["confidence": "reported"], subject: ["country", "step"]),
    EntryKind(.milestones, "milestone", defaults: ["confidence": "reported"], subject: ["id"]),
    EntryKind(
      .signatories, "signatory", defaults: ["status": "signed"],
      subject: ["organisation", "instrument"]),
  ]

  /// The kind of a noun or of a table's name.
  public init?(_ word: String) {
    let word = word.lowercased()
    guard
      let kind = EntryKind.all.first(where: {
        $0.word == word || $0.table.word == word || $0.synonyms.contains(word)
      })
    else { return nil }
    self = kind
  }

  /// The kind whose rows stand in a table.
  public init?(_ table: TableName) {
    guard let kind = EntryKind.all.first(where: { $0.table == table }) else { return nil }
    self = kind
  }

  /// The nouns, as a message lists them.
  public static var words: [String] { all.map(\.word) }

  /// True if a later row of the same subject takes the place of an earlier row.
  public var isLedger: Bool {
    subject != table.schema.key && table.schema.fields.contains { $0.name == "date" }
  }

  /// The columns that a draft may fill.
  public var columns: [Field] { table.schema.fields }

  /// The column that holds the sources; `nil` for sources themselves.
  var sourceColumn: String? { table == .sources ? nil : "source" }

  /// The fields of a draft beyond the columns: they describe the source, and who took part in a round.
  public var extraFields: [String] {
    guard table != .sources else { return [] }
    let names = Set(columns.map(\.name))
    let short = ["title", "publisher", "published"].filter { !names.contains($0) }
    return short + EntryKind.sourceFields + (table == .rounds ? ["investors"] : [])
      + (table == .compute ? ["latitude", "longitude"] : [])
  }

  /// The field of a part of the source: the part's own name, or `source_` and the name where a column has
  /// the name.
  public func field(ofSource part: String) -> String {
    part == "source" || extraFields.contains(part) ? part : "source_" + part
  }

  /// The fields that describe a source wherever a fact is entered.
  static let sourceFields = [
    "source_id", "source_title", "source_publisher", "source_published", "source_kind", "retrieved",
  ]
}
