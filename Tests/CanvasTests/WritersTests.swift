import Testing

@testable import Canvas

@Suite("Writers")
struct WritersTests {
  /// A small picture with a bit of everything.
  var picture: Canvas {
    var canvas = Canvas(width: 16, height: 4)
    canvas.put("Nscale", x: 0, y: 0, style: .heading)
    canvas.put("91 %", in: canvas.bounds.row(0), align: .trailing, style: .target)
    canvas.put("███▌░░ 日本", x: 0, y: 1, style: .series(0))
    canvas.put(" a<b & ●", x: 0, y: 2, style: Style(.accent, .reverse))
    canvas.line(from: Point(x: 0, y: 3), to: Point(x: 5, y: 3))
    canvas.joinLine(x: 3, y: 3, mask: .up, weight: .heavy, style: .rule)
    return canvas
  }

  @Test("plain text")
  func plain() {
    #expect(
      PlainText.write(picture) == """
        Nscale      91 %
        ███▌░░ 日本
         a<b & ●
        ╶──┸─╴

        """)
    #expect(
      PlainText.write(picture, ascii: true) == """
        Nscale      91 %
        ####.. ????
         a<b & @
        ---+--

        """)
    #expect(PlainText.write(Canvas(width: 0, height: 0)) == "")
    #expect(PlainText.write(Canvas(width: 0, height: 2)) == "\n\n")
  }

  @Test("blanks at the end of a row are written only where they show")
  func trailing() {
    var canvas = Canvas(width: 5, height: 2)
    canvas.put("a    ", x: 0, y: 0, style: .heading)
    canvas.put("b   ", x: 0, y: 1, style: Style(.plain, .reverse))
    #expect(PlainText.write(canvas) == "a\nb   \n")
    #expect(
      ANSI.write(canvas, theme: .monochrome, depth: .none)
        == "\u{1B}[1;4ma    \u{1B}[0m\n\u{1B}[7mb   \u{1B}[0m\n")
  }

  /// The ANSI text with the escape character as `^`, to be read.
  func ansi(_ theme: Theme, _ depth: ColourDepth, ascii: Bool = false) -> String {
    String(
      ANSI.write(picture, theme: theme, depth: depth, ascii: ascii).map {
        $0 == "\u{1B}" ? "^" : $0
      })
  }

  @Test("ANSI at every depth")
  func ansiDepths() {
    #expect(
      ansi(.standard, .palette256) == """
        ^[1mNscale      ^[0;38;5;106m91 %^[0m
        ^[38;5;67m███▌░░ 日本^[0m
        ^[7;38;5;68m a<b & ●^[0m
        ^[38;5;242m╶──┸─╴^[0m

        """)
    #expect(
      ansi(.standard, .direct) == """
        ^[1mNscale      ^[0;38;2;118;185;0m91 %^[0m
        ^[38;2;95;135;175m███▌░░ 日本^[0m
        ^[7;38;2;58;143;217m a<b & ●^[0m
        ^[38;2;108;108;108m╶──┸─╴^[0m

        """)
    #expect(
      ansi(.standard, .sixteen) == """
        ^[1mNscale      ^[0;32m91 %^[0m
        ^[94m███▌░░ 日本^[0m
        ^[7;94m a<b & ●^[0m
        ^[90m╶──┸─╴^[0m

        """)
    #expect(
      ansi(.standard, .eight) == """
        ^[1mNscale      ^[0;32m91 %^[0m
        ^[1;34m███▌░░ 日本^[0m
        ^[1;7;34m a<b & ●^[0m
        ^[2m╶──┸─╴^[0m

        """)
    #expect(
      ansi(.standard, .none, ascii: true) == """
        ^[1;4mNscale^[0m      ^[1m91 %^[0m
        ####.. ????
        ^[1;3;7m a<b & @^[0m
        ^[2m---+--^[0m

        """)
  }

  @Test("ANSI text without its sequences is the plain text")
  func ansiIsPlain() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<60 {
      var canvas = Canvas(width: 12, height: 3)
      for _ in 0..<9 { scribble(on: &canvas, using: &generator) }
      // Roles may be drawn with attributes that make blanks show; those are cut here.
      func trimmed(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
          line.lastIndex { $0 != " " && $0 != "\u{A0}" && $0 != "\u{2800}" }.map { line[...$0] }
            ?? ""
        }
      }
      let ansi = ANSI.write(canvas, theme: .colourBlind, depth: .palette256)
      #expect(
        trimmed(withoutSequences(ansi)) == trimmed(PlainText.write(canvas)))
      #expect(ANSI.write(canvas, theme: .colourBlind, depth: .palette256) == ansi)
    }
  }

  @Test("colours to index of the 256")
  func index256() {
    #expect(RGB(0x000000).index256 == 16)
    #expect(RGB(0xFFFFFF).index256 == 231)
    #expect(RGB(0xFF0000).index256 == 196)
    #expect(RGB(0x767676).index256 == 243)
    #expect(RGB(0x76B900).index256 == 106)
    #expect(RGB(0x87AFD7).index256 == 110)
    #expect(RGB(0x0A0B0C).hex == "#0a0b0c")
  }
}
