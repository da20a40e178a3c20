/// Characters of one width that follow each other and become one text element.
struct SVGTextPiece {
  private var start = 0
  private var cells = 0
  private var characters = 0
  private var width = 1
  private var spaces = 0
  private var text = ""

  /// True if a character of a width can join the piece: the same width, and at most a space
  /// between.
  func joins(width: Int) -> Bool {
    characters == 0 || (width == self.width && spaces <= (width == 1 ? 1 : 0))
  }

  mutating func addSpace() {
    spaces += 1
  }

  mutating func add(_ character: String, width: Int, x: Int) {
    if characters == 0 {
      start = x
      self.width = width
    } else if spaces > 0 {
      text += " "
      cells += 1
      characters += 1
    }
    spaces = 0
    text += SVG.escaped(character)
    cells += width
    characters += 1
  }

  /// Writes the element, if there is anything to write.
  ///
  /// A single character is not pinned: its width is the font's business.
  mutating func end(into texts: inout String, y: Int) {
    if characters > 0 {
      let pin = characters > 1 ? " textLength=\"\(cells * SVGCell.width)\"" : ""
      let x = start * SVGCell.width
      let baseline = y * SVGCell.height + SVGCell.baseline
      texts += "<text x=\"\(x)\" y=\"\(baseline)\"\(pin)>\(text)</text>\n"
    }
    self = SVGTextPiece()
  }
}
