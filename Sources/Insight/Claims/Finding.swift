import Dataset

public enum MetricValue: Hashable, Sendable {
  /// A figure, or the interval in which it lies where rows leave that open. Low and high are equal for
  /// a figure that is known.
  case figure(low: Double, high: Double)
  case date(PartialDate)
  /// Organisations, in the order asked for.
  case organisations([ID<Organisation>])
  case country(ID<Country>)
  case words([String])
  case confirmed
  /// There is no value: not known on that day, cancelled, not disclosed.
  case nothing
  case unsourced
  case judgement

  static func exactly(_ figure: Double) -> MetricValue { .figure(low: figure, high: figure) }
}

/// The value of a metric, its derivation and its evidence.
public struct Finding: Hashable, Sendable {
  public let value: MetricValue
  /// Rows that belong in the reckoning and give no number; never summed as zero.
  public let unknown: Int
  /// The reckoning in words, a sentence without a full stop.
  public let words: String
  public let evidence: Evidence

  init(_ value: MetricValue, unknown: Int = 0, _ words: String, _ evidence: Evidence) {
    self.value = value
    self.unknown = unknown
    self.words = words
    self.evidence = evidence
  }

  /// The value as `stated` would write it: a number, an interval `84-97`, a date, ids separated by
  /// semicolons; empty where there is none.
  public func text(in dataset: Dataset) -> String {
    switch value {
    case .figure(let low, let high):
      low == high ? Stated.text(low) : Stated.text(low) + "-" + Stated.text(high)
    case .date(let date): date.description
    case .organisations(let ids): ids.map { dataset.slug($0) }.joined(separator: ";")
    case .country(let id): dataset.code(id)
    case .words(let words): words.joined(separator: ";")
    case .confirmed, .nothing, .unsourced, .judgement: ""
    }
  }
}

enum Stated {
  /// A decimal number without sign of thousands or exponent.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    guard !bytes.isEmpty, bytes.allSatisfy({ (48...57).contains($0) || $0 == 45 || $0 == 46 })
    else { return nil }
    return Double(text)
  }

  /// A number with at most four decimals, none that say nothing.
  static func text(_ number: Double) -> String {
    guard abs(number) < 1e12 else { return "\(number)" }
    let scaled = Int64((abs(number) * 10_000).rounded())
    var fraction = String(scaled % 10_000)
    fraction = String(repeating: "0", count: 4 - fraction.count) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = number < 0 && scaled > 0 ? "-" : ""
    return sign + "\(scaled / 10_000)" + (fraction.isEmpty ? "" : "." + fraction)
  }
}
