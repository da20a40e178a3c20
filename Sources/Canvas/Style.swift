/// What a piece of text is, not what colour it has; a ``Theme`` gives it colour.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Running text.
  case plain
  /// What the eye should find first.
  case strong
  /// What may be overlooked: labels, units, hints.
  case dim
  /// Rules, axes and boxes.
  case rule
  /// Titles.
  case heading
  /// What is selected or can be acted on; the one accent.
  case accent
  /// The reach of the supplier in question, and nothing else.
  case target
  /// What is announced or possible rather than documented.
  case possible
  /// What is late or broken.
  case alarm
  /// What is done or in force.
  case good
  /// First of the quiet colours that tell stacked parts apart.
  case series1
  /// Second of the quiet colours.
  case series2
  /// Third of the quiet colours.
  case series3
  /// Fourth of the quiet colours.
  case series4
  /// Fifth of the quiet colours.
  case series5
  /// Sixth of the quiet colours.
  case series6
}

/// How text is drawn besides its colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// One bit for each attribute.
  public let rawValue: UInt8

  /// Attributes from their bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier, on many terminals also brighter.
  public static let bold = Attributes(rawValue: 1)
  /// Fainter.
  public static let dim = Attributes(rawValue: 2)
  /// Underlined.
  public static let underline = Attributes(rawValue: 4)
  /// Slanted, where the terminal can.
  public static let italic = Attributes(rawValue: 8)
  /// Ink and paper exchanged, as a selection wants it.
  public static let reverse = Attributes(rawValue: 16)
}

/// What a cell is and how it is drawn.
public struct Style: Hashable, Sendable {
  /// What the text is.
  public var role: Role
  /// How it is drawn besides.
  public var attributes: Attributes

  /// A style of a role and, if any, attributes.
  public init(_ role: Role = .plain, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  /// The same style with more attributes.
  public func adding(_ more: Attributes) -> Style {
    Style(role, attributes.union(more))
  }

  /// The same style without some attributes.
  public func removing(_ some: Attributes) -> Style {
    Style(role, attributes.subtracting(some))
  }

  /// The same attributes in another role.
  public func with(role: Role) -> Style {
    Style(role, attributes)
  }

  /// Running text.
  public static let plain = Style(.plain)
  /// What the eye should find first.
  public static let strong = Style(.strong)
  /// What may be overlooked.
  public static let dim = Style(.dim)
  /// Rules, axes and boxes.
  public static let rule = Style(.rule)
  /// Titles.
  public static let heading = Style(.heading)
  /// What is selected or can be acted on.
  public static let accent = Style(.accent)
  /// The reach of the supplier in question.
  public static let target = Style(.target)
  /// What is announced or possible.
  public static let possible = Style(.possible)
  /// What is late or broken.
  public static let alarm = Style(.alarm)
  /// What is done or in force.
  public static let good = Style(.good)
  /// The quiet colours in their order; beyond the sixth they start again.
  public static func series(_ index: Int) -> Style {
    let roles: [Role] = [.series1, .series2, .series3, .series4, .series5, .series6]
    return Style(roles[((index % roles.count) + roles.count) % roles.count])
  }
}

/// A piece of text in one style.
public struct Span: Hashable, Sendable {
  /// The text.
  public var text: String
  /// Its style.
  public var style: Style

  /// A piece of text in one style.
  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }
}
