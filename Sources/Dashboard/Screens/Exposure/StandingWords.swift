import Charts
import Dataset
import Insight

/// The words for wide bounds, and for those through whom somebody depends by relations alone.
struct StandingWords {
  let exposure: Exposure
  let world: World

  private var dataset: Dataset { world.dataset }

  /// The facts that open the bounds, the widest first: `Nscale Glomfjord, at most 100,000 by its 30 MW`.
  func open(_ found: OrganisationExposure) -> [String] {
    let partners = found.open.filter { !isOfRows($0.thing) }
    var words = found.open.filter { isOfRows($0.thing) }.map { row($0) }
    let kinds: [(String, (OpenDependency.Thing) -> ID<Organisation>?)] = [
      ("rents from", { if case .renting(let id) = $0 { id } else { nil } }),
      ("hosted by", { if case .hosting(let id) = $0 { id } else { nil } }),
      ("supplied by", { if case .supply(let id) = $0 { id } else { nil } }),
      ("tied to", { if case .relation(let id) = $0 { id } else { nil } }),
    ]
    let ties = kinds.compactMap { kind, id -> String? in
      let names = partners.compactMap { id($0.thing) }.map { dataset.name($0) }
      return names.isEmpty ? nil : "\(kind) \(Self.list(names))"
    }
    if !ties.isEmpty {
      let all = partners.count > 1 ? "all " : ""
      words.append(ties.joined(separator: ", ") + ", \(all)without a size")
    }
    return words
  }

  /// The facts about somebody without a known share: `2 sites of NVIDIA's without a number, 593 MW`,
  /// `only Deutsche Telekom, 100 % NVIDIA`.
  func through(_ found: OrganisationExposure) -> [String] {
    var words: [String] = []
    let sites = found.unsized.compactMap { world.snapshot.commitment($0) }
    if !sites.isEmpty {
      let makers = Set(sites.map(\.vendor))
      let maker = makers.count == 1 ? makers.first.flatMap { $0 }.map { dataset.name($0) } : nil
      let power = sites.compactMap(\.megawatts).reduce(0, +)
      let whose = maker.map { " of \($0)'s" } ?? ""
      let size = exposure.options.unit == .mw ? "its power" : "a number"
      words.append(
        "\(counted(sites.count, "site"))\(whose) without \(size)"
          + (power > 0 ? ", \(NumberFormat.figure(power)) MW" : ""))
    }
    if found.amount > 0 {
      let unit = exposure.dimension == .capital ? "$ m" : exposure.options.unit.title
      words.append("\(NumberFormat.integer(found.amount)) \(unit) of somebody not named")
    }
    // The maker of its own sites has been named; their operators are whoever it goes through.
    let partners = found.through.filter { id in !sites.contains { $0.vendor == id } }
    let only = partners.count == 1 && words.isEmpty ? "only " : ""
    words += partners.map { only + partner($0) }
    return words
  }

  private func partner(_ id: ID<Organisation>) -> String {
    guard case .organisation(let target) = exposure.target, target != id,
      let known = exposure[id].known
    else { return dataset.name(id) }
    let share = NumberFormat.percent(known.documented...known.possible)
    return "\(dataset.name(id)), \(share) \(dataset.name(target))"
  }

  private func isOfRows(_ thing: OpenDependency.Thing) -> Bool {
    switch thing {
    case .commitment, .round: true
    case .renting, .hosting, .supply, .relation: false
    }
  }

  private func row(_ open: OpenDependency) -> String {
    switch open.thing {
    case .commitment(let id):
      guard let site = world.snapshot.commitment(id) else { return dataset.slug(id) }
      let name = dataset.string(site.name)
      guard open.isUnsized else {
        return "\(name), \(size(of: site)) of somebody not named"
      }
      guard let bound = open.bound else { return "\(name), without a size" }
      let most = NumberFormat.integer(bound.most.rounded(.down))
      return "\(name), at most \(most) by its \(NumberFormat.figure(bound.megawatts)) MW"
    case .round(let id):
      let name = world.snapshot.round(id).map { dataset.string($0.series) } ?? dataset.slug(id)
      return open.isUnsized ? "\(name), without an amount" : "\(name), tickets not named"
    case .renting(let id), .hosting(let id), .supply(let id), .relation(let id):
      return dataset.name(id)
    }
  }

  private func size(of site: Commitment) -> String {
    switch exposure.options.unit {
    case .mw: site.megawatts.map { "\(NumberFormat.figure($0)) MW" } ?? "a part"
    case .accelerators, .h100e: site.accelerators.map { NumberFormat.integer($0) } ?? "a part"
    }
  }

  private static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}
