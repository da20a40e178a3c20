import Canvas

extension ColumnChart {
  /// The places of a column chart's parts in an area.
  struct Layout {
    var header: Rect
    /// The value axis, the line of zero included; of no width where there is no room for it.
    var ticks: Rect
    var plot: Rect
    var baseline: Rect
    var labels: Rect
    /// True if there is a line above the plot for the figures.
    var hasFigures: Bool
    var axis: RowAxis
    var scale: BarScale
    var window: Range<Int>
    /// The cells from one column to the next.
    var pitch: Int
    /// The cells of a column, the gap not counted.
    var width: Int
    /// The first column that stands apart in the window, and the cells it is set off by.
    var apart: (first: Int, gap: Int)?
    var position: ListPosition?
  }

  func layout(in area: Rect, at position: ListPosition?) -> Layout {
    var room = ChartRoom(area)
    let labels = room.bottom(leaving: 1)
    let baseline = room.bottom(leaving: 2)
    // Columns without a heading say nothing, however high they are; three lines are two rows and their labels.
    let header = room.top(!title.isEmpty || !unit.isEmpty, leaving: area.height > 3 ? 1 : 2)
    var rest = room.rest
    let top = max(maximum ?? 0, highest)
    var axis = RowAxis(maximum: top, rows: rest.height, isCount: isCount)
    var tickWidth = axis.labelWidth + 2
    if baseline.isEmpty || area.width < tickWidth + 12 { tickWidth = 0 }
    let gap = apartGap
    let (pitch, width) = columnWidth(room: area.width - tickWidth - gap)
    let figureWidth = columns.reduce(0) { max($0, TextWidth.of($1.figureText)) }
    let hasFigures = figureWidth < pitch && rest.height >= 6 && !columns.isEmpty
    if hasFigures {
      rest = rest.inset(top: 1)
      axis = RowAxis(maximum: top, rows: rest.height, isCount: isCount)
    }
    let rows = tickWidth > 0 ? axis.rows : rest.height
    let plot = Rect(
      x: area.x + tickWidth, y: rest.maxY - rows, width: area.width - tickWidth, height: rows)
    let fitting = min(columns.count, max(0, (plot.width - gap) / pitch))
    let (settled, window) = window(of: fitting, at: position)
    return Layout(
      header: header,
      ticks: Rect(x: area.x, y: plot.y, width: tickWidth, height: plot.height + 1),
      plot: plot,
      baseline: baseline.inset(left: tickWidth),
      labels: labels.inset(left: tickWidth),
      hasFigures: hasFigures,
      axis: axis,
      scale: BarScale(maximum: tickWidth > 0 ? axis.top : top, cells: plot.height),
      window: window,
      pitch: pitch,
      width: width,
      apart: apart.flatMap { apart in
        gap > 0 && window.dropFirst().contains(apart.first) ? (apart.first, gap) : nil
      },
      position: settled
    )
  }

  /// The lines, of at most so many, in which nothing is blank above the axis.
  public func fittingHeight(width: Int, most: Int) -> Int {
    let layout = layout(in: Rect(x: 0, y: 0, width: width, height: most), at: nil)
    let used = layout.header.height + (layout.hasFigures ? 1 : 0)
    return max(1, most - max(0, layout.plot.minY - used))
  }

  /// The cells between the columns of the order and those apart; none where all are of a single sort.
  private var apartGap: Int {
    guard let apart, columns.indices.dropFirst().contains(apart.first) else { return 0 }
    return 3
  }

  /// The first column of a cell, the gap before it included.
  func x(ofCell index: Int, _ layout: Layout) -> Int {
    let gap = layout.apart.map { index >= $0.first ? $0.gap : 0 } ?? 0
    return layout.plot.minX + (index - layout.window.lowerBound) * layout.pitch + gap
  }

  private func window(
    of fitting: Int, at position: ListPosition?
  ) -> (ListPosition?, Range<Int>) {
    guard let position else { return (nil, columns.count - fitting..<columns.count) }
    let settled = position.settled(count: columns.count, visible: fitting)
    return (settled, settled.offset..<min(columns.count, settled.offset + fitting))
  }

  /// The cells from one column to the next, and those a column takes of them.
  private func columnWidth(room: Int) -> (pitch: Int, width: Int) {
    let bars = barsPerColumn
    let least = bars > 1 ? bars + 1 : 1
    let fair = columns.isEmpty ? 1 : room / columns.count
    let pitch = max(least, min(fair, mostPitch * bars))
    let gap = pitch >= 6 ? 2 : pitch >= 2 ? 1 : 0
    let width = max(1, (pitch - gap) / bars * bars)
    return (pitch, width)
  }
}
