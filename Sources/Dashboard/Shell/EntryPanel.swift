import Canvas
import Capture
import Charts

extension State {
  /// Draws the form over the body: a field a line, below them what may be written and what speaks against it.
  func draw(_ form: EntryForm, on frame: inout Frame, in bounds: Rect) {
    let title =
      form.subject.map { "\(form.kind.word) \($0) moves on" } ?? "New \(form.kind.word)"
    let area = panel(title, rows: bounds.height, on: &frame, in: bounds)
    let words = answerLines(form, width: area.width)
    let most = max(3, area.height - 2 - min(words.count, max(1, area.height / 3)))
    let rows = min(form.lines.count, most)
    // A required field has its mark behind a space.
    let labels = min(
      form.lines.map { TextWidth.of($0.field) + ($0.isRequired ? 1 : 0) }.max() ?? 0,
      area.width / 4)
    let first = min(max(0, form.current - rows / 2), form.lines.count - rows)
    for slot in 0..<rows {
      draw(form, line: first + slot, labels: labels, on: &frame, in: area.row(slot))
      frame.region(area.row(slot), .line(first + slot))
    }
    if first + rows < form.lines.count {
      let rest = " \(form.lines.count - first - rows) more \(Glyph.moreDown) "
      let width = TextWidth.of(rest)
      frame.canvas.put(rest, x: area.maxX - width, y: area.y - 1, style: .dim)
    }
    drawOffers(form, on: &frame, in: area.row(rows))
    for (slot, line) in words.prefix(max(0, area.height - rows - 1)).enumerated() {
      frame.canvas.put([line], x: area.x, y: area.y + rows + 1 + slot, width: area.width)
    }
  }

  private func draw(
    _ form: EntryForm, line index: Int, labels: Int, on frame: inout Frame, in row: Rect
  ) {
    let line = form.lines[index]
    let isHere = index == form.current
    let reason = form.reasons[line.field]
    let isEmpty = line.text.isEmpty
    if isHere { frame.canvas.put(String(Glyph.selected), x: row.x - 1, y: row.y, style: .accent) }
    frame.canvas.put(
      line.field, x: row.x, y: row.y, style: isHere ? Style(.strong, .bold) : .plain,
      width: labels - (line.isRequired ? 1 : 0))
    let assumed = form.assumed(line.field)
    // A field that is filled without anybody typing is not wanted any more.
    let mark = line.isRequired && isEmpty && assumed == nil ? "*" : " "
    frame.canvas.put(mark, x: row.x + labels, y: row.y, style: .possible)
    let start = row.x + labels + 2
    let wrong = isEmpty && !isHere ? nil : reason
    let isMissing = wrong?.hasPrefix("missing") ?? false
    // A fault of a field is read before its hint.
    let note: (text: String, style: Style) =
      if let wrong, !isMissing {
        (isHere && form.missing != nil ? "Ctrl-O makes it; \(wrong)" : wrong, .alarm)
      } else if let dollars = form.converted, ["amount_m", "value_m"].contains(line.field) {
        ("= \(NumberFormat.money(millions: dollars, digits: 4)) at the rate of its day", .dim)
      } else if isEmpty, let assumed {
        ("\(assumed), assumed" + (isHere && line.isExample ? "; \(line.hint)" : ""), .dim)
      } else if let told = form.told(line) {
        ("\(told), from the address", .dim)
      } else {
        (isEmpty || isHere ? line.hint : "", .dim)
      }
    // Where one types the text comes first: what is wrong with it stands in full below.
    let wanted = isHere && !isEmpty ? TextWidth.of(line.text) + 2 : 20
    let least = isHere && form.missing != nil ? TextWidth.of("Ctrl-O makes it;") : 0
    let noteWidth = min(
      TextWidth.of(note.text), max(least, min(row.width / 2, row.width - labels - 4 - wanted)))
    let room = max(8, row.width - labels - 3 - (noteWidth > 0 ? noteWidth + 1 : 0))
    let before = TextWidth.of(line.editor.textBeforeCursor)
    let hidden = isHere ? max(0, before - room + 1) : 0
    frame.canvas.put(
      TextWidth.clip(State.dropped(line.text + " ", hidden), to: room, ellipsis: !isHere),
      x: start, y: row.y,
      style: line.editor.isOffered ? .dim : reason != nil && !isEmpty ? .alarm : .plain)
    if isHere {
      let cursor = Rect(x: start + before - hidden, y: row.y, width: 1, height: 1)
      frame.canvas.restyle(cursor) { $0.adding(.reverse) }
    }
    frame.canvas.put(
      note.text, x: row.maxX - noteWidth, y: row.y, style: note.style, width: noteWidth)
  }

  /// A text without the clusters that fill its first columns.
  static func dropped(_ text: String, _ columns: Int) -> String {
    var rest = Substring(text)
    var dropped = 0
    while dropped < columns, let first = rest.first {
      dropped += TextWidth.of(String(first))
      rest = rest.dropFirst()
    }
    return String(rest)
  }

  private func drawOffers(_ form: EntryForm, on frame: inout Frame, in row: Rect) {
    var x = row.x
    for (index, offer) in form.offers.enumerated() {
      let detail = offer.detail.isEmpty || offer.detail == offer.text ? "" : " \(offer.detail)"
      let name = String(offer.text.split(separator: ";").last ?? "")
      let width = TextWidth.of(name) + TextWidth.of(detail)
      guard x + width <= row.maxX || index == 0 else { break }
      let isChosen = index == form.chosen
      frame.canvas.put(
        [Span(name, isChosen ? Style(.strong, [.bold, .reverse]) : .strong), Span(detail, .dim)],
        x: x, y: row.y, width: row.maxX - x)
      x += width + 3
    }
  }

  /// The lines that speak against it, or tell its effect.
  private func answerLines(_ form: EntryForm, width: Int) -> [Span] {
    func wrapped(_ text: String, _ style: Style) -> [Span] {
      TextWidth.wrap(text, width: width).map { Span($0, style) }
    }
    let concerns = form.concerns.flatMap { wrapped($0, .possible) }
    switch form.answer {
    case .changes(let lines):
      return concerns + lines.flatMap { wrapped($0, .plain) }
        + wrapped(
          form.concerns.isEmpty
            ? "Ctrl-S again enters it" : "Ctrl-S again enters it all the same",
          Style(.strong, .bold))
    case .refused(let lines): return lines.flatMap { wrapped($0, .alarm) }
    case nil:
      let open = form.lines.filter { form.reasons[$0.field] != nil && $0.text.isEmpty }
      let missing =
        open.isEmpty
        ? [] : wrapped("still needed: \(open.map(\.field).joined(separator: ", "))", .dim)
      // At the field it may be cut.
      let reason = form.lines[form.current].text.isEmpty ? nil : form.reasons[form.field]
      let wrong = reason.map { wrapped("\(form.field): \($0)", .alarm) } ?? []
      return wrong + concerns + missing
    }
  }
}
