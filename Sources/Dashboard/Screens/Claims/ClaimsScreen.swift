import Canvas
import Charts
import Dataset
import Insight

/// The claims of the briefings, each figure calculated from the ledger for the day of the claim and
/// for today.
struct ClaimsScreen: Screen {
  static let title = "Claims"
  static let access = ScreenAccess.digit
  static let purpose = "what the briefings said, checked against the ledger"
  static let controls: [any Control] = [scope]

  /// The verdict whose claims are listed; `nil` for every claim.
  static let filteredTable: TableName? = .claims

  private static let scope = Choice(
    .scope, nil, among: [nil] + ClaimOutcome.allCases.map(Optional.some),
    keys: [.next("v", help: "only the claims of one verdict, then the next", hint: "verdict")],
    mode: { $0.map { "only \($0.words)" } }
  ) { $0.map { "claims: \($0.words)" } ?? "every claim" }

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let table: FactTable
  /// The claims in the order of the table.
  private let checks: [ClaimCheck]
  private let dataset: Dataset
  private let day: Day

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    let report = ClaimReport(world.snapshot).only(world.passes.matches)
    let dataset = world.dataset
    let scope = settings[ClaimsScreen.scope]
    // Claims that do not hold are the reason to come.
    let shown = report.checks.enumerated()
      .filter { scope == nil || ClaimOutcome($0.element) == scope }
      .sorted { left, right in
        (ClaimOutcome(left.element).rawValue, left.offset)
          < (ClaimOutcome(right.element).rawValue, right.offset)
      }.map(\.element)
    let table = ClaimsScreen.table(shown, in: world, sort: settings.sort["claims"])
    let places = Dictionary(
      uniqueKeysWithValues: shown.enumerated().map {
        (dataset.slug($0.element.claim.id), $0.offset)
      })
    checks = (0..<table.count).compactMap { row in
      guard let slug = table.fact(row)?.id(in: .claims) else { return nil }
      return places[slug].map { shown[$0] }
    }
    self.table = table
    self.dataset = dataset
    day = world.day
    record = report
    headline = ClaimsScreen.headline(report)
  }

  private static func headline(_ report: ClaimReport) -> [Span] {
    let outcomes = report.checks.map(ClaimOutcome.init)
    let holding = outcomes.count { $0 == .holds || $0 == .byNow }
    var spans = [
      Span("Claims · ", .heading),
      Span("\(holding) of \(outcomes.count) hold", Style(.strong, .bold)),
    ]
    for outcome in ClaimOutcome.allCases where outcome != .holds {
      let count = outcomes.count { $0 == outcome }
      if count > 0 { spans.append(Span(", " + outcome.counted(count), outcome.style)) }
    }
    let unread = report.problems.count { $0.severity == .error }
    if unread > 0 { spans.append(Span(", \(unread) unread: !", Style(.alarm, .bold))) }
    return spans
  }

  // MARK: The table

  private static func table(_ checks: [ClaimCheck], in world: World, sort: SortOrder?)
    -> FactTable
  {
    @Sendable func value(
      _ finding: Finding?, _ verdict: Verdict, _ check: ClaimCheck
    ) -> Table.Entry {
      let text = ClaimFigure(check.claim, in: world.dataset).text(finding)
      let style: Style = verdict == .holds ? .plain : ClaimOutcome(verdict).style
      return Table.Entry(text, style: text == NumberFormat.unknown ? .dim : style)
    }
    @Sendable func text(_ entry: Table.Entry) -> String? {
      entry.text == NumberFormat.unknown ? nil : entry.text
    }
    return FactTable(
      "Claims", name: "claims",
      columns: [
        Column("id") { $1.dataset.slug($0.claim.id) },
        Column(
          "claim", .init("Claim", minimum: 24, maximum: 86, priority: 10),
          entry: { check, world, _ in
            let outcome = ClaimOutcome(check)
            return Table.Entry(
              world.dataset.string(check.claim.claim), mark: outcome.mark,
              markStyle: outcome.style)
          }
        ) { $1.dataset.string($0.claim.claim) },
        Column("briefing", .init("By", minimum: 2, maximum: 6, priority: 4), style: .dim) {
          $1.dataset.string($0.claim.briefing)
        },
        Column(
          "stated", .init("Stated", alignment: .trailing, minimum: 8, maximum: 16, priority: 9)
        ) {
          ClaimFigure($0.claim, in: $1.dataset).statedText
        },
        Column(
          "then", .init("Then", alignment: .trailing, minimum: 8, maximum: 16, priority: 7),
          entry: { check, _, _ in value(check.reckonings.first?.then, check.then, check) }
        ) { check, _ in text(value(check.reckonings.first?.then, check.then, check)) },
        Column(
          "now", .init("Now", alignment: .trailing, minimum: 8, maximum: 16, priority: 8),
          entry: { check, _, _ in value(check.reckonings.first?.now, check.now, check) }
        ) { check, _ in text(value(check.reckonings.first?.now, check.now, check)) },
        Column(
          "verdict", .init("Verdict", minimum: 9, maximum: 9, priority: 6),
          ranked: { check, _ in
            let outcome = ClaimOutcome(check)
            return RankedEntry(outcome.words, style: outcome.style, -outcome.rawValue)
          }
        ) { check, _ in ClaimOutcome(check).words },
      ], rows: checks, in: world, sort: sort
    ) { .claim($1.dataset.slug($0.claim.id)) }
  }
}

// MARK: Drawing

extension ClaimsScreen {
  /// The claims whose calculation is printed under the table: those that do not simply hold.
  private var explained: [ClaimCheck] {
    checks.filter { [.noLonger, .differs, .byNow].contains(ClaimOutcome($0)) }
  }

  private func lines(of check: ClaimCheck, width: Int) -> [[Span]] {
    ClaimCalculation(check, dataset: dataset).lines(width: width)
  }

  func naturalHeight(width: Int) -> Int {
    3 + table.naturalHeight
      + explained.reduce(0) { $0 + 1 + lines(of: $1, width: min(width, 110)).count }
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    let hasStrip = area.height >= 22 && area.width >= checks.count + 8
    if hasStrip {
      drawStrip(
        in: area, on: &frame.canvas, selected: view.isPrinted ? nil : view.position(0).cursor)
    }
    let rest = area.inset(top: hasStrip ? 3 : 0)
    if view.isPrinted { return drawPrinted(in: rest, of: &frame, view: view) }
    guard let cursor = view.position(0).cursor, checks.indices.contains(cursor), area.height >= 10
    else { return table.draw(0, in: rest, of: &frame, view: view) }
    let check = checks[cursor]
    if let parts = rest.abreast([table.wholeWidth, ClaimsScreen.calculationWidth], gap: 4) {
      table.draw(0, in: parts[0], of: &frame, view: view)
      draw(lines(of: check, width: parts[1].width), in: parts[1], on: &frame.canvas)
      return
    }
    let calculation = lines(of: check, width: area.width - 2)
    let height = min(calculation.count, max(5, rest.height * 2 / 5))
    let parts = rest.rows([.share(1), .fixed(1), .fixed(height)])
    table.draw(0, in: parts[0], of: &frame, view: view)
    frame.canvas.fill(parts[1], with: Glyph.horizontal, style: .rule)
    draw(calculation, in: parts[2].inset(left: 1), on: &frame.canvas)
  }

  /// The width in which a calculation is read at ease.
  private static let calculationWidth = 60

  private func drawPrinted(in area: Rect, of frame: inout Frame, view: ViewState) {
    let height = min(area.height, table.naturalHeight)
    table.draw(
      0, in: Rect(x: area.x, y: area.y, width: area.width, height: height), of: &frame, view: view)
    var rest = area.inset(top: height + 1)
    for check in explained {
      let lines = lines(of: check, width: min(area.width, 110))
      draw(lines, in: rest, on: &frame.canvas)
      rest = rest.inset(top: lines.count + 1)
    }
  }

  private func draw(_ lines: [[Span]], in area: Rect, on canvas: inout Canvas) {
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, x: area.x, y: area.y + index, width: area.width)
    }
    if lines.count > area.height, area.height > 0 {
      let more = "\(counted(lines.count - area.height, "more line")): \(Glyph.enter) "
      let row = area.row(area.height - 1)
      canvas.fill(row.inset(left: max(0, row.width - TextWidth.of(more) - 3)), style: .plain)
      canvas.put("…", x: row.maxX - TextWidth.of(more) - 3, y: row.y, style: .dim)
      canvas.put(more, in: row, align: .trailing, style: .dim)
    }
  }

  /// Every claim as a mark, as it was then over as it is now, in the order of the table.
  private func drawStrip(in area: Rect, on canvas: inout Canvas, selected: Int?) {
    for (index, name) in ["then", "now"].enumerated() {
      canvas.put(name, x: area.x + (selected == nil ? 0 : 2), y: area.y + index, style: .dim)
    }
    for (index, check) in checks.enumerated() {
      let x = area.x + 7 + index
      let emphasis: Attributes = index == selected ? .reverse : []
      let (then, now) = (ClaimOutcome(check.then), ClaimOutcome(check.now))
      canvas.set(then.mark, x: x, y: area.y, style: then.style.adding(emphasis))
      canvas.set(now.mark, x: x, y: area.y + 1, style: now.style.adding(emphasis))
    }
    let legend = Legend(
      ClaimOutcome.allCases.map {
        Legend.Entry(String($0.mark), $0.words, style: $0.style)
      })
    let x = area.x + 7 + checks.count + 3
    legend.draw(
      on: &canvas, in: Rect(x: x, y: area.y, width: area.maxX - x, height: 2))
  }
}

extension Page {
  public static let claims = Page(ClaimsScreen.self)
}
