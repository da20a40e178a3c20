import Canvas

/// Rows and columns that fit the room they are given.
///
///       State      Law       Contact      Late ▼  Missing     ▸2
///     ▌ Ireland    in force  designated    476 d  penalties
///       Germany    in force  designated    362 d  —
///       Denmark    in force  designated        ·  —
///       ↑ 3   ↓ 21 more
///       ──────────────────────────────────────────────────
///       27 states  18        21            838 d
///
/// Columns are as wide as their content asks, text is cut with an ellipsis and figures never are.
/// Where not all columns fit, those of low priority go and the header says how many. Only the rows in
/// sight are asked for, so a table may have a million.
public struct Table: Sendable {
  public enum ColumnAlignment: Hashable, Sendable {
    case leading
    /// A mark or a short word, in the middle.
    case centre
    /// Figures with the same digits after the point, at the right.
    case trailing
    /// Figures under each other by their decimal points.
    case decimal

    /// True if the column holds figures, which are shown whole or not at all.
    var isNumeric: Bool { self == .trailing || self == .decimal }
  }

  public struct Column: Hashable, Sendable {
    public var title: String
    public var unit: String
    public var alignment: ColumnAlignment
    /// The cells below which a column of text is not squeezed.
    public var minimum: Int
    /// The cells beyond which a column of text grows only when all others have what they need.
    public var maximum: Int
    /// The priority when room is short: the higher stays longer. The first column always stays.
    public var priority: Int

    /// True if it holds figures, which are shown whole or not at all.
    public var isNumeric: Bool { alignment.isNumeric }

    public init(
      _ title: String,
      unit: String = "",
      alignment: ColumnAlignment = .leading,
      minimum: Int = 6,
      maximum: Int = 40,
      priority: Int = 0
    ) {
      self.title = title
      self.unit = unit
      self.alignment = alignment
      self.minimum = minimum
      self.maximum = maximum
      self.priority = priority
    }
  }

  public struct Entry: Hashable, Sendable {
    public var text: String
    public var style: Style
    public var mark: Unicode.Scalar?
    public var markStyle: Style
    /// Ranges of characters that match what is searched for; drawn bold and underlined.
    public var matches: [Range<Int>]
    /// The bar at the end of the text, which says the same in characters.
    private(set) var bar: EntryBar?

    public init(
      _ text: String,
      style: Style = .plain,
      mark: Unicode.Scalar? = nil,
      markStyle: Style? = nil,
      matches: [Range<Int>] = []
    ) {
      self.text = text
      self.style = style
      self.mark = mark
      self.markStyle = markStyle ?? style
      self.matches = matches
    }

    /// A bar of so many cells, after words if there are any.
    public init(_ text: String = "", bar: Bar, cells: Int, style: Style = .plain) {
      self.init(text + bar.text(cells: cells), style: style)
      self.bar = EntryBar(bar: bar, start: TextWidth.of(text), cells: cells)
    }

    public static let unknown = Entry(NumberFormat.unknown, style: .dim)
  }

  /// A bar in a column, and where its cells are.
  struct EntryBar: Hashable {
    let bar: Bar
    let start: Int
    let cells: Int
  }

  /// A mark in the margin before a row.
  public struct Mark: Hashable, Sendable {
    public var scalar: Unicode.Scalar
    public var style: Style

    public init(_ scalar: Unicode.Scalar, style: Style) {
      self.scalar = scalar
      self.style = style
    }
  }

  public struct Sort: Hashable, Sendable {
    public var column: Int
    public var isAscending: Bool

    public init(column: Int, isAscending: Bool) {
      self.column = column
      self.isAscending = isAscending
    }
  }

  /// The target at a cell of a drawn table.
  public enum Hit: Hashable, Sendable {
    case title(column: Int)
    /// A row, and the column if the cell is in a column.
    case row(Int, column: Int?)
  }

  public var columns: [Column]
  public var count: Int
  /// The content of a row, an entry for each column; missing entries are blank.
  public var row: @Sendable (Int) -> [Entry]
  /// The sums under the rows: where not all have room, the first stay.
  public var feet: [[Entry]]
  /// The column whose title carries the sign of the order.
  public var sort: Sort?
  /// The current column, which keys act on; its title is underlined.
  public var column: Int?
  /// The first columns, which do not scroll: they name the row.
  public var pinned = 1
  /// The mark in the margin before a row; nil makes no room for marks.
  public var mark: (@Sendable (Int) -> Mark?)?
  /// The widths of the content; nil measures them for every frame. See ``measured()``.
  public var measure: Measure?

  /// A table whose rows are asked for as they come into sight.
  public init(
    columns: [Column],
    count: Int,
    feet: [[Entry]] = [],
    sort: Sort? = nil,
    measure: Measure? = nil,
    row: @escaping @Sendable (Int) -> [Entry]
  ) {
    self.columns = columns
    self.count = max(0, count)
    self.feet = feet
    self.sort = sort
    self.measure = measure
    self.row = row
  }

  /// The number of rows that fit into an area at once, to page by.
  public func visibleRows(in area: Rect) -> Int {
    frame(in: area, at: nil).rows.height
  }

  /// The places of the titles of the columns in sight, left to right.
  public func titles(in area: Rect, position: ListPosition?) -> [(column: Int, area: Rect)] {
    guard !area.isEmpty, !columns.isEmpty else { return [] }
    let layout = layout(in: area, at: position)
    guard !layout.frame.header.isEmpty else { return [] }
    return layout.columns.map { column in
      (column.index, Rect(x: column.x, y: layout.frame.header.y, width: column.width, height: 1))
    }
  }

  /// The target at a cell, for the mouse; nil where there is nothing.
  public func hit(at point: Point, in area: Rect, position: ListPosition?) -> Hit? {
    guard area.contains(point) else { return nil }
    let layout = layout(in: area, at: position)
    let column = layout.columns.last { $0.x <= point.x }?.index
    if layout.frame.header.contains(point) { return column.map { .title(column: $0) } }
    guard layout.frame.rows.contains(point) else { return nil }
    let row = layout.window.lowerBound + point.y - layout.frame.rows.y
    return layout.window.contains(row) ? .row(row, column: column) : nil
  }

  /// True if the text of a cell is not whole in sight: its column is out of sight, or too narrow for it.
  public func isCut(row: Int, column: Int, in area: Rect, position: ListPosition?) -> Bool {
    cutColumns(row: row, in: area, position: position).contains(column)
  }

  /// The columns whose text in a row is not whole in sight: out of sight, or too narrow for it.
  public func cutColumns(row: Int, in area: Rect, position: ListPosition?) -> [Int] {
    let widths = Dictionary(
      layout(in: area, at: position).columns.map { ($0.index, $0.width) }, uniquingKeysWith: max)
    return zip(columns.indices, self.row(row)).compactMap { column, entry in
      guard !entry.text.isEmpty else { return nil }
      let mark = entry.mark == nil ? 0 : 2
      return TextWidth.of(entry.text) + mark > widths[column] ?? 0 ? column : nil
    }
  }

  /// Draws the table, nothing outside of the area.
  ///
  /// With a position its rows can be selected, and stand clear of a narrow margin for the mark.
  /// `sideways` counts the columns after the pinned that are scrolled out of sight.
  public func draw(on canvas: inout Canvas, in area: Rect, position: ListPosition? = nil) {
    guard !area.isEmpty, !columns.isEmpty else { return }
    let layout = layout(in: area, at: position)
    canvas.withClip(area) { canvas in
      drawHeader(on: &canvas, layout)
      for (line, index) in layout.window.enumerated() {
        let y = layout.frame.rows.y + line
        draw(row(index), y: y, on: &canvas, layout)
        if layout.gutter > 2, let mark = mark?(index) {
          canvas.set(mark.scalar, x: area.x + 1, y: y, style: mark.style)
        }
        if layout.position?.cursor == index { select(y, in: area, on: &canvas, layout) }
      }
      drawFoot(on: &canvas, layout)
    }
  }
}
