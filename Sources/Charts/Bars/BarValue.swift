import Canvas

/// The value of a bar: the known, in parts if need be, and the possible addition.
///
///     ███████████▉████████░░░░░░░░
///     part one    part two  possible
public struct BarValue: Hashable, Sendable {
  public struct Part: Hashable, Sendable {
    /// The amount in the chart's unit; anything but a positive number shows nothing.
    public var value: Double
    public var style: Style
    /// A letter drawn at its beginning, so that colour is not all that tells the parts apart.
    public var letter: Character?

    public init(_ value: Double, style: Style = .plain, letter: Character? = nil) {
      self.value = value
      self.style = style
      self.letter = letter
    }
  }

  /// The known amounts, first part first; nil where nothing is known, which is not the same as
  /// none.
  public var parts: [Part]?
  /// The announced or possible addition; drawn hollow.
  public var possible: Double
  public var possibleStyle: Style

  public init(parts: [Part]?, possible: Double = 0, possibleStyle: Style = .possible) {
    self.parts = parts
    self.possible = possible
    self.possibleStyle = possibleStyle
  }

  public init(
    _ known: Double?,
    possible: Double = 0,
    style: Style = .plain,
    possibleStyle: Style = .possible
  ) {
    self.init(
      parts: known.map { [Part($0, style: style)] },
      possible: possible,
      possibleStyle: possibleStyle
    )
  }

  /// A bar of which nothing is known.
  public static let unknown = BarValue(parts: nil)

  /// The sum of the known parts; nil where nothing is known or a part is no number.
  public var known: Double? {
    guard let sum = parts?.reduce(0, { $0 + $1.value }), sum.isFinite else { return nil }
    return sum
  }

  /// The hollow end: the known and the possible together.
  public var reach: Double {
    drawnParts.reduce(0) { $0 + Self.extent($1.value) } + Self.extent(possible)
  }

  /// The parts with a length; none of them where the sum is not known.
  var drawnParts: [Part] {
    known == nil ? [] : (parts ?? []).filter { Self.extent($0.value) > 0 }
  }

  var hasPossible: Bool { Self.extent(possible) > 0 }

  /// The length a figure asks for: nothing for what is negative or no number.
  static func extent(_ value: Double) -> Double {
    value.isFinite && value > 0 ? value : 0
  }
}
