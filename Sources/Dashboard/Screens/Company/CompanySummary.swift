import Canvas
import Charts

/// The lines under the name of a company: its money, its value, its compute.
///
/// The sums raised and the last value share a line where both fit. In a narrow window the value goes to the
/// line of its values, or gets a line in their place. So neither loses a sum to the other.
struct CompanySummary: Sendable {
  var raised: [Span] = []
  /// Its purchase, where it is announced.
  var purchase: [Span] = []
  /// The last value.
  var value: [Span] = []
  /// The values over time.
  var values: [Span] = []
  var others: [[Span]] = []

  /// Its lines in a width; each is still to be cut to it.
  func lines(width: Int) -> [[Span]] {
    (money(width: width) + others).filter { !$0.isEmpty }
  }

  private func money(width: Int) -> [[Span]] {
    func fits(_ spans: [Span]) -> Bool {
      spans.reduce(0) { $0 + TextWidth.of($1.text) } <= width
    }
    guard !raised.isEmpty, !value.isEmpty else { return [raised + value, purchase, values] }
    // The day of the value and its multiple may go, with an ellipsis in their place.
    let sums = raised + [Span(" · ", .plain)] + value.prefix(2)
    if fits(sums + [Span(" \(Glyph.ellipsis)")]) || fits(raised + [Span(" · ")] + value) {
      return [raised + [Span(" · ")] + value, purchase, values]
    }
    return [raised, purchase, !values.isEmpty && fits(values) ? values : value]
  }
}
