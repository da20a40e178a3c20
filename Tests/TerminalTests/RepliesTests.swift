import Testing

@testable import Terminal

@Suite("What a terminal answers, pastes and reports")
struct RepliesTests {
  /// Feeds the parts, with a silence between them long enough for what has begun to be given up.
  private func events(_ parts: [String], codeset: String = "UTF-8") -> [Event] {
    var input = KeyInput(isMouseOn: true, codeset: codeset)
    return parts.flatMap { part in input.feed(Array(part.utf8)[...]) + input.flush() }
  }

  private func events(bytes: [UInt8]) -> [Event] {
    var input = KeyInput(isMouseOn: true)
    return input.feed(bytes[...]) + input.flush()
  }

  private static let openers: [(String, String)] = [
    ("OSC", "]"), ("DCS", "P"), ("APC", "_"), ("PM", "^"), ("SOS", "X"),
  ]
  private static let contents = [
    "11;rgb:1e1e/1e1e/1e1e", "52;c;cXVpdA==", ">|kitty(0.35.2)", "1+r524742=38", "Gi=31;OK",
    "q\r:q",
  ]

  @Test("a string does nothing, however it is opened and ended", arguments: openers, contents)
  func stringsAreSwallowed(_ opener: (String, String), _ content: String) {
    for end in ["\u{1B}\\", "\u{7}", "\u{9C}"] {
      #expect(events(["\u{1B}\(opener.1)\(content)\(end)k"]) == [.key(.character("k"))])
    }
    let byte = UInt8(Array(opener.1.utf8)[0] + 0x40)
    for start in [[byte], Array(String(Unicode.Scalar(byte)).utf8)] {
      #expect(
        events(bytes: start + Array(content.utf8) + [0x9C, 0x6B]) == [.key(.character("k"))])
    }
  }

  @Test("a string is one, wherever the reads cut it")
  func stringsInPieces() {
    let text = Array("\u{1B}]11;rgb:1e1e/1e1e/1e1e\u{1B}\\\u{1B}[?62;4c".utf8)
    for first in text.indices {
      var input = KeyInput(isMouseOn: true)
      #expect((input.feed(text[..<first]) + input.feed(text[first...])).isEmpty)
      #expect(input.deadline == nil)
    }
  }

  @Test("a string without end is given up, and Esc and Ctrl-C end it")
  func stringsWithoutEnd() {
    #expect(events(["\u{1B}]11;rgb:", "k"]) == [.key(.character("k"))])
    #expect(events(["\u{1B}P1+r52", "\u{1B}", "k"]) == [.key(.escape), .key(.character("k"))])
    #expect(events(["\u{1B}P1+r52\u{1B}", "k"]) == [.key(.character("k"))])
    #expect(events(["\u{1B}_abc\u{3}k"]) == [.key(.control("c")), .key(.character("k"))])
    #expect(events(["\u{1B}]abc\u{1B}[Ak"]) == [.key(.up), .key(.character("k"))])
  }

  @Test("what opens a string stays two keys where nothing follows", arguments: openers)
  func openersAlone(_ opener: (String, String)) {
    let scalar = opener.1.unicodeScalars.first ?? " "
    #expect(events(["\u{1B}\(opener.1)"]) == [.key(.escape), .key(.character(scalar))])
  }

  @Test(
    "reports in control sequences are no keys",
    arguments: [
      "[?1;2c", "[12;40R", "[?2026;2$y", "[8;24;80t", "[I", "[O", "[0n", "[?1;0;256S", "[>0;276;0c",
      "[?1A", "[1;1R", "[200;1R",
    ])
  func reports(_ report: String) {
    #expect(events(["\u{1B}\(report)k"]) == [.key(.character("k"))])
    var bytes = Array("\u{1B}\(report)k".utf8)
    bytes.replaceSubrange(0...1, with: [0x9B])
    #expect(events(bytes: bytes) == [.key(.character("k"))])
  }

  @Test("the mouse is read in both of its forms")
  func mouse() {
    func mouse(_ action: MouseEvent.Action, _ x: Int, _ y: Int) -> Event {
      .mouse(MouseEvent(action: action, point: .init(x: x, y: y)))
    }
    #expect(events(["\u{1B}[<0;3;4M\u{1B}[<0;3;4m"]) == [mouse(.press, 2, 3)])
    #expect(events(["\u{1B}[<0;3;4M\u{1B}[<0;3;4M"]).last == mouse(.doublePress, 2, 3))
    #expect(
      events(["\u{1B}[<64;1;1M\u{1B}[<65;200;90M"]) == [
        mouse(.wheelUp, 0, 0), mouse(.wheelDown, 199, 89),
      ])
    #expect(events(["\u{1B}[M !!"]) == [mouse(.press, 0, 0)])
    #expect(events(bytes: [0x1B, 0x5B, 0x4D, 0x61, 0xE0, 0xA1]) == [mouse(.wheelDown, 191, 128)])
    #expect(events(["\u{1B}[<1;3;4M\u{1B}[<32;3;4M\u{1B}[<35;3;4M\u{1B}[M#!!"]).isEmpty)
  }

  @Test(
    "a mouse report that is cut off does nothing",
    arguments: [
      "[<", "[<0", "[<0;", "[<0;5", "[<0;5;", "[<0;5;7", "[<64;5", "[M", "[M ", "[M !", "[<-1",
      "[<+",
    ])
  func partialMouse(_ part: String) {
    for next in ["k", "\u{C}", "\u{1B}[A", "\u{1B}"] {
      let whole = events([next])
      #expect(events(["\u{1B}" + part, next]) == whole)
      // At once a letter may be the end of the sequence; a control character never is.
      if next == "\u{C}" { #expect(events(["\u{1B}\(part)\(next)"]) == whole) }
    }
    #expect(
      events(["\u{1B}[<0;0;0M", "\u{1B}[<0;99999999999999999999;1M", "\u{1B}[<0;1M"]).isEmpty)
  }

  @Test("a control key inside a paste is text")
  func controlInPaste() {
    for control in ["\u{3}", "\u{1C}", "\u{1A}", "\u{13}", "\u{4}", "\u{16}", "\u{7F}", "\u{9B}"] {
      #expect(
        events(["\u{1B}[200~a\(control)b\u{1B}[201~k"])
          == [.paste("a\(control)b"), .key(.character("k"))])
    }
  }

  @Test("a paste without end is given up after a silence, and Esc alone ends it")
  func pasteWithoutEnd() {
    #expect(events(["\u{1B}[200~ab", "k"]) == [.paste("ab"), .key(.character("k"))])
    #expect(events(["\u{1B}[200~ab\u{1B}", "k"]) == [.paste("ab"), .key(.character("k"))])
    var decoder = KeyDecoder()
    for scalar in "\u{1B}[200~a".unicodeScalars { _ = decoder.feed(scalar) }
    #expect(decoder.patience == .seconds(2))
    _ = decoder.feed("\u{1B}")
    #expect(decoder.patience == .milliseconds(100))
  }

  @Test("nothing waits where nothing has begun, and nothing waits for ever")
  func patience() {
    for text in [
      "\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}O", "\u{1B}]", "\u{1B}]1", "\u{1B}[M", "\u{1B}[[",
      "\u{1B}[200~x",
    ] {
      var decoder = KeyDecoder()
      #expect(decoder.patience == nil)
      for scalar in text.unicodeScalars { _ = decoder.feed(scalar) }
      #expect(decoder.patience != nil)
      _ = decoder.flush()
      #expect(decoder.patience == nil)
      #expect(decoder.feed("k") == [.key(.character("k"))])
    }
  }

  @Test("keys of a terminal's own are found in its database")
  func ownKeys() {
    let rxvt = ["kLFT": "\u{1B}[d", "kHOM": "\u{1B}[7$", "kcuu1": "\u{1B}OA", "kf13": "\u{1B}[25~"]
    var decoder = KeyDecoder(table: KeyTable { rxvt[$0] })
    let events = "\u{1B}[d\u{1B}[7$\u{1B}OA\u{1B}[25~".unicodeScalars.flatMap { decoder.feed($0) }
    #expect(events == [.key(.left), .key(.home), .key(.up), .key(.function(13))])
    var console = KeyDecoder()
    #expect("\u{1B}[[C".unicodeScalars.flatMap { console.feed($0) } == [.key(.function(3))])
  }

  @Test("bytes that are no characters are no keys, and those after them are")
  func badBytes() {
    #expect(events(bytes: [0xFF, 0xFE, 0xC3, 0x6B]) == [.key(.character("k"))])
    #expect(events(bytes: [0xE2, 0x82, 0xC3, 0xA9]) == [.key(.character("é"))])
    #expect(events(bytes: Array("日".utf8)) == [.key(.character("日"))])
    #expect(events(bytes: [0xC0, 0xAF, 0xED, 0xA0, 0x80, 0x6B]) == [.key(.character("k"))])
  }

  @Test("a clipboard gets lines and tabs and no other control character")
  func clipboard() {
    let text = ClipboardText.of("a\tb\r\nc\u{1B}]52;\u{7}\u{9B}31m\u{202E}d\n\u{3}")
    #expect(
      text.unicodeScalars.allSatisfy {
        $0 == "\n" || $0 == "\t"
          || $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
            && $0.value != 0x202E
      })
    #expect(text.hasPrefix("a\tb\nc"))
  }
}

@Suite("Events that wait")
struct EventQueueTests {
  @Test("a flood is bounded, and what is new in it is heard")
  func flood() {
    var queue = EventQueue()
    for _ in 0..<100_000 { queue.append([.key(.character("j")), .key(.down)]) }
    queue.append(.key(.character("q")))
    queue.append(.resize(.init(width: 1, height: 1)))
    var events: [Event] = []
    while let event = queue.popFirst() { events.append(event) }
    #expect(events.count == EventQueue.most + 2)
    #expect(events.suffix(2) == [.key(.character("q")), .resize(.init(width: 1, height: 1))])
  }

  @Test("what is typed in a burst is whole below the limit")
  func burst() {
    var queue = EventQueue()
    for index in 0..<1_000 { queue.append(.key(.character(index % 2 == 0 ? "a" : "b"))) }
    queue.append(.key(.enter))
    let text = queue.popCharacters()
    #expect(text == String(repeating: "ab", count: 500))
    #expect(queue.popFirst() == .key(.enter))
    #expect(queue.isEmpty)
  }

  @Test("Ctrl-C goes before what was typed, and the end before everything")
  func first() {
    var queue = EventQueue()
    queue.append([.key(.character("a")), .readable(7), .paste("x"), .key(.control("c"))])
    queue.prepend(.end(.terminate))
    #expect(queue.popFirst() == .end(.terminate))
    #expect(queue.contains(.readable(7)))
    #expect(queue.popFirst() == .readable(7))
    #expect(queue.popFirst() == .key(.control("c")))
    #expect(queue.popFirst() == nil)
  }

  @Test("what comes during a wait stands behind what came before it, but for the end")
  func afterAWait() {
    var earlier = EventQueue()
    earlier.append([.key(.character("a")), .key(.escape)])
    var later = EventQueue()
    later.append([.key(.character("b")), .readable(7)])
    #expect(!later.hasEnd)
    later.prepend(.end(.hangup))
    #expect(later.hasEnd)
    var all = earlier.followed(by: later)
    all.remove(.readable(7))
    #expect(all.popFirst() == .end(.hangup))
    #expect(all.popCharacters() == "a")
    #expect(all.popFirst() == .key(.escape))
    #expect(all.popFirst() == .key(.character("b")))
    #expect(all.isEmpty)
  }

  @Test("leaving takes what was typed away, and nothing else")
  func leaving() {
    var queue = EventQueue()
    let size = Event.resize(.init(width: 80, height: 24))
    queue.append([.key(.character("a")), size, .paste("x"), .key(.escape)])
    queue.removeTyped()
    #expect(queue.popFirst() == size)
    #expect(queue.isEmpty)
  }
}
