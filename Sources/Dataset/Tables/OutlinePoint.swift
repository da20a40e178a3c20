/// A point of the outline of a country.
public struct OutlinePoint: TableRow {
  public internal(set) var country: ID<Country> = .unread
  /// The number of its closed line, from 1.
  public internal(set) var ring = 0
  /// The place on the line, from 1.
  public internal(set) var point = 0
  /// Degrees east.
  public internal(set) var longitude = 0.0
  /// Degrees north.
  public internal(set) var latitude = 0.0
  public internal(set) var origin = Origin.unread

  static let table = TableName.outlines
  static let key = ["country", "ring", "point"]
  static let schema = TableSchema(of: OutlinePoint.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("country", &country)
    columns.integer("ring", &ring)
    columns.integer("point", &point)
    columns.number("longitude", &longitude, in: -180...180)
    columns.number("latitude", &latitude, in: -90...90)
  }
}
