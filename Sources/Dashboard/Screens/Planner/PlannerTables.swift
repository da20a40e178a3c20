import Canvas
import Charts
import Dataset
import Insight

/// The lists of a plan: obligations, rules of the Act, authorities, and providers of compute.
struct PlannerTables: Sendable {
  let obligations: FactTable
  let rules: FactTable
  let authorities: FactTable
  let providers: FactTable
  /// All of them, in the order of Tab. A package that tells no rule of the Act has no list of them.
  let lists: [FactTable]
  let sited: Int

  init(_ plan: Plan, _ world: World, _ settings: Settings) {
    obligations = PlannerTables.obligations(plan, world, sort: settings.sort["obligations"])
    rules = PlannerTables.rules(plan, world, sort: settings.sort["rules"])
    authorities = PlannerTables.authorities(
      plan, world, sort: settings.sort["authorities"])
    sited = plan.providers.count
    providers = PlannerTables.providers(
      plan, world, sort: settings.sort["compute_providers"])
    lists =
      [obligations] + (world.dataset.annexes.isEmpty ? [] : [rules]) + [authorities, providers]
  }

  // MARK: Obligations

  private static func obligations(_ plan: Plan, _ world: World, sort: SortOrder?) -> FactTable {
    FactTable(
      "Obligations", name: "obligations",
      columns: [
        Column("id") { $1.dataset.slug($0.obligation.id) },
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 10)) { item, _ in
          item.obligation.scheduled ?? item.obligation.firstScheduled
        },
        Column(
          "title", .init("Obligation", minimum: 24, maximum: 80, priority: 9),
          styled: { item, _, style in item.part == .duty ? style : .dim }
        ) { $1.dataset.string($0.obligation.named.title) },
        Column("article", .init("Article", minimum: 8, maximum: 20, priority: 8), style: .dim) {
          $1.dataset.string($0.obligation.current.article)
        },
        Column(
          "days", .init("When", alignment: .trailing, minimum: 8, maximum: 10, priority: 7),
          ranked: { item, _ in when(item) }
        ) { item, _ in TimelineScreen.lateDays(item.obligation) },
        Column("applies") { item, _ in item.applies },
        Column(
          "slip_days", .init("Slip", alignment: .trailing, minimum: 6, maximum: 16, priority: 5),
          ranked: { item, _ in TimelineScreen.slip(item.obligation) }
        ) { item, _ in item.obligation.slip?.days },
        // The question, so that the rows say what they answer.
        Column("system") { _, _ in plan.question.kind.rawValue },
        Column("country") { _, world in world.reference(plan.question.country) },
        Column("assessment_months") { _, _ in
          Interval(
            Double(plan.question.assessmentMonths.lowerBound),
            Double(plan.question.assessmentMonths.upperBound))
        },
        Column("part", .init("Kind", minimum: 5, maximum: 10, priority: 4), style: .dim) {
          item, _ in item.part.rawValue
        },
      ], rows: Array(plan.obligations), in: world, sort: sort
    ) { .milestone($1.dataset.slug($0.obligation.id)) }
  }

  private static func when(_ item: PlannedObligation) -> RankedEntry {
    if item.applies { return RankedEntry("applies", style: .strong, 0) }
    switch item.obligation.timeliness {
    case .ahead(let days)?:
      return RankedEntry(shortComing(item.obligation.due, in: days), -days)
    case .late(let days)?:
      return RankedEntry("late \(NumberFormat.shortDays(days))", style: .alarm, days)
    case .done?: return RankedEntry("done", style: .dim, 0)
    case .unverified?, nil: return .unknown
    }
  }

  // MARK: Rules

  private static func rules(_ plan: Plan, _ world: World, sort: SortOrder?) -> FactTable {
    FactTable(
      "Asks for", name: "rules",
      columns: [
        Column("article", .init("Article", minimum: 8, maximum: 10, priority: 10)) {
          $1.dataset.string($0.entry.article)
        },
        Column("title", .init("Rule", minimum: 16, maximum: 26, priority: 9)) {
          $1.dataset.string($0.entry.title)
        },
        Column("rule", .init("What it asks", minimum: 44, maximum: 150, priority: 8)) {
          $1.dataset.string($0.entry.rule)
        },
        Column(
          "for", .init("Of whom", minimum: 8, maximum: 18, priority: 4), style: .dim,
          // The system is the question: the room is for what is asked.
          words: { $0.entry.bound(in: $1.dataset) }
        ) { $1.dataset.string($0.entry.kind) },
        Column(
          "from", .init("From", alignment: .trailing, minimum: 10, maximum: 10, priority: 7),
          styled: { rule, _, _ in rule.applies ? .strong : .dim }
        ) { rule, _ in rule.from },
        Column("applies") { rule, _ in rule.applies },
        Column("milestone") { rule, world in rule.entry.milestone.map { world.dataset.slug($0) } },
        Column("sources") { $1.ids($0.entry.sources) },
      ], rows: plan.rules, in: world, sort: sort
    ) { rule, _ in .row(.annexes, .number(rule.number)) }
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

  /// A provider of compute, with its sites where known.
  private struct Provider: Sendable {
    let id: ID<Organisation>
    let compute: ComputeProvider?
  }

  private static func providers(_ plan: Plan, _ world: World, sort: SortOrder?) -> FactTable {
    let rows =
      plan.providers.map { Provider(id: $0.organisation, compute: $0) }
      + plan.otherProviders.map { Provider(id: $0, compute: nil) }
    return FactTable(
      "Compute providers", name: "compute_providers", columns: columns(world.focusName),
      rows: rows, in: world,
      sort: sort, style: { provider, _ in provider.compute == nil ? .dim : .plain }
    ) { provider, world in
      let company = Fact.organisation(world.dataset.slug(provider.id))
      guard let compute = provider.compute else { return company }
      return .sum(
        title: "\(world.dataset.name(provider.id)), its compute",
        [company] + world.facts(at: compute.evidence.rows))
    }
  }

  /// The columns; `focus` is the name of the maker whose share is told.
  private static func columns(_ focus: String) -> [Column<Provider>] {
    [
      Column("provider", .init("Provider", minimum: 12, maximum: 24, priority: 10)) {
        $1.reference($0.id)
      },
      Column(
        "owner", .init("Owner's home", minimum: 12, maximum: 22, priority: 6),
        words: { home($0, in: $1.dataset) }
      ) { provider, world in provider.compute.map { world.reference($0.owner) } },
      Column("owner_home") { provider, _ in provider.compute?.ownerHome?.word },
    ]
      + jurisdictions.map { jurisdiction in
        Column(
          columnID(jurisdiction.word),
          .init(
            jurisdiction.word, alignment: .trailing, minimum: 8,
            priority: jurisdiction == .eu27 ? 9 : jurisdiction < .other ? 7 : 3),
          ranked: { provider, _ in
            provider.compute.map { cell($0.sites(in: jurisdiction)) } ?? .unknown
          }
        ) { provider, _ in
          provider.compute?.sites(in: jurisdiction).flatMap { $0.firm > 0 ? $0.firm : nil }
        }
      } + [
        Column("running", .init("Running", alignment: .trailing, minimum: 8, priority: 5)) {
          provider, _ in
          provider.compute.flatMap { compute in
            let running = compute.sites.reduce(0) { $0 + $1.running }
            return running > 0 ? running : nil
          }
        },
        Column(
          "nvidia_share", .init(focus, alignment: .trailing, minimum: 7, priority: 8),
          styled: { provider, _, style in
            provider.compute.map { $0.nvidia.part > 0 ? .target : .plain } ?? style
          }
        ) { provider, _ in
          provider.compute.flatMap {
            $0.nvidia.whole > 0 ? $0.nvidia.documented...$0.nvidia.possible : nil
          }
        },
        Column("chips", .init("Chips", minimum: 18, maximum: 26, priority: 4), style: .dim) {
          provider, _ in provider.compute.map { Words($0.chips) }
        },
        Column(
          "tenants", .init("Tenants", minimum: 18, maximum: 60, priority: 5), style: .dim,
          words: { provider, _ in provider.compute == nil ? "no site is known" : nil }
        ) { provider, world in
          provider.compute.map { $0.tenants.map { world.reference($0) } }
        },
      ]
  }

  private static func home(_ provider: Provider, in dataset: Dataset) -> String {
    guard let compute = provider.compute else {
      return dataset[provider.id].country.map { dataset.name($0) } ?? ""
    }
    let home = compute.ownerHome?.word ?? ""
    return compute.owner == compute.organisation ? home : "\(home), \(dataset.name(compute.owner))"
  }

  /// The firm accelerators; with a `+` where a site's number is not known, in brackets what is merely
  /// announced.
  private static func cell(_ sites: ComputeProvider.Sites?) -> RankedEntry {
    guard let sites else { return .blank }
    if sites.firm > 0 {
      let text = NumberFormat.integer(sites.firm) + (sites.unknown > 0 ? "+" : "")
      return RankedEntry(text, sites.firm)
    }
    if sites.unknown > 0 { return .unknown }
    if sites.announced > 0 {
      let text = "(\(NumberFormat.integer(sites.announced)))"
      return RankedEntry(text, style: .possible, nil)
    }
    let isAnnounced = sites.announcedUnknown > 0
    return RankedEntry(isAnnounced ? "(·)" : "0", style: .dim, nil)
  }
}
