import Testing

@testable import Dashboard

@Suite struct LineEditorTests {
  /// Types keys into a line that starts with a text.
  private func typed(_ start: String, _ keys: [Key]) -> LineEditor {
    var line = LineEditor(start)
    for key in keys { _ = line.take(key) }
    return line
  }

  @Test func lettersGoInAtTheCursor() {
    let line = typed("ab", [.left, .character("x")])
    #expect(line.text == "axb")
    #expect(line.cursor == 2)
  }

  @Test func wordsAndEndsAreTakenAsInAShell() {
    #expect(typed("one two  ", [.control("w")]).text == "one ")
    #expect(typed("one two", [.control("u")]).text == "")
    #expect(typed("one two", [.control("a"), .control("k")]).text == "")
    #expect(typed("one", [.home, .delete]).text == "ne")
    #expect(typed("one", [.home, .backspace]).text == "one")
  }

  @Test func whatIsOfferedIsTypedOverOrAccepted() {
    var line = LineEditor(offering: "2026-11-22")
    _ = line.take(.character("2"))
    #expect(line.text == "2")
    line = LineEditor(offering: "2026-11-22")
    _ = line.take(.backspace)
    _ = line.take(.character("1"))
    #expect(line.text == "2026-11-21")
    line = LineEditor(offering: "2026-11-22")
    line.insert("2026-03")
    #expect(line.text == "2026-03")
  }

  @Test func whatIsPastedCannotHideControls() {
    var line = LineEditor()
    line.insert("a\u{1B}[31mb\nc\u{9B}d")
    #expect(line.text == "a [31mb c d")
  }

  @Test func aFamilyOfEmojiIsOneCharacter() {
    #expect(typed("👩‍👩‍👧x", [.left, .backspace]).text == "x")
  }

  /// Whatever is typed, the line counts the characters that its text has.
  @Test func partsOfACharacterTypedApartAreOne() {
    var random = SplitMix64(seed: 7)
    let parts: [Character] = [
      "e", "\u{301}", "\u{1F1EB}", "\u{1F1F7}", "\u{1F468}", "\u{200D}", "\u{1F467}", " ", "x",
      "\u{94D}",
    ]
    let moves: [Key] = [
      .left, .right, .home, .end, .backspace, .delete, .control("w"), .control("u"), .control("k"),
    ]
    for _ in 0..<200 {
      var line = LineEditor()
      for _ in 0..<40 {
        if random.next() % 3 > 0 {
          _ = line.take(.character(parts[Int(random.next() % UInt64(parts.count))]))
        } else {
          _ = line.take(moves[Int(random.next() % UInt64(moves.count))])
        }
        #expect(line.cursor <= line.text.count)
        #expect(line.text.hasPrefix(line.textBeforeCursor))
        #expect(line.textBeforeCursor.count == line.cursor)
      }
    }
  }

  @Test func keysWithoutUseAreLeftToOthers() {
    var line = LineEditor("a")
    let taken = line.take(.function(1))
    #expect(!taken)
    #expect(line.text == "a")
  }
}
