import Canvas
import Charts
import Dataset

extension State {
  /// The smallest window in which something useful can be shown.
  static let smallest = Size(width: 40, height: 10)

  /// True if the window is too small to show anything useful.
  var isTooSmall: Bool {
    size.width < State.smallest.width || size.height < State.smallest.height
  }

  var body: Rect {
    Rect(x: 0, y: 0, width: size.width, height: size.height)
      .inset(left: 1, top: 3, right: 1 + sourcesWidth, bottom: 2)
  }

  public func draw(on frame: inout Frame) {
    let bounds = frame.canvas.bounds
    frame.marks = RowMarks(world, isPrinted: false)
    if isTooSmall { return drawTooSmall(on: &frame, in: bounds) }
    drawTabs(on: &frame, in: bounds.row(0))
    let title = titleLine(isKept: frame.isSketched)
    let corner = corner(isKept: frame.isSketched)
    let reach = corner.reachWords(in: size.width, beside: cells(of: title))
    drawHeadline(title, corner, reach: reach, on: &frame, in: bounds.row(1))
    frame.region(body, .pane(place.view.focus))
    frame.emptyWords = emptyWords
    if isEnlarged {
      drawEnlarged(in: body.inset(bottom: rowsUnderMessage), of: &frame)
    } else {
      let shown = body.inset(bottom: rowsUnderMessage)
      place.screen.draw(in: shown, of: &frame, view: place.view)
      let panes = place.panes
      if !frame.isSaidEmpty, panes.allSatisfy({ $0.count == 0 }) {
        frame.sayEmpty(in: body.inset(top: body.height / 2))
      }
    }
    drawOverlay(on: &frame, in: bounds)
    drawStatus(
      reach: reach == nil ? corner.reachWords : nil, on: &frame, in: bounds.row(bounds.height - 2))
    drawHints(on: &frame, in: bounds.row(bounds.height - 1))
  }

  /// Why a list of this page may be empty, and which keys take the filter away.
  private var emptyWords: String {
    guard !world.filter.isEmpty, type(of: place.screen).isFiltered else { return "" }
    let why = filterReach?.words.map { "; \($0)" } ?? ""
    // Rows that pass are a key away where this view of the screen has none of them.
    let elsewhere =
      filterReach.flatMap { reach in
        reach.rows == 0 ? nil : place.screen.wayToRows.map { "; \($0) lists \(reach.passing)" }
      } ?? ""
    return "nothing here passes the filter \(trimmed(world.filter.text))\(why)\(elsewhere): "
      + clearing
  }

  /// The way to clear the filter: Esc leaves later modes first, and a page that the filter came with.
  var clearing: String {
    wayBack == .filter
      ? "\(label(.back)) clears it" : "\(label(.filter)) Ctrl-U Enter clears it"
  }

  private func drawTooSmall(on frame: inout Frame, in area: Rect) {
    let smallest = State.smallest
    frame.canvas.put(
      "moat needs \(smallest.width)x\(smallest.height)", x: 0, y: 0, width: area.width)
    frame.canvas.put(
      "this is \(area.width)x\(area.height)", x: 0, y: 1, style: .dim, width: area.width)
  }

  // MARK: The top

  private func drawTabs(on frame: inout Frame, in row: Rect) {
    var x = row.x + 1
    x += frame.canvas.put("moat", x: x, y: row.y, style: Style(.strong, .bold)) + 2
    let room = row.maxX - 1 - x
    let (labels, gap) = tabLabels(in: room)
    for (label, kind) in zip(labels, ScreenKind.numbered) {
      let isHere = (under.first ?? place).page.kind == kind
      let width = TextWidth.of(label)
      guard x + width <= row.maxX - 1 else { break }
      let style = isHere ? Style(.accent, [.bold, .underline]) : .dim
      frame.canvas.put(label, x: x, y: row.y, style: style)
      frame.region(Rect(x: x, y: row.y, width: width, height: 1), .tab(kind.page))
      x += width + gap
    }
  }

  /// The names of the screens as they fit: whole, as their beginnings, or the digits with the name of the current
  /// screen.
  private func tabLabels(in room: Int) -> (labels: [String], gap: Int) {
    let (whole, short) = (Tabs.whole, Tabs.short)
    if whole.width <= room { return (whole.labels, whole.gap) }
    if short.width <= room { return (short.labels, short.gap) }
    let here = (under.first ?? place).page.kind
    let digits = ScreenKind.numbered.enumerated().map {
      here == $1 ? "\($0 + 1) \($1.title)" : "\($0 + 1)"
    }
    return (digits, 2)
  }

  /// A way to write the names of the screens.
  private struct Tabs: Sendable {
    let labels: [String]
    let gap: Int
    let width: Int

    static let whole = Tabs(gap: 2) { $0.title }
    static let short = Tabs(gap: 1) { $0.type.shortTitle }

    private init(gap: Int, _ name: (ScreenKind) -> String) {
      labels = ScreenKind.numbered.enumerated().map { "\($0 + 1) \(name($1))" }
      self.gap = gap
      width = labels.reduce(-gap) { $0 + TextWidth.of($1) + gap }
    }
  }

  /// The headline, after the page that this page was opened from, and the modes that are on.
  private func titleLine(isKept: Bool) -> TitleLine {
    let content = TitleLine.Content(
      page: place.page,
      path: under.last.map { [Span("\($0.page.kind.title) \(Glyph.folded) ", .dim)] } ?? [],
      headline: place.headline, modes: place.screen.modeWords(in: place.view))
    return isKept ? last.title.value(content) { TitleLine(content) } : TitleLine(content)
  }

  /// The corner for the day and the reach of the facts.
  private func corner(isKept: Bool) -> DayCorner {
    func made() -> DayCorner { DayCorner(world, type(of: place.screen)) }
    let key = DayCorner.Key(world: world.token, screen: place.page.kind)
    return isKept ? last.corner.value(key, made) : made()
  }

  /// The cells that everything in the title line takes but the corner.
  private func cells(of title: TitleLine) -> Int {
    let others = [title.modes, world.filter.isEmpty ? "" : "/" + trimmed(world.filter.text)]
    return others.filter { !$0.isEmpty }.reduce(title.titleWidth + 3) { $0 + TextWidth.of($1) + 3 }
  }

  private func drawHeadline(
    _ title: TitleLine, _ corner: DayCorner, reach: String?, on frame: inout Frame, in row: Rect
  ) {
    // The day is in the accent colour when it is not today.
    let day = Span(
      corner.words(in: row.width, reach: reach),
      world.isPast ? Style(.accent, .bold) : .dim)
    let dayWidth = TextWidth.of(day.text)
    let right = row.maxX - dayWidth - 1
    frame.canvas.put(day.text, x: right, y: row.y, style: day.style)
    frame.region(Rect(x: right, y: row.y, width: dayWidth, height: 1), .command(.chooseDay))
    let margin = row.width < State.widthForMargin ? 2 : 3
    let filter = drawFilter(on: &frame, endingAt: right - margin, beside: title, in: row)
    let end = filter > 0 || !title.modes.isEmpty ? right - margin - filter : right - 1
    let modes = title.modeWords(within: end - row.x - 1)
    let cells = TextWidth.of(modes)
    frame.canvas.put(modes, x: end - cells, y: row.y, style: .accent)
    let room = end - (cells > 0 ? cells + TitleLine.gap : 0) - row.x - 1
    frame.canvas.put(title.title(within: room), x: row.x + 1, y: row.y, width: room)
  }

  /// The width below which every blank of the title line counts.
  private static let widthForMargin = 60
  /// The cells in which a filter is still seen to apply.
  private static let leastFilterCells = 16
  /// The width from which a filter has a third of the title's line, whatever the headline needs.
  private static let widthForWholeFilter = 100

  /// Draws the filter that applies, before the day: the list is not complete.
  private func drawFilter(
    on frame: inout Frame, endingAt end: Int, beside title: TitleLine, in row: Rect
  ) -> Int {
    // While what is typed does not read, the screen shows what did so far, and says so.
    var isBehind = false
    if case .filter(let line) = mode { isBehind = line.error != nil }
    guard !world.filter.isEmpty || isBehind else { return 0 }
    let words = world.filter.isEmpty ? "showing all" : "/" + trimmed(world.filter.text)
    // In a narrow window the answer comes before the words of the question; `/` shows these whole.
    let left = end - row.x - 4 - title.titleWidth
    let third = row.width / 3
    let most =
      isBehind
      ? row.width / 2
      : row.width < State.widthForWholeFilter
        ? max(min(State.leastFilterCells, end - row.x - 3 - title.leastWidth), min(left, third))
        : third
    let text = TextWidth.clip(
      isBehind ? "not a filter yet: \(words)" : words,
      to: max(row.width < State.widthForMargin ? 4 : 6, most))
    let width = TextWidth.of(text)
    frame.canvas.put(text, x: end - width, y: row.y, style: Style(.accent, .bold))
    if !isBehind { dimSilentTerms(x: end - width + 1, width: width - 1, y: row.y, on: &frame) }
    frame.region(Rect(x: end - width, y: row.y, width: width, height: 1), .command(.filter))
    return width + 2
  }
}
