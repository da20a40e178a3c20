public struct RGB: Hashable, Sendable {
  /// 0...255.
  public let red: UInt8
  /// 0...255.
  public let green: UInt8
  /// 0...255.
  public let blue: UInt8

  /// A colour from its six hexadecimal digits, `0xRRGGBB`.
  public init(_ hex: UInt32) {
    red = UInt8(truncatingIfNeeded: hex >> 16)
    green = UInt8(truncatingIfNeeded: hex >> 8)
    blue = UInt8(truncatingIfNeeded: hex)
  }

  public var hex: String {
    let digits = Array("0123456789abcdef")
    return [red, green, blue].reduce(into: "#") { text, part in
      text.append(digits[Int(part >> 4)])
      text.append(digits[Int(part & 15)])
    }
  }

  /// The nearest of the fixed colours 16...255 of 256-colour terminals: a cube of six levels and 24
  /// greys (xterm's `256colres`), by Euclidean distance. The cube at a tie.
  public var index256: UInt8 {
    let levels = [0, 95, 135, 175, 215, 255]
    let parts = [Int(red), Int(green), Int(blue)]
    let nearest = parts.map { part in
      levels.indices.min { abs(levels[$0] - part) < abs(levels[$1] - part) } ?? 0
    }
    let grey = min(23, max(0, (parts.reduce(0, +) / 3 - 3) / 10))
    let toCube = zip(nearest, parts).reduce(0) {
      $0 + (levels[$1.0] - $1.1) * (levels[$1.0] - $1.1)
    }
    let toGrey = parts.reduce(0) { $0 + (8 + 10 * grey - $1) * (8 + 10 * grey - $1) }
    if toGrey < toCube { return UInt8(232 + grey) }
    return UInt8(16 + 36 * nearest[0] + 6 * nearest[1] + nearest[2])
  }
}

public enum ColourDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  /// None: roles are told apart by attributes alone.
  case none = 0
  /// The eight named colours of the terminal.
  case eight = 8
  /// The eight and their bright forms.
  case sixteen = 16
  /// The fixed palette of 256.
  case palette256 = 256
  /// Any colour, 24 bits.
  case direct = 16_777_216

  public static func < (a: ColourDepth, b: ColourDepth) -> Bool { a.rawValue < b.rawValue }
}

public struct Ink: Hashable, Sendable {
  /// The colour; nil for the terminal's own.
  public let colour: RGB?
  /// The colour among the terminal's 16 named colours; nil for its own foreground.
  public let index16: UInt8?
  public let attributes: Attributes
  /// Drawn with these where there is no colour.
  public let colourless: Attributes

  public init(
    colour: RGB?, index16: UInt8?, attributes: Attributes = [], colourless: Attributes = []
  ) {
    self.colour = colour
    self.index16 = index16
    self.attributes = attributes
    self.colourless = colourless
  }

  /// The colour among 256; nil for the terminal's own.
  public var index256: UInt8? { colour?.index256 }
}

/// A foreground as an outlet of some depth knows it.
public enum Foreground: Hashable, Sendable {
  case own
  case index(UInt8)
  case rgb(RGB)
}

/// The settings of an outlet for text of a style.
public struct Pen: Hashable, Sendable {
  public let foreground: Foreground
  public let attributes: Attributes

  static let own = Pen(foreground: .own, attributes: [])

  /// True if a blank drawn with it shows.
  var marksBlanks: Bool { !attributes.isDisjoint(with: [.reverse, .underline]) }
}

/// Colours for every role, at every depth.
///
/// In a terminal a theme never paints the background: it is the terminal's own. Pictures (SVG) have
/// a theme for light pages and another for dark pages.
public struct Theme: Hashable, Sendable {
  /// Its name on the command line and in the configuration.
  public let name: String
  public let light: Palette
  public let dark: Palette
  private let inks: [Ink]

  /// Precondition: one ink for each role, in their order.
  init(name: String, inks: [Ink], light: Palette, dark: Palette) {
    precondition(inks.count == Role.allCases.count)
    self.name = name
    self.inks = inks
    self.light = light
    self.dark = dark
  }

  public func ink(_ role: Role) -> Ink { inks[Int(role.rawValue)] }

  /// The settings for a style at a depth.
  public func pen(_ style: Style, depth: ColourDepth) -> Pen {
    let ink = ink(style.role)
    let attributes = style.attributes.union(ink.attributes)
    switch depth {
    case .none:
      return Pen(foreground: .own, attributes: style.attributes.union(ink.colourless))
    case .eight:
      switch ink.index16 {
      case nil: return Pen(foreground: .own, attributes: attributes)
      case 8: return Pen(foreground: .own, attributes: attributes.union(.dim))
      case .some(let index) where index > 8:
        return Pen(foreground: .index(index - 8), attributes: attributes.union(.bold))
      case .some(let index): return Pen(foreground: .index(index), attributes: attributes)
      }
    case .sixteen:
      return Pen(foreground: ink.index16.map { .index($0) } ?? .own, attributes: attributes)
    case .palette256:
      return Pen(foreground: ink.index256.map { .index($0) } ?? .own, attributes: attributes)
    case .direct:
      return Pen(foreground: ink.colour.map { .rgb($0) } ?? .own, attributes: attributes)
    }
  }

  /// The theme of a name, `default` being the standard theme; nil if there is none.
  public static func named(_ name: some StringProtocol) -> Theme? {
    name == "default" ? standard : all.first { $0.name == name }
  }
}

/// Colours of a picture: paper and one ink for each role.
public struct Palette: Hashable, Sendable {
  public let paper: RGB
  private let inks: [RGB]

  init(paper: UInt32, inks: [UInt32]) {
    precondition(inks.count == Role.allCases.count)
    self.paper = RGB(paper)
    self.inks = inks.map(RGB.init)
  }

  public func ink(_ role: Role) -> RGB { inks[Int(role.rawValue)] }

  /// The colour of letters on a bar of a role: the paper's or the strong ink, which stands out more.
  func letters(on role: Role) -> RGB {
    let bar = ink(role).lightness
    func ratio(_ other: RGB) -> Double {
      (max(bar, other.lightness) + 0.05) / (min(bar, other.lightness) + 0.05)
    }
    return ratio(paper) >= ratio(ink(.strong)) ? paper : ink(.strong)
  }
}

extension RGB {
  /// The relative luminance of WCAG, 0...1; its power is told by the cubic that comes nearest to it.
  fileprivate var lightness: Double {
    func linear(_ part: UInt8) -> Double {
      let value = Double(part) / 255
      return value * (value * (value * 0.305306011 + 0.682171111) + 0.012522878)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}
