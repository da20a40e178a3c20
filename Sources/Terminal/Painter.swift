import CNcurses
import Canvas

/// Turns cells of a canvas into cells of ncurses, for a theme at a colour depth.
struct Painter {
  let theme: Theme
  private let depth: ColourDepth
  private let repertoire: Repertoire
  /// Attributes and colour pair by style, as they are first needed.
  private var pens: [(attributes: attr_t, pair: Int16)?]
  private var cells: [cchar_t] = []

  init(theme: Theme, depth: ColourDepth, repertoire: Repertoire) {
    self.theme = theme
    self.depth = depth
    self.repertoire = repertoire
    pens = Array(repeating: nil, count: Role.allCases.count << 5)
  }

  /// Puts some columns of a row on ncurses' screen. They must hold wide characters whole.
  mutating func paint(_ columns: Range<Int>, of canvas: Canvas, row y: Int) {
    cells.removeAll(keepingCapacity: true)
    for x in columns {
      let cell = canvas[x, y]
      if cell.width > 0 { append(cell, of: canvas, x: x, y: y) }
    }
    mvwadd_wchnstr(moat_stdscr(), Int32(y), Int32(columns.lowerBound), cells, Int32(cells.count))
  }

  private mutating func append(_ cell: Cell, of canvas: Canvas, x: Int, y: Int) {
    let pen = pen(cell.style)
    if let scalar = cell.scalar {
      if scalar.value < 0x7F {
        append(scalar, pen)
      } else if repertoire != .unicode {
        for _ in 0..<cell.width { append(repertoire.standIn(for: scalar), pen) }
      } else if cells(scalar) == cell.width {
        append(scalar, pen)
      } else {
        // The system counts other cells than the canvas: what it would draw shifts the row.
        for _ in 0..<cell.width { append("\u{FFFD}", pen) }
      }
      return
    }
    let scalars = Array(canvas.character(x, y).unicodeScalars)
    guard let first = scalars.first else { return }
    if repertoire != .unicode {
      for _ in 0..<cell.width { append(repertoire.standIn(for: first), pen) }
    } else {
      append(cluster: scalars, first: first, width: cell.width, pen)
    }
  }

  /// Appends a letter with its marks. Ncurses keeps at most four of them on a cell and nothing that
  /// takes cells of its own. So a joined emoji shows its first part. A pair of regional indicators
  /// and a symbol made an emoji by U+FE0F take a cell each side.
  private mutating func append(
    cluster scalars: [Unicode.Scalar], first: Unicode.Scalar, width: Int,
    _ pen: (attributes: attr_t, pair: Int16)
  ) {
    let marks = scalars.dropFirst().prefix { cells($0) == 0 && $0 != "\u{200D}" }
    let own = cells(first)
    if own == width {
      append(first, marks: marks.prefix(4), pen)
    } else if own == 1 && width == 2, let second = scalars.dropFirst().first {
      append(first, pen)
      append(cells(second) == 1 ? second : " ", pen)
    } else {
      for _ in 0..<width { append("\u{FFFD}", pen) }
    }
  }

  private mutating func append(
    _ scalar: Unicode.Scalar, marks: ArraySlice<Unicode.Scalar> = [],
    _ pen: (attributes: attr_t, pair: Int16)
  ) {
    var cell = cchar_t()
    if marks.isEmpty {
      var text = (wchar_t(scalar.value), wchar_t(0))
      withUnsafePointer(to: &text) {
        $0.withMemoryRebound(to: wchar_t.self, capacity: 2) {
          _ = setcchar(&cell, $0, pen.attributes, pen.pair, nil)
        }
      }
    } else {
      let text = [wchar_t(scalar.value)] + marks.map { wchar_t($0.value) } + [0]
      _ = setcchar(&cell, text, pen.attributes, pen.pair, nil)
    }
    cells.append(cell)
  }

  /// The cells ncurses gives a character.
  private func cells(_ scalar: Unicode.Scalar) -> Int { Int(moat_cells(wchar_t(scalar.value))) }

  private mutating func pen(_ style: Style) -> (attributes: attr_t, pair: Int16) {
    let index = Int(style.role.rawValue) << 5 | Int(style.attributes.rawValue & 31)
    if let known = pens[index] { return known }
    let pen = theme.pen(style, depth: depth)
    var attributes: attr_t = 0
    if pen.attributes.contains(.bold) { attributes |= moat_bold() }
    if pen.attributes.contains(.dim) { attributes |= moat_dim() }
    if pen.attributes.contains(.italic) { attributes |= moat_italic() }
    if pen.attributes.contains(.underline) { attributes |= moat_underline() }
    if pen.attributes.contains(.reverse) { attributes |= moat_reverse() }
    let new = (attributes, pair(of: pen.foreground))
    pens[index] = new
    return new
  }

  /// The pair of a foreground on the terminal's own background; 0, its own colours, if there are
  /// no more pairs.
  private func pair(of foreground: Foreground) -> Int16 {
    let colour: Int32
    switch foreground {
    case .own: return 0
    case .index(let index): colour = Int32(index)
    case .rgb(let rgb):
      // Terminals with direct colours keep the lowest eight numbers for the named colours.
      colour = max(8, Int32(rgb.red) << 16 | Int32(rgb.green) << 8 | Int32(rgb.blue))
    }
    return Int16(clamping: max(0, alloc_pair(colour, -1)))
  }
}
