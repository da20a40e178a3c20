import Charts
import Dataset
import Insight

/// The words of others on a figure about which sources disagree.
///
/// The rule: other figures that the ledger holds of the same day are told as figures. Where a disputed row has
/// only words on them, its note stands next to the row whole; no figure is read out of it.
enum OtherFigures {
  /// The other figures of a company's value; empty where nobody disagrees.
  static func words(on value: CompanyValue, in world: World) -> String {
    (value.taken ?? value.open).map { words(on: $0, in: world) } ?? ""
  }

  /// The other figures of the day of a value, or else the note of its row where it is disputed.
  static func words(on point: ValuationPoint, in world: World) -> String {
    let others = world.established(onTheDayOf: point)
    var seen: [String] = []
    for other in others where other.dollars?.millions != point.dollars?.millions {
      guard let dollars = other.dollars else { continue }
      let text = "\(dollars.cell.text) \(other.basis.words), \(other.confidence.word)"
      if !seen.contains(text) { seen.append(text) }
    }
    if !seen.isEmpty { return seen.joined(separator: "; ") }
    guard point.confidence == .disputed else { return "" }
    return switch point.origin {
    case .round(let round): words(on: round, in: world)
    case .valuation(let row): world.dataset.string(row.note)
    }
  }

  /// The note of a disputed round; empty for any other.
  static func words(on round: Round, in world: World) -> String {
    round.confidence == .disputed ? world.dataset.string(round.note) : ""
  }
}
