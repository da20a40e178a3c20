import Canvas
import Charts
import Insight

/// The help as it lies over the screen: what is looked for in it, and the first line in sight.
public struct HelpSheet: Sendable {
  var line = LineEditor()
  var top = 0

  var words: [String] {
    line.text.split(separator: " ").map { FoldedText.folded(String($0)) }
  }
}

/// A part of the help under its own title.
private struct HelpPart {
  let title: String
  var lines: [[Span]]

  init(_ title: String, _ lines: [[Span]]) {
    self.title = title
    self.lines = lines
  }

  /// The lines that have all the words, in a key, a deed or the title.
  func having(_ words: [String]) -> HelpPart {
    let head = FoldedText.folded(title)
    return HelpPart(
      title,
      lines.filter { line in
        let text = head + " " + FoldedText.folded(line.map(\.text).joined(separator: " "))
        return words.allSatisfy(text.contains)
      })
  }
}

/// The lines of the help as a window holds them.
private struct HelpPage {
  let lines: [[Span]]
  let columns: Int
  /// The lines of a column.
  let height: Int

  /// The lines in sight at once.
  var shown: Int { height * columns }
}

extension State {
  /// The lines of the help: this screen's keys, then the rest, the marks, and the settings last. Where
  /// something is looked for, only the lines that have it, those of other screens too.
  func helpLines(_ words: [String] = []) -> [[Span]] {
    var parts = helpParts
    if !words.isEmpty {
      parts += ScreenKind.allCases.filter { $0 != place.page.kind }.map { kind in
        HelpPart("On \(kind.title)", bindingLines { $0.scope == .screen(kind) })
      }
      parts = parts.map { $0.having(words) }
    }
    let filled = parts.filter { !$0.lines.isEmpty }
    if filled.isEmpty {
      return [
        [Span("no key does that; : finds companies, countries, screens and views", .possible)]
      ]
    }
    return filled.flatMap { [[Span($0.title, .heading)]] + $0.lines + [[]] }
  }

  private var helpParts: [HelpPart] {
    let kind = place.page.kind
    func part(_ group: Binding.Group) -> HelpPart {
      HelpPart(group.rawValue, bindingLines { $0.group == group && $0.scope != .screen(kind) })
    }
    let finding = part(.finding)
    var facts = part(.facts)
    facts.lines.append(
      State.line("Ctrl-Z", "right after an entry: undo it, take it back; later : and undo"))
    return [
      HelpPart("On \(kind.title)", bindingLines { $0.scope == .screen(kind) }),
      part(.moving),
      HelpPart(
        finding.title,
        finding.lines + State.grammar.map { State.line($0.example, $0.words) }),
      part(.columns), facts, part(.time),
      HelpPart("Marks", State.marksInWords.map { State.line($0.mark, $0.words) }),
      part(.screens), part(.program), part(.line),
      HelpPart("Settings", settingsLines),
    ]
  }

  private func bindingLines(where isWanted: (Binding) -> Bool) -> [[Span]] {
    keymap.bindings.filter { binding in
      let isElsewhere: Bool
      if case .screen = binding.scope {
        isElsewhere = !isWanted(binding)
      } else {
        isElsewhere = false
      }
      return !binding.keys.isEmpty && !isElsewhere && isWanted(binding)
    }.map { State.line($0.label, $0.help) }
  }

  private static func line(_ label: String, _ help: String) -> [Span] {
    let width = max(14, TextWidth.of(label) + 1)
    return [Span(TextWidth.pad(label, to: width, align: .leading), .accent), Span(help)]
  }

  /// The marks that stand in lists and pictures, in words.
  private static let marksInWords: [(mark: String, words: String)] = [
    ("~857", "dollars converted at the reference rate of the day"),
    ("18,000?", "sources disagree; the note of the row names the other figure"),
    ("7+", "at least 7: rows without a number may add to it"),
    ("+4 ?", "and four more of unknown size"),
    ("(765.3)", "announced only: not in the sums"),
    ("\(Glyph.unknown)", "not known; never zero"),
    ("\(Glyph.none)", "none; before a round: a plan, a takeover or a fund, no money raised"),
    ("\(Glyph.markFull)", "in force, full, or counted"),
    ("\(Glyph.markHalf)", "possibly: legislated, and not seen to be in force"),
    ("\(Glyph.markSome)", "in part; before a round: inside another round that is counted"),
    ("\(Glyph.markNone)", "none; before a round: announced, not counted"),
    ("\(Glyph.full) \(Glyph.hollow)", "documented; announced or possible"),
    (
      "\(Glyph.event) \(Glyph.eventHollow) \(Glyph.cluster)3",
      "happened; planned; three at one place"
    ),
    ("\(Glyph.event) Name", "before a row: it is watched"),
    ("+ Name", "before a row: from a package laid over the first, such as your own facts"),
    (
      "\(Glyph.moreRight)2 \(Glyph.moreLeft)1",
      "columns out of sight at the right, at the left: l and h go there"
    ),
    (
      "\(Glyph.rise) \(Glyph.fall)",
      "in a title: sorted upwards, downwards; before a claim: true by now, no longer true"
    ),
    ("\(Glyph.check) \(Glyph.cross)", "holds; does not hold, or was dropped"),
    (
      "\(Glyph.eventHollow)\(Glyph.dashedHorizontal)\(Glyph.moreRight)\(Glyph.eventHollow)",
      "put off: from the day first planned to the day that holds now"
    ),
    (
      "\(Glyph.heavyHorizontal) \(Glyph.horizontal) \(Glyph.dashedHorizontal)",
      "lines of the graph: much, less, no figure or only possible"
    ),
    ("\(Glyph.dashedVertical)", "the day shown; at the end of a bar: a little that is possible"),
    (
      "\(Glyph.selected) \(Glyph.selectedElsewhere)",
      "the selected row, where keys go, and in another list"
    ),
    ("\(Glyph.arrowUp)3 \(Glyph.arrowDown)3", "rows above, below"),
    ("\(Glyph.loop)", "leads back to where it came from"),
    ("d g ~ - +", "in or before a bar or a row: debt, grants; changed, gone, new"),
    ("\(Glyph.ellipsis)", "cut: go to the column with l, Enter shows it whole, y copies it whole"),
  ]

  /// A line of the help over as many as it needs, the words under each other: a path cut off is none.
  private static func wrapped(_ line: [Span], width: Int) -> [[Span]] {
    guard line.count == 2 else {
      return line.isEmpty
        ? [line]
        : TextWidth.wrap(line[0].text, width: max(10, width)).map { [Span($0, line[0].style)] }
    }
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
      State.line("file", settingsPath ?? "none: there is no home folder"),
      State.line(
        "themes", Theme.all.map(\.name).joined(separator: ", ") + "; :theme tries a theme"),
      State.line(
        "keys", "moat keys lists every key with the name the file binds others to; moat help keys"),
    ]
  }

  /// The lines of the help as they are shown, in columns.
  ///
  /// The second column goes on where the first ends: the keys of the screen are read at once, and what is
  /// scrolled leaves at the top of the first.
  private func helpPage(_ sheet: HelpSheet) -> HelpPage {
    let columns = size.width >= State.widthOfTwoColumns ? 2 : 1
    let lines = helpLines(sheet.words).flatMap {
      State.wrapped($0, width: (size.width - 4) / columns - 2)
    }
    let most = max(1, size.height - 5)
    let rows = (lines.count + columns - 1) / columns
    // Where all fit, the columns are of the same height.
    return HelpPage(lines: lines, columns: columns, height: max(1, min(rows + 1, most)))
  }

  /// The width of a window in which each of two columns holds the words of most keys.
  private static let widthOfTwoColumns = 110

  /// Takes a key: letters look for keys and commands, the others scroll; Esc closes it.
  mutating func takeHelp(_ key: Key, _ sheet: HelpSheet) {
    var sheet = sheet
    let page = helpPage(sheet)
    func scroll(_ rows: Int) {
      sheet.top = max(0, min(sheet.top + rows, page.lines.count - page.shown))
    }
    let isEmpty = sheet.line.text.isEmpty
    let isHelp = keymap.command(for: key, on: place.page.kind) == .help
    switch key {
    case .escape, .control("c"), .enter:
      mode = .browse
      return
    case .character("q") where isEmpty, _ where isEmpty && isHelp:
      mode = .browse
      return
    case .up: scroll(-1)
    case .down: scroll(1)
    case .pageUp,
      _ where isEmpty && pages(key, .pageUp):
      scroll(1 - page.shown)
    case .pageDown,
      _ where isEmpty && pages(key, .pageDown):
      scroll(page.shown - 1)
    case .home: scroll(-page.lines.count)
    case .end: scroll(page.lines.count)
    default: if sheet.line.take(key) { sheet.top = 0 }
    }
    mode = .help(sheet)
  }

  /// True if a key that is no letter pages a list: while nothing is typed it pages the help too.
  private func pages(_ key: Key, _ move: Move) -> Bool {
    if case .character = key { return false }
    return keymap.command(for: key, on: place.page.kind) == .move(move)
  }

  func drawHelp(_ sheet: HelpSheet, on frame: inout Frame, in bounds: Rect) {
    let page = helpPage(sheet)
    func top(_ rows: Int) -> Int {
      max(0, min(sheet.top, page.lines.count - rows * page.columns))
    }
    let area = panel("Keys", rows: page.height - 1, on: &frame, in: bounds) { rows in
      let shown = rows * page.columns
      let rest = page.lines.count - shown - top(rows)
      return page.lines.count > shown && rest <= 0 ? "end" : State.counter(rest)
    }
    let first = top(area.height)
    let width = area.width / page.columns
    for (place, line) in page.lines.dropFirst(first).prefix(area.height * page.columns).enumerated()
    {
      let (column, row) = place.quotientAndRemainder(dividingBy: max(1, area.height))
      frame.canvas.put(
        line, x: area.x + column * width, y: area.y + row, width: width - 2)
    }
  }
}
