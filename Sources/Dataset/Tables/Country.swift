public struct Country: TableRow {
  /// ISO 3166-1 alpha-2, or EU.
  public internal(set) var id: ID<Country> = .unread
  public internal(set) var name = Text.empty
  /// The legal area it belongs to.
  public internal(set) var bloc = Bloc.other
  /// The day it joined the Union.
  public internal(set) var memberSince: Day?
  public internal(set) var origin = Origin.unread

  static let table = TableName.countries
  static let key = ["code"]
  static let schema = TableSchema(of: Country.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.code("code", &id)
    columns.text("name", &name)
    columns.word("bloc", &bloc)
    columns.day("eu_since", &memberSince)
  }
}
