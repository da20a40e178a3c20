import Testing

@testable import Canvas

@Suite("ASCII stand-ins")
struct ASCIITests {
  @Test("every glyph has one, one cell wide")
  func glyphs() {
    for glyph in Glyph.all {
      let scalar = ASCII.fallback(glyph)
      #expect(scalar.value >= 0x20 && scalar.value < 0x7F && scalar != "?", "\(glyph)")
      #expect(TextWidth.of(glyph) == 1, "\(glyph)")
    }
    #expect(Glyph.all.count > 40)
  }

  @Test("what differs in meaning stays different")
  func distinct() {
    let groups: [[Unicode.Scalar]] = [
      [Glyph.full, Glyph.hollow, " "],
      [Glyph.markFull, Glyph.markHalf, Glyph.markSome, Glyph.markNone, Glyph.unknown],
      [Glyph.event, Glyph.eventHollow], [Glyph.rise, Glyph.fall], [Glyph.check, Glyph.cross],
      [Glyph.moreLeft, Glyph.moreRight, Glyph.moreUp, Glyph.moreDown],
      [Glyph.full, Glyph.hollow, Glyph.unknown], [Glyph.horizontal, Glyph.vertical],
      [Glyph.horizontal, Glyph.heavyHorizontal], [Glyph.horizontal, Glyph.dashedHorizontal],
      [Glyph.selected, " "],
    ]
    for group in groups {
      #expect(Set(group.map(ASCII.fallback)).count == group.count, "\(group)")
    }
  }

  @Test("names of companies stay readable")
  func letters() {
    #expect(
      ASCII.text("Ørsted Großküche Łódź Čížková Ñandú") == "Orsted Groskuche Lodz Cizkova Nandu")
    #expect(ASCII.text("Ștefănești Ẁẃ") == "Stefanesti Ww")
    #expect(ASCII.text("€1,100 m · 84–97 % “so” − ×3") == "E1,100 m - 84-97 % \"so\" - x3")
    #expect(ASCII.text("日本 👍🏽") == "???? ??")
    #expect(ASCII.text("e\u{301}") == "e")
  }

  @Test("every letter of the Latin blocks becomes the base letter Unicode gives it")
  func decomposition() {
    // Swift compares strings by canonical equivalence, so a letter is found by its parts.
    var bases: [String: Unicode.Scalar] = [:]
    for letter in "ABCDEFGHIJKLMNOPRSTUVWXYZabcdefghijklmnoprstuvwxyz".unicodeScalars {
      for mark in UInt32(0x300)...0x331 {
        let parts = [letter, Unicode.Scalar(mark)].compactMap { $0 }
        bases[String(String.UnicodeScalarView(parts))] = letter
      }
    }
    var checked = 0
    for value in [0xC0..<0x180, 0x1E00..<0x1F00].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)), let base = bases[String(scalar)]
      else { continue }
      #expect(ASCII.fallback(scalar) == base, "U+\(String(value, radix: 16))")
      checked += 1
    }
    #expect(checked > 250)
  }

  @Test("boxes")
  func boxes() {
    var canvas = Canvas(width: 11, height: 3)
    canvas.box(Rect(x: 0, y: 0, width: 5, height: 3))
    canvas.box(Rect(x: 6, y: 0, width: 5, height: 3), weight: .heavy)
    #expect(
      PlainText.write(canvas, ascii: true) == """
        +---+ +===+
        |   | |   |
        +---+ +===+

        """)
  }
}

@Suite("Stand-ins for the Linux console")
struct ConsoleTests {
  @Test("every glyph has one, one cell wide, that the console knows")
  func glyphs() {
    for glyph in Glyph.all {
      let scalar = Console.fallback(glyph)
      #expect(scalar != "?" && TextWidth.of(scalar) == 1, "\(glyph)")
      #expect(Console.fallback(scalar) == scalar, "\(glyph) as \(scalar)")
    }
  }

  @Test("what differs in meaning stays different")
  func distinct() {
    let groups: [[Unicode.Scalar]] = [
      [Glyph.full, Glyph.hollow, " "],
      [Glyph.markFull, Glyph.markHalf, Glyph.markSome, Glyph.markNone, Glyph.unknown],
      [Glyph.horizontal, Glyph.heavyHorizontal], [Glyph.horizontal, Glyph.dashedHorizontal],
      [Glyph.moreLeft, Glyph.moreRight, Glyph.moreUp, Glyph.moreDown],
    ]
    for group in groups {
      #expect(Set(group.map(Console.fallback)).count == group.count, "\(group)")
    }
  }

  @Test("boxes keep their corners, thick ones become double")
  func boxes() {
    var canvas = Canvas(width: 9, height: 3)
    canvas.box(canvas.bounds, weight: .heavy)
    canvas.line(from: Point(x: 4, y: 0), to: Point(x: 4, y: 2))
    let shown = PlainText.write(canvas).unicodeScalars.map {
      $0 == "\n" ? $0 : Console.fallback($0)
    }
    #expect(
      String(String.UnicodeScalarView(shown)) == """
        ╔═══╤═══╗
        ║   │   ║
        ╚═══╧═══╝

        """)
  }

  @Test("no box-drawing character is beyond the console")
  func lines() {
    for value in UInt32(0x2500)..<0x2580 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = Console.fallback(scalar)
      #expect(
        "─│┌┐└┘├┤┬┴┼═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡╢╣╤╥╦╧╨╩╪╫╬/\\X-:=".unicodeScalars.contains(shown),
        "\(scalar)")
    }
  }
}
