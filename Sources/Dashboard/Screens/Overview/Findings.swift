import Charts
import Dataset
import Insight

// The answers that the pictures of the overview give, as their titles.
extension HeadlineFigures {
  /// `Europe: four in five firm accelerators are NVIDIA's`, or at least so many where some are open.
  var makersFinding: String {
    guard let nvidia, nvidia.whole > 0 else { return "" }
    let share = ShareWords.part(
      nvidia.documented, of: "firm accelerators", each: "firm accelerators")
    let least = nvidia.possible - nvidia.documented > 0.02 ? "at least " : ""
    let words = share.prefix(1).lowercased() + share.dropFirst()
    return "Europe: \(least)\(words) are \(world.focusName)'s"
  }

  /// `Half of the money went to infrastructure`.
  var layersFinding: String {
    let whole = byLayer.total.usdMillions
    guard whole > 0,
      let first = byLayer.groups.max(by: { $0.tally.usdMillions < $1.tally.usdMillions }),
      case .layer(let layer) = first.key
    else { return "" }
    let share = ShareWords.part(
      first.tally.usdMillions / whole, of: "the money", each: "dollars")
    return "\(share) went to \(layer.word)"
  }

  /// `45 % of firm accelerators stand in the EU-27`.
  var placesFinding: String {
    let whole = compute.total.accelerators
    guard whole > 0,
      let first = compute.groups.max(by: { $0.tally.accelerators < $1.tally.accelerators }),
      case .jurisdiction(let place) = first.key, ![.unstated, .other].contains(place)
    else { return "" }
    let share = ShareWords.part(
      Double(first.tally.accelerators) / Double(whole), of: "firm accelerators",
      each: "firm accelerators")
    return "\(share) stand in \(place == .ch ? "" : "the ")\(place.word)"
  }
}
