/// The role of a piece of text, not its colour; a ``Theme`` gives it colour.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  case plain
  /// The text to find first.
  case strong
  /// The text that may be overlooked: labels, units, hints.
  case dim
  case rule
  case heading
  /// Selected, or ready to be acted on; the only accent.
  case accent
  /// The reach of the supplier in question, and nothing else.
  case target
  /// Announced or possible rather than documented.
  case possible
  /// Late or broken.
  case alarm
  /// Done or in force.
  case good
  /// First of the quiet colours that tell stacked parts apart.
  case series1
  case series2
  case series3
  case series4
  case series5
  case series6
}

/// The look of text apart from its colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Heavier, on many terminals also brighter.
  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let italic = Attributes(rawValue: 8)
  /// Ink and paper exchanged, as a selection wants it.
  public static let reverse = Attributes(rawValue: 16)
}

/// The role and look of a cell.
public struct Style: Hashable, Sendable {
  public var role: Role
  public var attributes: Attributes

  public init(_ role: Role = .plain, _ attributes: Attributes = []) {
    self.role = role
    self.attributes = attributes
  }

  public func adding(_ more: Attributes) -> Style {
    Style(role, attributes.union(more))
  }

  public func removing(_ some: Attributes) -> Style {
    Style(role, attributes.subtracting(some))
  }

  public static let plain = Style(.plain)
  public static let strong = Style(.strong)
  public static let dim = Style(.dim)
  public static let rule = Style(.rule)
  public static let heading = Style(.heading)
  public static let accent = Style(.accent)
  /// The reach of the supplier in question.
  public static let target = Style(.target)
  public static let possible = Style(.possible)
  public static let alarm = Style(.alarm)
  public static let good = Style(.good)
  /// The quiet colours in their order; beyond the sixth they start again.
  public static func series(_ index: Int) -> Style {
    let roles: [Role] = [.series1, .series2, .series3, .series4, .series5, .series6]
    return Style(roles[((index % roles.count) + roles.count) % roles.count])
  }
}

public struct Span: Hashable, Sendable {
  public var text: String
  public var style: Style

  public init(_ text: String, _ style: Style = .plain) {
    self.text = text
    self.style = style
  }

  /// The end of a text from which clauses were left out.
  public static let cut = Span(" …", .dim)
}
