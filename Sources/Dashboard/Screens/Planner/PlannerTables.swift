import Canvas
import Charts
import Dataset
import Insight

/// What a plan lists: obligations, authorities, and who offers compute.
struct PlannerTables: Sendable {
  let obligations: FactTable
  let authorities: FactTable
  let providers: FactTable
  /// How many of the providers have a site.
  let sited: Int

  init(_ plan: Plan, _ world: World, _ settings: Settings) {
    obligations = PlannerTables.obligations(plan, sort: settings.sort[PlannerScreen.Part.duties])
    authorities = PlannerTables.authorities(
      plan, world, sort: settings.sort[PlannerScreen.Part.bodies])
    sited = plan.providers.count
    providers = PlannerTables.providers(
      plan, world, sort: settings.sort[PlannerScreen.Part.providers])
  }

  // MARK: Obligations

  private static func obligations(_ plan: Plan, sort: SortOrder?) -> FactTable {
    let dataset = plan.snapshot.dataset
    return FactTable(
      "Obligations",
      columns: [
        Table.Column("Date", minimum: 10, maximum: 10, priority: 10),
        Table.Column("Obligation", minimum: 24, maximum: 80, priority: 9),
        Table.Column("Article", minimum: 8, maximum: 20, priority: 8),
        Table.Column("When", alignment: .trailing, minimum: 8, maximum: 10, priority: 7),
        Table.Column("Slip", alignment: .trailing, minimum: 6, maximum: 16, priority: 5),
        Table.Column("What it is", minimum: 5, maximum: 10, priority: 4),
      ], count: plan.obligations.count, sort: sort
    ) { index in
      let item = plan.obligations[index]
      let row = item.obligation
      let isDuty = item.part == .duty
      let title = dataset.string(row.named.title)
      return (
        .milestone(dataset.slug(row.id)),
        [
          FactCell(date: row.scheduled ?? row.firstScheduled),
          FactCell(title, style: isDuty ? .plain : .dim),
          FactCell(dataset.string(row.current.article), style: .dim), when(item),
          TimelineScreen.slip(row), FactCell(item.part.rawValue, style: .dim),
        ]
      )
    }
  }

  private static func when(_ item: PlannedObligation) -> FactCell {
    if item.applies { return FactCell(Table.Entry("applies", style: .strong), .number(0)) }
    switch item.obligation.timeliness {
    case .ahead(let days)?:
      return FactCell(Table.Entry(shortComing(item.obligation.due, in: days)), .number(-days))
    case .late(let days)?:
      return FactCell(
        Table.Entry("late \(NumberFormat.shortDays(days))", style: .alarm), .number(days))
    case .done?: return FactCell(Table.Entry("done", style: .dim), .number(0))
    case .unverified?, nil: return FactCell(.unknown, .unknown)
    }
  }

  // MARK: Authorities

  private static func authorities(_ plan: Plan, _ world: World, sort: SortOrder?) -> FactTable {
    let named = Set(plan.authorities.map(\.origin))
    let rows = world.dataset.authorities.enumerated().filter { named.contains($0.element.origin) }
    let order = plan.question.kind.roles
    let sorted = rows.sorted { left, right in
      let (one, two) = (
        order.firstIndex(of: left.element.role) ?? order.count,
        order.firstIndex(of: right.element.role) ?? order.count
      )
      return one == two ? left.offset < right.offset : one < two
    }
    return CountryTables.authorities(sorted, world, sort: sort)
  }

  // MARK: Providers

  private static let jurisdictions: [Jurisdiction] = [
    .eu27, .eea, .ch, .uk, .us, .other, .unstated,
  ]

  private static func providers(_ plan: Plan, _ world: World, sort: SortOrder?) -> FactTable {
    let dataset = plan.snapshot.dataset
    let columns =
      [
        Table.Column("Provider", minimum: 12, maximum: 24, priority: 10),
        Table.Column("Owner's home", minimum: 12, maximum: 22, priority: 6),
      ]
      + jurisdictions.map { jurisdiction in
        Table.Column(
          jurisdiction.word, alignment: .trailing, minimum: 8,
          priority: jurisdiction == .eu27 ? 9 : jurisdiction < .other ? 7 : 3)
      } + [
        Table.Column("Running", alignment: .trailing, minimum: 8, priority: 5),
        Table.Column("NVIDIA", alignment: .trailing, minimum: 7, priority: 8),
        Table.Column("Chips", minimum: 10, maximum: 26, priority: 4),
        Table.Column("Tenants", minimum: 10, maximum: 60, priority: 5),
      ]
    let known = plan.providers
    return FactTable(
      "Compute providers", columns: columns, count: known.count + plan.otherProviders.count,
      sort: sort
    ) { index in
      guard index < known.count else {
        return siteless(plan.otherProviders[index - known.count], in: dataset)
      }
      let provider = known[index]
      let slug = dataset.slug(provider.organisation)
      let running = provider.sites.reduce(0) { $0 + $1.running }
      return (
        .sum(
          title: "\(dataset.name(provider.organisation)), its compute",
          [.organisation(slug)] + world.facts(at: provider.evidence.rows)),
        [FactCell(dataset.name(provider.organisation)), home(provider, in: dataset)]
          + jurisdictions.map { cell(provider.sites(in: $0)) } + [
            FactCell(count: running > 0 ? running : nil), nvidia(provider.nvidia),
            FactCell(provider.chips.joined(separator: ", "), style: .dim),
            FactCell(provider.tenants.map(dataset.name).joined(separator: ", "), style: .dim),
          ]
      )
    }
  }

  /// A company that offers compute of which no site is known: named, and nothing said of it.
  private static func siteless(
    _ id: ID<Organisation>, in dataset: Dataset
  ) -> (fact: Fact?, cells: [FactCell]) {
    let home = dataset[id].country.map { dataset.name($0) } ?? ""
    let unknown = [FactCell](
      repeating: FactCell(.unknown, .unknown), count: jurisdictions.count + 2)
    return (
      .organisation(dataset.slug(id)),
      [FactCell(dataset.name(id), style: .dim), FactCell(home, style: .dim)] + unknown
        + [FactCell(""), FactCell("no site is known", style: .dim)]
    )
  }

  private static func home(_ provider: ComputeProvider, in dataset: Dataset) -> FactCell {
    let home = provider.ownerHome?.word ?? ""
    if provider.owner == provider.organisation { return FactCell(home) }
    return FactCell("\(home), \(dataset.name(provider.owner))")
  }

  /// The firm accelerators; with a `+` where a site's number is not known, in brackets what is merely
  /// announced.
  private static func cell(_ sites: ComputeProvider.Sites?) -> FactCell {
    guard let sites else { return FactCell("") }
    if sites.firm > 0 {
      let text = NumberFormat.integer(sites.firm) + (sites.unknown > 0 ? "+" : "")
      return FactCell(Table.Entry(text), .number(sites.firm))
    }
    if sites.unknown > 0 { return FactCell(.unknown, .unknown) }
    if sites.announced > 0 {
      let text = "(\(NumberFormat.integer(sites.announced)))"
      return FactCell(Table.Entry(text, style: .possible), .unknown)
    }
    let isAnnounced = sites.announcedUnknown > 0
    return FactCell(Table.Entry(isAnnounced ? "(·)" : "0", style: .dim), .unknown)
  }

  /// NVIDIA's share of what is counted, from documented to possible.
  private static func nvidia(_ share: AcceleratorShare) -> FactCell {
    guard share.whole > 0 else { return FactCell(.unknown, .unknown) }
    let text = NumberFormat.percent(share.documented...share.possible)
    return FactCell(
      Table.Entry(text, style: share.part > 0 ? .target : .plain), .number(share.documented))
  }
}
