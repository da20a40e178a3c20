import Canvas

/// The legend of a picture's marks.
///
///     ● full   ◐ possibly   ◔ some   ○ none
public struct Legend: Hashable, Sendable {
  public struct Entry: Hashable, Sendable {
    public var mark: String
    public var text: String
    public var style: Style

    public init(_ mark: String, _ text: String, style: Style = .plain) {
      self.mark = mark
      self.text = text
      self.style = style
    }

    var width: Int { TextWidth.of(mark) + 1 + TextWidth.of(text) }
  }

  /// A sample of a solid and of a hollow part of a bar.
  public static let solid = String(repeating: Character(Glyph.full), count: 2)
  public static let hollow = String(repeating: Character(Glyph.hollow), count: 2)

  public var entries: [Entry]

  public init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The size in which all entries can be drawn in lines of at most `width` cells.
  public func size(width: Int) -> Size {
    let lines = lines(width: width)
    let widest = lines.reduce(0) { widest, line in
      max(widest, line.reduce(-3) { $0 + $1.width + 3 })
    }
    return Size(width: min(max(0, widest), width), height: lines.count)
  }

  /// Draws the entries one after the other, in as many lines as the width asks for and the area
  /// has. Marks line up where each entry has a line of its own.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    canvas.withClip(area) { canvas in
      for (row, line) in lines(width: area.width).prefix(area.height).enumerated() {
        var x = area.x
        for entry in line {
          let spans = [Span(entry.mark, entry.style), Span(" " + entry.text, .dim)]
          x += canvas.put(spans, x: x, y: area.y + row, width: area.maxX - x) + 3
        }
      }
    }
  }

  /// The width of the entries below each other.
  var columnWidth: Int { entries.reduce(0) { max($0, $1.width) } }

  private func lines(width: Int) -> [[Entry]] {
    var lines: [[Entry]] = []
    var used = 0
    for entry in entries {
      if !lines.isEmpty, used + 3 + entry.width <= width {
        lines[lines.count - 1].append(entry)
        used += 3 + entry.width
      } else {
        lines.append([entry])
        used = entry.width
      }
    }
    return lines
  }
}

extension [[Span]] {
  /// The entries one after the other, two blanks apart, in as many lines as the width asks for.
  public func packed(within width: Int) -> [[Span]] {
    var lines: [[Span]] = []
    var used = 0
    for entry in self {
      let cells = entry.reduce(0) { $0 + TextWidth.of($1.text) }
      if !lines.isEmpty, used + 2 + cells <= width {
        lines[lines.count - 1] += [Span("  ")] + entry
        used += 2 + cells
      } else {
        lines.append(entry)
        used = cells
      }
    }
    return lines
  }
}
