import Canvas

/// A bar or a column on its own or a shared scale, exact in a picture; see ``Shape``.
public struct Bar: Hashable, Sendable {
  public var value: BarValue
  public var maximum: Double

  public init(_ value: BarValue, maximum: Double) {
    self.value = value
    self.maximum = maximum
  }

  /// A bar on a scale from 0 to 1: solid up to what is sure, hollow up to what is possible.
  public init(
    share: ClosedRange<Double>, style: Style = .plain, possibleStyle: Style? = nil
  ) {
    let possible = share.upperBound - share.lowerBound
    self.init(
      BarValue(
        share.lowerBound, possible: possible, style: style, possibleStyle: possibleStyle ?? style),
      maximum: 1)
  }

  /// The cells of it as text, for where nothing can be drawn.
  public func text(cells: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in BarLayout(value, on: BarScale(maximum: maximum, cells: cells)).cells {
      text.append(cell.mark.glyph(isUpright: false))
    }
    return String(text)
  }

  /// Draws it along the first line of an area, from its left edge.
  ///
  /// - Parameter thickness: The lines that it is thick in a picture: as much above the middle of its line
  ///   as below it.
  public func draw(on canvas: inout Canvas, in area: Rect, thickness: Double = 1) {
    guard !area.isEmpty else { return }
    let layout = BarLayout(value, on: BarScale(maximum: maximum, cells: area.width))
    let (left, top) = (Double(area.x), Double(area.y))
    let (upper, lower) = (top + (1 - thickness) / 2, top + (1 + thickness) / 2)
    var pieces = layout.spans.map { span in
      Shape.Piece.block(
        Shape.Frame(x: left + span.start...left + span.end, y: upper...lower),
        isHollow: span.isHollow, style: span.style)
    }
    pieces += layout.letters.map { letter in
      Shape.letter(
        letter.letter, x: left + Double(letter.cell) + 0.5, y: top + 0.5, style: letter.style)
    }
    canvas.draw(Shape(pieces), in: area.row(0)) { canvas in
      for cell in layout.cells {
        let style = cell.style.adding(cell.mark.attributes)
        canvas.set(
          cell.mark.glyph(isUpright: false), x: area.x + cell.index, y: area.y, style: style)
      }
      for letter in layout.letters {
        canvas.put(
          String(letter.letter), x: area.x + letter.cell, y: area.y,
          style: letter.style.adding(.reverse), width: 1)
      }
    }
  }

  /// Draws it upright over the width of an area, from its foot.
  ///
  /// - Parameter drop: How many rows under the foot the line is that it stands on in a picture.
  func drawUpright(on canvas: inout Canvas, in area: Rect, drop: Double = 0) {
    guard !area.isEmpty else { return }
    let layout = BarLayout(
      value, on: BarScale(maximum: maximum, cells: area.height), isUpright: true)
    let foot = Double(area.maxY)
    let sides = Double(area.minX)...Double(area.maxX)
    let middle = area.x + (area.width - 1) / 2
    var pieces = layout.spans.map { span in
      Shape.Piece.block(
        Shape.Frame(x: sides, y: foot - span.end...foot - span.start), isHollow: span.isHollow,
        style: span.style)
    }
    pieces += layout.letters.map { letter in
      Shape.letter(
        letter.letter, x: Double(middle) + 0.5, y: foot - Double(letter.cell) - 0.5,
        style: letter.style)
    }
    canvas.draw(Shape(pieces, drop: drop), in: area) { canvas in
      for cell in layout.cells {
        canvas.fill(
          area.row(area.height - 1 - cell.index), with: cell.mark.glyph(isUpright: true),
          style: cell.style.adding(cell.mark.attributes))
      }
      for letter in layout.letters {
        canvas.put(
          String(letter.letter), x: middle, y: area.maxY - 1 - letter.cell,
          style: letter.style.adding(.reverse), width: 1)
      }
    }
  }
}

extension Shape {
  /// A letter on a bar, in the colour of the paper.
  fileprivate static func letter(_ letter: Character, x: Double, y: Double, style: Style) -> Piece {
    let scalar = letter.unicodeScalars.first ?? " "
    return .mark(scalar, at: Place(x: x, y: y), style: style.adding(.reverse))
  }
}

extension BarLayout.Mark {
  /// The character of it along a bar or up a column.
  func glyph(isUpright: Bool) -> Unicode.Scalar {
    let eighths = isUpright ? Glyph.columnEighths : Glyph.eighths
    return switch self {
    case .full: Glyph.full
    case .until(let count), .from(let count): eighths[min(max(count, 1), 8) - 1]
    case .hollow: Glyph.hollow
    case .hollowHairline: isUpright ? Glyph.dashedHorizontal : Glyph.dashedVertical
    }
  }

  /// A block fills a cell from its left or foot; reversed, it leaves that blank and fills the rest.
  var attributes: Attributes {
    if case .from = self { .reverse } else { [] }
  }
}
