import Testing

@testable import Canvas

@Suite("Lines")
struct LinesTests {
  @Test("join")
  func join() {
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

  @Test("boxes of every weight, side by side, of one row, of one column")
  func boxes() {
    var canvas = Canvas(width: 24, height: 4)
    for (index, weight) in LineWeight.allCases.enumerated() {
      canvas.box(Rect(x: index * 4, y: 0, width: 5, height: 3), weight: weight)
    }
    canvas.box(Rect(x: 18, y: 0, width: 4, height: 1))
    canvas.box(Rect(x: 23, y: 0, width: 1, height: 4))
    canvas.box(Rect(x: 18, y: 2, width: 1, height: 1))
    #expect(
      PlainText.write(canvas) == """
        ┌───┲━━━╦═══╦┄┄┄┐ ╶──╴ ╷
        │   ┃   ║   ║   ┆      │
        └───┺━━━╩═══╩┄┄┄┘ ─    │
                               ╵

        """)
  }

  @Test("an elbow is two lines that meet; a rule reaches the edges")
  func elbow() {
    var canvas = Canvas(width: 8, height: 3)
    canvas.line(from: Point(x: 1, y: 0), to: Point(x: 6, y: 2))
    canvas.rule(x: 0, y: 1, width: 8)
    #expect(
      PlainText.write(canvas) == """
         ╶────┐
        ──────┼─
              ╵

        """)
  }

  @Test("lines join what was put as text, and text replaces lines")
  func text() {
    var canvas = Canvas(width: 5, height: 1)
    canvas.put("a│b╭─", x: 0, y: 0)
    canvas.rule(x: 0, y: 0, width: 5)
    #expect(PlainText.write(canvas) == "─┼─┬─\n")
    canvas.put("x", x: 1, y: 0)
    canvas.joinLine(x: 1, y: 0, mask: .left)
    #expect(canvas.character(1, 0) == "╴")
  }

  @Test("strokes finer than the glyphs are not forgotten")
  func fine() {
    var canvas = Canvas(width: 1, height: 1)
    canvas.joinLine(x: 0, y: 0, mask: .left, weight: .double)
    #expect(canvas.character(0, 0) == "═")
    canvas.joinLine(x: 0, y: 0, mask: .vertical, weight: .double)
    #expect(canvas.character(0, 0) == "╣")
  }

  @Test("every combination of strokes has a glyph, with strokes in the same directions")
  func complete() {
    for value in UInt8(1)...255 {
      let strokes = Strokes(rawValue: value)
      guard let glyph = strokes.glyph else {
        Issue.record("no glyph for \(value)")
        continue
      }
      let shown = Strokes(of: glyph.value)
      let isHalfDouble = [0b11, 0b1100, 0b110000, 0b11000000].contains(value)
      for direction in 0..<4 where !isHalfDouble {
        #expect((shown[direction] > 0) == (strokes[direction] > 0), "\(value) as \(glyph)")
      }
    }
  }

  @Test("every box-drawing character but dashes, arcs and diagonals comes back from its strokes")
  func inverse() {
    let others = "┄┅┆┇┈┉┊┋╌╍╎╏╭╮╯╰╱╲╳".unicodeScalars
    for value in UInt32(0x2500)..<0x2580 {
      guard let scalar = Unicode.Scalar(value), !others.contains(scalar) else { continue }
      #expect(Strokes(of: value).glyph == scalar)
    }
  }

  @Test("joining is the same in any order and twice")
  func order() {
    for a in UInt8(1)...255 {
      for b in UInt8(1)...255 {
        let one = Strokes(rawValue: a)
        let two = Strokes(rawValue: b)
        #expect(one.joined(by: two) == two.joined(by: one))
        #expect(one.joined(by: two).joined(by: two) == one.joined(by: two))
      }
    }
  }
}
