import Canvas

extension Table {
  func drawHeader(on canvas: inout Canvas, _ layout: Layout) {
    let line = layout.frame.header
    guard !line.isEmpty else { return }
    for column in layout.columns {
      let isSorted = sort?.column == column.index
      canvas.put(
        title(ofColumn: column.index),
        in: Rect(x: column.x, y: line.y, width: column.width, height: 1),
        align: alignment(of: column),
        style: titleStyle(isSorted: isSorted, isCurrent: column.index == self.column, layout)
      )
    }
    canvas.noteLack(columns: layout.lack)
    if !layout.hidden.isEmpty, let last = layout.columns.last, last.x + last.width < line.maxX {
      canvas.put(layout.hidden, in: line, align: .trailing, style: .accent)
    }
  }

  /// The titles of the list that keys go to are lit, those of others quiet.
  private func titleStyle(isSorted: Bool, isCurrent: Bool, _ layout: Layout) -> Style {
    let isFocused = layout.position?.isFocused == true
    if isCurrent { return Style(isFocused ? .accent : .dim, [.bold, .underline]) }
    if isFocused { return isSorted ? Style(.accent, .bold) : .accent }
    return isSorted ? .heading : .dim
  }

  func draw(_ entries: [Entry], y: Int, on canvas: inout Canvas, _ layout: Layout) {
    for column in layout.columns where column.index < entries.count {
      draw(entries[column.index], in: column, y: y, on: &canvas)
    }
  }

  func select(_ y: Int, in area: Rect, on canvas: inout Canvas, _ layout: Layout) {
    guard let position = layout.position else { return }
    if layout.gutter > 0 { position.drawMark(x: area.x, y: y, on: &canvas) }
    position.drawSelection(in: area.inset(left: layout.gutter).row(y - area.y), on: &canvas)
  }

  func drawFoot(on canvas: inout Canvas, _ layout: Layout) {
    let frame = layout.frame
    let left = layout.gutter
    if !frame.more.isEmpty {
      canvas.noteLack(rows: count - layout.window.count)
      let line = frame.more.inset(left: left)
      let text = MoreLine.text(
        above: layout.window.lowerBound,
        below: count - layout.window.upperBound,
        width: line.width
      )
      canvas.put(text, in: line, style: .dim)
    }
    if !frame.rule.isEmpty, let last = layout.columns.last {
      let rule = frame.rule.inset(left: left, right: frame.rule.maxX - last.x - last.width)
      canvas.fill(rule, with: Glyph.horizontal, style: .rule)
    }
    for (line, foot) in feet.prefix(frame.foot.height).enumerated() {
      drawFoot(foot, y: frame.foot.y + line, on: &canvas, layout)
    }
  }

  /// Draws a line of the foot. Words take the room of the columns after theirs that have nothing to say. Where
  /// that does not suffice, they lose whole parts at a `;`.
  private func drawFoot(_ foot: [Entry], y: Int, on canvas: inout Canvas, _ layout: Layout) {
    for (order, column) in layout.columns.enumerated() where column.index < foot.count {
      var (entry, column) = (foot[column.index], column)
      guard !columns[column.index].alignment.isNumeric else {
        draw(entry, in: column, y: y, on: &canvas)
        continue
      }
      let next = layout.columns[(order + 1)...].first {
        $0.index < foot.count && !foot[$0.index].text.isEmpty
      }
      let end = next.map { $0.x - 2 } ?? layout.frame.foot.maxX
      column.width = max(column.width, end - column.x)
      entry.text = Table.parts(of: entry.text, within: column.width)
      draw(entry, in: column, y: y, on: &canvas)
    }
  }

  /// The first parts of a text, parted by `;`, that fit; the first part whatever its length.
  private static func parts(of text: String, within width: Int) -> String {
    var text = text
    while TextWidth.of(text) > width, let end = text.lastIndex(of: ";") {
      text = String(text[..<end])
    }
    return text
  }

  private func draw(_ entry: Entry, in column: PlacedColumn, y: Int, on canvas: inout Canvas) {
    var field = Rect(x: column.x, y: y, width: column.width, height: 1)
    if let mark = entry.mark {
      canvas.set(mark, x: field.x, y: y, style: entry.markStyle)
      field = field.inset(left: 2)
    }
    let width = TextWidth.of(entry.text)
    if columns[column.index].alignment.isNumeric, width > field.width {
      // Half a figure is a wrong figure.
      canvas.noteLack(columns: width - field.width)
      canvas.put(String(Glyph.ellipsis), in: field, align: .trailing, style: .dim)
      return
    }
    if let decimals = column.decimals, decimals.width <= field.width {
      let text = decimals.aligned(entry.text, to: field.width)
      canvas.put(text, in: field, style: entry.style)
      return
    }
    let free = max(0, field.width - width)
    let before =
      switch alignment(of: column) {
      case .leading: 0
      case .centre: free / 2
      case .trailing: free
      }
    canvas.put(spans(of: entry), x: field.x + before, y: y, width: field.width)
    guard let bar = entry.bar, bar.start + bar.cells <= field.width else { return }
    bar.bar.draw(
      on: &canvas,
      in: Rect(x: field.x + before + bar.start, y: y, width: bar.cells, height: 1))
  }

  private func alignment(of column: PlacedColumn) -> Alignment {
    switch columns[column.index].alignment {
    case .leading: .leading
    case .centre: .centre
    case .trailing, .decimal: .trailing
    }
  }

  /// The text cut at the borders of its matches.
  private func spans(of entry: Entry) -> [Span] {
    guard !entry.matches.isEmpty else { return [Span(entry.text, entry.style)] }
    let characters = Array(entry.text)
    var spans: [Span] = []
    var done = 0
    func add(_ range: Range<Int>, _ style: Style) {
      if !range.isEmpty { spans.append(Span(String(characters[range]), style)) }
    }
    for match in entry.matches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let start = min(max(match.lowerBound, done), characters.count)
      let end = min(max(match.upperBound, start), characters.count)
      add(done..<start, entry.style)
      add(start..<end, entry.style.adding([.bold, .underline]))
      done = end
    }
    add(done..<characters.count, entry.style)
    return spans
  }
}
