import Canvas

extension ColumnChart {
  func drawHeader(on canvas: inout Canvas, _ layout: Layout) {
    guard !layout.header.isEmpty else { return }
    let separator = title.isEmpty || unit.isEmpty ? "" : ", "
    let line = layout.header
    let unit = Span(separator + unit, .dim)
    // The unit is part of every figure, so the title is what gives way.
    let room = max(0, line.width - TextWidth.of(unit.text))
    canvas.noteLack(columns: TextWidth.of(title) - room)
    canvas.put(
      [Span(title, layout.position.titleStyle)].title(within: room) + [unit], x: line.x, y: line.y,
      width: line.width)
  }

  func drawAxis(on canvas: inout Canvas, _ layout: Layout) {
    let base = layout.baseline
    layout.axis.draw(on: &canvas, in: layout.ticks)
    // The line of zero ends where the columns do: beyond them nothing is said to be nothing.
    let end =
      columns.isEmpty ? base.maxX : min(base.maxX, x(ofCell: layout.window.upperBound, layout))
    for x in base.minX..<max(base.minX, end) where !base.isEmpty {
      canvas.joinLine(x: x, y: base.y, mask: .horizontal)
    }
    drawHidden(on: &canvas, layout)
    if let cursor = layout.position?.cursor, layout.window.contains(cursor), !base.isEmpty {
      let x = x(of: cursor, layout) + (layout.width - 1) / 2
      canvas.set(Glyph.rise, x: x, y: base.y, style: .accent)
    }
  }

  /// Sets the columns apart by a dashed line, and says above them what they are.
  func drawApart(on canvas: inout Canvas, _ layout: Layout) {
    guard let apart, let (first, gap) = layout.apart else { return }
    let start = x(ofCell: first, layout)
    for y in layout.plot.minY..<layout.plot.maxY {
      canvas.set(Glyph.dashedVertical, x: start - (gap + 1) / 2, y: y, style: .rule)
    }
    let room = TextWidth.of(title) + TextWidth.of(unit) + 4
    let width = TextWidth.of(apart.title)
    let end = x(ofCell: layout.window.upperBound, layout)
    let x = max(layout.header.x + room, min(start, layout.header.maxX - width))
    guard !layout.header.isEmpty, x + width <= max(end, layout.header.maxX) else { return }
    canvas.put(apart.title, x: x, y: layout.header.y, style: .dim)
  }

  func drawColumn(_ index: Int, on canvas: inout Canvas, _ layout: Layout) {
    let column = columns[index]
    let bars = bars(of: column.value)
    let x = x(of: index, layout)
    let width = bars.count > 1 ? layout.width / barsPerColumn : layout.width
    for (order, bar) in bars.enumerated() {
      let strip = Rect(
        x: x + order * width, y: layout.plot.y, width: width, height: layout.plot.height)
      draw(bar, in: strip, on: &canvas, layout)
    }
    let isSelected = layout.position?.cursor == index
    let figure = column.figureText
    guard !figure.isEmpty, column.value.known != nil, layout.hasFigures || isSelected else {
      return
    }
    let height = bars.reduce(0) { max($0, top(of: $1, layout)) }
    let y = layout.plot.maxY - 1 - height
    let figureWidth = TextWidth.of(figure)
    let middle = x + (layout.width - figureWidth) / 2
    let figureX = max(layout.plot.minX, min(middle, layout.plot.maxX - figureWidth))
    let style = layout.position?.style(.strong, ofRow: index) ?? .strong
    if y >= layout.plot.minY - (layout.hasFigures ? 1 : 0) {
      canvas.put(figure, x: figureX, y: y, style: isSelected ? style : .dim)
    }
  }

  func drawLabels(on canvas: inout Canvas, _ layout: Layout) {
    guard !layout.labels.isEmpty else { return }
    for (index, x) in labelled(layout) {
      let style = layout.position?.style(.dim, ofRow: index) ?? .dim
      canvas.put(columns[index].label, x: x, y: layout.labels.y, style: style)
    }
  }

  /// The columns whose labels are drawn and where, never touching: that of the selected column, then
  /// as many others as an even rhythm allows.
  func labelled(_ layout: Layout) -> [(index: Int, x: Int)] {
    func place(_ index: Int) -> (index: Int, x: Int) {
      let width = TextWidth.of(columns[index].label)
      let start = x(of: index, layout)
      let x = width <= layout.width ? start + (layout.width - width) / 2 : start
      return (index, max(layout.plot.minX, min(x, layout.plot.maxX - width)))
    }
    func touch(_ left: (index: Int, x: Int), _ right: (index: Int, x: Int)) -> Bool {
      left.x + TextWidth.of(columns[left.index].label) + 1 > right.x
    }
    let window = Array(layout.window)
    let majors = window.filter { columns[$0].isMajor }
    let rhythms = [window, majors.isEmpty ? window : majors]
    var chosen: [(index: Int, x: Int)] = []
    search: for (order, rhythm) in rhythms.enumerated() {
      for step in order == 0 && !majors.isEmpty ? [1] : [1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 50] {
        let placed = rhythm.enumerated().filter { $0.offset % step == 0 }.map { place($0.element) }
        if zip(placed, placed.dropFirst()).allSatisfy({ !touch($0, $1) }) {
          chosen = placed
          break search
        }
      }
    }
    guard let cursor = layout.position?.cursor, layout.window.contains(cursor) else {
      return chosen
    }
    let selected = place(cursor)
    return chosen.filter { other in
      other.index < cursor
        ? !touch(other, selected) : other.index > cursor && !touch(selected, other)
    } + [selected]
  }

  /// Says on the baseline how many columns are out of sight on each side.
  private func drawHidden(on canvas: inout Canvas, _ layout: Layout) {
    guard !layout.baseline.isEmpty else { return }
    let before = layout.window.lowerBound
    let after = columns.count - layout.window.upperBound
    if before > 0 {
      canvas.put("\(Glyph.moreLeft)\(before)", in: layout.baseline, style: .accent)
    }
    if after > 0 {
      let text = "\(after)\(Glyph.moreRight)"
      canvas.put(text, in: layout.baseline, align: .trailing, style: .accent)
    }
  }

  private func x(of index: Int, _ layout: Layout) -> Int {
    x(ofCell: index, layout) + (layout.pitch - layout.width) / 2
  }

  /// The rows a column reaches up to.
  private func top(of bar: BarValue, _ layout: Layout) -> Int {
    BarLayout(bar, on: layout.scale).extent
  }

  private func draw(_ bar: BarValue, in strip: Rect, on canvas: inout Canvas, _ layout: Layout) {
    if bar.known == nil, !bar.hasPossible {
      let foot = strip.row(strip.height - 1)
      canvas.put(NumberFormat.unknown, in: foot, align: .centre, style: .dim)
      return
    }
    // In a picture a column stands on the axis, which runs through the middle of its row of cells.
    Bar(bar, maximum: layout.scale.maximum)
      .drawUpright(on: &canvas, in: strip, drop: layout.baseline.isEmpty ? 0 : 0.5)
  }
}
