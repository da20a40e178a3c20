import Canvas
import Testing

@testable import Terminal

@Suite("What a terminal can show")
struct CapabilitiesTests {
  @Test(
    "colours",
    arguments: [
      (256, false, nil, ColourDepth.palette256), (8, false, nil, .eight), (-1, false, nil, .none),
      (16, false, nil, .sixteen), (88, false, nil, .sixteen), (1 << 24, true, nil, .direct),
      (1 << 24, false, nil, .palette256), (256, true, nil, .palette256), (256, false, "1", .none),
      (256, false, "", .palette256), (1 << 24, true, "0", .none),
    ] as [(Int, Bool, String?, ColourDepth)])
  func colours(_ colours: Int, _ isDirect: Bool, _ noColour: String?, _ depth: ColourDepth) {
    #expect(
      Capabilities.depth(terminfoColours: colours, isDirect: isDirect, noColour: noColour) == depth)
  }

  @Test(
    "characters",
    arguments: [
      ("UTF-8", "xterm", .unicode), ("utf8", "vt100", .unicode), ("UTF-8", "linux", .console),
      ("UTF-8", "linux-16color", .console), ("ANSI_X3.4-1968", "xterm-256color", .ascii),
      ("ISO-8859-1", "linux", .ascii), ("", "xterm", .ascii),
    ] as [(String, String, Repertoire)])
  func characters(_ codeset: String, _ term: String, _ repertoire: Repertoire) {
    #expect(Capabilities.repertoire(codeset: codeset, term: term) == repertoire)
  }

  @Test(
    "types to look up",
    arguments: [
      ("xterm-256color", nil, ["xterm-256color"]),
      ("xterm", nil, ["xterm"]),
      ("xterm", "truecolor", ["xterm-256color", "xterm"]),
      ("screen", "24bit", ["screen-256color", "screen"]),
      ("xterm-direct", nil, ["xterm-direct", "xterm-256color"]),
      ("xterm-kitty", "truecolor", ["xterm-kitty", "xterm-256color"]),
      ("tmux-direct", nil, ["tmux-direct", "tmux-256color", "screen-256color"]),
      ("alacritty", nil, ["alacritty", "xterm-256color"]),
      ("linux", "truecolor", ["linux"]), ("vt100", nil, ["vt100"]), ("dumb", nil, ["dumb"]),
    ] as [(String, String?, [String])])
  func types(_ term: String, _ colorterm: String?, _ types: [String]) {
    #expect(Capabilities.terminalTypes(term: term, colorterm: colorterm) == types)
  }

  @Test("delays are taken out of a capability")
  func padding() {
    #expect(TerminalLine.withoutPadding("\u{1B}[m$<2>\u{F}") == "\u{1B}[m\u{F}")
    #expect(TerminalLine.withoutPadding("a$<5/>b$<10*>") == "ab")
    #expect(TerminalLine.withoutPadding("cost $5, $<") == "cost $5, $<")
    #expect(TerminalLine.withoutPadding("") == "")
  }

  @Test(
    "base 64 as in RFC 4648, section 10",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("ÿþ?", "w7/Dvj8="),
    ])
  func base64(_ text: String, _ encoded: String) {
    #expect(Base64.encode(Array(text.utf8)) == encoded)
  }

  @Test("errors name the terminal type harmlessly and say what to do")
  func errors() {
    let error = TerminalError.unknownTerminalType("x\u{1B}]0;y\u{7}")
    #expect(error.description.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(error.description.contains("TERM=xterm-256color"))
    #expect(TerminalError.cannotAddressCursor("dumb").description.contains("moat overview"))
  }
}
