import Canvas
import Charts
import Dataset
import Insight

// A company without a round in the ledger may have raised a lot, on a stock exchange or before anybody
// looked. That is said in words, since the mark of the unknown reads as if it had raised nothing.
extension CapitalTally {
  /// True if the ledger holds a round that raised money, or was announced to.
  var isTracked: Bool { !rounds.isEmpty || !announcedRounds.isEmpty }

  /// The text in place of a sum where no round is tracked.
  static let untracked = "not tracked"
}

extension Organisation {
  /// True if it raises money in rounds; public bodies do not.
  var raisesMoney: Bool { kind == .company || kind == .publicCompany }
}

extension Column {
  /// The money a company raised in millions of dollars. Where no amount is known it is unknown;
  /// where no round is tracked, the cell says so.
  static func raised(
    _ shown: Table.Column, _ tally: @escaping Of<CapitalTally>,
    by company: @escaping @Sendable (Row) -> ID<Organisation>
  ) -> Column {
    Column(
      "raised_usd_m", shown,
      entry: { row, world, _ in
        !tally(row, world).isTracked && world.dataset[company(row)].raisesMoney
          ? Table.Entry(CapitalTally.untracked, style: .dim) : nil
      }
    ) { row, world -> Millions? in
      let tally = tally(row, world)
      if !tally.isTracked, world.dataset[company(row)].raisesMoney { return nil }
      return tally.rounds.count > tally.undisclosed ? Millions(tally.usdMillions) : nil
    }
  }
}
