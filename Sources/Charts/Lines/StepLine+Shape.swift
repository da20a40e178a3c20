import Canvas

extension StepLine {
  /// A mark in sight: its cell, its exact place, and what it says.
  struct Mark {
    let glyph: Unicode.Scalar
    let cell: Point
    let place: Shape.Place
    let style: Style
    let label: String
    let isSelected: Bool
  }

  /// A place in a picture: the rows of a value above the line of zero, and the columns of a day.
  private func place(_ value: Double, at x: Double, _ layout: Layout) -> Shape.Place {
    let height = BarScale(maximum: layout.axis.top, cells: layout.plot.height).length(value)
    return Shape.Place(
      x: Double(layout.plot.minX) + x, y: Double(layout.baseline.y) + 0.5 - height)
  }

  /// The marks of all lines that are in sight, line by line.
  func marks(_ layout: Layout, selected: StepIndex?) -> [Mark] {
    var marks: [Mark] = []
    // A mark on a line covers a single point in its cell.
    let order =
      series.indices.filter { !series[$0].isJoined } + series.indices.filter { series[$0].isJoined }
    for line in order {
      let series = series[line]
      for (index, step) in series.steps.enumerated() {
        let isSelected = selected == StepIndex(series: line, step: index)
        guard let cell = place(of: step, layout), let value = step.value,
          step.day <= end ?? days.upperBound,
          let glyph = step.mark ?? (isSelected ? Glyph.markFull : nil)
        else { continue }
        marks.append(
          Mark(
            glyph: glyph, cell: cell,
            place: place(value, at: layout.scale.position(of: step.day), layout),
            style: isSelected ? Style(.accent, .reverse) : series.style, label: step.label,
            isSelected: isSelected))
      }
    }
    return marks
  }

  /// Bands, lines and marks as a picture shows them.
  func shape(_ layout: Layout, marks: [Mark]) -> Shape {
    // A line leaves room around a mark that does not cover it.
    let open = Set(marks.filter { $0.glyph != Glyph.markFull }.map(\.place))
    return Shape(
      series.flatMap { bands(of: $0, layout) }
        + series.filter(\.isJoined).flatMap { lines(of: $0, layout, around: open) }
        + marks.map { .mark($0.glyph, at: $0.place, style: $0.style.removing(.reverse)) })
  }

  /// A step and the columns over which it holds, the part in sight.
  private func courses(of series: Series, _ layout: Layout) -> [(
    step: Step, x: ClosedRange<Double>
  )] {
    let steps = series.steps
    let last = min(max(end ?? days.upperBound, days.lowerBound - 1), days.upperBound)
    let right = min(layout.scale.position(of: last + 1), Double(layout.plot.width))
    return steps.indices.compactMap { index in
      let from = max(0, layout.scale.position(of: steps[index].day))
      let next = index + 1 < steps.count ? layout.scale.position(of: steps[index + 1].day) : right
      let to = min(next, right)
      return from < to ? (steps[index], from...to) : nil
    }
  }

  private func bands(of series: Series, _ layout: Layout) -> [Shape.Piece] {
    courses(of: series, layout).compactMap { step, x in
      guard let possible = step.possible, possible.isFinite else { return nil }
      let low = place(BarValue.extent(step.value ?? 0), at: x.lowerBound, layout)
      let high = place(possible, at: x.upperBound, layout)
      guard high.y < low.y else { return nil }
      return .block(
        Shape.Frame(x: low.x...high.x, y: high.y...low.y), isHollow: true, style: .possible)
    }
  }

  private func lines(
    of series: Series, _ layout: Layout, around open: Set<Shape.Place>
  ) -> [Shape.Piece] {
    var pieces: [Shape.Piece] = []
    var previous: Shape.Place?
    for (step, x) in courses(of: series, layout) {
      guard let value = step.value, value.isFinite else {
        previous = nil
        continue
      }
      var start = place(value, at: x.lowerBound, layout)
      let end = place(value, at: x.upperBound, layout)
      let isMarked = open.contains(start)
      if let from = previous, from.x == start.x, from.y != start.y {
        let up = start.y < from.y
        let room = isMarked ? min(0.4, abs(from.y - start.y)) : 0
        let to = Shape.Place(x: start.x, y: start.y + (up ? room : -room))
        if to != from {
          pieces.append(.line(from: from, to: to, weight: .light, style: series.style))
        }
      }
      if isMarked { start.x = min(start.x + 0.5, end.x) }
      if start.x < end.x {
        let weight: LineWeight = step.isPossible ? .dashed : .light
        pieces.append(.line(from: start, to: end, weight: weight, style: series.style))
      }
      previous = end
    }
    return pieces
  }

  /// Writes the labels of marks. The selected, the latest and the first matter most; then newer
  /// before older.
  func drawLabels(of marks: [Mark], on canvas: inout Canvas, _ layout: Layout) {
    let last = marks.count - 1
    let ranks = marks.indices.map { marks[$0].isSelected ? 0 : $0 == last ? 1 : $0 == 0 ? 2 : 3 }
    for index in marks.indices.sorted(by: { (ranks[$0], -$0) < (ranks[$1], -$1) }) {
      let mark = marks[index]
      put(mark.label, near: mark.cell, isSelected: mark.isSelected, on: &canvas, layout)
    }
  }
}
