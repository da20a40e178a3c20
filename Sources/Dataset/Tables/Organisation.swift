/// A company, fund, public body or laboratory.
public struct Organisation: TableRow {
  /// The id.
  public let id: ID<Organisation>
  /// Its name.
  public let name: Text
  /// What sort of body it is.
  public let kind: OrganisationKind
  /// Where it stands in the chain.
  public let layer: Layer
  /// Its home.
  public let country: ID<Country>?
  /// The city of its head office.
  public let city: Text
  /// When it was founded.
  public let founded: PartialDate?
  /// The organisation whose group it belongs to.
  public internal(set) var parent: ID<Organisation>?
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .organisations, key: ["id"],
    [
      .required("id", .key),
      .required("name", .text),
      .required("kind", .word(OrganisationKind.words)),
      .required("layer", .word(Layer.words)),
      Field("country", .country),
      Field("city", .text),
      Field("founded", .partialDate),
      Field("parent", .reference(.organisations)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    name = row.text()
    kind = row.word(OrganisationKind.self, else: .company)
    layer = row.word(Layer.self, else: .applications)
    country = row.optionalReference(.countries)
    city = row.text()
    founded = row.optionalDate()
    parent = nil
    row.readSelfReference()
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.text(name)
    row.word(kind)
    row.word(layer)
    row.id(country.map { row.dataset.code($0) })
    row.text(city)
    row.date(founded)
    row.id(parent.map { row.dataset.slug($0) })
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }

  mutating func refer(to number: Int32) {
    parent = ID(number)
  }
}
