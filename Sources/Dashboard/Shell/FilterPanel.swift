import Canvas
import Charts

extension State {
  /// The offers of a filter that are in sight at once.
  static func offersInSight(_ height: Int) -> Int { max(1, min(8, height / 4)) }

  /// Draws what may be written next over the lower part of the body, and how many rows pass.
  func draw(_ line: FilterLine, on frame: inout Frame, in bounds: Rect) {
    guard !line.offers.isEmpty else { return }
    let most = State.offersInSight(bounds.height)
    func position(_ rows: Int) -> ListPosition {
      ListPosition(cursor: line.chosen ?? 0).settled(count: line.offers.count, visible: rows)
    }
    let area = panel(
      "Filter \(Glyph.separator) \(line.matches)", rows: min(most, line.offers.count), on: &frame,
      in: bounds
    ) { State.counter(line.offers.count - position($0).offset - $0) }
    let position = position(area.height)
    let width = line.offers.map { TextWidth.of($0.text) }.max() ?? 0
    let textWidth = min(width, area.width / 2)
    for slot in 0..<area.height where position.offset + slot < line.offers.count {
      let index = position.offset + slot
      let offer = line.offers[index]
      let y = area.y + slot
      let isChosen = index == line.chosen
      if isChosen {
        frame.canvas.put(String(Glyph.selected), x: area.x - 1, y: y, style: .accent)
      }
      let isSilent = line.isSilent(offer)
      frame.canvas.put(
        offer.text, x: area.x, y: y,
        style: isChosen ? Style(.strong, [.bold, .reverse]) : isSilent ? .dim : .strong,
        width: textWidth)
      let why = isSilent ? "no \(line.noun) has it; " : ""
      frame.canvas.put(
        why + offer.detail, x: area.x + textWidth + 2, y: y, style: .dim,
        width: area.width - textWidth - 2)
      frame.region(area.row(slot), .line(index))
    }
  }

  /// The words for what a panel has out of sight below; empty where that is nothing.
  static func counter(_ rest: Int) -> String { rest > 0 ? "\(rest) more \(Glyph.moreDown)" : "" }

  /// Draws the filter being typed in the line above the last.
  ///
  /// Below it stands the mistake, under its place, or the keys and the number of rows that pass.
  func drawFilterLine(_ line: FilterLine, on frame: inout Frame, in bounds: Rect) {
    let row = bounds.row(bounds.height - 2)
    let below = bounds.row(bounds.height - 1)
    frame.canvas.fill(row, style: .plain)
    let (start, hidden) = drawPrompt("/", line.editor, on: &frame, in: row)
    guard let mistake = line.mistake else {
      if line.text.isEmpty { return drawGrammar(on: &frame, in: below) }
      drawHints(
        keymap.bindings.filter { $0.scope == .filterLine || $0.command == .back }, on: &frame,
        in: below)
      let width = TextWidth.of(line.matches)
      if line.offers.isEmpty, width + 2 < row.width / 2 {
        frame.canvas.put(line.matches, x: row.maxX - width - 1, y: row.y, style: .dim)
      }
      return
    }
    let characters = Array(line.text)
    let before = TextWidth.of(
      String(characters[..<min(mistake.range.lowerBound, characters.count)]))
    let wrong = characters.indices.clamped(to: mistake.range)
    let width = max(1, TextWidth.of(String(characters[wrong])))
    let x = min(max(start, start + before - hidden), row.maxX - 2)
    let carets = String(repeating: "^", count: min(width, row.maxX - x))
    frame.canvas.put(carets, x: x, y: below.y, style: Style(.alarm, .bold))
    let take = keymap.bindings.first { $0.command == .line(.take) }?.keys.first?.label
    let hint = mistake.suggestion == nil ? "" : take.map { "  \($0) takes it" } ?? ""
    let text = mistake.message + hint
    let room = (after: below.maxX - x - carets.count - 2, before: x - below.x - 2)
    guard TextWidth.of(text) <= max(room.after, room.before) else {
      let above = Rect(x: row.x, y: row.y - 1, width: row.width, height: 1)
      return drawLines([Span(text, .alarm)], on: &frame, above: above)
    }
    if TextWidth.of(text) <= room.after || room.after >= room.before {
      frame.canvas.put(
        text, x: x + carets.count + 1, y: below.y, style: .alarm, width: room.after)
    } else {
      frame.canvas.put(
        text, x: max(below.x + 1, x - 1 - TextWidth.of(text)), y: below.y, style: .alarm,
        width: min(room.before, TextWidth.of(text)))
    }
  }

  /// The grammar of filters, for the help and the line below an empty filter.
  static let grammar: [(example: String, words: String)] = [
    ("since:2026-01 until:2026-06", "between"), ("country:FR,DE", "either"),
    ("-layer:models", "not"), ("amount>100", "more"),
    ("\"series b\"", "anywhere"),
  ]

  private func drawGrammar(on frame: inout Frame, in row: Rect) {
    var x = row.x + 1
    for (example, words) in State.grammar {
      let width = TextWidth.of(example) + 1 + TextWidth.of(words)
      guard x + width <= row.maxX - 1 else { continue }
      frame.canvas.put(
        [Span(example, Style(.strong, .bold)), Span(" " + words, .dim)], x: x, y: row.y)
      x += width + 2
    }
  }

  /// Draws the answers to a question.
  func draw(_ question: Question, on frame: inout Frame, in row: Rect) {
    var x = row.x + 1
    x += frame.canvas.put(question.question, x: x, y: row.y, style: .accent) + 2
    for answer in question.answers {
      let words = TextWidth.clip(answer.words, to: 24)
      let width = 2 + TextWidth.of(words)
      guard x + width <= row.maxX - 1 else { continue }
      frame.canvas.put(
        [Span(String(answer.key), Style(.strong, .bold)), Span(" " + words, .dim)], x: x, y: row.y)
      x += width + 2
    }
  }
}
