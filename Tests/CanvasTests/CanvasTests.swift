import Testing

@testable import Canvas

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
    #expect(canvas[-1, 0] == .blank && canvas[0, 99] == .blank)
  }

  @Test("a cell takes eight bytes")
  func size() {
    #expect(MemoryLayout<Cell>.size == 8)
    #expect(MemoryLayout<Cell>.stride == 8)
  }

  @Test("alignment")
  func alignment() {
    var canvas = Canvas(width: 9, height: 6)
    for (row, align) in Alignment.allCases.enumerated() {
      canvas.put("1,100", in: canvas.bounds.row(row), align: align)
      canvas.put("as of 21 Nov", in: canvas.bounds.row(row + 3), align: align)
    }
    #expect(
      PlainText.write(canvas) == """
        1,100
          1,100
            1,100
        as of 21…
        as of 21…
        as of 21…

        """)
  }

  @Test("spans share one ellipsis")
  func spans() {
    let spans = [Span("NVIDIA", .target), Span(" · "), Span("91 %", .strong)]
    func drawn(_ width: Int?) -> String {
      var canvas = Canvas(width: 20, height: 1)
      let used = canvas.put(spans, x: 0, y: 0, width: width)
      let text = PlainText.write(canvas)
      #expect(used == TextWidth.of(String(text.dropLast())))
      return text
    }
    #expect(drawn(nil) == "NVIDIA · 91 %\n")
    #expect(drawn(13) == "NVIDIA · 91 %\n")
    #expect(drawn(12) == "NVIDIA · 91…\n")
    #expect(drawn(10) == "NVIDIA · …\n")
    #expect(drawn(6) == "NVIDI…\n")
    #expect(drawn(0) == "\n")
    var canvas = Canvas(width: 20, height: 1)
    canvas.put(spans, x: 0, y: 0)
    #expect(canvas[5, 0].style == .target && canvas[9, 0].style == .strong)
  }

  @Test("the halves of a wide character come and go together")
  func wideHalves() {
    var canvas = Canvas(width: 6, height: 1)
    canvas.put("日本語", x: 0, y: 0)
    canvas.put("x", x: 1, y: 0)
    canvas.put("y", x: 4, y: 0)
    #expect(PlainText.write(canvas) == " x本y\n")
    canvas.put("語", x: 1, y: 0)
    #expect(PlainText.write(canvas) == " 語 y\n")
    canvas.put("日", x: 5, y: 0)
    #expect(PlainText.write(canvas) == " 語 y\n")
    canvas.put("日", x: -1, y: 0)
    #expect(PlainText.write(canvas) == " 語 y\n")
  }

  @Test("the clip cuts text, wide characters and fills, and comes back")
  func clip() {
    var canvas = Canvas(width: 8, height: 3)
    canvas.withClip(Rect(x: 1, y: 1, width: 4, height: 1)) {
      $0.fill($0.bounds, with: "░")
      $0.put("日本語", x: 0, y: 1)
      $0.put("above", x: 1, y: 0)
      #expect($0.put("beyond", x: 3, y: 2) == 6)
    }
    #expect(PlainText.write(canvas) == "\n  本\n\n")
    #expect(canvas.clip == canvas.bounds)
    canvas.clip = Rect(x: -3, y: -3, width: 100, height: 100)
    #expect(canvas.clip == canvas.bounds)
  }

  @Test("restyling keeps the text and treats wide characters as one")
  func restyle() {
    var canvas = Canvas(width: 6, height: 2)
    canvas.put("a日b本", x: 0, y: 0)
    canvas.restyle(Rect(x: 2, y: 0, width: 3, height: 9)) { _ in .alarm }
    #expect(PlainText.write(canvas) == "a日b本\n\n")
    #expect((0..<6).map { canvas[$0, 0].style == .alarm } == [false, true, true, true, true, true])
  }

  @Test("the columns that changed, whole wide characters")
  func changes() {
    var old = Canvas(width: 8, height: 2)
    old.put("ab日本e\u{301}", x: 0, y: 0)
    var new = old
    #expect(new.changedColumns(since: old, row: 0) == nil)
    #expect(new == old)
    new.put("x", x: 1, y: 0)
    #expect(new.changedColumns(since: old, row: 0) == 1..<2)
    new.put("語", x: 4, y: 0, style: .dim)
    #expect(new.changedColumns(since: old, row: 0) == 1..<6)
    #expect(new.changedColumns(since: old, row: 1) == nil)
    #expect(new.changedColumns(since: Canvas(width: 7, height: 2), row: 1) == 0..<8)
    #expect(new.changedColumns(since: old, row: 2) == nil)
    // The same picture with clusters that were met in another order.
    var one = Canvas(width: 4, height: 1)
    one.put("o\u{308}", x: 0, y: 0)
    one.put("e\u{301}", x: 0, y: 0)
    var other = Canvas(width: 4, height: 1)
    other.put("e\u{301}", x: 0, y: 0)
    #expect(one == other)
    // Different pictures whose first clusters have the same number.
    var third = Canvas(width: 4, height: 1)
    third.put("o\u{308}", x: 0, y: 0)
    #expect(third != other && third.changedColumns(since: other, row: 0) == 0..<1)
    // Wide characters of one style differ in their left halves alone.
    var wide = Canvas(width: 4, height: 1)
    wide.put("日", x: 1, y: 0)
    let before = wide
    wide.put("本", x: 1, y: 0)
    #expect(wide.changedColumns(since: before, row: 0) == 1..<3)
  }

  @Test("drawing on nothing or on a single cell does no harm", arguments: [0, 1])
  func tiny(_ side: Int) {
    var generator = SplitMix64(seed: 5)
    var canvas = Canvas(width: side, height: side)
    for _ in 0..<500 { scribble(on: &canvas, using: &generator) }
    canvas.box(canvas.bounds)
    canvas.put("日本", in: canvas.bounds, align: .centre)
    canvas.put([Span("ab"), Span("c")], x: 0, y: 0, width: 1)
    #expect(PlainText.write(canvas).count <= 2 * side)
    #expect(Canvas(width: -1, height: -1).bounds.isEmpty)
  }

  @Test("whatever is drawn, cells stay whole and the rest of the canvas as it was")
  func properties() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<80 {
      var canvas = Canvas(width: 14, height: 5)
      for _ in 0..<20 {
        scribble(on: &canvas, using: &generator)
        let before = canvas
        canvas.clip = Rect(
          x: Int.random(in: 0...8, using: &generator), y: Int.random(in: 0...3, using: &generator),
          width: Int.random(in: 0...8, using: &generator), height: 2)
        let clip = canvas.clip
        scribble(on: &canvas, using: &generator)
        canvas.clip = canvas.bounds
        checkWhole(canvas)
        // A wide character across the edge of the clip may lose its outer half to a blank.
        for y in 0..<canvas.height {
          guard let changed = canvas.changedColumns(since: before, row: y) else { continue }
          #expect(y >= clip.minY && y < clip.maxY)
          #expect(changed.lowerBound >= clip.minX - 1 && changed.upperBound <= clip.maxX + 1)
        }
      }
    }
  }

  @Test("what put returns is what it took")
  func advance() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<2000 {
      let text = Hostile.random(using: &generator)
      var canvas = Canvas(width: 40, height: 1)
      let used = canvas.put(text, x: 0, y: 0, style: Style(.alarm))
      #expect(used == TextWidth.of(text))
      #expect((0..<40).filter { canvas[$0, 0].style.role == .alarm }.count == used)
      #expect(canvas.put(text, x: 0, y: 7) == used)
      let width = Int.random(in: 0...8, using: &generator)
      let fitted = canvas.put(text, x: 0, y: 0, width: width)
      #expect(fitted <= width)
      #expect(canvas.put(text, x: 0, y: -1, width: width) == fitted)
    }
  }

  func checkWhole(_ canvas: Canvas) {
    for y in 0..<canvas.height {
      for x in 0..<canvas.width {
        let cell = canvas[x, y]
        switch cell.width {
        case 0:
          #expect(x > 0 && canvas[x - 1, y].width == 2 && cell.scalar == nil)
          #expect(canvas[x - 1, y].style == cell.style)
        case 1: #expect(canvas.character(x, y).isEmpty == false)
        case 2: #expect(x + 1 < canvas.width && canvas[x + 1, y].width == 0)
        default: Issue.record("a cell of width \(cell.width)")
        }
        #expect(TextWidth.of(canvas.character(x, y)) == cell.width)
      }
    }
  }
}
