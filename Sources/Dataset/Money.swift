/// A currency that the dataset can convert (ISO 4217).
public enum Currency: UInt8, Vocabulary {
  case usd, eur, gbp, nok, sek, dkk, chf, pln

  public static let words = ["USD", "EUR", "GBP", "NOK", "SEK", "DKK", "CHF", "PLN"]
}

/// An amount in millions of a currency.
public struct Money: Hashable, Sendable {
  public let millions: Double
  public let currency: Currency

  public init(millions: Double, currency: Currency) {
    self.millions = millions
    self.currency = currency
  }
}

/// A number that a row may lack, in eight bytes.
struct Measure: Hashable, Sendable {
  private let stored: Double

  /// No number unless there is a value.
  init(_ value: Double = .nan) { stored = value }

  var value: Double? { stored.isNaN ? nil : stored }
}

/// A whole number that a row may lack, in four bytes.
struct Count: Hashable, Sendable {
  private let stored: Int32

  /// Creates no number if the value is negative.
  init(_ value: Int32 = -1) { stored = value }

  var value: Int? { stored < 0 ? nil : Int(stored) }
}
