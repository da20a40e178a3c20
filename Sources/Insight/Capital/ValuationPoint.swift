import Dataset

/// The value of a company at a time, by a row.
public struct ValuationPoint: Sendable {
  public enum Standing: String, CaseIterable, Sendable {
    /// Paid by somebody, or set by a market.
    case established
    /// Of a round that is announced or conditional and has not closed.
    case pending
    case talks
  }

  public enum Origin: Sendable {
    /// A round, with its valuation after the money.
    case round(Round)
    case valuation(Valuation)
  }

  public let date: PartialDate
  /// The value in the currency announced.
  public let value: Money
  /// The value in millions of dollars; `nil` before the first reference rate.
  public let dollars: Dollars?
  public let basis: ValuationBasis
  public let standing: Standing
  public let confidence: Confidence
  public let sources: IDList<Source>
  public let origin: Origin
}

extension ValuationPoint {
  /// The day from which the value counts.
  public func day(in dataset: Dataset) -> Day {
    switch origin {
    case .round(let round): dataset.known(round)
    case .valuation(let valuation): dataset.known(valuation)
    }
  }

  /// The value after the money that a round tells; `nil` where it tells none, or was withdrawn.
  public init?(_ round: Round, in dataset: Dataset) {
    guard let value = round.postMoney, round.status != .withdrawn else { return nil }
    date = round.date
    self.value = value
    dollars = dataset.postMoneyDollars(round)
    basis = .postMoney
    standing = round.status == .closed ? .established : .pending
    confidence = round.confidence
    sources = round.sources
    origin = .round(round)
  }

  /// The value that a row of the table of values tells.
  public init(_ valuation: Valuation, in dataset: Dataset) {
    date = valuation.date
    value = valuation.value
    dollars = dataset.dollars(valuation)
    basis = valuation.basis
    standing = valuation.basis == .talks ? .talks : .established
    confidence = valuation.confidence
    sources = valuation.sources
    origin = .valuation(valuation)
  }

  /// True if this point is taken over another of the same date: the better confirmed, then the
  /// lower, so that a doubt never makes a company dearer.
  public func isTaken(over other: ValuationPoint) -> Bool {
    if confidence != other.confidence { return confidence.rawValue < other.confidence.rawValue }
    let (own, others) = (dollars?.millions ?? .infinity, other.dollars?.millions ?? .infinity)
    return own < others
  }
}

public struct ValuationStep: Sendable {
  /// The figure that is taken: the best confirmed, of equals the lowest.
  public let taken: ValuationPoint
  /// Other established figures of the same date, in the order of preference.
  public let conflicting: [ValuationPoint]

  public var date: PartialDate { taken.date }
}
