import Canvas

/// Text that wraps and scrolls: paragraphs, lists, and pairs whose values stand under each other.
///
///     Nscale Series C
///
///     Raised      $1,100 m
///     Led by      Aker, with NVIDIA, Nokia and Dell among those who
///                 joined
///     Status      closed
///
///     • The 433 m SAFE of the year before is inside the round.
///     ↓ 3 more
public struct Flow: Hashable, Sendable {
  /// A piece of text that begins on a line of its own.
  public enum Block: Hashable, Sendable {
    case heading(String)
    case paragraph([Span])
    /// A label and its value; the values of neighbouring pairs stand under each other.
    case pair(label: String, value: [Span])
    case item(mark: String, text: [Span])
    case blank

    public static func pair(_ label: String, _ value: String, style: Style = .plain) -> Block {
      .pair(label: label, value: [Span(value, style)])
    }
  }

  public var blocks: [Block]

  public init(_ blocks: [Block]) {
    self.blocks = blocks
  }

  public func height(width: Int) -> Int { lines(width: width).count }

  /// Draws the text from the line `offset` on, nothing outside of the area. A last line says how
  /// many lines are out of sight.
  public func draw(on canvas: inout Canvas, in area: Rect, offset: Int = 0) {
    guard !area.isEmpty else { return }
    let lines = lines(width: area.width)
    let overflows = lines.count > area.height
    let room = overflows && area.height > 1 ? area.height - 1 : area.height
    let start = max(0, min(offset, lines.count - room))
    canvas.withClip(area) { canvas in
      for (row, line) in lines[start..<min(lines.count, start + room)].enumerated() {
        canvas.put(line, x: area.x, y: area.y + row, width: area.width)
      }
      guard overflows, area.height > 1 else { return }
      let below = lines.count - start - room
      canvas.noteLack(rows: lines.count - room)
      let text = MoreLine.text(above: start, below: max(0, below), width: area.width)
      canvas.put(text, in: area.row(area.height - 1), style: .dim)
    }
  }

  func lines(width: Int) -> [[Span]] {
    let columns = labelWidths(width: width)
    var lines: [[Span]] = []
    for (index, block) in blocks.enumerated() {
      switch block {
      case .heading(let text): lines += Self.wrap([Span(text, .heading)], width: width)
      case .paragraph(let spans): lines += Self.wrap(spans, width: width)
      case .item(let mark, let text):
        let indent = TextWidth.of(mark) + 1
        let first = Span(mark + " ", .dim)
        lines += Self.wrap(text, width: width, first: first, indent: indent)
      case .pair(let label, let value):
        let column = columns[index]
        let first = Span(TextWidth.pad(label, to: column) + "  ", .dim)
        lines += Self.wrap(value, width: width, first: first, indent: column + 2)
      case .blank: lines.append([])
      }
    }
    return lines
  }

  /// For each block the width of the labels of the pairs it stands among; zero for other blocks.
  private func labelWidths(width: Int) -> [Int] {
    var widths = Array(repeating: 0, count: blocks.count)
    var first = 0
    for (index, block) in blocks.enumerated() {
      guard case .pair(let label, _) = block else {
        first = index + 1
        continue
      }
      let widest = max(index > first ? widths[index - 1] : 0, TextWidth.of(label))
      let column = min(widest, max(6, width * 2 / 5))
      // The pairs above have to follow a wider label, which is rare.
      if index > first, column > widths[index - 1] {
        for above in first..<index { widths[above] = column }
      }
      widths[index] = column
    }
    return widths
  }

  /// Breaks spans into lines between words; a word longer than a line is broken.
  private static func wrap(
    _ spans: [Span], width: Int, first: Span? = nil, indent: Int = 0
  ) -> [[Span]] {
    let room = max(1, width - indent)
    var lines: [[Span]] = [first.map { [$0] } ?? []]
    var used = 0
    func newLine() {
      let blanks = String(repeating: " ", count: min(indent, max(0, width)))
      lines.append(indent > 0 ? [Span(blanks)] : [])
      used = 0
    }
    var needsSpace = false
    for span in spans {
      let whole = TextWidth.of(span.text)
      if whole > 0, used + (needsSpace ? 1 : 0) + whole <= room, span.text.last != " ",
        span.text.first != " " || (used > 0 && !needsSpace), !span.text.contains("  ")
      {
        lines[lines.count - 1].append(Span((needsSpace ? " " : "") + span.text, span.style))
        used += whole + (needsSpace ? 1 : 0)
        needsSpace = false
        continue
      }
      for (order, word) in span.text.split(separator: " ", omittingEmptySubsequences: false)
        .enumerated()
      {
        if order > 0 { needsSpace = used > 0 }
        guard !word.isEmpty else { continue }
        for (part, piece) in TextWidth.wrap(String(word), width: room).enumerated() {
          let length = TextWidth.of(piece)
          if part > 0 || used + (needsSpace ? 1 : 0) + length > room, used > 0 { newLine() }
          let space = needsSpace && used > 0 ? " " : ""
          lines[lines.count - 1].append(Span(space + piece, span.style))
          used += length + space.utf8.count
          needsSpace = false
        }
      }
    }
    return lines
  }
}
