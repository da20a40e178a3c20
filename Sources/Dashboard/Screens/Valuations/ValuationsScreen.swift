import Canvas
import Charts
import Dataset
import Insight

/// The most valued companies: the last value of each, its basis and confidence, and what talks say since.
struct ValuationsScreen: Screen {
  static let title = "Valuations"
  static let reachingTable: TableName? = .valuations
  static let access = ScreenAccess.palette
  static let purpose = "which companies are worth the most, on what basis, and how sure that is"
  static let views = [
    NamedView(
      "Most valued companies: last value, basis, confidence, talks",
      also: "most valued worth most expensive valuation unicorns ranking", .valuations)
  ]

  let headline: [Span]
  let mainTable: String? = "valued"
  let record: any JSONConvertible & Sendable
  private let table: FactTable
  private let chart: BarChart

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let values = CompanyValue.all(in: world.snapshot, where: world.passes)
    let first = values.first { $0.millions != nil }
    let name = first.map { world.dataset.name($0.company) } ?? ""
    headline =
      [Span("Valuations · ", .heading)]
      + (first.map { value in
        [
          Span("\(name) ", .strong),
          Span(NumberFormat.money(millions: value.millions), Style(.strong, .bold)),
          Span(value.taken.map { ", \($0.basis.words), \($0.confidence.word)" } ?? ""),
        ]
      } ?? [Span("none known")])
      + [
        Span(" · \(values.count { $0.taken != nil }) companies valued", .dim),
        Span(", \(values.count { $0.taken == nil }) by talks or an open round alone", .possible),
      ]
    record = LateRecord {
      [
        "as_of": world.day, "companies_valued": values.count { $0.taken != nil },
        "by_talks_alone": values.count { $0.taken == nil },
        "valued": values.map { ValuationsScreen.json($0, in: world) },
      ]
    }
    let places = world.dataset.placesOfValuations
    table = FactTable(
      "Most valued", name: "valued", columns: ValuationsScreen.columns, rows: values, in: world,
      sort: settings.sort["valued"],
      hidden: values.contains { !OtherFigures.words(on: $0, in: world).isEmpty }
        ? [] : ["others_say"],
      style: { value, _ in value.taken == nil ? .possible : .plain }
    ) { value, world in
      // The row is the valuation: its sources are those of the figure, not all of the company's.
      (value.taken ?? value.open)?.fact(in: world.dataset, places)
        ?? .organisation(world.dataset.slug(value.company))
    }
    chart = BarChart(
      rows: values.prefix(ValuationsScreen.mostBars).map { value in
        let known = value.millions.map { $0 / 1000 }
        let open = value.open?.dollars.map { $0.millions / 1000 } ?? 0
        return BarChart.Row(
          world.dataset.name(value.company),
          value: BarValue(
            parts: known.map { [BarValue.Part($0, style: .plain)] } ?? [],
            possible: max(0, open - (known ?? 0)), possibleStyle: .possible),
          figure: known.map { NumberFormat.fixed($0, places: 1) } ?? NumberFormat.unknown,
          note: value.open.flatMap { open in
            open.dollars.map {
              (open.standing == .talks ? "talks " : "not closed ")
                + NumberFormat.money(millions: $0.millions)
            }
          } ?? "")
      }, title: "Last value, solid; talks and rounds not closed, hollow", unit: "$ bn",
      maximum: BarCut(values.prefix(ValuationsScreen.mostBars).map { ($0.millions ?? 0) / 1000 })
        .maximum)
  }

  private static let mostBars = 12

  /// True if a value is of a day more than two years before the day shown.
  private static func isOld(_ value: CompanyValue, in world: World) -> Bool {
    value.taken.map { $0.date.lastDay < world.day.adding(months: -24) } ?? false
  }

  private static let columns: [Column<CompanyValue>] = [
    Column("company", .init("Company", minimum: 18, maximum: 30, priority: 10)) {
      $1.reference($0.company)
    },
    Column(
      "usd_m", .init("Value", unit: "$ m", alignment: .trailing, minimum: 9, priority: 10),
      style: .strong,
      words: { value, world in
        value.taken.flatMap { DisputedFigure.text($0, in: world) }
      }
    ) { value, _ in value.taken?.dollars },
    // A value of years ago ranks among those of today: it is said to be old.
    Column(
      "date", .init("Date", minimum: 14, maximum: 15, priority: 8),
      styled: { value, world, style in isOld(value, in: world) ? .possible : style },
      words: { value, world in
        value.taken.map { "\($0.date)" + (isOld(value, in: world) ? " old" : "") }
      }
    ) { value, _ in value.taken?.date },
    Column("basis", .init("Basis", minimum: 10, maximum: 11, priority: 9)) { value, _ in
      value.taken?.basis.words
    },
    Column(
      "confidence", .init("Confidence", minimum: 10, maximum: 10, priority: 9),
      styled: { value, _, style in
        value.taken?.confidence == .confirmed ? style : .possible
      }
    ) { value, _ in value.taken?.confidence.word },
    Column("others_say", .init("Others say", minimum: 12, maximum: 60, priority: 7)) {
      OtherFigures.words(on: $0, in: $1)
    },
    Column(
      "talks_usd_m",
      .init("Not closed", unit: "$ m", alignment: .trailing, minimum: 9, priority: 7),
      style: .possible,
      words: { value, world in value.open.map { DisputedFigure.text($0, in: world) } ?? "" }
    ) { value, _ in value.open?.dollars },
    Column("talks_date", .init("Of", minimum: 7, maximum: 10, priority: 4), style: .possible) {
      value, _ in value.open.map { "\($0.date)" }
    },
    Column("layer", .init("Layer", minimum: 14, maximum: 14, priority: 6), style: .dim) {
      $1.dataset[$0.company].layer.word
    },
    Column("country", .init("In", minimum: 11, maximum: 14, priority: 5), style: .dim) {
      value, world in world.dataset[value.company].country.map(world.reference)
    },
    Column("source", .init("Source", minimum: 12, maximum: 60, priority: 6), style: .dim) {
      value, world in
      (value.taken ?? value.open).map {
        world.publishers(of: world.dataset.ids($0.sources))
      }
    },
    Column("figures") { value, _ in value.count },
    Column("sources") { value, world in
      (value.taken ?? value.open).map { world.ids($0.sources) }
    },
  ]

  private static func json(_ value: CompanyValue, in world: World) -> JSON {
    func point(_ point: ValuationPoint) -> JSON {
      [
        "usd_m": point.dollars?.millions, "date": "\(point.date)", "basis": point.basis.word,
        "confidence": point.confidence.word, "standing": point.standing.rawValue,
        "sources": world.dataset.ids(point.sources).map { world.dataset.slug($0) },
      ]
    }
    return [
      "company": world.dataset.slug(value.company), "name": world.dataset.name(value.company),
      "value": value.taken.map(point), "open": value.open.map(point),
      "conflicting": value.conflicting.map(point), "figures": value.count,
    ]
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let wanted = min(chart.naturalHeight, area.height / 3)
    guard area.height >= 20, wanted >= 5 else {
      return table.draw(0, in: area, of: &frame, view: view)
    }
    let parts = area.rows([.fixed(wanted), .share(1)], gap: 1)
    chart.draw(on: &frame.canvas, in: parts[0])
    table.draw(0, in: parts[1], of: &frame, view: view)
  }

  func naturalHeight(width: Int) -> Int { chart.naturalHeight + 1 + table.naturalHeight }
}

extension Page {
  /// The most valued companies.
  public static let valuations = Page(ValuationsScreen.self)
}
