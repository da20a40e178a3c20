/// A checkable statement of a briefing.
public struct Claim: TableRow {
  public internal(set) var id: ID<Claim> = .unread
  public internal(set) var briefing = Text.empty
  public internal(set) var claim = Text.empty
  public internal(set) var stated = Text.empty
  public internal(set) var unit = Text.empty
  public internal(set) var method = Text.empty
  /// The metric that computes it, with its arguments.
  public internal(set) var metric = Text.empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.claims
  static let key = ["id"]
  static let schema = TableSchema(of: Claim.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.text("briefing", &briefing)
    columns.text("claim", &claim)
    columns.text("stated", &stated, .optional)
    columns.text("unit", &unit)
    columns.text("how_to_check", &method)
    columns.text("metric", &metric, .optional)
  }
}
