import Canvas
import Charts
import Dataset

// The two lines at the bottom: what is going on, and the keys that work here.
extension State {
  /// Draws the line of what is going on, with the reach of the facts where the title line has no room for it.
  func drawStatus(reach: String?, on frame: inout Frame, in row: Rect) {
    frame.canvas.fill(row, with: Glyph.horizontal, style: .rule)
    let (left, right) = (statusWords, rightWords(reach: reach))
    if let lines = messageLines { return draw(lines, over: row, on: &frame) }
    if !left.isEmpty {
      let width = left.reduce(0) { $0 + TextWidth.of($1.text) }
      frame.canvas.put(" ", x: row.x + 1, y: row.y)
      frame.canvas.put(left, x: row.x + 2, y: row.y, width: row.width - 4)
      frame.canvas.put(" ", x: min(row.maxX - 2, row.x + 2 + width), y: row.y)
      if reloadFailure != nil { frame.region(row, .command(.problems)) }
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

  /// The height below which a note has its line alone and a message has no rule above it.
  private static let lowWindow = 20

  /// The lines of a message that is longer than the line at the bottom; `nil` where it stands in that.
  ///
  /// A message is told whole, for an address cut off is none. Only in a low window a note ends where a line
  /// does, if that is the end of a part: what happened comes before which key helps.
  private var messageLines: [Span]? {
    guard message != nil, case .browse = mode else { return nil }
    let words = statusWords
    return TextWidth.of(words.map(\.text).joined()) > size.width - 4 ? lines(words) : nil
  }

  /// The parts of a note that fit its line, told by `;`; `nil` where not even the first does.
  private func shortened(_ text: String) -> String? {
    var text = text
    while TextWidth.of(text) > size.width - 6 {
      guard let end = text.lastIndex(of: ";") else { return nil }
      text = String(text[..<end])
    }
    return text
  }

  /// The rows of the body that a message lies over: the rows of lists keep clear of them.
  var rowsUnderMessage: Int {
    messageLines.map { min($0.count, size.height) - (hasRule ? 0 : 1) } ?? 0
  }

  private var hasRule: Bool { size.height >= State.lowWindow }

  private func lines(_ message: [Span]) -> [Span] {
    guard let style = message.first?.style else { return [] }
    return TextWidth.wrap(message.map(\.text).joined(), width: size.width - 2).map {
      Span($0, style)
    }
  }

  /// Draws words over as many lines as they need, with a rule above them. The last line is given.
  func drawLines(_ message: [Span], on frame: inout Frame, above row: Rect) {
    draw(lines(message), over: row, on: &frame)
  }

  private func draw(_ lines: [Span], over row: Rect, on frame: inout Frame) {
    let height = min(lines.count, row.y)
    let rule = hasRule ? 1 : 0
    let area = Rect(
      x: row.x, y: row.y + 1 - height - rule, width: row.width, height: height + rule)
    frame.canvas.fill(area, style: .plain)
    if hasRule { frame.canvas.fill(area.row(0), with: Glyph.horizontal, style: .rule) }
    for (index, line) in lines.prefix(height).enumerated() {
      frame.canvas.put(
        [line], x: row.x + 1, y: area.y + rule + index, width: row.width - 2)
    }
  }

  /// The place of the problems: in the settings, the data, or both.
  private var problemPlace: String {
    if world.notices.isEmpty { return "the data" }
    return problemCount == world.notices.count ? "the settings" : "the settings and the data"
  }

  private var statusWords: [Span] {
    var left: [Span] = []
    // Old data on the screen is told first, in any width.
    if let reloadFailure {
      left = [Span("old data; the new does not read", Style(.alarm, .bold))]
      left.append(message == nil ? Span(": \(reloadFailure.reason)", .alarm) : Span("  ", .dim))
    }
    if let message {
      switch message {
      case .note(let text):
        let isLow = size.height < State.lowWindow && TextWidth.of(text) > size.width - 4
        let short = isLow ? shortened(text).map { "\($0) \(Glyph.ellipsis)" } : nil
        left.append(Span(short ?? text, .strong))
      case .failure(let text): left.append(Span(text, Style(.alarm, .bold)))
      }
    } else if reloadFailure == nil, !world.filter.isEmpty {
      left = filterSpans
    } else if reloadFailure == nil, case .browse = mode, let column = currentColumn {
      left = [
        Span("in column ", .dim), Span(column, .accent),
        Span(
          "  \(label(.sortColumn)) sorts by it, \(label(.narrower)) \(label(.wider)) its width",
          .dim),
      ]
    } else if reloadFailure == nil, place.page == .overview {
      left = watchLine.spans
    }
    return left
  }

  private func rightWords(reach: String?) -> [Span] {
    var right: [Span] = []
    if reloadFailure == nil, problemCount > 0 {
      let noun = problemCount == 1 ? "problem" : "problems"
      right.append(Span("! \(problemCount) \(noun) in \(problemPlace)", .possible))
    }
    if reloadFailure == nil, message == nil, let reach {
      right.append(Span((right.isEmpty ? "" : "  ") + reach, .dim))
    }
    return right
  }

  func drawHints(on frame: inout Frame, in row: Rect) {
    switch mode {
    case .filter(let line): drawFilterLine(line, on: &frame, in: frame.canvas.bounds)
    case .name(let line, .filter, let error):
      drawPrompt("keep the filter as ", line, error, on: &frame, in: row)
    case .name(let line, .scenario, let error):
      drawPrompt("keep the scenario as ", line, error, on: &frame, in: row)
    case .question(let question): draw(question, on: &frame, in: row)
    case .day(let prompt):
      drawPrompt(prompt.words, prompt.line, prompt.error, on: &frame, in: row)
    case .cut(let line):
      drawPrompt("take away ", line.editor, line.error, on: &frame, in: row)
    case .palette(let palette): drawPrompt(":", palette.line, nil, on: &frame, in: row)
    case .browse:
      drawHints(
        keymap.bindings(on: place.page.kind).filter { $0.hint != nil && isWorthAHint($0) },
        on: &frame, in: row)
    case .row(let sheet):
      drawHints(
        keymap.bindings.filter {
          ($0.command == .open && sheet.page != nil) || [.copy, .back].contains($0.command)
        }, on: &frame, in: row)
    case .sources:
      drawHints(
        keymap.bindings.filter { [.open, .openLink, .copy, .back].contains($0.command) },
        on: &frame, in: row)
    case .form: drawFormHints(on: &frame, in: row)
    case .help(let sheet):
      drawPrompt("find a key or a command (Esc closes): ", sheet.line, on: &frame, in: row)
    }
  }

  /// True if a key does something on this screen: its hint would take the room of another.
  private func isWorthAHint(_ binding: Binding) -> Bool {
    let isFact = place.page.kind == ScreenKind(FactScreen.self)
    switch binding.command {
    case .nextPane: return place.panes.count > 1
    case .enlarge: return !isFact
    // Where a key goes through days, the key that chooses a day helps once something is compared.
    case .chooseSince:
      return !keymap.bindings(on: place.page.kind).contains {
        if case .cycle(.since, _) = $0.command { $0.hint != nil } else { false }
      } || place.view.modes.contains { $0 == .since || $0 == .setting(.since) }
    case .filter: return type(of: place.screen).isFiltered
    // The page of a fact is where that fact is moved on; lists have keys that are used more.
    case .moveOn: return isFact && movable(place.page.thing) != nil
    case .enterNew: return isFact || fittingKind != nil
    case .cycle(let setting, _), .choose(let setting, _):
      return place.screen.idle(setting) == nil
    default: return true
    }
  }

  private func drawFormHints(on frame: inout Frame, in row: Rect) {
    var x = row.x + 1
    // The way out and the way to what is missing fit the narrowest window.
    let hints = [
      ("Tab", "next"), ("Ctrl-S", "check, enter"), ("Esc", "close"), ("Ctrl-O", "new company"),
      ("Ctrl-N", "choose"), ("Ctrl-X", "throw away"),
      ("\(Glyph.moreUp)\(Glyph.moreDown)", "field"),
    ]
    for (label, hint) in hints {
      let width = TextWidth.of(label) + 1 + TextWidth.of(hint)
      guard x + width <= row.maxX - 1 else { continue }
      frame.canvas.put(
        [Span(label, Style(.strong, .bold)), Span(" " + hint, .dim)], x: x, y: row.y)
      x += width + 2
    }
  }

  /// Draws as many hints as fit, in the order of the keymap; the hint that names every key always
  /// fits.
  func drawHints(_ bindings: [Binding], on frame: inout Frame, in row: Rect) {
    let hints = bindings.compactMap { hint(of: $0, in: row.width) }
    var x = row.x + 1
    var reserved = hints.first { $0.command == .help }.map { $0.width + 2 } ?? 0
    if reserved > row.width / 3 { reserved = 0 }
    for hint in hints {
      if hint.command == .help { reserved = 0 }
      guard x + hint.width + reserved <= row.maxX - 1 else { continue }
      frame.canvas.put(
        [Span(hint.label, Style(.strong, .bold)), Span(" ", .dim)] + hint.words, x: x, y: row.y)
      frame.region(Rect(x: x, y: row.y, width: hint.width, height: 1), .command(hint.command))
      x += hint.width + 2
    }
  }

  private struct Hint {
    let command: Command
    let label: String
    let words: [Span]

    var width: Int { words.reduce(TextWidth.of(label) + 1) { $0 + TextWidth.of($1.text) } }
  }

  /// The hint of a key; `nil` where it has none.
  ///
  /// The rule for a key that goes through groupings: its hint lists them with the present lit, where they take
  /// no more than a part of the row. Else it names the next, and the line over it names those behind once
  /// the key is pressed. So nobody presses it to see what lies ahead.
  private func hint(of binding: Binding, in width: Int) -> Hint? {
    guard let hint = binding.hint ?? modeHint(binding.command), let key = binding.keys.first
    else { return nil }
    let label = key == .enter ? String(Glyph.enter) : key.label
    return Hint(
      command: binding.command, label: label,
      words: groupings(of: binding.command, in: width) ?? [Span(hint, .dim)])
  }

  /// The groupings that a key goes through; `nil` for any other key.
  private func groupings(of command: Command, in width: Int) -> [Span]? {
    guard case .cycle(.grouping, by: 1) = command, case .browse = mode,
      let choice = type(of: place.screen).choice(of: .grouping)
    else { return nil }
    let present = place.view.settings[.grouping]
    let names = choice.numbers.map { (number: $0, name: choice.grouping(at: $0)) }
    let cells = names.reduce(2) { $0 + 1 + TextWidth.of($1.name) }
    guard cells <= width * 2 / 5 else {
      return [Span("by \(choice.grouping(at: choice.number(present, movedBy: 1))) next", .dim)]
    }
    return [Span("by", .dim)]
      + names.map { Span(" " + $0.name, $0.number == present ? Style(.accent, .bold) : .dim) }
  }

  /// Words for keys that only matter while something lies over the screen.
  private func modeHint(_ command: Command) -> String? {
    switch mode {
    case .row: return command == .copy ? "copy it whole" : nil
    case .sources: break
    default: return nil
    }
    switch command {
    case .openLink: return "open page"
    case .copy: return "copy"
    default: return nil
    }
  }

  /// Draws a line being typed, its cursor in sight. Gives where its text begins and how many columns of
  /// it are out of sight at the left.
  @discardableResult
  func drawPrompt(
    _ prompt: String, _ line: LineEditor, _ error: String? = nil, on frame: inout Frame,
    in row: Rect
  ) -> (start: Int, hidden: Int) {
    let start = row.x + 1 + frame.canvas.put(prompt, x: row.x + 1, y: row.y, style: .accent)
    let before = TextWidth.of(line.textBeforeCursor)
    let room = max(1, row.width - start - 2)
    let hidden = max(0, before - room + 1)
    let shown = State.dropped(line.text + " ", hidden)
    frame.canvas.put(
      TextWidth.clip(shown, to: room, ellipsis: false), x: start, y: row.y,
      style: line.isOffered ? .dim : .plain)
    let cursor = Rect(x: start + before - hidden, y: row.y, width: 1, height: 1)
    frame.canvas.restyle(cursor) { $0.adding(.reverse) }
    if let error {
      let above = Rect(x: row.x, y: row.y - 1, width: row.width, height: 1)
      drawLines([Span(error, Style(.alarm, .bold))], on: &frame, above: above)
    }
    return (start, hidden)
  }

}

extension Problem {
  /// The place and the fault in few words: the file's name comes first.
  fileprivate var reason: String {
    "\(file.split(separator: "/").last ?? ""): \(message)"
  }
}
