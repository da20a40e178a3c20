/// An axis of values from zero up, with round ticks.
///
///     15 │
///     10 │
///      5 │
///      0 └
///
/// The steps are Paul Heckbert's "nice numbers for graph labels" (Graphics Gems, 1990): 1, 2 or 5
/// times a power of ten.
public struct ValueAxis: Hashable, Sendable {
  public let step: Double
  public let steps: Int

  /// An axis that starts at zero and reaches `maximum`, with at most `ticks` ticks apart from zero.
  ///
  /// `whole` keeps the step at 1 or above, for counts.
  public init(maximum: Double, ticks: Int, whole: Bool = false) {
    let reach = maximum.isFinite && maximum > 0 ? maximum : 1
    let most = max(1, ticks)
    var step = Self.nice(reach / Double(most))
    if whole { step = max(1, step) }
    self.step = step
    steps = max(1, Int((reach / step - 1e-9).rounded(.up)))
  }

  init(step: Double, steps: Int) {
    self.step = step
    self.steps = max(0, steps)
  }

  public var ticks: [Double] { (0...steps).map(value(at:)) }

  /// The tick values as text, all with the same digits after the point.
  public var labels: [String] {
    ticks.map { NumberFormat.fixed($0, places: places) }
  }

  /// The least nice number that is not below `value`: 1, 2 or 5 times a power of ten.
  static func nice(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    for factor in [1.0, 2.0, 5.0] where factor * power >= value * (1 - 1e-12) {
      return factor * power
    }
    return 10 * power
  }

  private func value(at index: Int) -> Double { Double(index) * step }

  /// Digits after the point that the step needs, and no more.
  private var places: Int {
    guard let decimal = Decimal(step)?.rounded(significant: 1) else { return 0 }
    return max(0, 1 - decimal.exponent)
  }
}
