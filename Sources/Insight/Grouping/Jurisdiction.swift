import Dataset

public enum Jurisdiction: UInt8, Vocabulary, Comparable {
  /// A member state of the Union.
  case eu27
  /// Iceland, Liechtenstein or Norway: in the single market, not in the Union.
  case eea
  case ch
  case uk
  case us
  case other
  /// The row names the Union and no state; it may stand in any European state.
  case unstated

  /// The words of the command line and of JSON.
  public static let words = ["EU-27", "EEA", "CH", "UK", "US", "other", "unstated"]

  /// True if it lies in Europe, which includes the Union where no state is named.
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
