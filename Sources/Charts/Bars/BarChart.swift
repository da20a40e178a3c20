import Canvas

/// Horizontal bars on one scale, with their figures.
///
///     Firm accelerators by jurisdiction               thousands
///     ▌ EU-27  ████████████████░░░░░░░░░░░░░░░░░░░░        231
///       EEA    ███████░░                                    94  Narvik, Stargate
///       UK     ██▌                                          33
///       CH                                                   ·
///       ─────────────────────────────────────────────────────
///       All                                                358
///     ↓ 4 more
///
/// Solid is documented, hollow is announced or possible, `·` is unknown. Where there is little room
/// the notes go first, then the bars. A figure is shown whole or not at all.
public struct BarChart: Sendable {
  public struct Row: Sendable {
    public var label: String
    /// The heading it stands under; drawn above the first row that differs from the row before.
    public var group: String?
    public var value: BarValue
    /// The figure at its right; nil writes the known value, an empty text none.
    public var figure: String?
    /// A remark after the figure, where there is room.
    public var note: String
    public var style: Style

    public init(
      _ label: String,
      value: BarValue,
      figure: String? = nil,
      note: String = "",
      group: String? = nil,
      style: Style = .plain
    ) {
      self.label = label
      self.value = value
      self.figure = figure
      self.note = note
      self.group = group
      self.style = style
    }

    /// The figure as it is written.
    public var figureText: String { figure ?? NumberFormat.figure(value.known) }
  }

  public var rows: [Row]
  public var title: String
  /// The finding, which is the title where it fits whole; empty for none.
  public var finding = ""
  public var unit: String
  /// A last line under a rule, with the same columns.
  public var total: Row?
  /// The value of a full bar, to share a scale among charts; nil for the largest of the rows.
  public var maximum: Double?
  /// The lines from one row to the next, in a picture that has room to spare. Its bars are thicker then.
  public var pitch = 1

  public init(
    rows: [Row],
    title: String = "",
    unit: String = "",
    total: Row? = nil,
    maximum: Double? = nil
  ) {
    self.rows = rows
    self.title = title
    self.unit = unit
    self.total = total
    self.maximum = maximum
  }

  /// The number of lines that show everything: rows, group headings, title and total.
  public var naturalHeight: Int {
    lines.count * pitch + (hasHeader ? 1 : 0) + (total == nil ? 0 : 2)
  }

  /// The number of rows and headings that fit into an area at once, to page by.
  public func visibleRows(in area: Rect) -> Int {
    let lines = lines
    return window(of: lines, height: rows(of: lines, in: area).list.height, at: ListPosition()).1
      .count
  }

  /// The row at a cell, to select with the mouse; nil where there is none.
  public func row(at point: Point, in area: Rect, position: ListPosition?) -> Int? {
    guard area.contains(point) else { return nil }
    let layout = layout(in: area, at: position)
    let index = layout.window.lowerBound + point.y - layout.listTop
    guard layout.window.contains(index), point.y >= layout.listTop,
      case .row(let row) = lines[index]
    else { return nil }
    return row
  }

  /// Draws the chart, nothing outside of the area.
  ///
  /// With a position the rows can be selected: they stand clear of a narrow margin for the mark.
  public func draw(on canvas: inout Canvas, in area: Rect, position: ListPosition? = nil) {
    guard !area.isEmpty else { return }
    let layout = layout(in: area, at: position)
    canvas.withClip(area) { canvas in
      drawHeader(on: &canvas, layout)
      drawList(on: &canvas, layout)
      drawFoot(on: &canvas, layout)
    }
  }

  var hasHeader: Bool { !title.isEmpty || !unit.isEmpty }

  enum Line: Equatable {
    case heading(String)
    case row(Int)
  }

  /// The rows with the headings between them.
  var lines: [Line] {
    var lines: [Line] = []
    var group: String?
    for (index, row) in rows.enumerated() {
      if let next = row.group, next != group { lines.append(.heading(next)) }
      group = row.group
      lines.append(.row(index))
    }
    return lines
  }
}
