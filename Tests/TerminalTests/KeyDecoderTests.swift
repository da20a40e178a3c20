import Testing

@testable import Terminal

@Suite("Keys from what a terminal sends")
struct KeyDecoderTests {
  /// The events of some input, after which nothing follows.
  func events(_ input: String) -> [Event] {
    var decoder = KeyDecoder()
    return input.unicodeScalars.flatMap { decoder.feed($0) } + decoder.flush()
  }

  func keys(_ input: String) -> [Key] {
    events(input).compactMap { if case .key(let key) = $0 { key } else { nil } }
  }

  @Test(
    "single keys",
    arguments: [
      ("j", Key.character("j")), ("é", .character("é")), ("日", .character("日")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{8}", .backspace), ("\u{7F}", .backspace),
      ("\u{1}", .control("a")), ("\u{1A}", .control("z")), ("\u{1B}", .escape),
      ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
      ("\u{1B}OA", .up), ("\u{1B}[1;5A", .up), ("\u{1B}[H", .home), ("\u{1B}[F", .end),
      ("\u{1B}[1~", .home), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[4~", .end),
      ("\u{1B}[5~", .pageUp), ("\u{1B}[6;2~", .pageDown), ("\u{1B}[Z", .backTab),
      ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
      ("\u{1B}Op", .character("0")), ("\u{1B}OM", .enter),
    ])
  func single(_ input: String, _ key: Key) {
    #expect(keys(input) == [key])
  }

  @Test("Escape and a key at once are two keys")
  func escapeThenKey() {
    #expect(keys("\u{1B}j") == [.escape, .character("j")])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}[") == [.escape, .character("[")])
    #expect(keys("\u{1B}O") == [.escape, .character("O")])
  }

  @Test(
    "unknown sequences are swallowed whole",
    arguments: ["\u{1B}[27;5;106~", "\u{1B}[I", "\u{1B}[?62;4c", "\u{1B}[<0;3;4M", "\u{1B}[99q"])
  func unknown(_ input: String) {
    #expect(keys(input + "x") == [.character("x")])
  }

  @Test("what is not worth a key is not one", arguments: ["\0", "\u{1F}", "\u{9B}"])
  func nothing(_ input: String) {
    #expect(keys(input).isEmpty)
  }

  @Test("a paste is text, whatever is in it")
  func paste() {
    #expect(
      events("\u{1B}[200~q\r\ndd\r:x\u{1B}[A\u{1B}[201~q")
        == [.paste("q\ndd\n:x\u{1B}[A"), .key(.character("q"))])
  }

  @Test("a paste without end stays bounded and ends all the same")
  func pasteIsBounded() {
    var decoder = KeyDecoder()
    _ = "\u{1B}[200~".unicodeScalars.flatMap { decoder.feed($0) }
    for _ in 0..<1_100_000 { _ = decoder.feed("x") }
    let events = "\u{1B}[201~".unicodeScalars.flatMap { decoder.feed($0) }
    guard case .paste(let text)? = events.first else {
      Issue.record("no paste: \(events.count) events")
      return
    }
    #expect(text.utf8.count == 1 << 20)
  }

  @Test("random bytes never become a control character or swallow the key after them")
  func random() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return z ^ z >> 31
    }
    for _ in 0..<500 {
      var decoder = KeyDecoder()
      var found: [Event] = []
      for _ in 0..<40 {
        found += decoder.feed(Unicode.Scalar(UInt8(truncatingIfNeeded: next() & 0x7F)))
      }
      found += "\u{1B}[201~".unicodeScalars.flatMap { decoder.feed($0) } + decoder.flush()
      found += decoder.feed("k")
      #expect(found.last == .key(.character("k")))
      for case .key(.character(let scalar)) in found {
        #expect(scalar.value >= 0x20 && scalar.value != 0x7F)
      }
    }
  }
}
