import Canvas

extension TileMap {
  struct Form: Hashable {
    /// Cells from one tile to the next.
    let width: Int
    let height: Int
    let gap: Int

    static let forms = [
      Form(width: 15, height: 3, gap: 1), Form(width: 11, height: 2, gap: 1),
      Form(width: 9, height: 2, gap: 1), Form(width: 9, height: 2, gap: 0),
      Form(width: 7, height: 1, gap: 1), Form(width: 7, height: 1, gap: 0),
      Form(width: 5, height: 1, gap: 0), least,
    ]

    static let least = Form(width: 4, height: 1, gap: 0)
  }

  struct Layout {
    var form: Form
    var area: Rect
    var legend: Rect
    /// The place that stands at the upper left.
    var first: (column: Int, row: Int)
    /// True if the tiles follow each other like words, because the map does not fit.
    var flows = false
  }

  var columns: Int {
    let all = tiles.map(\.place.column)
    return (all.max() ?? -1) - (all.min() ?? 0) + 1
  }

  var rows: Int {
    let all = tiles.map(\.place.row)
    return (all.max() ?? -1) - (all.min() ?? 0) + 1
  }

  func size(of form: Form) -> Size {
    Size(
      width: columns * form.width - 1,
      height: rows * (form.height + form.gap) - form.gap
    )
  }

  func layout(in area: Rect) -> Layout {
    let none = Rect(x: area.x, y: area.y, width: 0, height: 0)
    let first = (tiles.map(\.place.column).min() ?? 0, tiles.map(\.place.row).min() ?? 0)
    let fitting = Form.forms.filter {
      size(of: $0).width <= area.width && size(of: $0).height <= area.height
    }
    for form in legend.entries.isEmpty ? [] : fitting {
      if let place = legendPlace(beside: size(of: form), in: area) {
        return Layout(form: form, area: area, legend: place, first: first)
      }
    }
    guard let form = fitting.first else {
      return Layout(form: Form.least, area: area, legend: none, first: first, flows: true)
    }
    return Layout(form: form, area: area, legend: none, first: first)
  }

  /// The legend's place at the right of a map, or else under it; nil where it does not fit.
  private func legendPlace(beside map: Size, in area: Rect) -> Rect? {
    let beside = Size(width: legend.columnWidth, height: legend.entries.count)
    if map.width + 3 + beside.width <= area.width, beside.height <= area.height {
      let x = area.x + map.width + 3
      return Rect(x: x, y: area.y, width: beside.width, height: beside.height)
    }
    let under = legend.size(width: area.width)
    guard map.height + 1 + under.height <= area.height else { return nil }
    let y = area.y + map.height + 1
    return Rect(x: area.x, y: y, width: area.width, height: under.height)
  }

  /// The cells of a tile; none where it is out of sight.
  func frame(of index: Int, _ layout: Layout) -> Rect {
    let form = layout.form
    if layout.flows {
      let fitting = max(1, (layout.area.width + 1) / form.width)
      let (row, column) = (index / fitting, index % fitting)
      let isHidden = row >= layout.area.height || layout.area.width < form.width - 1
      return Rect(
        x: layout.area.x + column * form.width,
        y: layout.area.y + row,
        width: isHidden ? 0 : form.width - 1,
        height: isHidden ? 0 : 1
      )
    }
    let place = tiles[index].place
    return Rect(
      x: layout.area.x + (place.column - layout.first.column) * form.width,
      y: layout.area.y + (place.row - layout.first.row) * (form.height + form.gap),
      width: form.width - 1,
      height: form.height
    )
  }

  func draw(_ index: Int, isSelected: Bool, on canvas: inout Canvas, _ layout: Layout) {
    let tile = tiles[index]
    let frame = frame(of: index, layout)
    guard !frame.isEmpty else { return }
    if layout.form.height > 1 {
      drawCard(tile, in: frame, on: &canvas)
    } else {
      drawLine(tile, in: frame, on: &canvas)
    }
    fill(tile, in: frame, on: &canvas)
    guard isSelected else { return }
    canvas.restyle(frame) { Style(.accent, $0.attributes.union([.bold, .reverse])) }
    canvas.replace(Glyph.full, with: " ", in: frame)
    for y in frame.minY..<frame.maxY {
      canvas.set(Glyph.selected, x: frame.minX - 1, y: y, style: .accent)
      canvas.set(Glyph.selectedEnd, x: frame.maxX, y: y, style: .accent)
    }
  }

  /// Fills a tile, so that its status is seen without reading: all of a solid tile in reverse
  /// video, the free cells of a hollow tile thinly.
  private func fill(_ tile: Tile, in frame: Rect, on canvas: inout Canvas) {
    for y in frame.minY..<frame.maxY {
      for x in frame.minX..<frame.maxX {
        let cell = Rect(x: x, y: y, width: 1, height: 1)
        switch tile.edge {
        case .open: return
        // The edge is a full block, which reverse video would empty.
        case .solid where canvas[x, y].scalar == Glyph.full: break
        case .solid: canvas.restyle(cell) { _ in Style(tile.style.role, [.bold, .reverse]) }
        case .hollow where isFree(x, y, in: frame, on: canvas):
          canvas.set(Glyph.hollow, x: x, y: y, style: Style(tile.style.role))
        case .hollow: break
        }
      }
    }
  }

  /// True if a cell and its neighbours in the tile's line are blank or filled.
  private func isFree(_ x: Int, _ y: Int, in frame: Rect, on canvas: Canvas) -> Bool {
    canvas[x, y].scalar == " "
      && (max(frame.minX, x - 1)..<min(frame.maxX, x + 2)).allSatisfy {
        [" ", Glyph.hollow].contains(canvas[$0, y].scalar)
      }
  }

  /// Code and mark in one line: `DE●`, `DE ●`, `(NO) ·`.
  private func drawLine(_ tile: Tile, in frame: Rect, on canvas: inout Canvas) {
    let codeStyle: Style = tile.isSetApart ? .dim : .plain
    let code = tile.isSetApart && frame.width >= 6 ? "(\(tile.place.code))" : tile.place.code
    let width = canvas.put(code, x: frame.x, y: frame.y, style: codeStyle, width: frame.width)
    let gap = width + 1 < frame.width ? 1 : 0
    if width + gap < frame.width {
      canvas.set(tile.mark, x: frame.x + width + gap, y: frame.y, style: tile.style)
    }
  }

  /// An edge, code and mark, and under them the name where there is room for it and the detail.
  private func drawCard(_ tile: Tile, in frame: Rect, on canvas: inout Canvas) {
    for y in frame.minY..<frame.maxY {
      switch tile.edge {
      case .solid: canvas.set(Glyph.full, x: frame.x, y: y, style: tile.style)
      case .hollow: canvas.set(Glyph.hollow, x: frame.x, y: y, style: tile.style)
      case .open: canvas.set(Glyph.vertical, x: frame.x, y: y, style: .rule)
      }
    }
    let inner = frame.inset(left: 2)
    drawLine(tile, in: Rect(x: inner.x, y: inner.y, width: 6, height: 1), on: &canvas)
    if frame.height > 2 { canvas.put(tile.name, in: inner.row(1), style: .plain) }
    canvas.put(tile.detail, in: inner.row(frame.height - 1), style: tile.detailStyle)
  }
}
