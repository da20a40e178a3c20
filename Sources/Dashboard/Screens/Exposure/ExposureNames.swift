import Dataset
import Insight

extension World {
  /// What something that exposure is measured to, or that is cut, is called.
  func name(of target: ExposureTarget) -> String {
    switch target {
    case .organisation(let id): dataset.name(id)
    case .country(let id): dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .commitment(let id): title(of: .commitment(dataset.slug(id)))
    }
  }

  /// What exposure is measured to: an organisation by its id, a country by its code (`NO`), a jurisdiction
  /// by its word (`EU-27`), a commitment by its id.
  public func exposureTarget(_ name: String) -> ExposureTarget? {
    if let id = dataset.organisation(name) { return .organisation(id) }
    if let jurisdiction = Jurisdiction(name) { return .jurisdiction(jurisdiction) }
    if let site = dataset.commitment(name) { return .commitment(site) }
    return dataset.country(name).map { .country($0) }
  }

  /// What is cut and how much of it: `nscale`, or `nvidia=50` for half.
  public func cut(_ text: String) -> (target: ExposureTarget, fraction: Double)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first, let target = exposureTarget(name) else { return nil }
    guard parts.count == 2 else { return (target, 1) }
    guard let percent = Double(parts[1]), (0...100).contains(percent) else { return nil }
    return (target, percent / 100)
  }
}
