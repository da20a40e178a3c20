/// A company, fund, public body or laboratory.
public struct Organisation: SourcedRow {
  public internal(set) var id: ID<Organisation> = .unread
  public internal(set) var name = Text.empty
  public internal(set) var kind = OrganisationKind.company
  public internal(set) var layer = Layer.applications
  public internal(set) var country: ID<Country>?
  /// The city of its head office.
  public internal(set) var city = Text.empty
  public internal(set) var founded: PartialDate?
  /// The organisation whose group it belongs to.
  public internal(set) var parent: ID<Organisation>?
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.organisations
  static let key = ["id"]
  static let schema = TableSchema(of: Organisation.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.text("name", &name)
    columns.word("kind", &kind)
    columns.word("layer", &layer)
    columns.reference("country", &country)
    columns.text("city", &city, .optional)
    columns.date("founded", &founded)
    columns.reference("parent", toSameTable: &parent)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }

  mutating func refer(to number: Int32) {
    parent = ID(number)
  }
}
