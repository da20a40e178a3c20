import Canvas
import Charts
import Dataset
import Insight

/// European AI on a page. It has the headline figures with the changes of the last quarter. Next
/// are capital by quarter and layer, compute by law and status. Then come the four exposures of
/// Europe, upcoming and latest events. Every figure leads to its facts.
struct OverviewScreen: Screen {
  enum Part: Int {
    case figures, quarters, layers, jurisdictions, status, europe, next, latest
  }

  static let title = "Overview"
  static let shortTitle = "Over"
  static let access = ScreenAccess.digit
  static let purpose = "where European AI stands"

  let headline: [Span]
  let mainTable: String? = "figures"
  private let world: World
  private let figures: [Figure]
  private let source: HeadlineFigures
  private let figureTable: FactTable
  private let news: NewsList
  private let quarters: GroupRows
  private let layers: GroupRows
  private let jurisdictions: GroupRows
  private let status: GroupRows
  private let europe: GroupRows

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    let law = LawReport(world.snapshot)
    let (source, news) = world.snapshot.both {
      HeadlineFigures(world, law)
    } _: {
      NewsList(world: world, law: law)
    }
    (self.source, self.news) = (source, news)
    figures = source.all
    figureTable = FactTable(
      "Figures", name: "figures", columns: OverviewScreen.columns, rows: figures, in: world
    ) { figure, _ in figure.fact }
    quarters = source.quarters
    layers = source.layers.withoutNotes.finding(source.layersFinding)
    jurisdictions =
      GroupRows(source.compute, in: world)
      .groups("Accelerators by jurisdiction", unit: "k").withoutNotes
      .finding(source.placesFinding)
    status = source.status.withoutNotes
    europe = GroupRows(source.europe, in: world).finding(source.makersFinding)
    // The marks of all its pictures, once.
    headline = [
      Span("European AI", .heading), Span(" · ", .dim), Span(Legend.hollow, .dim),
      Span(" announced", .dim), Span(" · ", .dim), Span(Legend.solid, .series(1)),
      Span(" d debt, c contracted", .dim),
    ]
  }

  var record: any JSONConvertible & Sendable { source.json(in: world) }

  var panes: [Pane] {
    [
      figureTable.pane,
      quarters.pane(named: "quarters"), layers.pane(named: "layers"),
      jurisdictions.pane(named: "jurisdictions"), status.pane(named: "status"), europe.pane,
      news.next.pane,
      news.latest.pane,
    ]
  }

  private static let columns: [Column<Figure>] = [
    Column("figure", .init("figure", minimum: 4, maximum: 40)) { figure, _ in figure.title },
    Column("value", .init("value", minimum: 4, maximum: 40)) { figure, _ in figure.number },
    Column("change", .init("change", minimum: 4, maximum: 40)) { figure, _ in figure.change },
    Column("note", .init("note", minimum: 4, maximum: 80)) { figure, _ in
      [figure.note, figure.doubt].filter { !$0.isEmpty }.joined(separator: ", ")
    },
  ]

  func start(in pane: Int) -> Int {
    pane == Part.quarters.rawValue ? max(0, quarters.rows.count - 1) : 0
  }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    let count: Int
    switch Part(rawValue: pane) {
    case .figures?: count = figures.count
    case .quarters?: count = quarters.rows.count
    default: return nil
    }
    switch move {
    case .left: return max(0, row - 1)
    case .right: return max(0, min(count - 1, row + 1))
    default: return nil
    }
  }

  // MARK: Drawing

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let gap = area.height >= 19 ? 1 : 0
    let height = area.height >= 16 ? 4 : 3
    let rows = area.rows([.fixed(height), .share(1)], gap: gap)
    FigureTiles(figures: figures).draw(in: rows[0], of: &frame, view: view)
    if area.width >= 170, rows[1].height >= 30 {
      drawLarge(in: rows[1], of: &frame, view: view)
    } else if area.width >= 100, rows[1].height >= 26 {
      drawMiddling(in: rows[1], of: &frame, view: view)
    } else {
      drawSmall(in: rows[1], gap: gap, of: &frame, view: view)
    }
  }

  private func drawLarge(in area: Rect, of frame: inout Frame, view: ViewState) {
    let rows = area.rows([.fixed(min(20, area.height / 2)), .share(1)], gap: 1)
    let columns = rows[0].columns([.share(1), .share(1), .share(1)], gap: 4)
    draw(.quarters, in: columns[0], of: &frame, view: view)
    stack([.layers, .status], in: columns[1], of: &frame, view: view)
    stack([.jurisdictions, .europe], in: columns[2], of: &frame, view: view)
    drawNews(in: rows[1], of: &frame, view: view)
  }

  /// Draws the lists of what comes next and what happened last. They stand next to each other where
  /// both are whole, above each other where there are rows for both. Else it is the list in focus.
  private func drawNews(in area: Rect, of frame: inout Frame, view: ViewState) {
    let isLatest = Part(rawValue: view.focus) == .latest
    if let lists = area.abreast([news.next.wholeWidth, news.latest.wholeWidth], gap: 4) {
      draw(.next, in: lists[0], of: &frame, view: view)
      draw(.latest, in: lists[1], of: &frame, view: view)
    } else if area.height >= 8 {
      let gap = area.height >= 14 ? 1 : 0
      // The coming events stand whole where the last events keep as much; else they share the rows.
      let whole = news.next.naturalHeight
      let next: Length =
        area.height - gap >= 2 * whole || area.height - gap - whole >= OverviewScreen.latestRows
        ? .fixed(min(whole, area.height - gap - 4)) : .share(1)
      let lists = area.rows([next, .share(1)], gap: gap)
      draw(.next, in: lists[0], of: &frame, view: view)
      draw(.latest, in: lists[1], of: &frame, view: view)
    } else {
      draw(isLatest ? .latest : .next, in: area, of: &frame, view: view)
    }
  }

  /// The lines in which what happened last is read: its header and nine rows, or how many there are more.
  private static let latestRows = 10

  private func drawMiddling(in area: Rect, of frame: inout Frame, view: ViewState) {
    // The lists at the right stand whole; beyond that the news grows first, for a taller picture says no
    // more.
    let parts: [Part] = [.jurisdictions, .status, .europe]
    let whole =
      parts.reduce(0) { $0 + (groups($1)?.chart.naturalHeight ?? 0) } + parts.count - 1
    let upperHeight = min(max(whole, area.height - 24), 30, max(12, area.height - 9))
    let rows = area.rows([.fixed(upperHeight), .share(1)], gap: 1)
    let columns = rows[0].columns([.share(1), .share(1)], gap: 4)
    let left = columns[0].rows([.share(1), .fixed(layers.chart.naturalHeight)], gap: 1)
    draw(.quarters, in: left[0], of: &frame, view: view)
    draw(.layers, in: left[1], of: &frame, view: view)
    stack(parts, in: columns[1], of: &frame, view: view)
    drawNews(in: rows[1], of: &frame, view: view)
  }

  /// The cells in which the names and the ranges of Europe's dependence stand whole.
  private static let widthForEurope = 24

  /// Draws seven parts in four places: the part in focus takes the place of its neighbour.
  ///
  /// The list of what comes next has the whole width: half of a small window cuts the names.
  private func drawSmall(in area: Rect, gap: Int, of frame: inout Frame, view: ViewState) {
    let focus = Part(rawValue: view.focus)
    // A list in focus takes what the pictures above do not need to be read.
    let isNews = focus == .next || focus == .latest
    let wanted = isNews ? max(4, area.height - gap - 7) : area.height >= 16 ? 5 : 4
    let below = min(wanted, max(0, area.height - 4))
    let rows = area.rows([.share(1), .fixed(below)], gap: gap)
    let upper = rows[0].columns([.share(1), .share(1)], gap: 3)
    draw(focus == .layers ? .layers : .quarters, in: upper[0], of: &frame, view: view)
    // The dependence of Europe stands whole; where the chips are has the rest.
    let whole = europe.chart.naturalHeight
    let places: Part = focus == .status ? .status : .jurisdictions
    if upper[1].height >= whole + 3 {
      let right = upper[1].rows([.fixed(whole), .share(1)])
      draw(.europe, in: right[0], of: &frame, view: view)
      draw(places, in: right[1], of: &frame, view: view)
    } else {
      let isNarrow = upper[1].width < OverviewScreen.widthForEurope && focus != .europe
      draw(
        isNarrow || focus == .status || focus == .jurisdictions ? places : .europe, in: upper[1],
        of: &frame, view: view)
    }
    drawNews(in: rows[1], of: &frame, view: view)
  }

  private func stack(
    _ parts: [Part], in area: Rect, of frame: inout Frame, view: ViewState
  ) {
    var rest = area
    for (index, part) in parts.enumerated() where rest.height > 1 {
      let isLast = index == parts.count - 1
      let wanted = groups(part)?.chart.naturalHeight ?? rest.height
      let height = isLast ? rest.height : min(wanted, rest.height)
      draw(
        part, in: Rect(x: rest.x, y: rest.y, width: rest.width, height: height), of: &frame,
        view: view)
      rest = rest.inset(top: height + 1)
    }
  }

  private func groups(_ part: Part) -> GroupRows? {
    switch part {
    case .layers: layers
    case .jurisdictions: jurisdictions
    case .status: status
    case .europe: europe
    case .figures, .quarters, .next, .latest: nil
    }
  }

  private func draw(_ part: Part, in area: Rect, of frame: inout Frame, view: ViewState) {
    let pane = part.rawValue
    switch part {
    case .figures: FigureTiles(figures: figures).draw(in: area, of: &frame, view: view)
    case .quarters:
      quarters.drawColumns(
        as: pane, in: area, of: &frame, view: view, first: 0,
        lit: view.focus == pane ? nil : -1)
    case .layers, .jurisdictions, .status, .europe:
      groups(part)?.draw(as: pane, in: area, of: &frame, view: view)
    case .next: news.next(width: area.width).draw(pane, in: area, of: &frame, view: view)
    case .latest: news.latest(width: area.width).draw(pane, in: area, of: &frame, view: view)
    }
  }

  func naturalHeight(width: Int) -> Int { width >= 172 ? 46 : 36 }
}

extension Page {
  public static let overview = Page(OverviewScreen.self)
}
