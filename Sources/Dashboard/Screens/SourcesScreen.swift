import Canvas
import Charts
import Dataset

/// Every source, with how many rows rest on it; those whose page was not retrieved are marked.
struct SourcesScreen: Screen {
  static let title = "Sources"
  static let shortTitle = "Src"
  static let access = ScreenAccess.digit
  static let purpose = "what everything here rests on"

  let headline: [Span]
  let record: any Encodable & Sendable
  private let table: FactTable

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let dataset = world.dataset
    let uses = SourceUse.count(in: dataset)
    let shown = dataset.sources.filter { world.passes.matches($0) }
    let missing = shown.count { !$0.isRetrieved }
    headline = [
      Span("Sources · ", .heading), Span(NumberFormat.integer(shown.count), Style(.strong, .bold)),
      Span(
        missing > 0 ? ", \(missing) of them not retrieved, leads to be confirmed" : "",
        .possible),
    ]
    table = FactTable(
      "Sources", columns: SourcesScreen.columns, count: shown.count, sort: settings.sort[0]
    ) { index in
      let source = shown[index]
      let slug = dataset.slug(source.id)
      return (
        .source(slug),
        [
          FactCell(
            dataset.string(source.title), style: source.isRetrieved ? .plain : .possible),
          FactCell(dataset.string(source.publisher)),
          FactCell(date: source.published),
          FactCell(source.kind.word, style: .dim),
          FactCell(count: uses[Int(source.id.index)]),
          FactCell(
            source.isRetrieved ? dataset.string(source.url) : "page not retrieved",
            style: source.isRetrieved ? .dim : .possible),
        ]
      )
    }
    record = SourcesRecord(
      as_of: world.day,
      sources: shown.map { source in
        SourceRecord(source, uses: uses[Int(source.id.index)], in: dataset)
      })
  }

  private static let columns = [
    Table.Column("Title", minimum: 20, maximum: 60, priority: 9),
    Table.Column("Publisher", minimum: 8, maximum: 26, priority: 7),
    Table.Column("Published", minimum: 10, maximum: 10, priority: 6),
    Table.Column("Kind", minimum: 8, maximum: 10, priority: 5),
    Table.Column("Rows", alignment: .trailing, minimum: 4, maximum: 5, priority: 8),
    Table.Column("Page", minimum: 14, maximum: 80, priority: 4),
  ]

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    table.draw(0, in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }
}

/// How many rows name a source.
enum SourceUse {
  /// By the source's number.
  static func count(in dataset: Dataset) -> [Int] {
    var uses = [Int](repeating: 0, count: dataset.sources.count)
    func add(_ list: IDList<Source>) {
      for id in dataset.ids(list) { uses[Int(id.index)] += 1 }
    }
    for entity in Entity.all { entity.eachSources(dataset, add) }
    for row in dataset.exchangeRates { add(row.sources) }
    for row in dataset.places { add(row.sources) }
    return uses
  }
}

/// The sources as data.
struct SourcesRecord: Encodable, Sendable {
  let as_of: Day
  let sources: [SourceRecord]
}

/// A source as data.
struct SourceRecord: Encodable, Sendable {
  let id, title, publisher, url, kind: String
  let published: String?
  let rows: Int

  init(_ source: Source, uses: Int, in dataset: Dataset) {
    id = dataset.slug(source.id)
    title = dataset.string(source.title)
    publisher = dataset.string(source.publisher)
    url = dataset.string(source.url)
    kind = source.kind.word
    published = source.published?.description
    rows = uses
  }
}

extension Page {
  /// Everything the ledger rests on.
  public static let sources = Page(SourcesScreen.self)
}
