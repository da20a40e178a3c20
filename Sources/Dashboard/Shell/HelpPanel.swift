import Canvas
import Charts

extension State {
  /// The lines of the help on a screen: groups with their keys, the screen's own first.
  var helpLines: [[Span]] {
    let bindings = keymap.bindings(on: place.page.kind)
    let groups = [Binding.Group.screen] + Binding.Group.allCases.filter { $0 != .screen }
    return groups.flatMap { group -> [[Span]] in
      let own = (group == .line ? keymap.bindings : bindings).filter {
        $0.group == group && !$0.keys.isEmpty
      }
      // Behind the screen's own keys, so that one who looks for settings need not scroll.
      let settings = group == .screens ? settingsLines : []
      if own.isEmpty { return settings }
      let name = group == .screen ? "On \(place.page.kind.title)" : group.rawValue
      return settings + [[Span(name, .heading)]]
        + own.map { State.line($0.label, $0.help) }
        + (group == .finding ? State.grammar.map { State.line($0.example, $0.words) } : [])
        + [[]]
    }
  }

  private static func line(_ label: String, _ help: String) -> [Span] {
    let width = max(14, TextWidth.of(label) + 1)
    return [Span(TextWidth.pad(label, to: width, align: .leading), .accent), Span(help)]
  }

  /// A line of the help over as many as it needs, the words under each other: a path cut off is none.
  private static func wrapped(_ line: [Span], width: Int) -> [[Span]] {
    guard line.count == 2 else { return [line] }
    let label = TextWidth.of(line[0].text)
    let parts = TextWidth.wrap(line[1].text, width: max(10, width - label))
    return parts.enumerated().map { index, part in
      let before = index == 0 ? line[0] : Span(String(repeating: " ", count: label))
      return [before, Span(part, line[1].style)]
    }
  }

  /// The files of the settings: people look for them in the help and nowhere else.
  private var settingsLines: [[Span]] {
    [
      [Span("Settings", .heading)],
      State.line("file", settingsPath ?? "none: there is no home folder"),
      State.line("themes", Theme.all.map(\.name).joined(separator: ", ") + "; :theme tries one"),
      State.line(
        "keys", "moat keys lists every key with the name the file binds others to; moat help keys"),
      [],
    ]
  }

  func drawHelp(from top: Int, on frame: inout Frame, in bounds: Rect) {
    let columns = bounds.width >= 150 ? 2 : 1
    let lines = helpLines.flatMap { State.wrapped($0, width: (bounds.width - 4) / columns - 2) }
    let rows = (lines.count + columns - 1) / columns
    let area = panel("Keys", rows: rows, on: &frame, in: bounds)
    let first = min(top, max(0, rows - area.height))
    let width = area.width / columns
    for column in 0..<columns {
      for slot in 0..<area.height {
        let index = column * rows + first + slot
        guard first + slot < rows, index < lines.count else { continue }
        frame.canvas.put(
          lines[index], x: area.x + column * width, y: area.y + slot, width: width - 2)
      }
    }
    if rows > area.height {
      let rest = rows - area.height - first
      frame.canvas.put(
        rest > 0 ? " \(rest) more \(Glyph.moreDown) " : " end ", x: area.maxX - 12, y: area.y - 1,
        style: .dim, width: 12)
    }
  }
}
