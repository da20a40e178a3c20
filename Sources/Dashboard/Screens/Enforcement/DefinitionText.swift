import Canvas
import Charts
import Dataset
import Insight

/// The definition of full enforcement authority, paragraph by paragraph.
struct DefinitionText: Sendable {
  private let paragraphs = EnforcementDefinition.explanation

  /// Its paragraphs as rows, to be scrolled and copied.
  func pane(in world: World) -> Pane {
    Pane("Definition", columns: DefinitionText.columns, rows: paragraphs, in: world) { _ in nil }
  }

  private static let columns: [Column<EnforcementDefinition.Paragraph>] = [
    Column("title", .init("Title")) { paragraph, _ in paragraph.title },
    Column("text", .init("Text")) { paragraph, _ in paragraph.text },
    Column("articles", .init("Articles")) { paragraph, _ in paragraph.articles },
  ]

  /// The widest lines that are still read with ease.
  private static let measure = 84
  private static let indent = 23

  private func lines(_ index: Int, width: Int) -> [String] {
    TextWidth.wrap(paragraphs[index].text, width: min(DefinitionText.measure, width))
  }

  private func textWidth(in width: Int) -> Int {
    width >= 70 ? width - DefinitionText.indent : width - 2
  }

  func height(width: Int) -> Int {
    paragraphs.indices.reduce(0) { $0 + height(of: $1, width: width) + 1 } - 1
  }

  private func height(of index: Int, width: Int) -> Int {
    lines(index, width: textWidth(in: width)).count
      + (width >= 70 ? (paragraphs[index].articles.isEmpty ? 0 : 1) : 1)
  }

  /// Draws it from the paragraph on from which the selected paragraph is seen whole.
  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !area.isEmpty else { return }
    let heights = paragraphs.indices.map { height(of: $0, width: area.width) + 1 }
    let cursor = min(max(view.position(0).cursor ?? 0, 0), paragraphs.count - 1)
    var first = 0
    while first < cursor, heights[first...cursor].reduce(-1, +) > area.height { first += 1 }
    var y = area.y
    frame.canvas.withClip(area) { canvas in
      for index in paragraphs.indices.dropFirst(first) {
        let isSelected = index == cursor && !view.isPrinted
        draw(
          index, isSelected: isSelected, on: &canvas,
          in: Rect(x: area.x, y: y, width: area.width, height: heights[index]))
        y += heights[index]
      }
    }
    drawRest(below: y - 1, on: &frame.canvas, in: area, heights: heights)
    frame.settle(0, ListPosition(cursor: cursor, offset: first), visible: 3)
    frame.region(area, .pane(0))
  }

  /// Says how many lines stand below what is in sight, since a text that ends in a sentence looks whole.
  private func drawRest(
    below end: Int, on canvas: inout Canvas, in area: Rect, heights: [Int]
  ) {
    let lines = end - area.maxY + 1
    guard lines > 1, area.height > 2 else { return }
    let row = area.row(area.height - 1)
    canvas.fill(row, style: .plain)
    canvas.put(
      "\(Glyph.arrowDown) \(counted(lines, "more line"))", x: row.x + 2, y: row.y, style: .dim,
      width: row.width - 2)
  }

  private func draw(_ index: Int, isSelected: Bool, on canvas: inout Canvas, in area: Rect) {
    let paragraph = paragraphs[index]
    let lines = lines(index, width: textWidth(in: area.width))
    if isSelected { canvas.set(Glyph.selected, x: area.x, y: area.y, style: .accent) }
    canvas.put(
      paragraph.title, x: area.x + 2, y: area.y, style: Style(.strong, .bold),
      width: area.width - 2)
    let articles =
      paragraph.articles.isEmpty
      ? "" : "Article\(paragraph.articles.contains(";") ? "s" : "") \(paragraph.articles)"
    let isBeside = area.width >= 70
    let x = area.x + (isBeside ? DefinitionText.indent : 2)
    var y = area.y + (isBeside ? 0 : 1)
    for line in lines {
      canvas.put(line, x: x, y: y, width: area.maxX - x)
      y += 1
    }
    if isBeside {
      canvas.put(articles, x: x, y: y, style: .dim, width: area.maxX - x)
    } else if !articles.isEmpty {
      let used = TextWidth.of(paragraph.title) + 4
      canvas.put(articles, x: area.x + used, y: area.y, style: .dim, width: area.width - used)
    }
  }
}
