import Canvas

extension StepLine {
  /// The places of a step line's parts in an area.
  struct Layout {
    var header: Rect
    /// The value axis with the line of zero; of no width where there is no room for it.
    var ticks: Rect
    /// The rows above the line of zero.
    var plot: Rect
    var baseline: Rect
    var labels: Rect
    var axis: RowAxis
    var scale: TimeScale
  }

  func layout(in area: Rect) -> Layout {
    var room = ChartRoom(area)
    let labels = room.bottom(area.height > 2, leaving: 2)
    let baseline = room.bottom(area.height > 2, leaving: 1)
    let header = room.top(!title.isEmpty || !unit.isEmpty, leaving: 2)
    let rest = room.rest
    let axis = RowAxis(maximum: max(maximum ?? 0, highest), rows: rest.height, isCount: isCount)
    var tickWidth = axis.labelWidth + 2
    if area.width < tickWidth + 12 || baseline.isEmpty { tickWidth = 0 }
    let plot = Rect(
      x: area.x + tickWidth, y: rest.maxY - axis.rows, width: area.width - tickWidth,
      height: axis.rows)
    return Layout(
      header: header,
      ticks: Rect(x: area.x, y: plot.y, width: tickWidth, height: plot.height + 1),
      plot: plot,
      baseline: baseline.inset(left: tickWidth),
      labels: labels.inset(left: tickWidth),
      axis: axis,
      scale: TimeScale(days: days, columns: plot.width)
    )
  }

  /// The largest value that is in force on a day shown.
  private var highest: Double {
    series.reduce(0) { highest, series in
      let current = series.steps.last { $0.day <= days.lowerBound }
      let shown = series.steps.filter { days.contains($0.day) }
      return shown.reduce(max(highest, current?.reach ?? 0)) { max($0, $1.reach) }
    }
  }

  /// The rows of a value above the line of zero, exactly.
  private func height(of value: Double, _ layout: Layout) -> Double {
    BarScale(maximum: layout.axis.top, cells: layout.plot.height).length(value)
  }

  /// The row nearest to a value; what is above zero is above the line of zero.
  private func row(of value: Double, _ layout: Layout) -> Int {
    let height = height(of: value, layout)
    return layout.plot.maxY - (height > 0 ? max(1, Int(height.rounded())) : 0)
  }

  /// True if a value is nearer to the line of zero than to the row above. It is then drawn at the foot
  /// of that row.
  private func isHairline(_ value: Double, _ layout: Layout) -> Bool {
    let height = height(of: value, layout)
    return height > 0 && height < 0.5
  }

  /// The cell of a step; nil where it is out of sight or unknown.
  func place(of step: Step, _ layout: Layout) -> Point? {
    guard let value = step.value, value.isFinite, layout.scale.days.contains(step.day) else {
      return nil
    }
    let x = layout.plot.minX + layout.scale.x(of: step.day)
    return Point(x: x, y: row(of: value, layout))
  }

  func drawFrame(on canvas: inout Canvas, _ layout: Layout) {
    let separator = title.isEmpty || unit.isEmpty ? "" : ", "
    if !layout.header.isEmpty {
      let unit = Span(separator + unit, .dim)
      let room = max(0, layout.header.width - TextWidth.of(unit.text))
      canvas.noteLack(columns: TextWidth.of(title) - room)
      canvas.put(
        [Span(title, .heading)].title(within: room) + [unit],
        x: layout.header.x, y: layout.header.y, width: layout.header.width)
    }
    layout.axis.draw(on: &canvas, in: layout.ticks)
    let base = layout.baseline
    for x in base.minX..<base.maxX {
      canvas.joinLine(x: x, y: base.y, mask: .horizontal)
    }
    for tick in layout.scale.ticks() where !tick.label.isEmpty {
      let x = base.minX + tick.x
      if x > base.minX { canvas.drawTick(under: base, at: layout.scale, day: tick.day) }
      let style: Style = tick.isMajor ? .plain : .dim
      canvas.put(tick.label, x: x, y: layout.labels.y, style: style)
    }
    if let asOf, layout.scale.days.contains(asOf) {
      canvas.drawUpright(
        Glyph.dashedVertical, in: layout.plot, at: layout.scale, day: asOf, style: .accent)
    }
  }

  /// The step in force at the end of each column; nil before the first and after the last known day.
  private func courses(of series: Series, _ layout: Layout) -> [Step?] {
    var next = 0
    return (0..<layout.plot.width).map { x in
      let first = layout.scale.day(at: x)
      let last = max(first, layout.scale.day(at: x + 1) - 1)
      while next < series.steps.count, series.steps[next].day <= last { next += 1 }
      guard next > 0, first <= end ?? days.upperBound else { return nil }
      return series.steps[next - 1]
    }
  }

  func drawBand(of series: Series, on canvas: inout Canvas, _ layout: Layout) {
    for (x, step) in courses(of: series, layout).enumerated() {
      guard let step, let possible = step.possible, possible.isFinite else { continue }
      let low = row(of: BarValue.extent(step.value ?? 0), layout)
      for y in min(row(of: possible, layout), low)..<low {
        canvas.set(Glyph.hollow, x: layout.plot.minX + x, y: y, style: .possible)
      }
    }
  }

  /// Draws the cells of a line, either those on the axis or those above it.
  func drawLine(
    of series: Series, on canvas: inout Canvas, _ layout: Layout, onAxis: Bool
  ) {
    var previous: Int?
    for (column, step) in courses(of: series, layout).enumerated() {
      guard let step, let value = step.value, value.isFinite else {
        previous = nil
        continue
      }
      let x = layout.plot.minX + column
      let y = row(of: value, layout)
      func stroke(_ y: Int, _ mask: LineMask) {
        guard (y == layout.baseline.y) == onAxis else { return }
        // A band or an upright line gives way; the baseline is joined.
        if !onAxis { canvas.set(" ", x: x, y: y) }
        let weight: LineWeight = step.isPossible && mask == .horizontal ? .dashed : .light
        canvas.joinLine(x: x, y: y, mask: mask, weight: weight, style: series.style)
      }
      if let from = previous, from != y {
        stroke(from, [.left, from < y ? .down : .up])
        for between in min(from, y) + 1..<max(from, y) { stroke(between, .vertical) }
        stroke(y, [.right, from < y ? .up : .down])
      } else if isHairline(value, layout) {
        if !onAxis { canvas.set(Glyph.columnEighths[0], x: x, y: y, style: series.style) }
      } else {
        stroke(y, .horizontal)
      }
      previous = y
    }
  }

  /// Writes a label above or below its mark where nothing else is.
  func put(
    _ text: String,
    near place: Point,
    isSelected: Bool,
    on canvas: inout Canvas,
    _ layout: Layout
  ) {
    let width = TextWidth.of(text)
    guard width > 0, width <= layout.plot.width else { return }
    let top = layout.header.isEmpty ? layout.plot.minY : layout.header.maxY
    let centred = max(layout.plot.minX, min(place.x - width / 2, layout.plot.maxX - width))
    let places = [
      (centred, place.y - 1), (place.x + 2, place.y - 1), (place.x - width - 1, place.y),
      (centred, place.y + 1),
    ]
    let free = places.first { x, y in
      guard x >= layout.plot.minX, x + width <= layout.plot.maxX else { return false }
      guard y >= top, y < layout.plot.maxY else { return false }
      return (x - 1...x + width).allSatisfy { canvas[$0, y].scalar == " " || $0 < layout.plot.minX }
    }
    guard let (x, y) = free else { return }
    canvas.put(text, x: x, y: y, style: isSelected ? Style(.strong, .reverse) : .plain)
  }

  /// The first line as columns, where there is no room for an axis.
  func drawSmall(on canvas: inout Canvas, in area: Rect) {
    guard let series = series.first else { return }
    let scale = TimeScale(days: days, columns: area.width)
    let values = (0..<area.width).map { x -> Double? in
      let last = max(scale.day(at: x), scale.day(at: x + 1) - 1)
      guard scale.day(at: x) <= end ?? days.upperBound else { return 0 }
      guard let step = series.steps.last(where: { $0.day <= last }) else { return 0 }
      return step.value
    }
    Sparkline(values, maximum: maximum, style: series.style).draw(on: &canvas, in: area)
  }
}
