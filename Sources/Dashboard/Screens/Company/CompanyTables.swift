import Canvas
import Charts
import Dataset
import Insight

extension ExposureFacts.Bar {
  /// The share of what has a size alone; `nil` where nothing has, or nothing is known.
  func counted(of id: ID<Organisation>) -> ClosedRange<Double>? {
    let found = exposure[id]
    guard !found.isUnknown, let share = found.known else { return nil }
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
      "Depends on", name: "exposures",
      columns: [
        Column("exposure", .init("On", minimum: 13, maximum: 16, priority: 10)) { bar, _ in
          bar.title
        },
        Column(
          drawn: "bar", .init("", minimum: 16, maximum: 16, priority: 7),
          rank: { bar, _ in bar.share(of: id)?.lowerBound }
        ) { bar, _, _ in
          Table.Entry(
            bar: Bar(share: bar.share(of: id) ?? 0...1, style: bar.style), cells: 16)
        },
        Column(
          "share",
          .init("At least–most", alignment: .trailing, minimum: 13, maximum: 13, priority: 8)
        ) { bar, _ in bar.share(of: id) ?? 0...1 },
        Column(
          "share_of_known",
          .init("Known", alignment: .trailing, minimum: 8, priority: 9)
        ) { bar, _ in bar.counted(of: id) },
        Column(
          "largest_path", .init("Largest path", minimum: 24, maximum: 90, priority: 5), style: .dim,
          words: { bar, world in
            bar.exposure[id].paths.first.map { ExposureFacts.words($0, of: id, in: world) }
          }
        ) { bar, world in
          bar.exposure[id].paths.first.map { Words(ExposureFacts.steps($0, of: id, in: world)) }
        },
      ], rows: known, in: world
    ) { bar, world in
      let facts = bar.exposure[id].paths.flatMap { world.facts(at: $0.evidence.rows) }
      return facts.isEmpty
        ? .organisation(world.dataset.slug(id)) : .sum(title: "Paths: \(bar.title)", facts)
    }
  }

  /// Its capacity in the unit.
  var capacity: CapacityProfile {
    CapacityProfile(of: id, in: world.snapshot, ExposureOptions(unit: unit))
  }

  /// The tenants of its capacity, the makers of the chips, and the law of the sites.
  var capacityTable: FactTable {
    let (world, profile) = (world, capacity)
    let unit = unit
    let whole = profile.whole.size
    let parts =
      profile.byCustomer.map { ("tenant", $0) } + profile.byVendor.map { ("chips", $0) }
      + profile.byJurisdiction.map { ("stands in", $0) }
    let shown = whole.upperBound > 0 ? parts : []
    let sites = operated.map { Fact.commitment(world.dataset.slug($0.id)) }
    return FactTable(
      "Tenants and chips of its capacity · \(Interval(whole).cell.text) \(unit.title)",
      name: "capacity", columns: capacityColumns(whole: whole), rows: shown, in: world,
      hidden: unit == .accelerators ? [] : ["accelerators"]
    ) { row, world in
      let name = world.reference(row.1.key)?.name ?? "not said"
      return world.fact(of: row.1.key) ?? .sum(title: "\(row.0): \(name)", sites)
    }
  }

  private func capacityColumns(
    whole: ClosedRange<Double>
  ) -> [Column<(String, CapacityProfile.Part)>] {
    let nvidia = world.dataset.focus.map { GroupKey.organisation($0) }
    var columns: [Column<(String, CapacityProfile.Part)>] = [
      Column("as", .init("As", minimum: 9, maximum: 9, priority: 9), style: .dim) { row, _ in
        row.0
      },
      Column(
        "who", .init("Who", minimum: 14, maximum: 30, priority: 10),
        styled: { row, _, style in
          row.1.key == .unknown ? .possible : row.1.key == nvidia ? .target : style
        }, words: { row, _ in row.1.key == .unknown ? "not said" : nil }
      ) { $1.reference($0.1.key) },
      Column(
        "accelerators", .init("Accelerators", alignment: .trailing, minimum: 12, priority: 9)
      ) { row, _ in row.1.accelerators > 0 ? row.1.accelerators : nil },
    ]
    if unit != .accelerators {
      columns.append(
        Column(
          unit.rawValue, .init(unit.title, alignment: .trailing, minimum: 16, priority: 9)
        ) { row, _ in row.1.size.upperBound > 0 ? Interval(row.1.size) : nil })
    }
    return columns + [
      Column("share", .init("Share", alignment: .trailing, minimum: 6, priority: 8)) {
        row, _ -> Fraction? in
        guard row.1.size.lowerBound > 0, whole.lowerBound > 0 else { return nil }
        return Fraction(row.1.size.lowerBound / whole.lowerBound)
      },
      Column(
        "unsized", .init("Of unknown size", alignment: .trailing, minimum: 15, priority: 5),
        style: .dim
      ) { row, _ in row.1.unsized > 0 ? row.1.unsized : nil },
    ]
  }

  var claimTable: FactTable {
    let wanted = Set(profile.claims.map(\.id))
    let checks =
      wanted.isEmpty
      ? [] : ClaimReport(world.snapshot).checks.filter { wanted.contains($0.claim.id) }
    return FactTable(
      "Claims about it · \(checks.count)", name: "claims",
      columns: [
        Column("id") { $1.dataset.slug($0.claim.id) },
        Column("claim", .init("Claim", minimum: 30, maximum: 90, priority: 10)) {
          $1.dataset.string($0.claim.claim)
        },
        Column("stated", .init("Stated", minimum: 8, maximum: 16, priority: 8), style: .dim) {
          ClaimFigure($0.claim, in: $1.dataset).statedText
        },
        Column(
          "verdict", .init("Now", minimum: 9, maximum: 11, priority: 9),
          entry: { check, _, _ in
            let outcome = ClaimOutcome(check)
            return Table.Entry("\(outcome.mark) \(outcome.words)", style: outcome.style)
          }
        ) { check, _ in ClaimOutcome(check).words },
      ], rows: checks, in: world
    ) { .claim($1.dataset.slug($0.claim.id)) }
  }

  var milestoneTable: FactTable {
    FactTable(
      "Milestones that name it · \(profile.milestones.count)", name: "milestones",
      columns: [
        Column("id") { $1.dataset.slug($0.id) },
        Column("title", .init("Milestone", minimum: 30, maximum: 90, priority: 10)) {
          $1.dataset.string($0.title)
        },
        Column("scheduled", .init("When", minimum: 10, maximum: 10, priority: 9)) { row, _ in
          row.scheduled
        },
        Column("status", .init("Status", minimum: 9, maximum: 9, priority: 7), style: .dim) {
          row, _ in row.status.word
        },
        Column("sources") { $1.ids($0.sources) },
      ], rows: Array(profile.milestones), in: world
    ) { .milestone($1.dataset.slug($0.id)) }
  }

  var sourceTable: FactTable {
    let rows = profile.evidence.sources.map { world.dataset[$0] }
    return FactTable(
      "Sources · \(rows.count)", name: "sources",
      columns: [
        Column("id") { $1.dataset.slug($0.id) },
        Column(
          "title", .init("Source", minimum: 30, maximum: 80, priority: 10),
          styled: { source, _, style in source.isRetrieved ? style : .possible }
        ) { $1.dataset.string($0.title) },
        Column("publisher", .init("Publisher", minimum: 10, maximum: 24, priority: 8), style: .dim)
        {
          $1.dataset.string($0.publisher)
        },
        Column("published", .init("Published", minimum: 10, maximum: 10, priority: 7), style: .dim)
        {
          source, _ in source.published
        },
        Column(
          "retrieved", .init("How read", minimum: 8, maximum: 22, priority: 5),
          styled: { source, _, _ in source.isRetrieved ? .dim : .possible },
          words: { source, _ in source.reading }
        ) { source, _ in source.retrieved?.word },
        Column("url") { $1.dataset.string($0.url) },
      ], rows: rows, in: world
    ) { .source($1.dataset.slug($0.id)) }
  }
}
