import Charts
import Dataset
import Insight

// A company of which the ledger holds no round may have raised a lot, on a stock exchange or before anybody
// looked. That is said in words, since the mark of the unknown reads as if it had raised nothing.
extension CapitalTally {
  /// Whether the ledger holds a round that raised money, or was announced to.
  var isTracked: Bool { !rounds.isEmpty || !announcedRounds.isEmpty }

  /// What stands instead of a sum where none is tracked.
  static let untracked = "not tracked"
}

extension Organisation {
  /// Whether it is one that raises money in rounds, rather than one that the public pays for.
  var raisesMoney: Bool { kind == .company || kind == .publicCompany }
}

extension FactCell {
  /// What a company raised in millions of dollars, `·` where no amount is known.
  static func raised(_ tally: CapitalTally, by organisation: Organisation) -> FactCell {
    if !tally.isTracked, organisation.raisesMoney {
      return FactCell(Table.Entry(CapitalTally.untracked, style: .dim), .unknown)
    }
    let isKnown = tally.rounds.count > tally.undisclosed
    return FactCell(
      isKnown ? tally.usdMillions : nil, { NumberFormat.integer($0) })
  }
}
