import Testing

@testable import Canvas

/// Themes on the paper of the terminal: light paper has darker inks.
@Suite struct PaperTests {
  private static let text: [Role] = [
    .plain, .strong, .dim, .heading, .accent, .target, .possible, .alarm, .good,
  ]
  private static let white = RGB(0xFFFFFF)

  /// The colours 16...255 as xterm has them.
  private static func colour(_ index: UInt8) -> RGB {
    let index = UInt32(index)
    if index >= 232 {
      let grey = 8 + 10 * (index - 232)
      return RGB(grey << 16 | grey << 8 | grey)
    }
    let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
    let place = Int(index) - 16
    return RGB(levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6])
  }

  @Test(arguments: Theme.all)
  func textOnWhitePaperIsLegible(_ theme: Theme) {
    let ratio = ThemeTests().ratio
    let shown = theme.on(.light)
    for role in Self.text {
      guard let colour = shown.ink(role).colour, let index = shown.ink(role).index256 else {
        continue
      }
      #expect(ratio(colour, Self.white) >= 4.5, "\(role) in 24 bits")
      #expect(ratio(Self.colour(index), Self.white) >= 4.5, "\(role) in 256 colours")
      #expect((shown.ink(role).index16 ?? 0) <= 8, "\(role) in 16 colours")
    }
  }

  @Test(arguments: Theme.all)
  func otherPaperChangesNothing(_ theme: Theme) {
    #expect(theme.on(nil) == theme)
    #expect(theme.on(.dark) == theme)
    #expect(theme.on(.light).name == theme.name)
  }

  /// On light paper roles that must not be confused still differ.
  @Test(arguments: Theme.all.filter { $0 != .monochrome })
  func rolesStillDiffer(_ theme: Theme) {
    let shown = theme.on(.light)
    let pairs: [(Role, Role)] = [
      (.target, .possible), (.target, .alarm), (.target, .accent), (.possible, .alarm),
      (.good, .alarm), (.good, .possible), (.accent, .alarm), (.plain, .accent),
    ]
    for depth in [ColourDepth.sixteen, .palette256, .direct] {
      for (one, other) in pairs {
        #expect(
          shown.pen(Style(one), depth: depth) != shown.pen(Style(other), depth: depth),
          "\(one) and \(other) at \(depth)")
      }
    }
  }

  @Test func theTerminalTells() {
    #expect(Paper(environment: "0;15") == .light)
    #expect(Paper(environment: "0;default;7") == .light)
    #expect(Paper(environment: "15;0") == .dark)
    #expect(Paper(environment: "12;8") == .dark)
    for value in [nil, "", "15", "0;default", "0;99", "0;-1", "x;y", "0;15x"] as [String?] {
      #expect(Paper(environment: value) == nil, "\(value ?? "none")")
    }
  }
}
