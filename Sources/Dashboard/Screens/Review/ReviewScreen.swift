import Canvas
import Charts
import Dataset
import Insight

/// Problems of the data, row by row with its place. With them stands what an attentive curator
/// would look into, ranked by what is at stake.
///
/// It is about the package as it stands today, whatever day is shown.
struct ReviewScreen: Screen {
  static let title = "Review"
  static let command = "check"
  static let isFiltered = false
  static let purpose = "what is wrong with the data, and what to look into"

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let list: AuditList
  private let table: FactTable
  private var rows: FactTable
  private var selected: Int

  var panes: [Pane] { [table.pane, rows.pane] }
  var mainTable: String? { "problems" }

  init(page: Page, world: World, settings: Settings) {
    let audit = Audit(world.isPast ? world.dataset.asOf(world.today) : world.snapshot)
    let list = AuditList(audit, in: world)
    let table = list.table(sort: settings.sort["problems"])
    (self.list, self.table) = (list, table)
    selected = 0
    rows = list.rows(of: table.rows.first.flatMap { list.rows[$0].item })
    headline = ReviewScreen.headline(audit, world.notes)
    record = audit
  }

  private static func headline(_ audit: Audit, _ notes: [Problem]) -> [Span] {
    let errors = audit.errors + notes.count { $0.severity == .error }
    let warnings = audit.warnings + notes.count { $0.severity == .warning }
    let reviews = audit.reviews
    var spans = [Span("Review and Problems · ", .heading)]
    if errors + warnings == 0 {
      spans.append(Span("every row was read", .good))
    } else {
      spans.append(
        Span("\(counted(errors, "error")), \(counted(warnings, "warning"))", Style(.alarm, .bold)))
    }
    spans.append(Span(", ", .dim))
    spans.append(Span("\(NumberFormat.integer(reviews)) to look into", Style(.strong, .bold)))
    if reviews > 0 { spans.append(Span(", most at stake first", .dim)) }
    if audit.review.putAside > 0 {
      spans.append(Span("  \(audit.review.putAside) put aside with a reason", .dim))
    }
    return spans
  }

  /// A finding is settled by a fact: a new fact of a table that ends too early, else a later state of its row.
  ///
  /// Its page is among the rows below.
  func form(row: Int, in pane: Int) -> EntryStart? {
    guard pane == 0, table.rows.indices.contains(row), let item = list.rows[table.rows[row]].item
    else { return nil }
    return item.pattern == .reachEnds ? .new(item.table) : .later(list.rows[table.rows[row]].fact)
  }

  func following(_ view: ViewState) -> (any Screen)? {
    let cursor = view.position(0).cursor ?? 0
    guard cursor != selected, table.rows.indices.contains(cursor) else { return nil }
    var screen = self
    screen.selected = cursor
    screen.rows = list.rows(of: list.rows[table.rows[cursor]].item)
    return screen
  }
}

// MARK: Drawing

extension ReviewScreen {
  private var row: AuditList.Row? {
    table.rows.indices.contains(selected) ? list.rows[table.rows[selected]] : nil
  }

  /// The selected finding in full: what is wrong, what is at stake, what to look for.
  private func lines(width: Int) -> [[Span]] {
    guard let row else { return [] }
    guard let item = row.item else {
      let place = "\(row.problem.file):\(row.problem.line):\(row.problem.column)"
      return TextWidth.wrap(row.problem.message, width: width).map { [Span($0)] } + [
        [Span(place, .dim)]
      ]
    }
    var lines = TextWidth.wrap("\(item.title) \(item.wrong).", width: width).map {
      [Span($0, .strong)]
    }
    lines += TextWidth.wrap(item.lookFor + ".", width: width).map { [Span($0)] }
    let stake = item.stake.isEmpty ? "no figure of a total" : item.stake.words
    lines += TextWidth.wrap("At stake: \(stake).", width: width).map { [Span($0, .dim)] }
    return lines
  }

  func naturalHeight(width: Int) -> Int { table.naturalHeight }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !view.isPrinted, area.height >= 10, row != nil else {
      return table.draw(0, in: area, of: &frame, view: view)
    }
    if let parts = area.abreast(
      [table.wholeWidth, max(ReviewScreen.detailWidth, rows.wholeWidth)], gap: 3)
    {
      table.draw(0, in: parts[0], of: &frame, view: view)
      return drawSelected(in: parts[1], of: &frame, view: view)
    }
    let wanted = lines(width: area.width - 2).count + 1 + (rows.count == 0 ? 0 : rows.count + 1)
    let height = min(wanted, max(5, area.height * 2 / 5))
    let parts = area.rows([.share(1), .fixed(1), .fixed(height)])
    table.draw(0, in: parts[0], of: &frame, view: view)
    frame.canvas.fill(parts[1], with: Glyph.horizontal, style: .rule)
    drawSelected(in: parts[2].inset(left: 1), of: &frame, view: view)
  }

  /// The width in which a finding is read at ease.
  private static let detailWidth = 60

  private func drawSelected(in area: Rect, of frame: inout Frame, view: ViewState) {
    let lines = lines(width: max(8, area.width))
    // The rows keep their header and one line, whatever there is to say.
    let room = rows.count == 0 ? area.height : max(1, area.height - 3)
    for (index, line) in lines.prefix(room).enumerated() {
      frame.canvas.put(line, x: area.x, y: area.y + index, width: area.width)
    }
    guard rows.count > 0 else { return }
    let top = min(room, lines.count)
    rows.draw(1, in: area.inset(top: top < area.height - 3 ? top + 1 : top), of: &frame, view: view)
  }
}

extension Page {
  /// Problems of the data, and things to look into.
  public static let problems = Page(ReviewScreen.self)
}
