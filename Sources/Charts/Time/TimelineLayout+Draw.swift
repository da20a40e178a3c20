import Canvas

extension TimelineLayout {
  /// Draws the timeline, nothing outside of its area.
  public func draw(on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    canvas.withClip(area) { canvas in
      drawAxis(on: &canvas)
      let names = drawDays(on: &canvas)
      for lane in lanes {
        canvas.put(
          timeline.lanes[lane.index], in: lane.title, style: timeline.isLit ? .accent : .dim)
      }
      drawUndated(on: &canvas)
      drawLegend(beside: names, on: &canvas)
      canvas.withClip(plot) { canvas in
        for item in items { draw(item, on: &canvas) }
      }
    }
  }

  /// The number of undated events under the title of each lane. Where a lane has no row for it, that of all
  /// lanes below the axis.
  private func drawUndated(on canvas: inout Canvas) {
    let counts = timeline.undated
    let own = lanes.filter { counts.indices.contains($0.index) && counts[$0.index] > 0 }
    if lanes.count == timeline.lanes.count, own.allSatisfy({ $0.rows.height > 1 }) {
      for lane in own {
        canvas.put(
          Timeline.words(undated: counts[lane.index]),
          in: Rect(x: lane.title.x, y: lane.title.y + 1, width: lane.title.width, height: 1),
          style: .possible)
      }
    } else if !labels.isEmpty {
      canvas.put(
        Timeline.words(undated: counts.reduce(0, +)),
        in: Rect(x: area.x, y: labels.y, width: max(0, plot.minX - area.x - 1), height: 1),
        style: .possible)
    }
  }

  /// The marks in words: as many as fit left of the names of the days, then right of them.
  private func drawLegend(beside names: [Range<Int>], on canvas: inout Canvas) {
    guard !header.isEmpty else { return }
    var rest = timeline.legend[...]
    func draw(from start: Int, to end: Int) {
      var x = start
      while let entry = rest.first {
        let cells = entry.reduce(0) { $0 + TextWidth.of($1.text) }
        guard x + cells <= end else { return }
        canvas.put(entry, x: x, y: header.y)
        x += cells + 2
        rest = rest.dropFirst()
      }
    }
    draw(from: area.x, to: names.map(\.lowerBound).min().map { $0 - 2 } ?? area.maxX)
    if let end = names.map(\.upperBound).max() { draw(from: end + 2, to: area.maxX) }
  }

  private func drawAxis(on canvas: inout Canvas) {
    for x in baseline.minX..<baseline.maxX where !baseline.isEmpty {
      canvas.joinLine(x: x, y: baseline.y, mask: .horizontal)
    }
    for tick in scale.ticks() where !tick.label.isEmpty {
      let x = plot.minX + tick.x
      if !baseline.isEmpty { canvas.joinLine(x: x, y: baseline.y, mask: .down) }
      let style: Style = tick.isMajor ? .plain : .dim
      if !labels.isEmpty { canvas.put(tick.label, x: x, y: labels.y, style: style) }
    }
  }

  /// Draws the upright lines of today and of the as-of day, with their names in the first row. Gives the
  /// cells of the names.
  private func drawDays(on canvas: inout Canvas) -> [Range<Int>] {
    let days = [
      (day: timeline.today, name: "today", glyph: Glyph.vertical, style: Style.rule),
      (day: timeline.asOf, name: "as of", glyph: Glyph.dashedVertical, style: Style.accent),
    ]
    var taken = plot.minX..<plot.minX
    var names: [Range<Int>] = []
    for (day, name, glyph, style) in days {
      guard let day, scale.days.contains(day) else { continue }
      let x = plot.minX + scale.x(of: day)
      for y in plot.minY..<plot.maxY { canvas.set(glyph, x: x, y: y, style: style) }
      if !baseline.isEmpty { canvas.joinLine(x: x, y: baseline.y, mask: .up) }
      guard !header.isEmpty else { continue }
      let texts = [name + " " + CivilDate(dayNumber: day).text, name]
      let places = texts.flatMap { text in
        let width = TextWidth.of(text)
        return [x - width / 2, x - width + 1, x].map { (text: text, cells: $0..<$0 + width) }
      }
      let free = places.first { _, cells in
        cells.lowerBound >= plot.minX && cells.upperBound <= plot.maxX
          && (taken.isEmpty || !(cells.lowerBound - 2..<cells.upperBound + 2).overlaps(taken))
      }
      guard let (text, cells) = free else { continue }
      canvas.put(text, x: cells.lowerBound, y: header.y, style: style == .rule ? .dim : style)
      taken = cells
      names.append(cells)
    }
    return names
  }

  private func draw(_ item: Item, on canvas: inout Canvas) {
    let y = item.frame.y
    let event = timeline.events[item.events[0]]
    let isSelected = item.events.contains { $0 == selected }
    canvas.fill(item.frame, style: .plain)
    canvas.withClip(item.frame) { canvas in
      if item.isFolded {
        canvas.put(item.label, x: item.labelX, y: y, style: event.style)
        return
      }
      drawSpan(of: event, item, on: &canvas)
      let style = event.isHollow && event.style == .plain ? .dim : event.style
      let texts = [Span(item.label, style), Span(item.note, event.noteStyle)]
      for (order, text) in texts.filter({ !$0.text.isEmpty }).enumerated() {
        // Blanks around the words, for they may stand on the line of what lasts.
        if order == 0 { canvas.set(" ", x: item.labelX - 1, y: y) }
        let x = item.labelX + (order == 0 ? 0 : TextWidth.of(item.label) + 1)
        let width = canvas.put(text.text, x: x, y: y, style: text.style)
        canvas.set(" ", x: x + width, y: y)
      }
    }
    guard isSelected else { return }
    canvas.restyle(item.frame) { $0.adding(.reverse) }
    for (x, glyph) in [
      (item.frame.minX, Glyph.selected), (item.frame.maxX - 1, Glyph.selectedEnd),
    ] where canvas[x, y].scalar == " " {
      canvas.set(glyph, x: x, y: y, style: .accent)
    }
  }

  /// The mark, the line to the end, and the arrow from the day first planned.
  private func drawSpan(of event: Timeline.Event, _ item: Item, on canvas: inout Canvas) {
    let y = item.frame.y
    let anchor = item.anchor
    func line(_ range: Range<Int>, _ glyph: Unicode.Scalar, _ style: Style) {
      for x in range.clamped(to: plot.minX..<plot.maxX) {
        canvas.set(glyph, x: x, y: y, style: style)
      }
    }
    if let end = anchor.end, end > anchor.day {
      let glyph = event.isHollow ? Glyph.dashedHorizontal : Glyph.heavyHorizontal
      line(anchor.day + 1..<end + 1, glyph, event.style)
      if end >= plot.maxX {
        canvas.set(Glyph.moreRight, x: plot.maxX - 1, y: y, style: event.style)
      }
    }
    if let planned = anchor.planned, planned != anchor.day {
      let isLater = planned < anchor.day
      let between = isLater ? planned + 1..<anchor.day : anchor.day + 1..<planned
      line(between, Glyph.dashedHorizontal, .possible)
      let head = isLater ? anchor.day - 1 : anchor.day + 1
      if between.contains(head) {
        let glyph = isLater ? Glyph.moreRight : Glyph.moreLeft
        canvas.set(glyph, x: head, y: y, style: .possible)
      }
      canvas.set(Glyph.eventHollow, x: planned, y: y, style: .possible)
    }
    if anchor.day < plot.minX {
      canvas.set(Glyph.moreLeft, x: plot.minX, y: y, style: event.style)
    } else if anchor.day >= plot.maxX {
      canvas.set(Glyph.moreRight, x: plot.maxX - 1, y: y, style: event.style)
    } else {
      canvas.set(event.drawnMark, x: anchor.day, y: y, style: event.style)
    }
  }
}
