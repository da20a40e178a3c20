/// A relation of two organisations: "from KIND to".
public struct Relation: DatedRow {
  public internal(set) var from: ID<Organisation> = .unread
  public internal(set) var to: ID<Organisation> = .unread
  public internal(set) var kind = RelationKind.partnersWith
  public internal(set) var date = PartialDate.unread
  public internal(set) var status = RelationStatus.announced
  /// The part that is supplied, where goods or designs are.
  public internal(set) var part: SuppliedPart?
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.relations
  static let key = ["from", "to", "kind", "date"]
  static let schema = TableSchema(of: Relation.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("from", &from)
    columns.reference("to", &to)
    columns.word("kind", &kind)
    columns.date("date", &date)
    columns.word("status", &status)
    columns.word("part", &part)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
