import Dataset

public struct ClaimUnit: Hashable, Sendable {
  /// The kinds of figures that are read, compared or shown in a way of their own.
  public enum Kind: String, Sendable {
    case dollars = "USD m"
    case percent, months, accelerators, rank, states
    case country, organisation, organisations
    case date, years, chip, statement
    case other
  }

  public let kind: Kind
  /// True if the claim states the least that the figure comes to.
  public let isMinimum: Bool

  /// Reads a cell `unit`: the words of a kind, and "minimum" where it is a minimum.
  public init(_ text: String) {
    isMinimum = text.hasSuffix("minimum")
    var words = text[...]
    if isMinimum { words = words.dropLast("minimum".count) }
    while words.last == " " { words.removeLast() }
    kind = Kind(rawValue: String(words)) ?? .other
  }

  public init(of claim: Claim, in dataset: Dataset) {
    self.init(dataset.string(claim.unit))
  }

  /// True if the stated figure is a text even where it reads as a number.
  public var isText: Bool {
    switch kind {
    case .date, .years, .chip, .statement: true
    default: false
    }
  }

  /// The difference from a stated figure that still agrees with it.
  func slack(around number: Double) -> Double {
    switch kind {
    case .rank, .states, .country: 1e-9
    case .months: 0.25
    default: abs(number) * 0.01
    }
  }
}
