import Canvas
import Charts
import Dataset

extension State {
  /// The smallest window in which something useful can be shown.
  static let smallest = Size(width: 40, height: 10)

  /// Where the screen is drawn.
  var body: Rect {
    Rect(x: 0, y: 0, width: size.width, height: size.height)
      .inset(left: 1, top: 3, right: 1, bottom: 2)
  }

  /// Draws what one sees.
  public func draw(on frame: inout Frame) {
    let bounds = frame.canvas.bounds
    guard bounds.width >= State.smallest.width, bounds.height >= State.smallest.height else {
      return drawTooSmall(on: &frame, in: bounds)
    }
    drawTabs(on: &frame, in: bounds.row(0))
    drawHeadline(on: &frame, in: bounds.row(1))
    frame.region(body, .pane(place.view.focus))
    place.screen.draw(in: body, of: &frame, view: place.view)
    drawOverlay(on: &frame, in: bounds)
    drawStatus(on: &frame, in: bounds.row(bounds.height - 2))
    drawHints(on: &frame, in: bounds.row(bounds.height - 1))
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
    let labels = tabLabels(in: room)
    for (label, kind) in zip(labels, ScreenKind.numbered) {
      let isHere = places[0].page.kind == kind
      let width = TextWidth.of(label)
      guard x + width <= row.maxX - 1 else { break }
      let style = isHere ? Style(.accent, [.bold, .underline]) : .dim
      frame.canvas.put(label, x: x, y: row.y, style: style)
      frame.region(Rect(x: x, y: row.y, width: width, height: 1), .tab(kind.page))
      x += width + 2
    }
  }

  /// The names of the screens as they fit: whole, short, or the digits with the name of the one shown.
  private func tabLabels(in room: Int) -> [String] {
    let kinds = Array(ScreenKind.numbered.enumerated())
    let whole = kinds.map { "\($0 + 1) \($1.title)" }
    let short = kinds.map { "\($0 + 1) \($1.shortTitle)" }
    let digits = kinds.map { places[0].page.kind == $1 ? "\($0 + 1) \($1.title)" : "\($0 + 1)" }
    func width(_ labels: [String]) -> Int { labels.reduce(-2) { $0 + TextWidth.of($1) + 2 } }
    return [whole, short].first { width($0) <= room } ?? digits
  }

  /// The day one looks from, in the accent colour when it is not today.
  private var dayLabel: Span {
    world.isPast
      ? Span("as of \(readable(world.day))", Style(.accent, .bold))
      : Span("as of \(readable(world.day))", .dim)
  }

  private func drawHeadline(on frame: inout Frame, in row: Rect) {
    let day = dayLabel
    let dayWidth = TextWidth.of(day.text)
    let right = row.maxX - dayWidth - 1
    frame.canvas.put(day.text, x: right, y: row.y, style: day.style)
    frame.region(Rect(x: right, y: row.y, width: dayWidth, height: 1), .command(.chooseDay))
    var spans = place.screen.headline
    if places.count > 1 {
      spans.insert(
        Span("\(places[places.count - 2].page.kind.title) \(Glyph.folded) ", .dim), at: 0)
    }
    frame.canvas.put(spans, x: row.x + 1, y: row.y, width: right - row.x - 3)
  }

  // MARK: The bottom

  private func drawStatus(on frame: inout Frame, in row: Rect) {
    frame.canvas.fill(row, with: Glyph.horizontal, style: .rule)
    let (left, right) = statusTexts
    if !left.isEmpty {
      let width = left.reduce(0) { $0 + TextWidth.of($1.text) }
      frame.canvas.put(" ", x: row.x + 1, y: row.y)
      frame.canvas.put(left, x: row.x + 2, y: row.y, width: row.width - 4)
      frame.canvas.put(" ", x: min(row.maxX - 2, row.x + 2 + width), y: row.y)
    }
    let used = left.reduce(0) { $0 + TextWidth.of($1.text) } + 5
    let width = right.reduce(0) { $0 + TextWidth.of($1.text) }
    if width > 0, used + width + 4 <= row.width {
      let x = row.maxX - width - 2
      frame.canvas.put(" ", x: x - 1, y: row.y)
      frame.canvas.put(right, x: x, y: row.y)
      frame.canvas.put(" ", x: x + width, y: row.y)
      if problemCount > 0 {
        frame.region(Rect(x: x, y: row.y, width: width, height: 1), .command(.problems))
      }
    }
  }

  private var statusTexts: (left: [Span], right: [Span]) {
    var left: [Span] = []
    if let message {
      switch message {
      case .note(let text): left = [Span(text, .strong)]
      case .failure(let text): left = [Span(text, Style(.alarm, .bold))]
      }
    } else if !world.filter.isEmpty {
      left = [Span("filter ", .dim), Span(world.filter.text, .accent), Span("  Esc clears", .dim)]
    }
    var right: [Span] = []
    if let reloadFailure {
      right.append(Span("data on disk does not read: \(reloadFailure)", Style(.alarm, .bold)))
    } else if problemCount > 0 {
      let noun = problemCount == 1 ? "problem" : "problems"
      right.append(Span("! \(problemCount) \(noun) in the data", .possible))
    } else if let reach = world.dataset.reach(of: .rounds), message == nil {
      right.append(Span("companies to \(readable(reach))", .dim))
    }
    return (left, right)
  }

  private func drawHints(on frame: inout Frame, in row: Rect) {
    switch mode {
    case .filter(let line, let error): drawPrompt("/", line, error?.message, on: &frame, in: row)
    case .day(let line, let error): drawPrompt("as of ", line, error, on: &frame, in: row)
    case .palette(let palette): drawPrompt(":", palette.line, nil, on: &frame, in: row)
    case .browse: drawHints(keymap.bindings(on: place.page.kind), on: &frame, in: row)
    case .sources:
      drawHints(
        keymap.bindings.filter { [.open, .openLink, .copy, .back].contains($0.command) },
        on: &frame, in: row)
    case .help: drawHints(keymap.bindings.filter { $0.command == .back }, on: &frame, in: row)
    }
  }

  private func drawHints(_ bindings: [Binding], on frame: inout Frame, in row: Rect) {
    var x = row.x + 1
    for binding in bindings {
      guard let hint = binding.hint ?? modeHint(binding.command), let key = binding.keys.first
      else {
        continue
      }
      let label = key == .enter ? String(Glyph.enter) : key.label
      let width = TextWidth.of(label) + 1 + TextWidth.of(hint)
      guard x + width <= row.maxX - 1 else { continue }
      frame.canvas.put(
        [Span(label, Style(.strong, .bold)), Span(" " + hint, .dim)], x: x, y: row.y)
      frame.region(Rect(x: x, y: row.y, width: width, height: 1), .command(binding.command))
      x += width + 2
    }
  }

  /// Words for keys that only matter while something lies over the screen.
  private func modeHint(_ command: Command) -> String? {
    guard case .sources = mode else { return nil }
    switch command {
    case .openLink: return "open page"
    case .copy: return "copy"
    default: return nil
    }
  }

  private func drawPrompt(
    _ prompt: String, _ line: LineEditor, _ error: String?, on frame: inout Frame, in row: Rect
  ) {
    let start = row.x + 1 + frame.canvas.put(prompt, x: row.x + 1, y: row.y, style: .accent)
    let before = TextWidth.of(line.textBeforeCursor)
    let room = max(1, row.width / (error == nil ? 1 : 2) - start - 2)
    let hidden = max(0, before - room + 1)
    let shown = dropColumns(line.text + " ", hidden)
    frame.canvas.put(TextWidth.clip(shown, to: room, ellipsis: false), x: start, y: row.y)
    let cursor = Rect(x: start + before - hidden, y: row.y, width: 1, height: 1)
    frame.canvas.restyle(cursor) { $0.adding(.reverse) }
    if let error {
      frame.canvas.put(
        error, x: start + room + 1, y: row.y, style: .alarm, width: row.maxX - start - room - 2)
    }
  }

  private func dropColumns(_ text: String, _ columns: Int) -> String {
    var rest = Substring(text)
    var dropped = 0
    while dropped < columns, let first = rest.first {
      dropped += TextWidth.of(String(first))
      rest = rest.dropFirst()
    }
    return String(rest)
  }
}

/// A day as people write it: `21 Nov 2026`.
func readable(_ day: Day) -> String { readable(PartialDate(day)) }

/// A date as people write it, as precise as it is known: `21 Nov 2026`, `Nov 2026`, `2026`.
func readable(_ date: PartialDate) -> String {
  let names = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  guard let month = date.month else { return String(date.year) }
  guard let day = date.day else { return "\(names[month - 1]) \(date.year)" }
  return "\(day) \(names[month - 1]) \(date.year)"
}
