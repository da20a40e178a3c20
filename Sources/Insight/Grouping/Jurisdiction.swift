import Dataset

/// Under whose law a site stands.
public enum Jurisdiction: UInt8, Vocabulary, Comparable {
  /// A member state of the Union.
  case eu27
  /// Iceland, Liechtenstein or Norway: in the single market, not in the Union.
  case eea
  /// Switzerland.
  case ch
  /// The United Kingdom.
  case uk
  /// The United States.
  case us
  /// Any other country.
  case other
  /// The row names the Union and no state; it may stand in any European one.
  case unstated

  /// The words of the command line and of JSON.
  public static let words = ["EU-27", "EEA", "CH", "UK", "US", "other", "unstated"]

  /// Whether it lies in Europe; so does what names the Union and no state.
  public var isEuropean: Bool {
    switch self {
    case .eu27, .eea, .ch, .uk, .unstated: true
    case .us, .other: false
    }
  }

  /// In the order of the cases.
  public static func < (left: Jurisdiction, right: Jurisdiction) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension Dataset {
  /// The jurisdiction of a country.
  public func jurisdiction(of country: ID<Country>) -> Jurisdiction {
    switch self[country].bloc {
    case .eu: .eu27
    case .eea: .eea
    case .ch: .ch
    case .uk: .uk
    case .union: .unstated
    case .other: code(country) == "US" ? .us : .other
    }
  }
}
