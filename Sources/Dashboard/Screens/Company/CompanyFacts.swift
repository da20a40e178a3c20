import Canvas
import Charts
import Dataset
import Insight

/// The facts of an organisation, asked once and drawn as tables.
struct CompanyFacts: Sendable {
  let world: World
  let id: ID<Organisation>
  /// The unit that its compute is read in.
  let unit: ComputeUnit
  /// The part that announced purchases have in its exposures.
  let purchases: Announced
  let profile: CompanyProfile
  let relations: [(index: Int, relation: Relation)]
  let totals: ComputeTotals
  /// The four exposures, each in its own unit.
  let bars: [ExposureFacts.Bar]

  var capital: CompanyCapital { profile.capital }
  var rounds: [Round] { profile.rounds.map(\.round) }
  var operated: [Commitment] { profile.operated.map(\.commitment) }
  var rented: [Commitment] { profile.rented.map(\.commitment) }
  var supplied: [Commitment] { profile.supplied.map(\.commitment) }
  var models: [Model] { profile.models }
  let invested: [Investment]

  init(
    _ id: ID<Organisation>, in world: World, unit: ComputeUnit = .accelerators,
    purchases: Announced = .beside
  ) {
    self.world = world
    self.id = id
    self.unit = unit
    self.purchases = purchases
    let snapshot = world.snapshot
    profile = CompanyProfile(id, in: snapshot)
    let order = Dictionary(
      (profile.investor?.rounds ?? []).enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    invested = snapshot.investments.filter { $0.investor == id }.sorted {
      order[$0.round] ?? 0 < order[$1.round] ?? 0
    }
    let places = Dictionary(
      world.dataset.relations.enumerated().map { ($0.element.origin, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    relations = profile.relations.compactMap { relation in
      places[relation.origin].map { (index: $0, relation: relation) }
    }
    totals = Compute.totals(of: snapshot, by: .operator, unit: unit)
    var settings = Settings()
    settings[ExposureChoices.unit] = unit
    settings[ExposureChoices.purchases] = purchases
    bars = ExposureFacts(world: world, settings: settings, tellsPaths: true).bars
  }

  var headline: [Span] {
    let dataset = world.dataset
    let organisation = dataset[id]
    let place = [
      dataset.string(organisation.city), organisation.country.map { dataset.name($0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let parent = organisation.parent.map { ", part of \(dataset.name($0))" } ?? ""
    return [
      Span(dataset.name(id), Style(.strong, .bold)),
      Span("  \(organisation.layer.word)\(place.isEmpty ? "" : ", \(place)")\(parent)", .dim),
    ]
  }

  /// The money it raised, its value and its compute, a line each where known.
  var summary: CompanySummary {
    CompanySummary(
      raised: raised, purchase: purchase, value: value, values: values,
      others: [share, dependence])
  }

  /// Its purchase where that was announced and has not closed: it raises no money, so no sum tells of it.
  private var purchase: [Span] {
    let pending = rounds.filter {
      $0.instrument == .acquisition && ($0.status == .announced || $0.status == .conditional)
    }
    guard let round = pending.max(by: { $0.date < $1.date }) else { return [] }
    let buyers = world.snapshot.investments(in: round.id).map { world.dataset.name($0.investor) }
    let price = world.dataset.dollars(round).map { NumberFormat.money(millions: $0.millions) }
    return [
      Span("to be bought"), Span(buyers.isEmpty ? "" : " by \(buyers.joined(separator: ", "))"),
      Span(price == nil ? "" : " for "), Span(price ?? "", Style(.strong, .bold)),
      Span(price == nil ? ", price not disclosed" : "", .possible),
      Span(
        " (\(readable(round.date)), \(round.status.words), \(purchases == .counted ? "counted as closed" : "not closed"))",
        .possible),
    ]
  }

  private var raised: [Span] {
    let raised = capital.raised
    if !raised.rounds.isEmpty {
      return [
        Span("raised "),
        Span(NumberFormat.money(millions: raised.usdMillions), Style(.strong, .bold)),
        Span(" in \(counted(raised.rounds.count, "round")): ", .dim),
        Span(
          "\(raised.shareForms) \(NumberFormat.money(millions: capital.equityUSDMillions)), debt "
            + NumberFormat.money(millions: raised.usdMillions(.debt)), .dim),
        Span(raised.undisclosed > 0 ? ", \(raised.undisclosed) undisclosed" : "", .possible),
      ]
    }
    guard !raised.isTracked, world.dataset[id].raisesMoney else { return [] }
    return [
      Span("raised: "), Span(CapitalTally.untracked, .strong),
      Span(", the ledger holds no round that raised money for it", .dim),
    ]
  }

  /// Its last known value, and how many times the equity it raised that is.
  private var value: [Span] {
    guard let value = capital.last, let dollars = value.taken.dollars else { return [] }
    var spans = [
      Span("valued "), Span(NumberFormat.money(millions: dollars.millions), Style(.strong, .bold)),
      Span(" (\(readable(value.taken.date)))", .dim),
    ]
    if let multiple = capital.multiple {
      spans.append(
        Span(", \(NumberFormat.figure(multiple))\(Glyph.times) its equity raised", .dim))
    }
    return spans
  }

  /// The values over time; where sources gave two figures of a date, the figure that is taken.
  private var values: [Span] {
    guard capital.steps.count > 1 || capital.steps.contains(where: { !$0.conflicting.isEmpty })
    else {
      return []
    }
    var spans = [Span("worth ")]
    for (index, step) in capital.steps.enumerated() {
      let isLast = index == capital.steps.count - 1
      if index > 0 { spans.append(Span(" \(Glyph.arrowRight) ", .dim)) }
      spans.append(Span(amount(step.taken), isLast ? Style(.strong, .bold) : .plain))
      spans.append(Span(" \(shortDate(step.date))", .dim))
      guard !step.conflicting.isEmpty else { continue }
      let others = step.conflicting.map { "\(amount($0)) \($0.confidence.word)" }
      spans.append(
        Span(
          " (\(step.taken.confidence.word), used; \(others.joined(separator: ", ")))", .possible))
    }
    return spans
  }

  private func amount(_ point: ValuationPoint) -> String {
    NumberFormat.money(millions: point.dollars?.millions)
  }

  /// A date in the fewest cells that still say when: `Sep 25`, `2024`.
  private func shortDate(_ date: PartialDate) -> String {
    guard date.month != nil else { return "\(date.year)" }
    let day = CivilDate(dayNumber: date.firstDay.number)
    return "\(day.monthName) \(day.shortYear)"
  }

  /// The firm accelerators it operates, and NVIDIA's share of them.
  private var share: [Span] {
    guard let tally = totals.groups.first(where: { $0.key == .organisation(id) })?.tally,
      !tally.commitments.isEmpty
    else { return [] }
    if unit != .accelerators { return [Span("operates ")] + tally.words(in: unit) + shareInUnit }
    if tally.isOfUnknownSize { return [Span("operates ")] + tally.firmWords }
    guard tally.accelerators > 0 else { return [] }
    var spans = [
      Span("operates "), Span(NumberFormat.integer(tally.accelerators), Style(.strong, .bold)),
      Span(" firm accelerators, \(tally.runningWords)"),
    ]
    if let nvidia = world.dataset.focus {
      let own = Compute.share(in: world.snapshot) { commitment in
        guard commitment.operatedBy == id else { return false }
        return commitment.vendor.map { $0 == nvidia }
      }
      let known = Double(own.part) / Double(tally.accelerators)
      let open = Double(own.open) / Double(tally.accelerators)
      let share = NumberFormat.percent(known...max(known, min(1, known + open)))
      spans += [Span(" · "), Span("\(share) \(world.focusName)", Style(.target, .bold))]
    }
    if tally.unknown > 0 {
      spans.append(Span(" of those counted; \(tally.unknown) more of unknown size", .possible))
    }
    return spans
  }

  /// The share of the maker in focus of what it operates with a size in the unit.
  private var shareInUnit: [Span] {
    let capacity = capacity
    guard let focus = world.dataset.focus, capacity.whole.size.lowerBound > 0 else { return [] }
    func size(_ key: GroupKey) -> ClosedRange<Double> {
      capacity.byVendor.first { $0.key == key }?.size ?? 0...0
    }
    let (own, open) = (size(.organisation(focus)), size(.unknown))
    let whole = capacity.whole.size
    let least = own.lowerBound / whole.upperBound
    let most = min(1, (own.upperBound + open.upperBound) / whole.lowerBound)
    // Of one maker alone it is all, however fast the chips are.
    let share = own == whole ? 1...1 : min(least, most)...most
    return [
      Span(" · "),
      Span("\(NumberFormat.percent(share)) \(world.focusName)", Style(.target, .bold)),
    ]
  }

  /// The four exposures in a line, of the dependencies with a size.
  private var dependence: [Span] {
    let maker = Compute.usualMaker(in: world.snapshot).map { world.dataset.name($0) } ?? ""
    let names = ["chips": "\(maker) chips", "customers": "US tenants", "capital": "US capital"]
    var spans: [Span] = []
    for bar in bars {
      guard let share = bar.counted(of: id) else { continue }
      let first = bar.title.split(separator: " ").first.map(String.init) ?? ""
      spans += [
        Span(spans.isEmpty ? "" : " · ", .dim), Span("\(names[first] ?? "outside EU-27") ", .dim),
        Span(NumberFormat.percent(share), bar.style.adding(.bold)),
      ]
    }
    return spans.isEmpty ? [] : spans + [Span("  known shares", .dim)]
  }

  /// The tables, the most telling first; the screen leaves out empty tables.
  func sections(sort: [String: SortOrder]) -> [FactTable] {
    [
      named(
        "Rounds",
        RoundList.table(Rows(rounds), in: world, sort: sort["rounds"], showsCompany: false)),
      valuationTable.sorted(by: sort),
      named(
        "Compute it operates",
        siteTable(operated, named: "operated", sort)),
      named(
        "Compute it rents",
        siteTable(rented, named: "rented", sort)),
      exposureTable.sorted(by: sort), capacityTable.sorted(by: sort), investments.sorted(by: sort),
      named(
        "Compute on its chips",
        siteTable(supplied, named: "supplied", sort)),
      relationTable.sorted(by: sort), modelTable.sorted(by: sort),
      claimTable.sorted(by: sort), milestoneTable.sorted(by: sort), sourceTable.sorted(by: sort),
    ]
  }

  private func siteTable(
    _ sites: [Commitment], named name: String, _ sort: [String: SortOrder]
  ) -> FactTable {
    SiteList.table(
      Rows(SiteList.ordered(sites, in: unit, of: world.dataset)), named: name, in: world,
      unit: unit, sort: sort[name])
  }

  private func named(_ title: String, _ table: FactTable) -> FactTable {
    table.titled("\(title) · \(table.count)")
  }

  private var investments: FactTable {
    FactTable(
      "Invested in · \(invested.count)", name: "investments",
      columns: [
        Column("company", .init("Company", minimum: 18, maximum: 30, priority: 10)) {
          $1.snapshot.round($0.round).map(\.company).map($1.reference)
        },
        Column("round", .init("Round", minimum: 12, maximum: 24, priority: 8)) { part, world in
          world.snapshot.round(part.round).map {
            Reference(id: world.dataset.slug($0.id), name: world.dataset.string($0.series))
          }
        },
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 9)) {
          $1.snapshot.round($0.round)?.date
        },
        Column(
          "role", .init("As", minimum: 9, maximum: 11, priority: 7),
          styled: { part, _, _ in part.role == .lead ? .strong : .dim }
        ) { part, _ in part.role.word },
        Column(
          "round_usd_m",
          .init("Whole round", unit: "$ m", alignment: .trailing, minimum: 16, priority: 6),
          words: { part, world in
            world.snapshot.round(part.round).flatMap { round in
              world.dataset.dollars(round).map {
                DisputedFigure.text($0, isDisputed: round.confidence == .disputed)
              }
            }
          }
        ) { $1.snapshot.round($0.round).flatMap($1.dataset.dollars) },
        Column("sources") { $1.ids($0.sources) },
      ], rows: Array(invested), in: world
    ) { .round($1.dataset.slug($0.round)) }
  }

  private var relationTable: FactTable {
    let id = id
    return FactTable(
      "Relations · \(relations.count)", name: "relations",
      columns: [
        Column("from") { $1.reference($0.1.from) },
        Column(
          "kind", .init("Relation", minimum: 24, maximum: 60, priority: 10),
          words: { row, world in
            row.1.from == id
              ? "\(row.1.kind.words) \(world.dataset.name(row.1.to))"
              : "\(world.dataset.name(row.1.from)) \(row.1.kind.words) it"
          }
        ) { row, _ in row.1.kind.word },
        Column("to") { $1.reference($0.1.to) },
        Column("part", .init("Part", minimum: 6, maximum: 12, priority: 6), style: .dim) {
          row, _ in row.1.part?.word
        },
        Column("date", .init("Since", minimum: 10, maximum: 10, priority: 8), style: .dim) {
          row, _ in row.1.date
        },
        Column(
          "status", .init("Status", minimum: 9, maximum: 9, priority: 7),
          styled: { row, _, _ in row.1.status == .active ? .dim : .possible }
        ) { row, _ in row.1.status.word },
        Column("note", .init("Note", minimum: 24, maximum: 90, priority: 5), style: .dim) {
          $1.dataset.string($0.1.note)
        },
        Column("sources") { $1.ids($0.1.sources) },
      ], rows: relations.map { ($0.0, $0.1) }, in: world,
      hidden: relations.contains { $0.relation.part != nil } ? [] : ["part"]
    ) { row, _ in .relation(row.0) }
  }

  private var modelTable: FactTable {
    FactTable(
      "Models · \(models.count)", name: "models",
      columns: [
        Column("id") { $1.dataset.slug($0.id) },
        Column("name", .init("Model", minimum: 16, maximum: 32, priority: 10)) {
          $1.dataset.string($0.name)
        },
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 8)) { model, _ in
          model.date
        },
        Column("weights", .init("Weights", minimum: 10, maximum: 10, priority: 9)) { model, _ in
          model.weights.word
        },
        Column(
          "parameters_bn",
          .init("Parameters", unit: "bn", alignment: .trailing, minimum: 13, priority: 7)
        ) { model, _ in model.parametersBillions },
        Column("trained_on", .init("Trained on", minimum: 10, maximum: 16, priority: 6)) {
          $0.trainedOn.map($1.reference)
        },
        .base(.init("Built on", minimum: 8, maximum: 18, priority: 5)),
        Column("sources") { $1.ids($0.sources) },
      ], rows: Array(models), in: world,
      hidden: models.contains { $0.baseDeveloper != nil } ? [] : ["base_developer"]
    ) { .model($1.dataset.slug($0.id)) }
  }
}
