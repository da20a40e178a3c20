/// A page, paper or document that rows rest on.
public struct Source: TableRow {
  /// The id.
  public let id: ID<Source>
  /// Its title.
  public let title: Text
  /// Who published it.
  public let publisher: Text
  /// Its address; empty where the page was not retrieved.
  public let url: Text
  /// When it was published.
  public let published: PartialDate?
  /// What sort of source it is.
  public let kind: SourceKind
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .sources, key: ["id"],
    [
      .required("id", .key),
      .required("title", .text),
      .required("publisher", .text),
      Field("url", .url),
      Field("published", .partialDate),
      .required("kind", .word(SourceKind.words)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    title = row.text()
    publisher = row.text()
    url = row.url()
    published = row.optionalDate()
    kind = row.word(SourceKind.self, else: .news)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.text(title)
    row.text(publisher)
    row.text(url)
    row.date(published)
    row.word(kind)
  }

  /// Whether the page was retrieved; a row that rests on one that was not is a lead to be confirmed.
  public var isRetrieved: Bool { !url.isEmpty }
}
