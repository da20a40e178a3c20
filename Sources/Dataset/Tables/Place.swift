/// Where a city lies.
public struct Place: TableRow {
  /// Its name as the table of compute has it.
  public let city: Text
  /// Its country.
  public let country: ID<Country>
  /// Degrees north.
  public let latitude: Double
  /// Degrees east.
  public let longitude: Double
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .places, key: ["city", "country"],
    [
      .required("city", .text),
      .required("country", .country),
      .required("latitude", .number),
      .required("longitude", .number),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    city = row.text()
    country = row.reference(.countries)
    latitude = row.number(in: -90...90)
    longitude = row.number(in: -180...180)
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.text(city)
    row.id(row.dataset.code(country))
    row.number(latitude)
    row.number(longitude)
    row.ids(row.dataset.slugs(sources))
  }
}
