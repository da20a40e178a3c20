import Canvas

extension BarChart {
  func drawHeader(on canvas: inout Canvas, _ layout: Layout) {
    guard !layout.header.isEmpty else { return }
    let unit = unit(over: layout)
    let unitWidth = TextWidth.of(unit)
    let unitEnd = layout.figure.isEmpty ? layout.header.maxX : layout.figure.maxX
    let start = layout.label.minX
    // Above remarks there is room for a unit that the title would else be cut for.
    let whole = start + TextWidth.of(title) + 2 + unitWidth
    let most = layout.note.isEmpty ? unitEnd : max(unitEnd, layout.note.maxX)
    let unitX = min(max(unitEnd, whole), most) - unitWidth
    // The unit is part of every figure, so the title is what gives way.
    let showsUnit = unitWidth > 0 && unitX >= start
    if showsUnit { canvas.put(unit, x: unitX, y: layout.header.y, style: .dim) }
    let room = (showsUnit ? unitX - 2 : layout.header.maxX) - start
    canvas.noteLack(columns: TextWidth.of(title) - max(0, room))
    let isFound = !finding.isEmpty && TextWidth.of(finding) <= room
    canvas.put(
      [Span(isFound ? finding : title, layout.position.titleStyle)].title(within: max(0, room)),
      x: start,
      y: layout.header.y,
      width: max(0, room))
  }

  /// The unit as it stands over the figures: `thousand accelerators` is `k` where the title would be cut for it.
  private func unit(over layout: Layout) -> String {
    let end = max(layout.figure.isEmpty ? layout.header.maxX : layout.figure.maxX, layout.note.maxX)
    let isWhole = layout.label.minX + TextWidth.of(title) + 2 + TextWidth.of(unit) <= end
    return !isWhole && unit.hasPrefix("thousand ") ? "k" : unit
  }

  func drawList(on canvas: inout Canvas, _ layout: Layout) {
    for (line, index) in layout.window.enumerated() {
      let y = layout.listTop + line * pitch + pitch / 2
      switch layout.lines[index] {
      case .heading(let text):
        let width = max(0, layout.gutter.minX + layout.header.width - layout.label.minX)
        canvas.put(text, x: layout.label.minX, y: y, style: .dim, width: width)
      case .row(let row):
        draw(rows[row], y: y, on: &canvas, layout)
        guard let position = layout.position, position.cursor == row else { continue }
        let start = layout.label.minX
        let cells = Rect(x: start, y: y, width: max(0, layout.header.maxX - start), height: 1)
        position.drawSelection(in: cells, on: &canvas)
        if !layout.gutter.isEmpty { position.drawMark(x: layout.gutter.x, y: y, on: &canvas) }
      }
    }
  }

  /// The clauses of a remark that fit, without the dots that tell what is left out: a remark is a
  /// help, and its row has a page. No word and no figure is cut.
  static func remark(_ text: String, within width: Int) -> String {
    let kept = [Span(text)].title(within: width).map(\.text).joined()
    return kept.hasSuffix(String(Glyph.ellipsis)) ? "" : kept
  }

  func drawFoot(on canvas: inout Canvas, _ layout: Layout) {
    if !layout.more.isEmpty {
      let line = layout.more.inset(left: layout.gutter.width)
      canvas.noteLack(rows: rowCount(layout.lines[...]) - rowCount(layout.lines[layout.window]))
      let text = MoreLine.text(
        above: rowCount(layout.lines[..<layout.window.lowerBound]),
        below: rowCount(layout.lines[layout.window.upperBound...]),
        width: line.width
      )
      canvas.put(text, in: line, style: .dim)
    }
    let ruleEnd = layout.figure.isEmpty ? layout.header.maxX : layout.figure.maxX
    for x in layout.label.minX..<max(layout.label.minX, ruleEnd) where !layout.rule.isEmpty {
      canvas.set(Glyph.horizontal, x: x, y: layout.rule.y, style: .rule)
    }
    if let total, !layout.total.isEmpty {
      // A sum has no bar: it would leave the scale that its parts share.
      var figures = total
      figures.value = BarValue(parts: total.value.known.map { _ in [] })
      figures.figure = total.figureText
      draw(figures, y: layout.total.y, on: &canvas, layout)
    }
  }

  private func rowCount(_ lines: ArraySlice<Line>) -> Int {
    lines.reduce(0) { if case .row = $1 { $0 + 1 } else { $0 } }
  }

  private func draw(
    _ row: Row,
    y: Int,
    on canvas: inout Canvas,
    _ layout: Layout
  ) {
    let line = { (column: Rect) in Rect(x: column.x, y: y, width: column.width, height: 1) }
    let label = TextWidth.pad(row.label, to: layout.label.width)
    canvas.put(label, in: line(layout.label), style: row.style)
    drawBar(row, in: line(layout.bar), on: &canvas, layout)
    if !layout.figure.isEmpty {
      let style = row.value.known == nil ? Style.dim : row.style
      let width = layout.figure.width
      let figure =
        layout.decimals?.aligned(row.figureText, to: width)
        ?? TextWidth.pad(row.figureText, to: width, align: .trailing)
      canvas.put(figure, in: line(layout.figure), style: style)
    }
    let note = line(layout.note)
    canvas.noteLack(columns: TextWidth.of(row.label) - layout.label.width)
    canvas.noteLack(columns: TextWidth.of(row.note) - note.width)
    canvas.put(
      BarChart.remark(row.note, within: note.width), in: note, style: .dim)
  }

  /// The lines that a bar is thick; bars that stand apart leave a third between them.
  private var thickness: Double { pitch == 1 ? 1 : Double(pitch) * 0.68 }

  private func drawBar(_ row: Row, in bar: Rect, on canvas: inout Canvas, _ layout: Layout) {
    guard !bar.isEmpty else { return }
    if row.value.known == nil, !row.value.hasPossible, row.figureText.isEmpty {
      canvas.set(Glyph.unknown, x: bar.x, y: bar.y, style: .dim)
    }
    let end = layout.scale.maximum
    guard row.value.reach > end * 1.000_001, bar.width > 1 else {
      return Bar(row.value, maximum: end).draw(on: &canvas, in: bar, thickness: thickness)
    }
    // A bar that goes on beyond the scale ends in an arrow.
    let cut = bar.inset(right: 1)
    Bar(row.value.cut(at: end), maximum: end).draw(on: &canvas, in: cut, thickness: thickness)
    canvas.set(Glyph.moreRight, x: cut.maxX, y: bar.y, style: .strong)
  }
}
