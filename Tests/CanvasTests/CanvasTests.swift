import Canvas
import Testing

@Suite("Canvas")
struct CanvasTests {
  @Test("text, wide characters and ellipsis")
  func text() {
    var canvas = Canvas(width: 12, height: 4)
    canvas.put("Nscale", x: 1, y: 0)
    canvas.put("日本語 GmbH", x: 0, y: 1, style: .strong, width: 9)
    canvas.put("a\u{1B}[2Jb", x: 0, y: 2)
    canvas.put("e\u{301}t", in: Rect(x: 0, y: 3, width: 12, height: 1), align: .trailing)
    let expected = """
       Nscale
      日本語 G…
      a␛[2Jb
                e\u{301}t

      """
    #expect(PlainText.write(canvas) == expected)
    #expect(canvas[0, 1].width == 2)
    #expect(canvas[1, 1].width == 0)
    #expect(canvas.character(10, 3) == "e\u{301}")
  }

  @Test("a cell takes eight bytes")
  func size() {
    #expect(MemoryLayout<Cell>.stride == 8)
  }

  @Test("lines join")
  func lines() {
    var canvas = Canvas(width: 9, height: 5)
    canvas.box(canvas.bounds)
    canvas.line(from: Point(x: 4, y: 0), to: Point(x: 4, y: 4), weight: .heavy)
    canvas.line(from: Point(x: 0, y: 2), to: Point(x: 8, y: 2), weight: .double)
    #expect(
      PlainText.write(canvas) == """
        ┌───┰───┐
        │   ┃   │
        ╞═══╋═══╡
        │   ┃   │
        └───┸───┘

        """)
  }
}
