/// Every file of these tests sees the common support.
@_exported import TestSupport
import Testing

@testable import Canvas

extension Theme: CustomTestStringConvertible {
  /// The name; everything a theme consists of is too much to read.
  public var testDescription: String { name }
}

/// Texts that try to break something.
enum Hostile {
  static let texts = [
    "", "\0", "\u{1B}[2J\u{1B}]0;owned\u{7}", "\u{1B}P+q544e\u{1B}\\", "a\nb\r\nc\td",
    "\u{7F}\u{8}",
    "\u{9B}31m\u{90}\u{9C}\u{85}", "\u{202E}dlrow\u{202C} \u{2066}x\u{2069}", "\u{200B}\u{FEFF}",
    "\u{200D}\u{200C}", "\u{2028}\u{2029}", "\u{FFFE}\u{FFFF}\u{1FFFF}", "\u{E0001}\u{E0041}",
    "</text><script>alert(1)</script>", "a&b<c>d\"e'f", "]]>", "<!--", "\u{301}\u{301}",
    "e" + String(repeating: "\u{301}", count: 100), "日本語", "👨‍👩‍👧‍👦👍🏽❤️🇩🇪🇪", "🏴\u{E0067}\u{E0062}\u{E007F}",
    "\u{115F}\u{1160}\u{3164}\u{FFA0}", "\u{AD}soft", "\u{1F3FB}", "1\u{FE0F}\u{20E3}", "가각힣",
  ]

  /// A text of random scalars, all kinds of them.
  static func random(using generator: inout SplitMix64) -> String {
    let pools: [ClosedRange<UInt32>] = [
      0...0x7F, 0x80...0xFF, 0x300...0x36F, 0x200B...0x206F, 0x2500...0x259F, 0x3040...0x30FF,
      0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3F0...0x1F3FF, 0x1F600...0x1F64F, 0xE0000...0xE007F,
      0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &generator) {
      guard let pool = pools.randomElement(using: &generator) else { continue }
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &generator)) {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

/// Draws what a generator says, wherever it says.
func scribble(on canvas: inout Canvas, using generator: inout SplitMix64) {
  func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }
  let role = Role.allCases[number(0...15)]
  let style = Style(role, Attributes(rawValue: UInt8(number(0...31))))
  let (x, y) = (number(-5...canvas.width + 2), number(-2...canvas.height + 1))
  let rect = Rect(x: x, y: y, width: number(0...9), height: number(0...4))
  let weight = LineWeight.allCases[number(0...3)]
  switch number(0...7) {
  case 0: canvas.put(Hostile.random(using: &generator), x: x, y: y, style: style)
  case 1:
    canvas.put(Hostile.random(using: &generator), x: x, y: y, style: style, width: number(0...9))
  case 2: canvas.fill(rect, with: ["█", "日", " ", "\u{301}"][number(0...3)], style: style)
  case 3: canvas.restyle(rect) { $0.adding(.reverse) }
  case 4: canvas.box(rect, weight: weight, style: style)
  case 5:
    let end = Point(x: number(-1...canvas.width), y: number(-1...canvas.height))
    canvas.line(from: Point(x: x, y: y), to: end, weight: weight, style: style)
  case 6:
    canvas.put(
      Hostile.random(using: &generator), in: rect, align: Alignment.allCases[number(0...2)],
      style: style)
  default:
    canvas.set(["e", "語", "\u{1B}", "\u{300}", "╬"][number(0...4)], x: x, y: y, style: style)
  }
}
