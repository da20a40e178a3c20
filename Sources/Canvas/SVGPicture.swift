/// The content of an SVG, sorted by style and layer: backgrounds and blocks at the bottom, then
/// lines, then text and discs.
struct SVGPicture {
  /// The classes of filled elements, in their order; `nil` is the paper's.
  let filled: [Role?]
  /// The classes of stroked elements, in their order.
  let stroked: [Role?]
  /// The roles on whose bars there are letters.
  let lettered: [Role]
  private let groups: [(style: Style, content: SVGContent)]

  init(_ canvas: Canvas) {
    var contents = SVGExact.contents(of: canvas)
    for y in 0..<canvas.height {
      for run in canvas.runs(y) {
        if run.style.attributes.contains(.reverse) {
          contents[Style(run.style.role), default: SVGContent()].backgrounds += SVGShapes.rect(
            x: Double(run.columns.lowerBound * SVGCell.width), y: Double(y * SVGCell.height),
            width: Double(run.columns.count * SVGCell.width), height: Double(SVGCell.height))
        }
        contents[run.style, default: SVGContent()].add(run, of: canvas, row: y)
      }
    }
    let groups = contents.sorted { $0.key.order < $1.key.order }.map { ($0.key, $0.value) }
    func classes(where isUsed: (SVGContent) -> Bool) -> [Role?] {
      let used = Set(groups.filter { isUsed($0.1) }.map { $0.0.inkRole })
      return ([nil] + Role.allCases.map { $0 }).filter(used.contains)
    }
    self.groups = groups
    let letters = Set(groups.compactMap { $0.0.letteredRole })
    lettered = Role.allCases.filter(letters.contains)
    filled = classes { $0.isFilled }
    stroked = classes { !$0.shapes.stroked.isEmpty }
  }

  func elements(_ palette: Palette) -> String {
    var text = ""
    for (style, content) in groups {
      let rects = content.backgrounds + content.shapes.rects
      // Without smoothing, so that blocks that touch show no seam.
      text += group(style, palette, rects, " shape-rendering=\"crispEdges\"")
      text += group(style, palette, content.bars, "")
    }
    for (style, content) in groups {
      text += group(
        style, palette, content.shapes.stroked, " stroke-linecap=\"square\"", line: true)
    }
    for (style, content) in groups {
      var font = style.isBold ? " font-weight=\"700\"" : ""
      if style.attributes.contains(.italic) { font += " font-style=\"italic\"" }
      text += group(style, palette, content.shapes.discs + content.texts, font)
    }
    return text
  }

  private func group(
    _ style: Style, _ palette: Palette, _ content: String, _ more: String, line: Bool = false
  ) -> String {
    guard !content.isEmpty else { return "" }
    let letters = style.letteredRole
    let name = letters?.letteredClass ?? style.inkRole?.className ?? "paper"
    let colour =
      (letters.map(palette.letters) ?? style.inkRole.map(palette.ink) ?? palette.paper).hex
    let paint = line ? "fill=\"none\" stroke=\"\(colour)\"" : "fill=\"\(colour)\""
    let faint = style.attributes.contains(.dim) ? " opacity=\"0.6\"" : ""
    return "<g class=\"\(name)\(line ? "-line" : "")\" \(paint)\(more)\(faint)>\n\(content)</g>\n"
  }
}

struct SVGContent {
  var backgrounds = ""
  var bars = ""
  var shapes = SVGShapes()
  var texts = ""

  var isFilled: Bool {
    !backgrounds.isEmpty || !bars.isEmpty || !texts.isEmpty || !shapes.rects.isEmpty
      || !shapes.discs.isEmpty
  }

  /// Sorts the cells of a run into shapes and pieces of text.
  mutating func add(_ run: SVGRun, of canvas: Canvas, row y: Int) {
    var piece = SVGTextPiece()
    for x in run.columns {
      let cell = canvas[x, y]
      if cell.width == 0 { continue }
      if let scalar = cell.scalar, shapes.add(scalar, x: x, y: y) {
        piece.end(into: &texts, y: y)
      } else if cell.isSpace {
        piece.addSpace()
      } else {
        if !piece.joins(width: cell.width) { piece.end(into: &texts, y: y) }
        piece.add(canvas.character(x, y), width: cell.width, x: x)
      }
    }
    piece.end(into: &texts, y: y)
    if run.style.attributes.contains(.underline) {
      shapes.addUnderline(x: run.columns.lowerBound, y: y, width: run.columns.count)
    }
  }
}

/// Neighbouring cells of one style that stand for no shape.
struct SVGRun {
  let columns: Range<Int>
  let style: Style
}

extension Style {
  var isBold: Bool { attributes.contains(.bold) || role == .strong || role == .heading }

  /// The role whose colour the text has; nil for the paper's, which reversed text has.
  var inkRole: Role? { attributes.contains(.reverse) ? nil : role }

  /// The role of the bar that text of the style stands on: of a series, whose colours may be as light as the
  /// paper.
  var letteredRole: Role? {
    switch role {
    case .series1, .series2, .series3, .series4, .series5, .series6:
      attributes.contains(.reverse) ? role : nil
    default: nil
    }
  }

  /// The place of the style in a sorted picture.
  var order: Int { Int(role.rawValue) << 8 | Int(attributes.rawValue) }
}

extension Canvas {
  /// A row cut where the style changes, without the cells of shapes.
  func runs(_ y: Int) -> [SVGRun] {
    var runs: [SVGRun] = []
    var start = 0
    for x in 1..<max(1, width + 1)
    where x == width || self[x, y].style != self[start, y].style
      || (owner(x, y) == 0) != (owner(start, y) == 0)
    {
      if start < x, owner(start, y) == 0 {
        runs.append(SVGRun(columns: start..<x, style: self[start, y].style))
      }
      start = x
    }
    return runs
  }
}
