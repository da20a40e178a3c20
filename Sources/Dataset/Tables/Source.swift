/// A page, paper or document that rows rest on.
public struct Source: TableRow {
  public internal(set) var id: ID<Source> = .unread
  public internal(set) var title = Text.empty
  public internal(set) var publisher = Text.empty
  /// Its address; empty where none is known.
  public internal(set) var url = Text.empty
  public internal(set) var published: PartialDate?
  public internal(set) var kind = SourceKind.news
  private var retrievedWord: Retrieval?
  private var isRetrievalTold = false
  public internal(set) var origin = Origin.unread

  static let table = TableName.sources
  static let key = ["id"]
  static let schema = TableSchema(of: Source.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.text("title", &title)
    columns.text("publisher", &publisher)
    columns.address("url", &url)
    columns.date("published", &published)
    columns.word("kind", &kind)
    columns.word("retrieved", &retrievedWord, isTold: &isRetrievalTold)
  }

  /// The way it was read. `nil` where nobody did, and a row with such sources is a lead to be
  /// confirmed.
  ///
  /// In a table without that column the address tells it: a page that has an address was read.
  public var retrieved: Retrieval? {
    isRetrievalTold ? retrievedWord : url.isEmpty ? nil : .page
  }

  /// True if the page was read, or a digest of it.
  public var isRetrieved: Bool { retrieved != nil }
}
