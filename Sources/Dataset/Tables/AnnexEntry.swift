/// A thing that the AI Act forbids or asks for.
public struct AnnexEntry: SourcedRow {
  /// The kind of system or duty.
  public internal(set) var kind = Text.empty
  public internal(set) var article = Text.empty
  public internal(set) var title = Text.empty
  public internal(set) var rule = Text.empty
  /// The milestone from which it holds.
  public internal(set) var milestone: ID<Milestone>?
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.annexes
  static let key = ["kind", "article", "title"]
  static let schema = TableSchema(of: AnnexEntry.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.text("kind", &kind)
    columns.text("article", &article)
    columns.text("title", &title)
    columns.text("what", &rule)
    columns.reference("by", &milestone)
    columns.sources(&sources)
  }
}

extension Dataset {
  public var annexes: [AnnexEntry] { rows(AnnexEntry.self) }
}
