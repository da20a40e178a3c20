import Dataset

/// The figures that would change if a finding of the review came out the other way.
public struct Stake: Hashable, Sendable {
  /// A total of the ledger that a row stands in.
  public enum Unit: Int, CaseIterable, Sendable {
    case accelerators, megawatts, dollars, states
    /// Figures apart from the totals: announced sites, money that has not come, a price.
    case announcedAccelerators, announcedMegawatts, announcedDollars, valuation

    /// True if the unit is one of a total; a figure next to a total weighs a fifth of that.
    var isCounted: Bool { rawValue <= Unit.states.rawValue }
  }

  /// How much of each unit.
  private var amounts = [Double](repeating: 0, count: Unit.allCases.count)

  /// Nothing that has a figure.
  public init() {}

  init(_ unit: Unit, _ amount: Double) { self[unit] = amount }

  /// How much of a unit.
  public internal(set) subscript(unit: Unit) -> Double {
    get { amounts[unit.rawValue] }
    set { amounts[unit.rawValue] = newValue.isFinite ? max(0, newValue) : 0 }
  }

  /// True if no figure is at stake.
  public var isEmpty: Bool { amounts.allSatisfy { $0 == 0 } }

  static func += (left: inout Stake, right: Stake) {
    for unit in Unit.allCases { left[unit] += right[unit] }
  }

  /// The figures in words: "52,000 accelerators, 75 MW"; empty where there is none.
  public var words: String {
    Unit.allCases.compactMap { unit in
      let amount = self[unit]
      return amount == 0 ? nil : Stake.words(amount, unit)
    }.joined(separator: ", ")
  }

  private static func words(_ amount: Double, _ unit: Unit) -> String {
    let number = Wording.number(amount, places: amount < 10 ? 1 : 0)
    let accelerators = amount == 1 ? "accelerator" : "accelerators"
    return switch unit {
    case .accelerators: "\(number) \(accelerators)"
    case .megawatts: "\(number) MW"
    case .dollars: "USD \(number) m"
    case .states: amount == 1 ? "1 state" : "\(number) states"
    case .announcedAccelerators: "\(number) \(accelerators) announced"
    case .announcedMegawatts: "\(number) MW announced"
    case .announcedDollars: "USD \(number) m announced"
    case .valuation: "a price of USD \(number) m"
    }
  }

  /// The largest part of a total that is at stake, 0 to 1: what findings are ranked by.
  ///
  /// - Parameter totals: the whole of each unit.
  func weight(in totals: Stake) -> Double {
    Unit.allCases.reduce(0) { heaviest, unit in
      guard totals[unit] > 0 else { return heaviest }
      let part = min(1, self[unit] / totals[unit])
      return max(heaviest, unit.isCounted ? part : part / 5)
    }
  }
}
