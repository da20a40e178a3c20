import Canvas

/// The figures of a page, large to the eye: what is counted, the figure, a remark.
///
///     Raised in 2026           Compute, firm        Can enforce
///     $31.9 bn                 564,000              7 of 27
///     equity 24.1 debt 7.8     162,500 running      possibly 10
///
/// They stand side by side as far as there is room, then under each other; where rows are short the
/// remarks go, and at last figure and title share a line.
public struct Headlines: Hashable, Sendable {
  /// One figure with its title.
  public struct Item: Hashable, Sendable {
    /// What is counted.
    public var title: String
    /// The figure.
    public var figure: String
    /// A remark under it.
    public var note: String
    /// How the figure is drawn.
    public var style: Style

    /// One figure with its title.
    public init(_ title: String, figure: String, note: String = "", style: Style = .strong) {
      self.title = title
      self.figure = figure
      self.note = note
      self.style = style
    }
  }

  /// The figures, in reading order.
  public var items: [Item]

  /// The figures of a page.
  public init(_ items: [Item]) {
    self.items = items
  }

  /// The rows that show everything in a width.
  public func height(width: Int) -> Int {
    let perRow = itemsPerRow(width: width)
    let rows = (items.count + perRow - 1) / perRow
    return max(0, rows * 4 - 1)
  }

  /// The figure at a cell, to select with the mouse; nil where there is none.
  public func item(at point: Point, in area: Rect) -> Int? {
    guard area.contains(point) else { return nil }
    return frames(in: area).firstIndex { $0.contains(point) }
  }

  /// Draws the figures, nothing outside of the area. The selected one is in reverse video.
  public func draw(on canvas: inout Canvas, in area: Rect, selected: Int? = nil) {
    guard !area.isEmpty else { return }
    canvas.withClip(area) { canvas in
      for (index, frame) in frames(in: area).enumerated() where !frame.isEmpty {
        draw(items[index], in: frame, isSelected: index == selected, on: &canvas)
      }
    }
  }

  private func draw(_ item: Item, in frame: Rect, isSelected: Bool, on canvas: inout Canvas) {
    let reverse: Attributes = isSelected ? .reverse : []
    if isSelected {
      for y in frame.minY..<frame.maxY {
        canvas.set(Glyph.selected, x: frame.minX - 1, y: y, style: .accent)
      }
    }
    if frame.height == 1 {
      // The figure is what one came for; the title has what is left.
      let width = TextWidth.of(item.figure)
      let room = frame.width - width - 1
      if room >= min(4, TextWidth.of(item.title)) {
        canvas.put(item.title, x: frame.x, y: frame.y, style: .dim, width: room)
      }
      if width <= frame.width {
        let style = item.style.adding(reverse)
        canvas.put(item.figure, in: frame, align: .trailing, style: style)
      }
      return
    }
    canvas.put(item.title, in: frame.row(0), style: .dim)
    if TextWidth.of(item.figure) <= frame.width {
      canvas.put(item.figure, in: frame.row(1), style: item.style.adding(reverse))
    }
    canvas.put(item.note, in: frame.row(2), style: .dim)
  }

  /// The widest that cannot be cut: figures; and titles, up to a point.
  private var least: Int {
    items.reduce(1) {
      max($0, TextWidth.of($1.figure), min(18, TextWidth.of($1.title)))
    }
  }

  private func itemsPerRow(width: Int) -> Int {
    guard !items.isEmpty else { return 1 }
    let fitting = (width + 1) / (least + 2)
    guard fitting > 0, fitting < items.count else { return max(1, min(fitting, items.count)) }
    // Rows of equal length look better than a full row and a rest.
    let rows = (items.count + fitting - 1) / fitting
    return (items.count + rows - 1) / rows
  }

  /// Where each figure goes; empty for those that have no room.
  private func frames(in area: Rect) -> [Rect] {
    let perRow = itemsPerRow(width: area.width)
    let rows = (items.count + perRow - 1) / perRow
    guard rows > 0 else { return [] }
    let (height, gap) =
      [(3, 1), (3, 0), (2, 1), (2, 0), (1, 0)].first {
        rows * ($0.0 + $0.1) - $0.1 <= area.height
      } ?? (1, 0)
    let columns = area.columns(Array(repeating: .share(1), count: perRow), gap: 1)
    return items.indices.map { index in
      let y = area.y + index / perRow * (height + gap)
      let column = columns[index % perRow].inset(left: 1)
      let frame = Rect(x: column.x, y: y, width: column.width, height: height)
      return frame.intersection(area)
    }
  }
}
