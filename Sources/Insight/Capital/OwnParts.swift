import Dataset

/// The part that each investor or lender itself put into each round, where the ledger knows it.
///
/// The rule for sums by investor: a round counts whole for everybody named in it. Next to that sum stands the
/// investor's own part where it was published, or else words that it was not.
public struct OwnParts: Sendable {
  private struct Part: Hashable {
    let investor: ID<Organisation>
    let round: ID<Round>
  }

  /// An investor's own money in some rounds.
  public struct Sum: Hashable, Sendable {
    /// The rounds in which its part was published.
    public var known = 0
    /// The rounds in which it was not.
    public var unknown = 0
    /// The rounds among the unknown ones that name nobody else.
    public var alone = 0
    public var usdMillions = 0.0
  }

  private let millions: [Part: Double]
  private let names: [ID<Round>: Int]

  /// The parts of all investors, those of a group as one where `folding` says so.
  public init(_ snapshot: Snapshot, folding: Folding) {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, folding)
    var millions: [Part: Double] = [:]
    var unknown: Set<Part> = []
    var names: [ID<Round>: Int] = [:]
    for round in snapshot.rounds {
      let investments = snapshot.investments(in: round.id)
      let investors = investments.map { heads[$0.investor] }
      names[round.id] = Set(investors).count
      for (investment, investor) in zip(investments, investors) {
        let part = Part(investor: investor, round: round.id)
        guard let own = dataset.dollars(investment, in: round) else {
          unknown.insert(part)
          continue
        }
        millions[part, default: 0] += own.millions
      }
    }
    // The money of a member of a group says nothing of the others.
    for part in unknown { millions[part] = nil }
    self.millions = millions
    self.names = names
  }

  /// An investor's own part of a round in millions of dollars; `nil` where it was not published.
  public func usdMillions(_ investor: ID<Organisation>, in round: ID<Round>) -> Double? {
    millions[Part(investor: investor, round: round)]
  }

  /// True if a round names one investor and no other.
  public func isAlone(in round: ID<Round>) -> Bool { names[round] == 1 }

  /// An investor's own money in some rounds.
  public func sum(_ investor: ID<Organisation>, in rounds: [ID<Round>]) -> Sum {
    var sum = Sum()
    for round in rounds {
      if let own = usdMillions(investor, in: round) {
        sum.known += 1
        sum.usdMillions += own
      } else {
        sum.unknown += 1
        if isAlone(in: round) { sum.alone += 1 }
      }
    }
    return sum
  }
}
