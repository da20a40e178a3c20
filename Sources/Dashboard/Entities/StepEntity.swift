import Dataset
import Insight

extension Entity {
  static let step = Entity(
    .enforcement, kind: "enforcement", heading: EnforcementScreen.title, word: "step",
    rows: { $0.enforcement },
    key: { _, row, dataset in .step(country: dataset.code(row.country), row.step) },
    row: { key, world in world.history(ofStep: key).last },
    history: { key, world in world.history(ofStep: key) },
    sources: { row, world in world.dataset.ids(row.sources) }, named: { $0.sources },
    title: { row, world in "\(world.dataset.name(row.country)) · \(row.step.words)" },
    untitled: { key, world in
      // A step that was not taken has a name all the same.
      guard case .step(let code, let step) = key else { return "step" }
      return "\(world.title(of: .country(code))) · \(step.words)"
    },
    subject: { row, world in .country(world.dataset.code(row.country)) },
    passes: { row, filter in filter.matches(row) })
}

extension Fact {
  public static func step(country: String, _ step: EnforcementStepKind) -> Fact {
    .row(.enforcement, .step(country: country, step))
  }
}

extension World {
  fileprivate func history(ofStep key: Fact.Key) -> [EnforcementStep] {
    guard case .step(let code, let step) = key, let country = dataset.country(code) else {
      return []
    }
    return snapshot.history(of: country, step)
  }
}
