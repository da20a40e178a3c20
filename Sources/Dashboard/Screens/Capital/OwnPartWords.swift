import Charts
import Dataset
import Insight

extension OwnParts {
  /// An investor's own money in its rounds: `own part $5 m in 1 of 3 rounds, else not published`.
  func words(on investor: ID<Organisation>, in rounds: [ID<Round>]) -> String? {
    let sum = sum(investor, in: rounds)
    guard sum.known + sum.unknown > 0 else { return nil }
    let money = NumberFormat.money(millions: sum.usdMillions)
    if sum.unknown == 0 { return "own part \(money)" }
    if sum.known > 0 {
      return "own part \(money) in \(sum.known) of \(sum.known + sum.unknown), else not published"
    }
    let alone =
      switch sum.alone {
      case 0: ""
      case sum.unknown: ", nobody else named"
      default: ", in \(sum.alone) nobody else named"
      }
    return "own part not published" + alone
  }

  /// The column of one investor's own part, for the list of its rounds.
  func column(of investor: ID<Organisation>) -> Column<Round> {
    Column(
      "own_part_usd_m",
      .init(
        "Own part", unit: "$ m", alignment: .trailing, minimum: 13, maximum: 14, priority: 9),
      words: { round, _ in
        if usdMillions(investor, in: round.id) != nil { return nil }
        return isAlone(in: round.id) ? "named alone" : "not published"
      }
    ) { round, _ in usdMillions(investor, in: round.id).map { Millions($0) } }
  }
}
