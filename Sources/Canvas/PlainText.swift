public enum PlainText {
  /// The rows of a canvas, each ended by a line feed, without the blanks at their ends.
  ///
  /// - Parameters:
  ///   - canvas: The picture.
  ///   - ascii: True to use the ASCII stand-ins.
  public static func write(_ canvas: Canvas, ascii: Bool = false) -> String {
    var text = ""
    text.reserveCapacity(canvas.height * (canvas.width + 1))
    for y in 0..<canvas.height {
      let row = canvas.row(y)
      let end = row.lastIndex { !$0.isBlank } ?? row.startIndex - 1
      for cell in row[row.startIndex..<end + 1] { canvas.append(cell, ascii: ascii, to: &text) }
      text += "\n"
    }
    return text
  }
}

extension Cell {
  /// True if it shows nothing in whatever style.
  var isSpace: Bool { content == 0x20 || content == 0xA0 || content == 0x2800 }

  var isBlank: Bool {
    isSpace && style.attributes.isDisjoint(with: [.reverse, .underline])
  }
}

extension Canvas {
  /// Appends what a cell shows; nothing for the right half of a wide character.
  func append(_ cell: Cell, ascii: Bool, to text: inout String) {
    guard cell.extent > 0 else { return }
    guard ascii else {
      if cell.isCluster {
        text += self.text(of: cell)
      } else if let scalar = cell.scalar {
        text.unicodeScalars.append(scalar)
      }
      return
    }
    let first = cell.isCluster ? self.text(of: cell).unicodeScalars.first : cell.scalar
    ASCII.append(first?.value ?? 0xFFFD, width: cell.width, to: &text)
  }
}
