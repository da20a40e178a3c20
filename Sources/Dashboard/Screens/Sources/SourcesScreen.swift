import Canvas
import Charts
import Dataset

/// Every source, with the number of rows that rest on it; unread pages are marked.
struct SourcesScreen: Screen {
  static let title = "Sources"
  static let enteredTable: TableName? = .sources
  static let access = ScreenAccess.digit
  static let purpose = "what everything here rests on"

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let table: FactTable

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let dataset = world.dataset
    let uses = SourceUse.count(in: dataset)
    let shown = dataset.sources.filter { world.passes.matches($0) }
    let missing = shown.count { !$0.isRetrieved }
    let digests = shown.count { $0.retrieved == .digest }
    headline = [
      Span("Sources · ", .heading), Span(NumberFormat.integer(shown.count), Style(.strong, .bold)),
      Span(digests > 0 ? ", \(digests) known from a digest" : "", .dim),
      Span(
        missing > 0 ? ", \(counted(missing, "page")) not read yet" : "",
        .possible),
    ]
    let table = FactTable(
      "Sources", name: "sources", columns: SourcesScreen.columns(uses), rows: shown, in: world,
      sort: settings.sort["sources"]
    ) { .source($1.dataset.slug($0.id)) }
    self.table = table
    record = LateRecord {
      ["as_of": world.day, "not_read": missing, "read_in_digest": digests, "sources": table.data]
    }
  }

  private static func columns(_ uses: [Int]) -> [Column<Source>] {
    [
      Column("id") { $1.dataset.slug($0.id) },
      Column(
        "title", .init("Title", minimum: 30, maximum: 72, priority: 9),
        styled: { source, _, style in source.isRetrieved ? style : .possible }
      ) { $1.dataset.string($0.title) },
      Column("publisher", .init("Publisher", minimum: 16, maximum: 26, priority: 7)) {
        $1.dataset.string($0.publisher)
      },
      Column("published", .init("Published", minimum: 10, maximum: 10, priority: 6)) {
        source, _ in source.published
      },
      Column("kind", .init("Kind", minimum: 10, maximum: 10, priority: 3), style: .dim) {
        source, _ in source.kind.word
      },
      Column("rows", .init("Rows", alignment: .trailing, minimum: 4, maximum: 5, priority: 8)) {
        source, _ in uses[Int(source.id.index)]
      },
      Column(
        "retrieved", .init("How read", minimum: 8, maximum: 22, priority: 5),
        styled: { source, _, _ in source.isRetrieved ? .dim : .possible },
        words: { source, _ in source.reading }
      ) { source, _ in source.retrieved?.word },
      Column("url", .init("Page", minimum: 24, maximum: 80, priority: 2), style: .dim) {
        source, world in world.dataset.string(source.url)
      },
    ]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    table.keeping(column: 0, atLeast: min(34, area.width / 2))
      .draw(0, in: area, of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }
}

/// The number of rows that name a source.
enum SourceUse {
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

extension Page {
  public static let sources = Page(SourcesScreen.self)
}
