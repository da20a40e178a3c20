/// A point of the outline of a country.
public struct OutlinePoint: TableRow {
  /// The country.
  public let country: ID<Country>
  /// Which of its closed lines, from 1.
  public let ring: Int
  /// The place on the line, from 1.
  public let point: Int
  /// Degrees east.
  public let longitude: Double
  /// Degrees north.
  public let latitude: Double
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .outlines, key: ["country", "ring", "point"],
    [
      .required("country", .country),
      .required("ring", .integer),
      .required("point", .integer),
      .required("longitude", .number),
      .required("latitude", .number),
    ])

  init(_ row: inout RowReader) {
    country = row.reference(.countries)
    ring = Int(row.integer())
    point = Int(row.integer())
    longitude = row.number(in: -180...180)
    latitude = row.number(in: -90...90)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.code(country))
    row.integer(ring)
    row.integer(point)
    row.number(longitude)
    row.number(latitude)
  }
}
