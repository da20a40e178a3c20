import Canvas
import Testing

/// The picture of a chart in an area of its own, as text a person can read. It is without the
/// blanks at the ends of its lines and the blank lines at its foot.
func picture(
  _ width: Int,
  _ height: Int,
  ascii: Bool = false,
  _ draw: (inout Canvas, Rect) -> Void
) -> String {
  var canvas = Canvas(width: width, height: height)
  draw(&canvas, canvas.bounds)
  var lines = PlainText.write(canvas, ascii: ascii).split(
    separator: "\n", omittingEmptySubsequences: false)
  for index in lines.indices {
    while lines[index].last == " " { lines[index].removeLast() }
  }
  while lines.last?.isEmpty == true { lines.removeLast() }
  return lines.joined(separator: "\n")
}

/// The pieces of text that are drawn in reverse video, top to bottom.
func reversedText(_ width: Int, _ height: Int, _ draw: (inout Canvas, Rect) -> Void) -> [String] {
  var canvas = Canvas(width: width, height: height)
  draw(&canvas, canvas.bounds)
  var pieces: [String] = []
  for y in 0..<height {
    var piece = ""
    for x in 0..<width {
      if canvas[x, y].style.attributes.contains(.reverse) {
        piece += canvas.character(x, y)
      } else if !piece.isEmpty {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
  }
  return pieces
}

/// Draws into areas of many sizes amid a field of sentinels. Expects every sentinel outside of the
/// area to be there afterwards.
func expectToStayInside(
  sourceLocation: SourceLocation = #_sourceLocation,
  _ draw: (inout Canvas, Rect) -> Void
) {
  let margin = 3
  var sizes = [(200, 60), (120, 40), (80, 24), (40, 10), (0, 60), (200, 0), (200, 1), (1, 60)]
  for height in 0...9 {
    for width in 0...30 { sizes.append((width, height)) }
  }
  for (width, height) in sizes {
    var canvas = Canvas(width: width + 2 * margin, height: height + 2 * margin)
    canvas.fill(canvas.bounds, with: "¤")
    let area = Rect(x: margin, y: margin, width: width, height: height)
    let clip = canvas.clip
    draw(&canvas, area)
    #expect(canvas.clip == clip, sourceLocation: sourceLocation)
    let outside = (0..<canvas.height).allSatisfy { y in
      (0..<canvas.width).allSatisfy { x in
        area.contains(x, y) || canvas[x, y].scalar == "¤"
      }
    }
    #expect(outside, "drew outside of \(width)x\(height)", sourceLocation: sourceLocation)
  }
}
