/// A country, or the Union.
public struct Country: TableRow {
  /// ISO 3166-1 alpha-2, or EU.
  public let id: ID<Country>
  /// Its English name.
  public let name: Text
  /// The legal area it belongs to.
  public let bloc: Bloc
  /// The day it joined the Union.
  public let memberSince: Day?
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .countries, key: ["code"],
    [
      .required("code", .key),
      .required("name", .text),
      .required("bloc", .word(Bloc.words)),
      Field("eu_since", .day),
    ])

  init(_ row: inout RowReader) {
    id = row.countryKey()
    name = row.text()
    bloc = row.word(Bloc.self, else: .other)
    memberSince = row.optionalDay()
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.code(id))
    row.text(name)
    row.word(bloc)
    row.day(memberSince)
  }
}
