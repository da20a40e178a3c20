import Dataset

/// The reason why a round's money is added up or not.
public enum RoundStanding: Hashable, Sendable {
  /// Money raised: closed, and of a form that brings money to the company.
  case counted
  /// Announced or conditional: kept apart from the sum until it has closed.
  case announced
  /// Inside another round that is known by now; adding both would count it twice.
  case contained(in: ID<Round>)
  /// A plan, a price paid, a vehicle that will invest or an outflow: no money raised.
  case notRaised(Instrument)
  case withdrawn
}

extension Snapshot {
  public func standing(of round: Round) -> RoundStanding {
    guard round.instrument.raisesMoney else { return .notRaised(round.instrument) }
    if let whole = round.partOf, isContained(round) { return .contained(in: whole) }
    switch round.status {
    case .closed: return .counted
    case .announced, .conditional: return .announced
    case .withdrawn: return .withdrawn
    }
  }
}
