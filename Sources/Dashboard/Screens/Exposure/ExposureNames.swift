import Dataset
import Insight

extension World {
  /// The name of the target of an exposure or a cut.
  func name(of target: ExposureTarget) -> String {
    switch target {
    case .organisation(let id): dataset.name(id)
    case .country(let id): dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    case .commitment(let id): title(of: .commitment(dataset.slug(id)))
    }
  }

  /// The same of what is cut.
  func name(of target: CutTarget) -> String {
    switch target {
    case .organisation(let id): name(of: ExposureTarget.organisation(id))
    case .commitment(let id): name(of: ExposureTarget.commitment(id))
    case .standing(let territory): "what stands in \(name(of: territory))"
    case .home(let territory): "whoever is at home in \(name(of: territory))"
    }
  }

  private func name(of territory: Territory) -> String {
    switch territory {
    case .country(let id): dataset.name(id)
    case .jurisdiction(let jurisdiction): jurisdiction.word
    }
  }

  /// The target of an exposure: an organisation by its id, a country by its code (`NO`), a
  /// jurisdiction by its word (`EU-27`), a commitment by its id.
  public func exposureTarget(_ name: String) -> ExposureTarget? {
    if let id = dataset.organisation(name) { return .organisation(id) }
    if let jurisdiction = Jurisdiction(name) { return .jurisdiction(jurisdiction) }
    if let site = dataset.commitment(name) { return .commitment(site) }
    return dataset.country(name).map { .country($0) }
  }

  /// The target of a cut: any target of an exposure, where a place means the sites there (`NO`);
  /// organisations at home in a place have `home:` in front (`home:NO`).
  public func cutTarget(_ name: String) -> CutTarget? {
    guard name.hasPrefix(CutTarget.homePrefix) else {
      return exposureTarget(name).map({ CutTarget($0) })
    }
    let place = String(name.dropFirst(CutTarget.homePrefix.count))
    guard case .standing(let territory)? = exposureTarget(place).map({ CutTarget($0) }) else {
      return nil
    }
    return .home(in: territory)
  }

  /// The target and the part of a cut: `nscale`, or `nvidia=50` for half.
  public func cut(_ text: String) -> (target: CutTarget, fraction: Double)? {
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    guard let name = parts.first, let target = cutTarget(name) else { return nil }
    guard parts.count == 2 else { return (target, 1) }
    guard let percent = Double(parts[1]), (0...100).contains(percent) else { return nil }
    return (target, percent / 100)
  }
}
