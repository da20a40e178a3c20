/// Writes a canvas as text with ECMA-48 colour and attribute sequences (SGR), for pipes into a
/// terminal or a pager.
public enum ANSI {
  /// The rows of a canvas, each ended by a line feed, without the blanks at their ends.
  ///
  /// Only changes are written, and each row ends in the terminal's own style. So a row can be cut
  /// out. No other sequence occurs.
  ///
  /// - Parameters:
  ///   - canvas: The picture.
  ///   - theme: The colours of its roles.
  ///   - depth: How many colours the reader of the text has.
  ///   - ascii: True to use the ASCII stand-ins.
  public static func write(
    _ canvas: Canvas, theme: Theme, depth: ColourDepth = .palette256, ascii: Bool = false
  ) -> String {
    var text = ""
    text.reserveCapacity(canvas.height * (canvas.width + 16))
    for y in 0..<canvas.height {
      let row = canvas.row(y)
      var pen = Pen.own
      // The pen of the style met last, which need not be the pen in force: blanks that show nothing
      // are written with whatever pen is.
      var (style, next) = (Style.plain, theme.pen(.plain, depth: depth))
      func isBlank(_ cell: Cell) -> Bool {
        cell.isSpace && !theme.pen(cell.style, depth: depth).marksBlanks
      }
      let end = row.lastIndex { !isBlank($0) } ?? row.startIndex - 1
      for cell in row[row.startIndex..<end + 1] {
        if cell.style != style {
          style = cell.style
          next = theme.pen(style, depth: depth)
        }
        if next != pen && !(cell.isSpace && !next.marksBlanks && !pen.marksBlanks) {
          text += change(from: pen, to: next)
          pen = next
        }
        canvas.append(cell, ascii: ascii, to: &text)
      }
      if pen != .own { text += "\u{1B}[0m" }
      text += "\n"
    }
    return text
  }

  /// The shortest sequence from one pen to another: what is added, or all of it after a reset.
  private static func change(from old: Pen, to new: Pen) -> String {
    var codes: [String] = []
    let removes =
      !old.attributes.isSubset(of: new.attributes)
      || (new.foreground == .own && old.foreground != .own)
    if removes { codes.append("0") }
    let added = removes ? new.attributes : new.attributes.subtracting(old.attributes)
    let known: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    for (attribute, code) in known where added.contains(attribute) { codes.append(code) }
    if removes || new.foreground != old.foreground {
      switch new.foreground {
      case .own: break
      case .index(let index) where index < 8: codes.append("\(30 + index)")
      case .index(let index) where index < 16: codes.append("\(90 + index - 8)")
      case .index(let index): codes.append("38;5;\(index)")
      case .rgb(let colour): codes.append("38;2;\(colour.red);\(colour.green);\(colour.blue)")
      }
    }
    return "\u{1B}[\(codes.joined(separator: ";"))m"
  }
}
