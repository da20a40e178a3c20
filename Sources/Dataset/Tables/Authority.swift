/// A body that a member state designated, or is to designate.
public struct Authority: DatedRow {
  public internal(set) var country: ID<Country> = .unread
  public internal(set) var name = Text.empty
  public internal(set) var role = AuthorityRole.marketSurveillance
  public internal(set) var date = PartialDate.unread
  public internal(set) var legalBasis = Text.empty
  public internal(set) var confidence = Confidence.reported
  public internal(set) var note = Text.empty
  /// The body's name in English; empty where that is not known.
  public internal(set) var english = Text.empty
  /// The acronym in use; empty where that is not known.
  public internal(set) var acronym = Text.empty
  /// The address of its site, with or without a scheme; empty where that is not known.
  public internal(set) var website = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.authorities
  static let key = ["country", "authority", "role", "date"]
  static let schema = TableSchema(of: Authority.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("country", &country)
    columns.text("authority", &name)
    columns.word("role", &role)
    columns.date("date", &date)
    columns.text("legal_basis", &legalBasis)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
    columns.text("english", &english, .optional)
    columns.text("acronym", &acronym, .optional)
    columns.text("website", &website, .optional)
  }
}
