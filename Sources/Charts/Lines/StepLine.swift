import Canvas

/// Values that hold until the next is known, over time.
///
///     Mistral AI, valuation, € bn            ┆
///     10 ┤                             ●─────┆──
///        │                             │     ┆
///      5 ┤             ●───────────────┘     ┆
///      0 └──────●──────┴─────────────────────┴──
///        2023       2024       2025       2026
///
/// A line is drawn where the value is documented and dashed where it is only possible (a valuation
/// sought in talks). A shaded band reaches from what is documented to what is possible.
public struct StepLine: Sendable {
  public struct Step: Hashable, Sendable {
    public var day: Int
    public var value: Double?
    /// The upper end of what is possible, where that is more.
    public var possible: Double?
    /// True if the value itself is only possible, so that its line is dashed.
    public var isPossible: Bool
    /// A mark at the beginning; nil for none.
    public var mark: Unicode.Scalar?
    /// The label, shown where there is room.
    public var label: String

    public init(
      day: Int,
      value: Double?,
      possible: Double? = nil,
      isPossible: Bool = false,
      mark: Unicode.Scalar? = nil,
      label: String = ""
    ) {
      self.day = day
      self.value = value
      self.possible = possible
      self.isPossible = isPossible
      self.mark = mark
      self.label = label
    }

    var reach: Double { max(BarValue.extent(value ?? 0), BarValue.extent(possible ?? 0)) }
  }

  public struct Series: Hashable, Sendable {
    public var steps: [Step]
    public var style: Style
    /// True if a line joins the steps; otherwise only their marks are drawn.
    public var isJoined: Bool

    /// One line; steps are put in order of their days, those of one day stay as given.
    public init(steps: [Step], style: Style = .plain, isJoined: Bool = true) {
      self.isJoined = isJoined
      let order = steps.indices.sorted { (steps[$0].day, $0) < (steps[$1].day, $1) }
      self.steps = order.map { steps[$0] }
      self.style = style
    }
  }

  public struct StepIndex: Hashable, Sendable {
    public var series: Int
    /// The step in it by day, from zero.
    public var step: Int

    public init(series: Int, step: Int) {
      self.series = series
      self.step = step
    }
  }

  public var series: [Series]
  public var days: ClosedRange<Int>
  /// The last day of which anything is known: lines end there. Nil for the last day shown.
  public var end: Int?
  /// A day to mark with an upright line.
  public var asOf: Int?
  public var title: String
  public var unit: String
  /// The value the axis has to reach; nil for the largest in the days shown.
  public var maximum: Double?
  /// True for counts, so that the axis has no ticks between whole numbers.
  public var isCount: Bool

  public init(
    series: [Series],
    days: ClosedRange<Int>,
    end: Int? = nil,
    asOf: Int? = nil,
    title: String = "",
    unit: String = "",
    maximum: Double? = nil,
    isCount: Bool = false
  ) {
    self.series = series
    self.days = days
    self.end = end
    self.asOf = asOf
    self.title = title
    self.unit = unit
    self.maximum = maximum
    self.isCount = isCount
  }

  /// Draws the chart, nothing outside of the area. The selected step's mark is reversed and its
  /// label has the first choice of room.
  ///
  /// In one or two lines the first series becomes a row of columns.
  public func draw(on canvas: inout Canvas, in area: Rect, selected: StepIndex? = nil) {
    guard !area.isEmpty else { return }
    let layout = layout(in: area)
    canvas.withClip(area) { canvas in
      guard !layout.baseline.isEmpty else {
        drawSmall(on: &canvas, in: area)
        return
      }
      drawFrame(on: &canvas, layout)
      let marks = marks(layout, selected: selected)
      // A value of nothing lies on the axis, whose cells are its own.
      for series in series where series.isJoined {
        drawLine(of: series, on: &canvas, layout, onAxis: true)
      }
      canvas.draw(shape(layout, marks: marks), in: layout.plot) { canvas in
        for series in series { drawBand(of: series, on: &canvas, layout) }
        for series in series where series.isJoined {
          drawLine(of: series, on: &canvas, layout, onAxis: false)
        }
        for mark in marks {
          canvas.set(mark.glyph, x: mark.cell.x, y: mark.cell.y, style: mark.style)
        }
      }
      drawLabels(of: marks, on: &canvas, layout)
    }
  }
}
