import Dataset

public enum ComputeGrouping: String, CaseIterable, Sendable, JSONConvertible {
  case `operator`
  /// The organisation that rents it.
  case customer
  case country
  case jurisdiction
  case vendor
  case chip
  case status
}

/// The compute operated, rented, built and planned.
public enum Compute {
  /// Sums of the sites known on a day, by group and in total.
  ///
  /// Counted are rows of scope `site` that are contracted, building or operational, each id with
  /// its latest row. Announced commitments stand apart, and so do paused and cancelled commitments.
  /// A group of withdrawn commitments is listed only where there is nothing else. Programmes
  /// contain other rows, bids and options may come to nothing. Power follows `CampusRole`. Groups
  /// stand by accelerators, then announced accelerators, then power, then key; those of status by
  /// stage.
  ///
  /// - Parameters:
  ///   - snapshot: the facts and the day.
  ///   - grouping: what commitments are grouped by.
  ///   - folding: whether operators, customers and vendors are seen as groups.
  ///   - announced: whether announced sites enter the sums.
  ///   - filter: which commitments are looked at.
  public static func totals(
    of snapshot: Snapshot, by grouping: ComputeGrouping, folding: Folding = .none,
    announced: Announced = .beside, unit: ComputeUnit = .accelerators,
    where filter: CompiledFilter = .everything
  ) -> ComputeTotals {
    totals(
      of: snapshot, by: [grouping], folding: folding, announced: announced, unit: unit,
      where: filter)[0]
  }

  /// The same sums by several groupings, in their order: the sites are found once for all of them.
  public static func totals(
    of snapshot: Snapshot, by groupings: [ComputeGrouping], folding: Folding = .none,
    announced: Announced = .beside, unit: ComputeUnit = .accelerators,
    where filter: CompiledFilter = .everything
  ) -> [ComputeTotals] {
    let dataset = snapshot.dataset
    let heads = GroupHeads(dataset, folding)
    let sites = Sites(snapshot, announced, filter)
    var total = ComputeTally()
    var tallies = groupings.map { _ in [GroupKey: ComputeTally]() }
    let sizes =
      unit == .h100e ? SiteSizes(unit, dataset, heads, sites.firmRoles) : nil
    func addEquivalents(_ commitment: Commitment, isFirm: Bool, to tally: inout ComputeTally) {
      guard let sizes else { return }
      let told = sizes.size(of: commitment).told
      tally.add(equivalents: told, of: commitment, isFirm: isFirm)
    }
    for commitment in sites.firm {
      let role = sites.firmRoles[commitment]
      total.addFirm(commitment, role)
      if role != .campus { addEquivalents(commitment, isFirm: true, to: &total) }
      for (place, grouping) in groupings.enumerated() {
        let key = key(of: commitment, grouping, heads, dataset)
        tallies[place][key, default: ComputeTally()].addFirm(commitment, role)
        if role != .campus {
          addEquivalents(
            commitment, isFirm: true, to: &tallies[place][key, default: ComputeTally()])
        }
      }
    }
    for commitment in sites.announced {
      let role = sites.announcedRoles[commitment]
      total.addAnnounced(commitment, role)
      if role != .campus { addEquivalents(commitment, isFirm: false, to: &total) }
      for (place, grouping) in groupings.enumerated() {
        let key = key(of: commitment, grouping, heads, dataset)
        tallies[place][key, default: ComputeTally()].addAnnounced(commitment, role)
        if role != .campus {
          addEquivalents(
            commitment, isFirm: false, to: &tallies[place][key, default: ComputeTally()])
        }
      }
    }
    for commitment in sites.withdrawn {
      let said = SizeSaid(of: commitment, sites.withdrawnRoles[commitment], in: snapshot)
      total.addWithdrawn(commitment, said)
      for (place, grouping) in groupings.enumerated() {
        let key = key(of: commitment, grouping, heads, dataset)
        if tallies[place][key] != nil || total.isWithdrawn {
          tallies[place][key, default: ComputeTally()].addWithdrawn(commitment, said)
        }
      }
    }
    return zip(groupings, tallies).map { grouping, tallies in
      ComputeTotals(
        dataset: dataset, asOf: snapshot.day, grouping: grouping, folding: folding,
        announced: announced, unit: unit, total: total, groups: ordered(tallies, unit, dataset))
    }
  }

  /// The maker that exposure is measured to where nobody is named: the focus of the dataset, or without it
  /// the maker of the most firm accelerators. `nil` where no row names a maker.
  public static func usualMaker(
    in snapshot: Snapshot, _ folding: Folding = .none
  ) -> ID<Organisation>? {
    snapshot.dataset.focus ?? makers(in: snapshot, folding).first
  }

  /// The organisations that exposure is usually measured to, in turn: those that the dataset names.
  /// Where it names fewer than two, they are the makers of the most firm accelerators.
  public static func usualTargets(
    in snapshot: Snapshot, _ folding: Folding = .none
  ) -> [ID<Organisation>] {
    let named = snapshot.dataset.focusList
    guard named.count < 2 else { return named }
    let others = makers(in: snapshot, folding).filter { !named.contains($0) }
    return Array((named + others).prefix(5))
  }

  /// The makers, that of the most firm accelerators first.
  private static func makers(in snapshot: Snapshot, _ folding: Folding) -> [ID<Organisation>] {
    totals(of: snapshot, by: .vendor, folding: folding).groups.compactMap { group in
      if case .organisation(let id) = group.key { id } else { nil }
    }
  }

  private static func key(
    of commitment: Commitment, _ grouping: ComputeGrouping, _ heads: GroupHeads,
    _ dataset: Dataset
  ) -> GroupKey {
    func organisation(_ id: ID<Organisation>?) -> GroupKey {
      id.map { .organisation(heads[$0]) } ?? .unknown
    }
    switch grouping {
    case .operator: return organisation(commitment.operatedBy)
    case .customer: return organisation(commitment.customer)
    case .country: return .country(commitment.country)
    case .jurisdiction: return .jurisdiction(dataset.jurisdiction(of: commitment.country))
    case .vendor: return organisation(commitment.vendor)
    case .chip:
      return commitment.chip.isEmpty ? .unknown : .chip(dataset.string(commitment.chip))
    case .status: return .status(commitment.status)
    }
  }

  private static func ordered(
    _ tallies: [GroupKey: ComputeTally], _ unit: ComputeUnit, _ dataset: Dataset
  ) -> [ComputeTotals.Group] {
    tallies.map { (key: $0.key, tally: $0.value, slug: $0.key.slug(in: dataset)) }
      .sorted { left, right in
        if case .status(let first) = left.key, case .status(let second) = right.key {
          return first.rawValue < second.rawValue
        }
        let (first, second) = (left.tally, right.tally)
        let (one, other) = (first.firm(in: unit), second.firm(in: unit))
        if one.lowerBound != other.lowerBound { return one.lowerBound > other.lowerBound }
        if first.accelerators != second.accelerators {
          return first.accelerators > second.accelerators
        }
        if first.announced != second.announced { return first.announced > second.announced }
        if first.megawatts != second.megawatts { return first.megawatts > second.megawatts }
        if first.withdrawn != second.withdrawn { return first.withdrawn > second.withdrawn }
        return left.slug < right.slug
      }.map { ComputeTotals.Group(key: $0.key, tally: $0.tally) }
  }
}

/// The sites of a snapshot that a filter lets through, and their roles among each other.
struct Sites {
  /// Contracted, building or operational commitments, and announced commitments where those are to
  /// be counted.
  let firm: [Commitment]
  let firmRoles: CampusRoles
  let announced: [Commitment]
  let announcedRoles: CampusRoles
  let withdrawn: [Commitment]
  let withdrawnRoles: CampusRoles

  init(_ snapshot: Snapshot, _ inclusion: Announced = .beside, _ filter: CompiledFilter) {
    let sites = snapshot.compute.filter { $0.scope == .site && filter.matches($0) }
    announced = sites.filter { $0.status == .announced }
    withdrawn = sites.filter(\.status.isWithdrawn)
    firm = sites.filter {
      $0.status.isFirm || (inclusion == .counted && $0.status == .announced)
    }
    firmRoles = CampusRoles(firm, in: snapshot.dataset)
    announcedRoles = CampusRoles(announced, in: snapshot.dataset)
    withdrawnRoles = CampusRoles(asLastSaid: withdrawn, in: snapshot)
  }
}
