import Canvas
import Capture
import Charts

extension State {
  /// Draws the form over the body: a field a line, below them what may be written and what speaks against it.
  func draw(_ form: EntryForm, on frame: inout Frame, in bounds: Rect) {
    let title =
      form.subject.map { "\(form.kind.word) \($0) moves on" } ?? "New \(form.kind.word)"
    // A required field has its mark behind a space.
    let labels = min(
      form.lines.map { TextWidth.of($0.field) + ($0.isRequired ? 1 : 0) }.max() ?? 0,
      (bounds.width - 4) / 4)
    let words =
      hint(of: form, labels: labels, width: bounds.width - 4)
      + answerLines(form, width: bounds.width - 4)
    func shown(_ height: Int) -> (rows: Int, first: Int) {
      let most = max(3, height - 2 - min(words.count, max(1, height / 3)))
      let rows = min(form.lines.count, most)
      return (rows, min(max(0, form.current - rows / 2), form.lines.count - rows))
    }
    let area = panel(title, rows: bounds.height, on: &frame, in: bounds) { height in
      State.counter(form.lines.count - shown(height).first - shown(height).rows)
    }
    let (rows, first) = shown(area.height)
    for slot in 0..<rows {
      draw(form, line: first + slot, labels: labels, on: &frame, in: area.row(slot))
      frame.region(area.row(slot), .line(first + slot))
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
    // A field that is filled without anybody typing is not wanted any more.
    let isWanted = line.isRequired && isEmpty && form.assumed(line.field) == nil
    frame.canvas.put(isWanted ? "*" : " ", x: row.x + labels, y: row.y, style: .possible)
    let place = place(of: index, in: form, labels: labels, width: row.width)
    let start = row.x + labels + 2
    let before = TextWidth.of(line.editor.textBeforeCursor)
    let hidden = isHere ? max(0, before - place.room + 1) : 0
    frame.canvas.put(
      TextWidth.clip(State.dropped(line.text + " ", hidden), to: place.room, ellipsis: !isHere),
      x: start, y: row.y,
      style: line.editor.isOffered ? .dim : reason != nil && !isEmpty ? .alarm : .plain)
    if isHere {
      let cursor = Rect(x: start + before - hidden, y: row.y, width: 1, height: 1)
      frame.canvas.restyle(cursor) { $0.adding(.reverse) }
    }
    guard !place.isBelow else { return }
    let note = note(of: index, in: form)
    frame.canvas.put(
      [Span(note.text, note.style)].clauses(within: place.note), x: start + place.lead, y: row.y,
      width: place.note)
  }

  /// The cells of a field's text, the cells from its beginning to its note, and those of the note.
  ///
  /// The note of a field is read right behind its text. That of the field in focus stands below the fields
  /// where it would be cut.
  private func place(
    of index: Int, in form: EntryForm, labels: Int, width: Int
  ) -> (room: Int, lead: Int, note: Int, isBelow: Bool) {
    let line = form.lines[index]
    let isHere = index == form.current
    let cells = TextWidth.of(note(of: index, in: form).text)
    let own = max(8, width - labels - 2)
    let text = TextWidth.of(line.text)
    if cells == 0 { return (own, own, 0, false) }
    if text + 2 + cells <= own { return (text + 1, text + 2, cells, false) }
    if isHere, form.missing == nil { return (own, own, 0, true) }
    if text == 0 { return (1, 2, own - 2, false) }
    // In the field in focus the text comes first: what is wrong with it stands in full below.
    let least = isHere ? TextWidth.of("Ctrl-O makes it;") : min(cells, own / 2)
    let room = max(8, min(text + 1, own - least - 1))
    return (room, room + 1, max(0, own - room - 1), false)
  }

  /// The words behind a field: a fault before anything else, then what is held or assumed, then its hint.
  private func note(of index: Int, in form: EntryForm) -> (text: String, style: Style) {
    let line = form.lines[index]
    let isHere = index == form.current
    let isEmpty = line.text.isEmpty
    let wrong = isEmpty && !isHere ? nil : form.reasons[line.field]
    if let wrong, !wrong.hasPrefix("missing") {
      return (isHere && form.missing != nil ? "Ctrl-O makes it; \(wrong)" : wrong, .alarm)
    }
    if let dollars = form.converted, ["amount_m", "value_m"].contains(line.field) {
      return ("= \(NumberFormat.money(millions: dollars, digits: 4)) at the rate of its day", .dim)
    }
    if isEmpty, let assumed = form.assumed(line.field) {
      return ("\(assumed), assumed" + (isHere && line.isExample ? "; \(line.hint)" : ""), .dim)
    }
    if let told = form.told(line) { return ("\(told), from the address", .dim) }
    return (isEmpty || isHere ? line.hint : "", .dim)
  }

  /// The note of the field in focus, on lines of its own where it does not fit behind the field. A fault is
  /// told there already.
  private func hint(of form: EntryForm, labels: Int, width: Int) -> [Span] {
    guard form.lines.indices.contains(form.current),
      place(of: form.current, in: form, labels: labels, width: width).isBelow
    else { return [] }
    let note = note(of: form.current, in: form)
    return note.style == .alarm && !form.lines[form.current].text.isEmpty
      ? [] : TextWidth.wrap(note.text, width: width).map { Span($0, note.style) }
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
