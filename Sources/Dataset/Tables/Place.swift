public struct Place: SourcedRow {
  /// Its name as the table of compute has it.
  public internal(set) var city = Text.empty
  public internal(set) var country: ID<Country> = .unread
  /// Degrees north.
  public internal(set) var latitude = 0.0
  /// Degrees east.
  public internal(set) var longitude = 0.0
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.places
  static let key = ["city", "country"]
  static let schema = TableSchema(of: Place.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.text("city", &city)
    columns.reference("country", &country)
    columns.number("latitude", &latitude, in: -90...90)
    columns.number("longitude", &longitude, in: -180...180)
    columns.sources(&sources)
  }
}
