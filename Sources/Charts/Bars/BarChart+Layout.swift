import Canvas

extension BarChart {
  /// The places of a bar chart's parts in an area.
  struct Layout {
    var lines: [Line]
    var window: Range<Int>
    /// The row of the area in which the first of them stands.
    var listTop: Int
    /// The position as it holds in this window; the cursor is a row of the chart, not a line.
    var position: ListPosition?
    var header: Rect
    var more: Rect
    var rule: Rect
    var total: Rect
    /// The column of the selection mark; of no width where nothing can be selected.
    var gutter: Rect
    var label: Rect
    var bar: Rect
    var figure: Rect
    var note: Rect
    var scale: BarScale
    /// The alignment of figures on their decimal points; nil where they are more than bare numbers.
    var decimals: DecimalColumn?
  }

  /// The rows of an area that its parts take, from the top: header, list, sign that there is more, rule
  /// and total.
  struct Rows {
    let header: Rect
    let list: Rect
    let more: Rect
    let rule: Rect
    let total: Rect
  }

  func rows(of lines: [Line], in area: Rect) -> Rows {
    var rest = area
    func take(_ count: Int, fromTop: Bool) -> Rect {
      let part = Rect(
        x: rest.x, y: fromTop ? rest.minY : rest.maxY - count, width: rest.width, height: count
      )
      rest = rest.inset(top: fromTop ? count : 0, bottom: fromTop ? 0 : count)
      return part
    }
    // A line that is no row has to leave room for some lines of rows, or for all of them.
    func leaves(_ count: Int) -> Bool { rest.height > min(count, lines.count) }
    let header = take(hasHeader && leaves(2) ? 1 : 0, fromTop: true)
    let total = take(self.total != nil && leaves(2) ? 1 : 0, fromTop: false)
    let rule = take(!total.isEmpty && leaves(4) ? 1 : 0, fromTop: false)
    let listHeight = lines.count * pitch
    let overflows = listHeight > rest.height
    let more = take(overflows && rest.height >= 2 ? 1 : 0, fromTop: false)
    // Without an overflow the total follows its rows and does not sink to the foot of the area.
    let lift = overflows ? 0 : rest.height - listHeight
    return Rows(
      header: header, list: rest, more: more, rule: rule.offset(y: -lift),
      total: total.offset(y: -lift))
  }

  func layout(in area: Rect, at position: ListPosition?) -> Layout {
    let lines = lines
    let parts = rows(of: lines, in: area)
    let (settled, window) = window(of: lines, height: parts.list.height / pitch, at: position)
    var layout = Layout(
      lines: lines,
      window: window,
      listTop: parts.list.minY,
      position: settled,
      header: parts.header,
      more: parts.more,
      rule: parts.rule,
      total: parts.total,
      gutter: area, label: area, bar: area, figure: area, note: area,
      scale: BarScale(maximum: 0, cells: 0)
    )
    placeColumns(of: &layout, in: area)
    let largest = rows.reduce(0) { max($0, $1.value.reach) }
    layout.scale = BarScale(maximum: maximum ?? largest, cells: layout.bar.width)
    return layout
  }

  /// The width at which labels, figures and remarks stand whole next to the bars.
  public var wholeWidth: Int {
    let all = rows + (total.map { [$0] } ?? [])
    let texts = all.reduce(into: (label: 0, figure: 0, note: 0)) { widest, row in
      widest.label = max(widest.label, TextWidth.of(row.label))
      widest.figure = max(widest.figure, TextWidth.of(row.figureText))
      widest.note = max(widest.note, TextWidth.of(row.note))
    }
    // Bars keep a quarter of the width, or 14 cells.
    let rest = texts.label + texts.figure + texts.note + 8
    return max(rest + 14, rest * 4 / 3 + 2, TextWidth.of(title) + TextWidth.of(unit) + 4)
  }

  /// The lines in view, and the position with a cursor that exists.
  func window(
    of lines: [Line], height: Int, at position: ListPosition?
  ) -> (ListPosition?, Range<Int>) {
    var settled = position?.settled(count: rows.count, visible: rows.count)
    let line = settled?.cursor.flatMap { lines.firstIndex(of: .row($0)) }
    var byLine = ListPosition(cursor: line, offset: position?.offset ?? 0)
    byLine = byLine.settled(count: lines.count, visible: height)
    // The heading of the first row stays in sight when the cursor reaches that row.
    if line == byLine.offset, let line, line > 0, height > 1, case .heading = lines[line - 1] {
      byLine.offset = line - 1
    }
    settled?.offset = byLine.offset
    return (settled, byLine.offset..<min(lines.count, byLine.offset + height))
  }

  /// The cells of the longest label: of all rows where they leave the bars half of the width, else of the rows in
  /// sight, for a long name that nobody sees would squeeze the bars of all.
  private func labelWidth(of layout: Layout, in width: Int) -> Int {
    func longest(_ rows: [Row]) -> Int { rows.reduce(0) { max($0, TextWidth.of($1.label)) } }
    let totals = total.map { [$0] } ?? []
    let all = longest(rows + totals)
    guard all > width / 2, width >= 40 else { return all }
    let seen = layout.lines[layout.window].compactMap { line in
      if case .row(let row) = line { rows[row] } else { nil }
    }
    return longest(seen + totals)
  }

  /// Shares the width among mark, label, bar, figure and note.
  private func placeColumns(of layout: inout Layout, in area: Rect) {
    let all = rows + (total.map { [$0] } ?? [])
    let gutterWidth = layout.position != nil && area.width >= 8 ? 2 : 0
    let width = area.width - gutterWidth
    let labelNatural = labelWidth(of: layout, in: width)
    let figures = all.map(\.figureText)
    let alignsOnPoint = figures.allSatisfy(DecimalColumn.isNumber)
    layout.decimals = alignsOnPoint ? DecimalColumn(figures) : nil
    let figureNatural =
      layout.decimals?.width ?? figures.reduce(0) { max($0, TextWidth.of($1)) }
    let noteNatural = all.reduce(0) { max($0, TextWidth.of($1.note)) }

    let figureWidth = figureNatural + min(labelNatural, 3) + 1 <= width ? figureNatural : 0
    let figureGap = figureWidth > 0 ? 2 : 0
    let labelRoom = width - figureWidth - (figureWidth > 0 ? 1 : 0)
    // A name in full says more than a longer bar.
    let mostLabel = max(12, width * 2 / 5, width - figureWidth - figureGap - 2 - 8)
    var labelWidth = min(labelNatural, mostLabel, labelRoom)
    var barWidth = width - labelWidth - 2 - figureGap - figureWidth
    if barWidth < 4 {
      // Too narrow for a bar that says anything: the label may have its room.
      barWidth = 0
      labelWidth = min(labelNatural, labelRoom)
    }
    // Remarks in full say more than longer bars, down to bars of a quarter of the width.
    var noteWidth = min(noteNatural, barWidth - max(14, width / 4) - 2)
    if noteWidth < min(noteNatural, 8) { noteWidth = 0 }
    // The room left by remarks that are cut at the end of a clause is given back to the bars.
    let notes = all.map { TextWidth.of(BarChart.remark($0.note, within: noteWidth)) }
    noteWidth = noteWidth > 0 ? notes.max() ?? 0 : 0
    if noteWidth > 0 { barWidth -= noteWidth + 2 }

    func column(_ x: Int, _ width: Int) -> Rect {
      Rect(x: x, y: area.y, width: max(0, width), height: area.height)
    }
    layout.gutter = column(area.x, gutterWidth)
    layout.label = column(area.x + gutterWidth, labelWidth)
    layout.bar = column(layout.label.maxX + 2, barWidth)
    let end = area.maxX - (noteWidth > 0 ? noteWidth + 2 : 0)
    let figureX = barWidth > 0 ? end - figureWidth : layout.label.maxX + 1
    layout.figure = column(figureX, figureWidth)
    layout.note = column(end + 2, noteWidth)
  }
}
