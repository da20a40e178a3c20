import Canvas
import Charts
import Dataset
import Insight

/// Where European AI stands, on one page: five figures, capital over time, compute by law, what comes
/// next and what happened last. Every figure leads to its facts.
struct OverviewScreen: Screen {
  static let title = "Overview"
  static let purpose = "where European AI stands"

  let headline: [Span]
  private let world: World
  private let figures: [Figure]
  private let source: HeadlineFigures
  private let news: NewsList

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    source = HeadlineFigures(world)
    figures = source.all
    news = NewsList(world: world, law: source.law)
    let reach = world.dataset.reach(of: .rounds).map { " · facts to \(readable($0))" } ?? ""
    headline = [
      Span("European AI", .heading), Span(" · money, chips, law", .dim), Span(reach, .dim),
    ]
  }

  var record: any Encodable & Sendable { OverviewRecord(source, in: world) }

  var panes: [Pane] {
    let (figures, source, world) = (figures, source, world)
    return [
      Pane(
        "Figures", columns: ["figure", "value", "note"], count: figures.count,
        fact: { figures[$0].fact },
        cells: { index in
          let figure = figures[index]
          let notes = [figure.note, figure.doubt].filter { !$0.isEmpty }
          return [figure.title, figure.number, notes.joined(separator: ", ")]
        }),
      Pane(
        "Jurisdictions", columns: ["jurisdiction", "accelerators", "announced"],
        count: source.compute.groups.count,
        fact: { index in
          let group = source.compute.groups[index]
          return .sum(
            title: "Accelerators in \(group.key.name(in: world.dataset))",
            (group.tally.commitments + group.tally.announcedCommitments).map {
              .commitment(world.dataset.slug($0))
            })
        },
        cells: { index in
          let group = source.compute.groups[index]
          return [
            group.key.name(in: world.dataset), "\(group.tally.accelerators)",
            "\(group.tally.announced)",
          ]
        }),
      news.next.pane,
      news.latest.pane,
    ]
  }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard pane == 0 else { return nil }
    switch move {
    case .left: return max(0, row - 1)
    case .right: return min(figures.count - 1, row + 1)
    default: return nil
    }
  }

  // MARK: Drawing

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let isHigh = area.height >= 26
    let chartHeight = isHigh ? min(16, area.height * 2 / 5) : max(5, area.height - 12)
    let rows = area.rows(
      [.fixed(3), .fixed(chartHeight), .share(1)], gap: area.height >= 20 ? 1 : 0)
    drawFigures(in: rows[0], of: &frame, view: view)
    let charts = rows[1].columns([.share(1), .share(1)], gap: 4)
    columns.draw(on: &frame.canvas, in: charts[0])
    frame.draw(jurisdictions, as: 1, in: charts[1], view: view)
    if area.width >= 100 {
      let lists = rows[2].columns([.share(1), .share(1)], gap: 4)
      news.next.draw(2, in: lists[0], of: &frame, view: view)
      news.latest.draw(3, in: lists[1], of: &frame, view: view)
    } else {
      let lists = rows[2].rows([.share(1), .share(1)])
      news.next.draw(2, in: lists[0], of: &frame, view: view)
      news.latest.draw(3, in: lists[1], of: &frame, view: view)
    }
  }

  private func drawFigures(in area: Rect, of frame: inout Frame, view: ViewState) {
    let slots = area.columns(figures.map { _ in .share(1) }, gap: 1)
    let position = view.position(0)
    for (index, (figure, slot)) in zip(figures, slots).enumerated() {
      let isSelected = !view.isPrinted && position.cursor == index
      if isSelected && position.isFocused {
        frame.canvas.put(String(Glyph.selected), x: slot.x, y: slot.y + 1, style: .accent)
      }
      let text = slot.inset(left: 1)
      frame.canvas.put(figure.title, x: text.x, y: text.y, style: .dim, width: text.width)
      let number = isSelected && position.isFocused ? figure.style.adding(.reverse) : figure.style
      frame.canvas.put(figure.number, x: text.x, y: text.y + 1, style: number, width: text.width)
      frame.canvas.put(
        notes(of: figure, in: text.width), x: text.x, y: text.y + 2, width: text.width)
      frame.region(slot, .row(pane: 0, row: index))
    }
    frame.settle(0, position, visible: 1)
  }

  /// The note and the doubt as they fit; the doubt goes last, for it is what keeps a figure honest.
  private func notes(of figure: Figure, in width: Int) -> [Span] {
    let whole = [figure.note, figure.doubt].filter { !$0.isEmpty }.joined(separator: " · ")
    if TextWidth.of(whole) <= width || figure.doubt.isEmpty {
      let separator = figure.note.isEmpty || figure.doubt.isEmpty ? "" : " · "
      return [Span(figure.note + separator, .dim), Span(figure.doubt, .possible)]
    }
    return [Span(figure.doubt, .possible)]
  }

  private var columns: ColumnChart {
    ColumnChart(
      columns: quarters.map { key, tally in
        let slug = key.slug(in: world.dataset)
        let parts: [BarValue.Part] = [
          BarValue.Part((tally.usdMillions - tally.usdMillions(.debt)) / 1000, style: .plain),
          BarValue.Part(tally.usdMillions(.debt) / 1000, style: .series(1), letter: "d"),
        ]
        return ColumnChart.Column(
          String(slug.dropFirst(2).filter { $0 != "-" }),
          value: BarValue(
            parts: parts, possible: tally.announcedUSDMillions / 1000, possibleStyle: .dim),
          isMajor: slug.hasSuffix("Q1"))
      }, title: "Capital raised a quarter", unit: "$ bn")
  }

  /// The quarters from 2023 on; rows of which only the year is known belong to none.
  private var quarters: [(GroupKey, CapitalTally)] {
    source.capital.groups.compactMap { group in
      guard case .quarter = group.key else { return nil }
      return (group.key, group.tally)
    }
  }

  private var jurisdictions: BarChart {
    BarChart(
      rows: source.compute.groups.map { group in
        let tally = group.tally
        return BarChart.Row(
          group.key.name(in: world.dataset),
          value: BarValue(
            parts: [
              BarValue.Part(Double(tally.running) / 1000, style: .strong),
              BarValue.Part(
                Double(tally.accelerators - tally.running) / 1000, style: .series(1)),
            ], possible: Double(tally.announced) / 1000, possibleStyle: .dim),
          figure: NumberFormat.fixed(Double(tally.accelerators) / 1000, places: 0),
          note: tally.running > 0 ? "\(NumberFormat.compact(Double(tally.running))) running" : "")
      },
      title: "Firm accelerators by jurisdiction", unit: "thousand",
      maximum: source.compute.groups.map {
        Double($0.tally.accelerators + $0.tally.announced) / 1000
      }.max())
  }

  func naturalHeight(width: Int) -> Int { 38 }
}

/// The overview as data.
private struct OverviewRecord: Encodable, Sendable {
  let as_of: Day
  let raised_this_year: RaisedRecord
  let compute: ComputeTotals
  let capital: CapitalTotals
  let nvidia_share: AcceleratorShare?
  let enforcement: CountRecord
  let next: [NextRecord]

  struct RaisedRecord: Encodable, Sendable {
    let year, rounds, undisclosed: Int
    let usd_m, announced_usd_m: Double
  }

  struct CountRecord: Encodable, Sendable {
    let full, possible: [String]
    let members: Int
  }

  struct NextRecord: Encodable, Sendable {
    let id, title, article: String
    let scheduled: String?
    let days: Int?
    let sources: [String]
  }

  init(_ figures: HeadlineFigures, in world: World) {
    let dataset = world.dataset
    as_of = world.day
    raised_this_year = RaisedRecord(
      year: world.day.civil.year, rounds: figures.year.rounds.count,
      undisclosed: figures.year.undisclosed, usd_m: figures.year.usdMillions,
      announced_usd_m: figures.year.announcedUSDMillions)
    compute = figures.compute
    capital = figures.capital
    nvidia_share = figures.nvidia
    enforcement = CountRecord(
      full: figures.enforcement.full.map { dataset.code($0.country) },
      possible: figures.enforcement.possible.map { dataset.code($0.country) },
      members: figures.enforcement.members.count)
    next = figures.law.upcoming.prefix(10).map { obligation in
      NextRecord(
        id: dataset.slug(obligation.id), title: dataset.string(obligation.current.title),
        article: dataset.string(obligation.current.article),
        scheduled: obligation.scheduled?.description,
        days: obligation.scheduled.map { $0.lastDay - world.day },
        sources: dataset.ids(obligation.current.sources).map { dataset.slug($0) })
    }
  }
}
