import Testing

@testable import Canvas

@Suite("Hostile text")
struct HostileTests {
  /// True if a text could steer a terminal: a control other than the line feed, or a character that
  /// reorders others or draws nothing.
  func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      if scalar == "\n" { return false }
      let isBidi = [0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C...0x61C]
        .contains { $0.contains(Int(scalar.value)) }
      return scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.value < 0xA0) || isBidi
        || scalar.properties.isNoncharacterCodePoint
    }
  }

  func check(_ canvas: Canvas) {
    for ascii in [false, true] {
      let plain = PlainText.write(canvas, ascii: ascii)
      #expect(!steers(plain))
      #expect(!ascii || plain.utf8.allSatisfy { $0 < 0x7F })
      for depth in ColourDepth.allCases {
        let ansi = ANSI.write(canvas, theme: .highContrast, depth: depth, ascii: ascii)
        #expect(!steers(withoutSequences(ansi)))
      }
    }
    let svg = SVG.write(canvas, theme: .standard, title: "", description: "")
    #expect(!steers(svg))
    #expect(XMLCheck.problem(in: svg) == nil)
  }

  @Test("no writer lets it through", arguments: Hostile.texts)
  func texts(_ text: String) {
    var canvas = Canvas(width: 30, height: 2)
    canvas.put(text, x: 0, y: 0, style: .alarm)
    for (x, scalar) in text.unicodeScalars.prefix(20).enumerated() {
      canvas.set(scalar, x: x, y: 1)
    }
    check(canvas)
    #expect(!steers(Visible.text(text)))
    #expect(TextWidth.of(Visible.text(text)) == TextWidth.of(text))
    #expect(Visible.text(Visible.text(text)) == Visible.text(text))
    let ascii = ASCII.text(text)
    #expect(ascii.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
    #expect(ascii.utf8.count == TextWidth.of(text))
    let svg = SVG.write(canvas, theme: .standard, title: text, description: text)
    #expect(XMLCheck.problem(in: svg) == nil)
  }

  @Test("nor anything random")
  func random() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<40 {
      var canvas = Canvas(width: 16, height: 3)
      for _ in 0..<12 { scribble(on: &canvas, using: &generator) }
      check(canvas)
    }
  }

  @Test("every control has a visible stand-in")
  func standIns() {
    #expect(Visible.text("\u{1B}[A\u{0}\u{7F}\u{9B}\u{202E}") == "␛[A␀␡\u{FFFD}\u{FFFD}")
    #expect(Visible.text("Ørsted · 日本 👍🏽 e\u{301}") == "Ørsted · 日本 👍🏽 e\u{301}")
    #expect(Visible.text("a\u{E0041}\u{E007F}") == "a\u{FFFD}\u{FFFD}")
    #expect(Visible.text("\u{301}x") == "\u{25CC}\u{301}x")
    #expect(Visible.text("") == "")
  }

  @Test("a heap of marks on a letter is cut off, and not counted")
  func marks() {
    var canvas = Canvas(width: 3, height: 1)
    canvas.put("e" + String(repeating: "\u{301}", count: 1000) + "x", x: 0, y: 0)
    #expect(canvas.character(0, 0).unicodeScalars.count == 16)
    #expect(canvas.character(1, 0) == "x")
  }
}

/// The text without colour sequences (SGR); any other escape character stays.
func withoutSequences(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var rest = text.unicodeScalars[...]
  while let scalar = rest.popFirst() {
    if scalar == "\u{1B}" && rest.first == "[" {
      let parameters = rest.dropFirst().prefix { ($0 >= "0" && $0 <= "9") || $0 == ";" }
      if rest[parameters.endIndex...].first == "m" {
        rest = rest[parameters.endIndex...].dropFirst()
        continue
      }
    }
    result.append(scalar)
  }
  return String(result)
}

/// A small check that a text is well-formed XML as far as the SVG writer could get it wrong. Tags
/// nest, attributes are quoted and unique, entities are the five known or numbers.
enum XMLCheck {
  static func problem(in text: String) -> String? {
    // Only ASCII matters, and by scalars: a skin tone after a quote mark is no part of it.
    let scalars = text.unicodeScalars.lazy.map { $0.isASCII ? $0 : "x" }
    var rest = Substring(String(String.UnicodeScalarView(scalars)))
    var open: [Substring] = []
    while let start = rest.firstIndex(of: "<") {
      if let problem = problemInText(rest[..<start]) { return problem }
      guard let end = rest[start...].firstIndex(of: ">") else { return "tag without end" }
      var tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return "</\(tag)> closes something else" }
        continue
      }
      let isEmpty = tag.hasSuffix("/")
      if isEmpty { tag.removeLast() }
      let name = tag.prefix { $0.isLetter }
      if name.isEmpty { return "<\(tag)> has no name" }
      if let problem = problemInAttributes(tag.dropFirst(name.count)) { return problem }
      if !isEmpty { open.append(name) }
    }
    if let problem = problemInText(rest) { return problem }
    return open.isEmpty ? nil : "\(open) not closed"
  }

  private static func problemInAttributes(_ text: Substring) -> String? {
    var rest = text.drop { $0 == " " }
    var names: Set<Substring> = []
    while !rest.isEmpty {
      let name = rest.prefix { $0.isLetter || $0 == "-" || $0 == ":" }
      rest = rest.dropFirst(name.count)
      guard !name.isEmpty, rest.hasPrefix("=\""), let end = rest.dropFirst(2).firstIndex(of: "\"")
      else { return "not an attribute: \(name)\(rest.prefix(30))" }
      if !names.insert(name).inserted { return "attribute \(name) twice" }
      if let problem = problemInText(rest[..<end]) { return problem }
      rest = rest[end...].dropFirst()
      guard rest.isEmpty || rest.hasPrefix(" ") else { return "no space before \(rest.prefix(9))" }
      rest = rest.drop { $0 == " " }
    }
    return nil
  }

  private static func problemInText(_ text: Substring) -> String? {
    for part in text.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      let entity = part.prefix { $0 != ";" }
      let isNumber = entity.hasPrefix("#") && Int(entity.dropFirst()) != nil
      let isKnown = ["amp", "lt", "gt", "quot", "apos"].contains(entity)
      guard entity.count < part.count, isKnown || isNumber else { return "bare & before \(part)" }
    }
    return nil
  }
}
