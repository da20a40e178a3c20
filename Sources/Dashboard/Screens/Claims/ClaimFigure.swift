import Canvas
import Charts
import Dataset
import Insight

/// The figures of a claim as people read them, in the claim's own unit.
struct ClaimFigure: Sendable {
  private let dataset: Dataset
  private let unit: ClaimUnit
  private let stated: String

  init(_ claim: Claim, in dataset: Dataset) {
    self.dataset = dataset
    unit = ClaimUnit(of: claim, in: dataset)
    stated = dataset.string(claim.stated)
  }

  private var names: [String] { stated.split(separator: ";").map(String.init) }

  var statedText: String {
    if stated.isEmpty { return String(Glyph.none) }
    switch unit.kind {
    case .organisations where names.count > 1: return "\(names.count) named"
    case .organisations, .organisation:
      return dataset.organisation(stated).map(dataset.name) ?? stated
    case .country: return dataset.country(stated).map(dataset.name) ?? stated
    default:
      guard !unit.isText, let number = Double(stated) else { return stated }
      return (unit.isMinimum ? "over " : "") + figure(number)
    }
  }

  func text(_ finding: Finding?) -> String {
    guard let finding else { return NumberFormat.unknown }
    switch finding.value {
    case .figure(let low, let high):
      // Rows that give no number can only add to it.
      let isAtLeast = finding.unknown > 0
      if low == high { return figure(low, isAtLeast: isAtLeast) }
      return NumberFormat.interval(figure(low), figure(high, isAtLeast: isAtLeast))
    case .date(let date): return date.description
    case .organisations(let ids):
      if unit.kind == .organisation || names.count == 1 {
        return ids.isEmpty ? NumberFormat.unknown : ids.map(dataset.name).joined(separator: ", ")
      }
      return "\(ids.count { names.contains(dataset.slug($0)) }) of \(names.count)"
    case .country(let id): return dataset.name(id)
    case .words(let words): return words.joined(separator: ", ")
    case .confirmed: return "sourced"
    case .nothing: return NumberFormat.unknown
    case .unsourced: return "no source"
    case .judgement: return String(Glyph.none)
    }
  }

  private func figure(_ value: Double, isAtLeast: Bool = false) -> String {
    let more = isAtLeast ? "+" : ""
    switch unit.kind {
    case .dollars: return NumberFormat.money(millions: value) + more
    case .percent: return NumberFormat.figure(value) + " %" + more
    // Months to a day, so that less than none are past.
    case .months:
      return NumberFormat.figure(abs(value)) + " mo" + more + (value < 0 ? " ago" : "")
    default:
      guard value == value.rounded(), abs(value) < 1e15 else {
        return NumberFormat.figure(value) + more
      }
      return NumberFormat.integer(value) + more
    }
  }
}
