import Canvas

/// Upright bars over time or any other order, on one scale.
///
///     Capital raised a quarter, $ bn
///     15 ┤                        ░
///     10 ┤            ▂     ▆     ░
///      5 ┤  ▃   ▅  ▇  █     █  ▄  █
///      0 ┼──────────────────▲─────────
///        23Q1        24Q1   Q4
///
/// Columns that do not belong to the order can stand apart behind a dashed line, under words of their own.
///
/// Solid is documented, hollow is announced or possible, `·` is unknown. Labels that would touch
/// are left out. Where there are more columns than room, the axis says how many are out of sight.
public struct ColumnChart: Sendable {
  public enum Arrangement: Hashable, Sendable {
    case stacked
    case grouped
  }

  public struct Column: Sendable {
    public var label: String
    public var value: BarValue
    /// The figure above it where there is room; nil writes the known value.
    public var figure: String?
    /// True if its label stays when labels have to go: the first quarter of a year.
    public var isMajor: Bool

    public init(
      _ label: String, value: BarValue, figure: String? = nil, isMajor: Bool = false
    ) {
      self.label = label
      self.value = value
      self.figure = figure
      self.isMajor = isMajor
    }

    /// The figure as it is written.
    public var figureText: String { figure ?? NumberFormat.figure(value.known) }
  }

  /// The last columns, where they do not belong to the order of the others.
  public struct Apart: Hashable, Sendable {
    /// The first of them, from 0.
    public var first: Int
    public var title: String

    public init(from first: Int, title: String) {
      self.first = first
      self.title = title
    }
  }

  public var columns: [Column]
  public var title: String
  public var unit: String
  public var arrangement: Arrangement
  /// The value the axis has to reach, to share a scale among charts; nil for the largest column.
  public var maximum: Double?
  /// True for counts, so that the axis has no ticks between whole numbers.
  public var isCount: Bool
  /// The most cells from one column to the next, for each bar that shares it.
  public var mostPitch = 12
  /// The columns that stand apart; nil where all belong to the order.
  public var apart: Apart?

  public init(
    columns: [Column],
    title: String = "",
    unit: String = "",
    arrangement: Arrangement = .stacked,
    maximum: Double? = nil,
    isCount: Bool = false,
    apart: Apart? = nil
  ) {
    self.columns = columns
    self.title = title
    self.unit = unit
    self.arrangement = arrangement
    self.maximum = maximum
    self.isCount = isCount
    self.apart = apart
  }

  /// The number of columns that fit into an area at once, to page by.
  public func visibleColumns(in area: Rect) -> Int {
    layout(in: area, at: nil).window.count
  }

  /// Draws the chart, nothing outside of the area.
  ///
  /// Without a position the last columns are shown where not all fit, for they are the latest.
  ///
  /// - Returns: The cells in which the mouse selects each column in sight: its gap included, the header not.
  @discardableResult
  public func draw(
    on canvas: inout Canvas, in area: Rect, position: ListPosition? = nil
  ) -> [(column: Int, cells: Rect)] {
    guard !area.isEmpty else { return [] }
    let layout = layout(in: area, at: position)
    canvas.withClip(area) { canvas in
      drawHeader(on: &canvas, layout)
      drawAxis(on: &canvas, layout)
      drawApart(on: &canvas, layout)
      for index in layout.window { drawColumn(index, on: &canvas, layout) }
      drawLabels(on: &canvas, layout)
    }
    let y = layout.plot.minY
    return layout.window.map { index in
      let cells = Rect(
        x: x(ofCell: index, layout), y: y, width: layout.pitch, height: area.maxY - y)
      return (index, cells.intersection(area))
    }
  }

  var highest: Double {
    columns.reduce(0) { highest, column in
      switch arrangement {
      case .stacked: max(highest, column.value.reach)
      case .grouped: bars(of: column.value).reduce(highest) { max($0, $1.reach) }
      }
    }
  }

  /// The values that share a column next to each other.
  func bars(of value: BarValue) -> [BarValue] {
    guard arrangement == .grouped, let parts = value.parts else { return [value] }
    var bars = parts.map { BarValue(parts: [$0]) }
    if value.hasPossible {
      bars.append(
        BarValue(parts: [], possible: value.possible, possibleStyle: value.possibleStyle))
    }
    return bars.isEmpty ? [value] : bars
  }

  /// The most bars that share a column next to each other.
  var barsPerColumn: Int {
    columns.reduce(1) { max($0, bars(of: $1.value).count) }
  }
}
