/// A checkable statement of a briefing.
public struct Claim: TableRow {
  /// The id.
  public let id: ID<Claim>
  /// Which briefing says so.
  public let briefing: Text
  /// The statement, in our words.
  public let claim: Text
  /// The figure stated.
  public let stated: Text
  /// Its unit.
  public let unit: Text
  /// How it is checked, in words.
  public let method: Text
  /// The metric that computes it, with its arguments.
  public let metric: Text
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .claims, key: ["id"],
    [
      .required("id", .key),
      .required("briefing", .text),
      .required("claim", .text),
      Field("stated", .text),
      .required("unit", .text),
      .required("how_to_check", .text),
      Field("metric", .text),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    briefing = row.text()
    claim = row.text()
    stated = row.text()
    unit = row.text()
    method = row.text()
    metric = row.text()
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.text(briefing)
    row.text(claim)
    row.text(stated)
    row.text(unit)
    row.text(method)
    row.text(metric)
  }
}
