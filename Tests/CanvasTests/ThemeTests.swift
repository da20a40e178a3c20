import Testing

@testable import Canvas

@Suite("Themes")
struct ThemeTests {
  @Test("are found by name, and named once")
  func names() {
    #expect(
      Theme.all.map(\.name) == ["standard", "light", "high-contrast", "colour-blind", "monochrome"])
    for theme in Theme.all { #expect(Theme.named(theme.name) == theme) }
    #expect(Theme.named("no such") == nil)
  }

  @Test("the target's colour is its own", arguments: Theme.all.filter { $0 != .monochrome })
  func target(_ theme: Theme) {
    for role in Role.allCases where role != .target {
      #expect(theme.ink(role).colour != theme.ink(.target).colour)
      #expect(theme.ink(role).index256 != theme.ink(.target).index256)
      #expect(theme.ink(role).index16 != theme.ink(.target).index16)
      #expect(theme.light.ink(role) != theme.light.ink(.target))
      #expect(theme.dark.ink(role) != theme.dark.ink(.target))
    }
    #expect(Theme.standard.ink(.target).colour == RGB(0x76B900))
    #expect(Theme.standard.dark.ink(.target) == RGB(0x76B900))
  }

  @Test("what must not be confused is drawn differently at every depth", arguments: Theme.all)
  func distinct(_ theme: Theme) {
    let pairs: [(Role, Role)] = [
      (.plain, .accent), (.plain, .target), (.plain, .alarm), (.plain, .possible), (.plain, .dim),
      (.target, .possible), (.target, .alarm), (.target, .accent), (.possible, .alarm),
      (.good, .alarm), (.good, .possible), (.accent, .alarm), (.plain, .strong), (.heading, .plain),
    ]
    for depth in ColourDepth.allCases {
      for (a, b) in pairs where !(theme == .highContrast && (a, b) == (.plain, .dim)) {
        #expect(
          theme.pen(Style(a), depth: depth) != theme.pen(Style(b), depth: depth),
          "\(a) and \(b) at \(depth)")
      }
    }
  }

  @Test("without colour no colour is set", arguments: Theme.all)
  func colourless(_ theme: Theme) {
    for role in Role.allCases {
      #expect(theme.pen(Style(role), depth: .none).foreground == .own)
      #expect(Theme.monochrome.pen(Style(role), depth: .direct).foreground == .own)
    }
  }

  @Test("indices fit their depth", arguments: Theme.all)
  func indices(_ theme: Theme) {
    for role in Role.allCases {
      if case .index(let index) = theme.pen(Style(role), depth: .eight).foreground {
        #expect(index < 8)
      }
      if case .index(let index) = theme.pen(Style(role), depth: .sixteen).foreground {
        #expect(index < 16)
      }
      if case .index(let index) = theme.pen(Style(role), depth: .palette256).foreground {
        #expect(index >= 16)
      }
    }
  }

  @Test("text in pictures is legible: contrast of WCAG 2.1, 1.4.3", arguments: Theme.all)
  func contrast(_ theme: Theme) {
    let text: [Role] = [
      .plain, .strong, .dim, .heading, .accent, .target, .possible, .alarm, .good,
    ]
    for (name, palette) in [("light", theme.light), ("dark", theme.dark)] {
      for role in Role.allCases where role != .rule {
        let least = theme == .monochrome || !text.contains(role) ? 2.0 : 4.5
        let contrast = ratio(palette.ink(role), palette.paper)
        #expect(contrast >= least, "\(role) on \(name): \(contrast)")
      }
    }
  }

  @Test("the standard and the light theme are legible where they are meant to be")
  func terminalContrast() {
    let text: [Role] = [.dim, .accent, .target, .possible, .alarm, .good]
    for role in text {
      guard let middle = Theme.standard.ink(role).colour, let dark = Theme.light.ink(role).colour
      else {
        Issue.record("\(role) has no colour")
        continue
      }
      // Middle tones have to do on both; more than this is not to be had.
      #expect(ratio(middle, RGB(0x000000)) >= 4.5, "\(role)")
      #expect(ratio(middle, RGB(0xFFFFFF)) >= 2.3, "\(role)")
      #expect(ratio(dark, RGB(0xFFFFFF)) >= 4.5, "\(role)")
    }
  }

  /// Contrast ratio of WCAG 2.1.
  func ratio(_ a: RGB, _ b: RGB) -> Double {
    func luminance(_ colour: RGB) -> Double {
      func linear(_ part: UInt8) -> Double {
        let value = Double(part) / 255
        guard value > 0.03928 else { return value / 12.92 }
        // x^2.4 = x^2 · x^(2/5); the fifth root by Newton's method.
        let x = (value + 0.055) / 1.055
        var root = 1.0
        for _ in 0..<40 {
          root -= (root * root * root * root * root - x) / (5 * root * root * root * root)
        }
        return x * x * root * root
      }
      return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722
        * linear(colour.blue)
    }
    let (high, low) = (max(luminance(a), luminance(b)), min(luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)
  }
}
