/// The precision of a figure that leaves the program: the rule for every document and table.
///
/// A sum of decimal fractions carries binary noise: `51072.61778000001`. Money is written to a
/// tenth of a thousand, whatever its currency. A share, and any other fraction, is written to six
/// places.
public enum Precision: Int, Sendable {
  /// Money in millions, to four places.
  case millions = 4
  /// A share of a whole, to six places.
  case share = 6

  /// The figure without what lies beyond its last place.
  public func rounded(_ value: Double) -> Double {
    let scaled = (value * scale).rounded()
    // Beyond that a figure has no such places: it is whole already.
    guard scaled.magnitude < Precision.mostExact else { return value }
    // A zero without a sign: minus nothing is nothing.
    return scaled == 0 ? 0 : scaled / scale
  }

  /// The figure in decimal digits, without an exponent and without zeros at its end.
  public func text(_ value: Double) -> String {
    let figure = rounded(value)
    if let whole = Int64(exactly: figure) { return "\(whole)" }
    guard let scaled = Int64(exactly: (figure * scale).rounded()) else { return "\(figure)" }
    var digits = "\(scaled.magnitude)"
    if digits.utf8.count <= rawValue {
      digits = String(repeating: "0", count: rawValue + 1 - digits.utf8.count) + digits
    }
    let fraction = digits.suffix(rawValue)
    let end = fraction.lastIndex { $0 != "0" }.map { fraction.index(after: $0) }
    return (scaled < 0 ? "-" : "") + digits.dropLast(rawValue) + "."
      + fraction[..<(end ?? fraction.endIndex)]
  }

  private var scale: Double { self == .millions ? 1e4 : 1e6 }

  /// The whole numbers below this have a binary fraction each of their own.
  private static let mostExact = 9_007_199_254_740_992.0
}
