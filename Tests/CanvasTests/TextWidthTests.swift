import Testing

@testable import Canvas

@Suite("Text width")
struct TextWidthTests {
  @Test("as another library counts it", arguments: WidthSample.texts)
  func sample(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test("the sample is not empty")
  func sampleIsThere() {
    #expect(WidthSample.texts.count > 150)
  }

  @Test(
    "what Canvas decides otherwise on purpose",
    arguments: [
      ("\u{1B}", 1), ("\n", 1), ("\u{200B}", 1), ("\u{AD}", 1), ("\u{301}", 1), ("\u{903}", 1),
      ("\u{1F1E9}", 1), ("\u{261D}\u{1F3FB}", 2), ("\u{200D}", 1), ("a\u{200D}b", 3),
      ("\u{115F}", 1),
    ])
  func decisions(_ text: String, _ width: Int) {
    #expect(TextWidth.of(text) == width)
  }

  @Test("every scalar takes one or two cells, and no more than it has bytes")
  func scalars() {
    // Everything in the planes that have text, every 31st of the rest.
    for value in UInt32(0)..<0x110000 where value < 0x20000 || value % 31 == 0 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      let width = TextWidth.of(text)
      guard width >= 1 && width <= min(2, text.utf8.count) else {
        Issue.record("U+\(String(value, radix: 16)) takes \(width) cells")
        return
      }
    }
  }

  @Test("clip")
  func clip() {
    #expect(TextWidth.clip("Nscale", to: 6) == "Nscale")
    #expect(TextWidth.clip("Nscale", to: 5) == "Nsca…")
    #expect(TextWidth.clip("Nscale", to: 5, ellipsis: false) == "Nscal")
    #expect(TextWidth.clip("Nscale", to: 1) == "…")
    #expect(TextWidth.clip("Nscale", to: 0) == "")
    #expect(TextWidth.clip("Nscale", to: -3) == "")
    #expect(TextWidth.clip("日本語", to: 5) == "日本…")
    #expect(TextWidth.clip("日本語", to: 4) == "日…")
    #expect(TextWidth.clip("", to: 0) == "")
    #expect(TextWidth.clip("e\u{301}te\u{301}s", to: 3) == "e\u{301}t…")
  }

  @Test("pad")
  func pad() {
    #expect(TextWidth.pad("日本", to: 7) == "日本   ")
    #expect(TextWidth.pad("ab", to: 5, align: .trailing) == "   ab")
    #expect(TextWidth.pad("ab", to: 5, align: .centre) == " ab  ")
    #expect(TextWidth.pad("abcdef", to: 3) == "ab…")
  }

  @Test("wrap")
  func wrap() {
    #expect(TextWidth.wrap("the law in force", width: 7) == ["the law", "in", "force"])
    #expect(TextWidth.wrap("", width: 7) == [""])
    #expect(TextWidth.wrap("a\n\nb", width: 7) == ["a", "", "b"])
    #expect(TextWidth.wrap("abcdefgh ij", width: 3) == ["abc", "def", "gh", "ij"])
    #expect(TextWidth.wrap("日本語", width: 3) == ["日", "本", "語"])
    #expect(TextWidth.wrap("日本", width: 1) == ["日", "本"])
    #expect(TextWidth.wrap("x", width: 0) == ["x"])
  }

  @Test("clipped, padded and wrapped text fits, and loses no word")
  func properties() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      let text = Hostile.random(using: &generator)
      let width = Int.random(in: 0...12, using: &generator)
      #expect(TextWidth.of(TextWidth.clip(text, to: width)) <= width)
      #expect(TextWidth.of(TextWidth.pad(text, to: width)) == width)
      let lines = TextWidth.wrap(text, width: width)
      #expect(lines.allSatisfy { TextWidth.of($0) <= max(2, width) })
      func letters(_ text: some StringProtocol) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
      }
      #expect(lines.flatMap(letters) == letters(text))
    }
  }
}
