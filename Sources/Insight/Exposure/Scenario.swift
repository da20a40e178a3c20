import Dataset

/// One thing that a what-if takes away: what, how much of it, and whether of what runs too.
public struct ScenarioCut: Hashable, Sendable {
  public let target: CutTarget
  /// The part of each site that is taken, 0 to 1.
  public let fraction: Double
  /// The part in time that is taken.
  public let period: CutPeriod

  /// A cut of a fraction of a target.
  ///
  /// - Precondition: `fraction` is inside 0...1.
  public init(_ target: CutTarget, fraction: Double = 1, period: CutPeriod = .everything) {
    precondition((0...1).contains(fraction), "a cut takes between nothing and all")
    self.target = target
    self.fraction = fraction
    self.period = period
  }

  /// The part as it was typed, 0 to 100: 7 of 100 times a hundred is no longer 7.
  public var percent: Double { (fraction * 1e11).rounded() / 1e9 }

  /// The name on the command line and in JSON: `nvidia`, `nvidia:2027`, `nvidia=50`.
  public func slug(in dataset: Dataset) -> String {
    let text = percent == percent.rounded() ? String(Int(percent)) : String(percent)
    return target.slug(in: dataset) + period.suffix + (fraction < 1 ? "=\(text)" : "")
  }

  /// The share of a site that is taken where a share of it reaches the target.
  func taken(of share: ShareInterval, at site: Commitment) -> ShareInterval {
    guard period.takes(site) else { return .none }
    return ShareInterval(
      documented: share.documented * fraction, possible: share.possible * fraction)
  }

  /// The share of an undated site that the target has, and that its period passes over.
  func passedOver(of share: ShareInterval, at site: Commitment) -> ShareInterval {
    period.lacksDate(of: site) ? share : .none
  }

  /// The share taken of what is no site: some of it may be running, or due in another year.
  func taken(of share: ShareInterval) -> ShareInterval {
    ShareInterval(
      documented: period == .everything ? share.documented * fraction : 0,
      possible: share.possible * fraction)
  }
}

/// Several things taken away at once.
///
/// Of several cuts a site loses at least the largest and at most the sum, up to all of it: no row says
/// whether the half of NVIDIA's deliveries that fails is the half that was going to Norway.
public struct Scenario: Hashable, Sendable {
  /// The cuts in the order asked for; at least one.
  public let cuts: [ScenarioCut]

  public init(_ cuts: [ScenarioCut]) { self.cuts = cuts }

  /// A single cut.
  public init(_ target: CutTarget, fraction: Double = 1) {
    cuts = [ScenarioCut(target, fraction: fraction)]
  }

  /// The name on the command line and in JSON: the cuts, joined by commas.
  public func slug(in dataset: Dataset) -> String {
    cuts.map { $0.slug(in: dataset) }.joined(separator: ",")
  }

  /// True if some cut is of what is due in some years.
  public var hasYears: Bool { cuts.contains { $0.period.years != nil } }

  /// The share that all cuts take together, given what each takes.
  static func together(_ shares: [ShareInterval]) -> ShareInterval {
    ShareInterval(
      documented: shares.map(\.documented).max() ?? 0,
      possible: min(1, shares.reduce(0) { $0 + $1.possible }))
  }
}
