import Canvas
import Charts
import Dataset
import Insight

extension ExposureFacts.Bar {
  /// The share of what has a size alone; `nil` where nothing has, or nothing is known.
  func counted(of id: ID<Organisation>) -> ClosedRange<Double>? {
    let found = exposure[id]
    guard !found.isUnknown, let share = found.countedShare else { return nil }
    let (low, high) = (share.documented, share.possible)
    return isRest ? (1 - high)...(1 - low) : low...high
  }
}

/// The tables of a company that tell what it depends on, and what is said of it.
extension CompanyFacts {
  /// The four exposures as bars, with the largest path in words.
  var exposureTable: FactTable {
    let (world, id) = (world, id)
    let known = bars.filter { !$0.exposure[id].isUnknown }
    return FactTable(
      "Depends on",
      columns: [
        Table.Column("On", minimum: 13, maximum: 16, priority: 10),
        Table.Column("", minimum: 16, maximum: 16, priority: 7),
        Table.Column("Exposed", alignment: .trailing, minimum: 9, maximum: 10, priority: 9),
        Table.Column("Of what has a size", alignment: .trailing, minimum: 18, priority: 8),
        Table.Column("Largest path", minimum: 24, maximum: 90, priority: 5),
      ], count: known.count
    ) { index in
      let bar = known[index]
      let found = bar.exposure[id]
      let share = bar.share(of: id) ?? 0...1
      let facts = found.paths.flatMap { world.facts(at: $0.evidence.rows) }
      return (
        facts.isEmpty
          ? .organisation(world.dataset.slug(id)) : .sum(title: "Paths: \(bar.title)", facts),
        [
          FactCell(bar.title),
          FactCell(
            Table.Entry(bar: Bar(share: share, style: bar.style), cells: 16),
            .number(share.lowerBound)),
          FactCell(Table.Entry(NumberFormat.percent(share)), .number(share.lowerBound)),
          FactCell(
            bar.counted(of: id).map { Table.Entry(NumberFormat.percent($0), style: .dim) }
              ?? .unknown, .number(bar.counted(of: id)?.lowerBound)),
          FactCell(
            found.paths.first.map { ExposureFacts.words($0, of: id, in: world) } ?? "",
            style: .dim),
        ]
      )
    }
  }

  /// Whose its capacity is: tenants, makers of the chips, and the law the sites stand under.
  var capacityTable: FactTable {
    let (world, profile) = (world, CapacityProfile(of: id, in: world.snapshot))
    let parts =
      profile.byCustomer.map { ("tenant", $0) } + profile.byVendor.map { ("chips", $0) }
      + profile.byJurisdiction.map { ("stands in", $0) }
    let shown = profile.accelerators > 0 ? parts : []
    let sites = operated.map { Fact.commitment(world.dataset.slug($0.id)) }
    return FactTable(
      "Tenants and suppliers of its capacity · \(NumberFormat.integer(profile.accelerators))",
      columns: [
        Table.Column("As", minimum: 9, maximum: 9, priority: 9),
        Table.Column("Who", minimum: 14, maximum: 30, priority: 10),
        Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 9),
        Table.Column("Share", alignment: .trailing, minimum: 6, priority: 8),
        Table.Column("Of unknown size", alignment: .trailing, minimum: 15, priority: 5),
      ], count: shown.count
    ) { index in
      let (kind, part) = shown[index]
      let isTarget =
        part.key == world.dataset.focus.map { GroupKey.organisation($0) }
      let name = part.key == .unknown ? "not said" : part.key.name(in: world.dataset)
      return (
        world.fact(of: part.key) ?? .sum(title: "\(kind): \(name)", sites),
        [
          FactCell(kind, style: .dim),
          FactCell(
            name, style: part.key == .unknown ? .possible : isTarget ? .target : .plain),
          FactCell(count: part.accelerators > 0 ? part.accelerators : nil),
          FactCell(
            part.accelerators > 0
              ? Double(part.accelerators) / Double(profile.accelerators) : nil,
            { NumberFormat.percent($0) }),
          FactCell(count: part.uncounted > 0 ? part.uncounted : nil, style: .dim),
        ]
      )
    }
  }

  /// The claims about it, with what became of them.
  var claimTable: FactTable {
    let dataset = world.dataset
    let wanted = Set(profile.claims.map(\.id))
    let checks =
      wanted.isEmpty
      ? [] : ClaimReport(world.snapshot).checks.filter { wanted.contains($0.claim.id) }
    return FactTable(
      "Claims about it · \(checks.count)",
      columns: [
        Table.Column("Claim", minimum: 30, maximum: 90, priority: 10),
        Table.Column("Stated", minimum: 8, maximum: 16, priority: 8),
        Table.Column("Now", minimum: 9, maximum: 11, priority: 9),
      ], count: checks.count
    ) { index in
      let check = checks[index]
      let outcome = ClaimOutcome(check)
      return (
        .claim(dataset.slug(check.claim.id)),
        [
          FactCell(dataset.string(check.claim.claim)),
          FactCell(dataset.string(check.claim.stated), style: .dim),
          FactCell("\(outcome.mark) \(outcome.words)", style: outcome.style),
        ]
      )
    }
  }

  /// The dates of the law that name it.
  var milestoneTable: FactTable {
    let (dataset, milestones) = (world.dataset, profile.milestones)
    return FactTable(
      "Milestones that name it · \(milestones.count)",
      columns: [
        Table.Column("Milestone", minimum: 30, maximum: 90, priority: 10),
        Table.Column("When", minimum: 10, maximum: 10, priority: 9),
        Table.Column("Status", minimum: 9, maximum: 9, priority: 7),
      ], count: milestones.count
    ) { index in
      let milestone = milestones[index]
      return (
        .milestone(dataset.slug(milestone.id)),
        [
          FactCell(dataset.string(milestone.title)), FactCell(date: milestone.scheduled),
          FactCell(milestone.status.word, style: .dim),
        ]
      )
    }
  }

  /// Every source that its page rests on.
  var sourceTable: FactTable {
    let (dataset, sources) = (world.dataset, profile.evidence.sources)
    return FactTable(
      "Sources · \(sources.count)",
      columns: [
        Table.Column("Source", minimum: 30, maximum: 80, priority: 10),
        Table.Column("Publisher", minimum: 10, maximum: 24, priority: 8),
        Table.Column("Published", minimum: 10, maximum: 10, priority: 7),
      ], count: sources.count
    ) { index in
      let source = dataset[sources[index]]
      return (
        .source(dataset.slug(source.id)),
        [
          FactCell(
            dataset.string(source.title), style: source.isRetrieved ? .plain : .possible),
          FactCell(dataset.string(source.publisher), style: .dim),
          FactCell(date: source.published, style: .dim),
        ]
      )
    }
  }
}
