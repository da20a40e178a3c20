import Canvas
import Charts
import Dataset
import Insight

/// What the ledger says of one organisation, asked once and drawn as tables.
struct CompanyFacts: Sendable {
  let world: World
  let id: ID<Organisation>
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

  init(_ id: ID<Organisation>, in world: World) {
    self.world = world
    self.id = id
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
    totals = Compute.totals(of: snapshot, by: .operator)
    bars = ExposureFacts(world: world, settings: Settings(), tellsPaths: true).bars
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

  /// What it raised, what it is worth and what it operates, a line each where there is something to say.
  var summary: [[Span]] { [money, values, share, dependence].filter { !$0.isEmpty } }

  private var money: [Span] {
    var spans: [Span] = []
    let raised = capital.raised
    if !raised.rounds.isEmpty {
      spans += [
        Span("raised "),
        Span(NumberFormat.money(millions: raised.usdMillions), Style(.strong, .bold)),
        Span(" in \(raised.rounds.count) rounds: ", .dim),
        Span(
          "equity \(NumberFormat.money(millions: capital.equityUSDMillions)), debt "
            + NumberFormat.money(millions: raised.usdMillions(.debt)), .dim),
        Span(raised.undisclosed > 0 ? ", \(raised.undisclosed) undisclosed" : "", .possible),
      ]
    } else if !raised.isTracked, world.dataset[id].raisesMoney {
      spans += [
        Span("raised: "), Span(CapitalTally.untracked, .strong),
        Span(", the ledger holds no round that raised money for it", .dim),
      ]
    }
    if let value = capital.last, let dollars = value.taken.dollars {
      spans += [
        Span(spans.isEmpty ? "valued " : " · valued "),
        Span(NumberFormat.money(millions: dollars.millions), Style(.strong, .bold)),
        Span(" (\(readable(value.taken.date)))", .dim),
      ]
      if let multiple = capital.multiple {
        spans.append(
          Span(", \(NumberFormat.figure(multiple))\(Glyph.times) its equity raised", .dim))
      }
    }
    return spans
  }

  /// What it was worth when, step by step; where sources gave two figures of one date, which is taken.
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
          " (\(step.taken.confidence.word), taken; \(others.joined(separator: ", ")))", .possible))
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

  /// How many firm accelerators it operates, and NVIDIA's share of them.
  private var share: [Span] {
    guard let tally = totals.groups.first(where: { $0.key == .organisation(id) })?.tally,
      !tally.commitments.isEmpty
    else { return [] }
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
      spans += [Span(" · "), Span("\(share) NVIDIA", Style(.target, .bold))]
    }
    if tally.unknown > 0 {
      spans.append(Span(" of those counted; \(tally.unknown) more of unknown size", .possible))
    }
    return spans
  }

  /// What it depends on, in one line: the four exposures, of what has a size.
  private var dependence: [Span] {
    let maker = Compute.usualMaker(in: world.snapshot).map { world.dataset.name($0) } ?? ""
    let names = ["chips": "\(maker) chips", "customers": "US tenants", "capital": "US capital"]
    var spans: [Span] = []
    for bar in bars {
      guard let share = bar.counted(of: id) else { continue }
      let first = bar.title.split(separator: " ").first.map(String.init) ?? ""
      spans += [
        Span(spans.isEmpty ? "" : " · ", .dim), Span("\(names[first] ?? "outside EU") ", .dim),
        Span(NumberFormat.percent(share), bar.style.adding(.bold)),
      ]
    }
    return spans.isEmpty ? [] : spans + [Span("  of what has a size", .dim)]
  }

  /// The tables, the most telling first; empty ones are left out by the screen.
  func sections(sort: [Int: SortOrder]) -> [FactTable] {
    [
      named("Rounds", RoundList.table(rounds, in: world, sort: sort[0], showsCompany: false)),
      named("Compute it operates", SiteList.table(operated, in: world, sort: sort[1])),
      named("Compute it rents", SiteList.table(rented, in: world)),
      exposureTable, capacityTable, investments,
      named("Compute on its chips", SiteList.table(supplied, in: world)),
      relationTable, modelTable, valuationTable, claimTable, milestoneTable, sourceTable,
    ]
  }

  private func named(_ title: String, _ table: FactTable) -> FactTable {
    table.titled("\(title) · \(table.count)")
  }

  private var investments: FactTable {
    let (dataset, snapshot, invested) = (world.dataset, world.snapshot, invested)
    return FactTable(
      "Invested in · \(invested.count)",
      columns: [
        Table.Column("Company", minimum: 18, maximum: 30, priority: 10),
        Table.Column("Round", minimum: 12, maximum: 24, priority: 8),
        Table.Column("Date", minimum: 10, maximum: 10, priority: 9),
        Table.Column("As", minimum: 9, maximum: 11, priority: 7),
        Table.Column("Whole round", unit: "$ m", alignment: .trailing, minimum: 16, priority: 6),
      ], count: invested.count
    ) { index in
      let investment = invested[index]
      let round = snapshot.round(investment.round)
      return (
        .round(dataset.slug(investment.round)),
        [
          FactCell(round.map { dataset.name($0.company) } ?? ""),
          FactCell(round.map { dataset.string($0.series) } ?? ""),
          FactCell(date: round?.date),
          FactCell(investment.role.word, style: investment.role == .lead ? .strong : .dim),
          FactCell(
            round.flatMap { dataset.dollars($0)?.millions },
            { NumberFormat.integer($0) }),
        ]
      )
    }
  }

  private var relationTable: FactTable {
    let (dataset, id, relations) = (world.dataset, id, relations)
    return FactTable(
      "Relations · \(relations.count)",
      columns: [
        Table.Column("Relation", minimum: 24, maximum: 60, priority: 10),
        Table.Column("Since", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Status", minimum: 9, maximum: 9, priority: 7),
        Table.Column("Note", minimum: 24, maximum: 90, priority: 5),
      ], count: relations.count
    ) { index in
      let (place, relation) = relations[index]
      let text =
        relation.from == id
        ? "\(relation.kind.words) \(dataset.name(relation.to))"
        : "\(dataset.name(relation.from)) \(relation.kind.words) it"
      return (
        .relation(place),
        [
          FactCell(text), FactCell(date: relation.date, style: .dim),
          FactCell(relation.status.word, style: relation.status == .active ? .dim : .possible),
          FactCell(dataset.string(relation.note), style: .dim),
        ]
      )
    }
  }

  private var modelTable: FactTable {
    let (dataset, models) = (world.dataset, models)
    return FactTable(
      "Models · \(models.count)",
      columns: [
        Table.Column("Model", minimum: 16, maximum: 32, priority: 10),
        Table.Column("Date", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Weights", minimum: 10, maximum: 10, priority: 9),
        Table.Column("Parameters", unit: "bn", alignment: .trailing, minimum: 13, priority: 7),
        Table.Column("Trained on", minimum: 10, maximum: 16, priority: 6),
      ], count: models.count
    ) { index in
      let model = models[index]
      return (
        .model(dataset.slug(model.id)),
        [
          FactCell(dataset.string(model.name)), FactCell(date: model.date),
          FactCell(model.weights.word),
          FactCell(model.parametersBillions, { NumberFormat.figure($0) }),
          FactCell(model.trainedOn.map(dataset.name) ?? ""),
        ]
      )
    }
  }

  private var valuationTable: FactTable {
    let (dataset, capital) = (world.dataset, capital)
    let points = Array(capital.valuations.reversed())
    let rows = dataset.placesOfValuations
    let conflicting = Set(capital.steps.flatMap { $0.conflicting.map(\.row) })
    return FactTable(
      "Valuations · \(points.count)",
      columns: [
        Table.Column("Date", minimum: 10, maximum: 10, priority: 10),
        Table.Column("Value", unit: "$ m", alignment: .trailing, minimum: 9, priority: 9),
        Table.Column("Basis", minimum: 11, maximum: 11, priority: 8),
        Table.Column("Confidence", minimum: 10, maximum: 10, priority: 7),
        Table.Column("", minimum: 11, maximum: 11, priority: 6),
      ], count: points.count
    ) { index in
      let point = points[index]
      let style: Style = point.standing == .established ? .plain : .possible
      return (
        point.fact(in: dataset, rows),
        [
          FactCell(date: point.date),
          FactCell(
            point.dollars?.millions, { NumberFormat.integer($0) }, style: style),
          FactCell(point.basis.word, style: style),
          FactCell(point.confidence.word, style: .dim),
          FactCell(
            CompanyFacts.standing(point, isTaken: !conflicting.contains(point.row)), style: .dim),
        ]
      )
    }
  }

  /// Whether a value is the one that is taken of its date.
  private static func standing(_ point: ValuationPoint, isTaken: Bool) -> String {
    switch point.standing {
    case .talks: "talks"
    case .pending: "not closed"
    case .established: isTaken ? "taken" : "not taken"
    }
  }

  /// The established values over time; `nil` where there are fewer than two.
  var valuationLine: StepLine? {
    guard capital.steps.count > 1, let first = capital.steps.first else { return nil }
    let steps = capital.steps.map { step in
      StepLine.Step(
        day: step.taken.day(in: world.dataset).number,
        value: step.taken.dollars.map { $0.millions / 1000 }, mark: Glyph.markFull)
    }
    return StepLine(
      series: [StepLine.Series(steps: steps, style: .strong)],
      days: (first.taken.date.firstDay.number - 30)...max(
        world.day.number, first.taken.date.lastDay.number + 1),
      asOf: world.day.number, title: "Valuation", unit: "$ bn")
  }
}

extension ValuationPoint {
  /// Where the row stands that it is read from.
  var row: RowOrigin {
    switch origin {
    case .round(let round): round.origin
    case .valuation(let valuation): valuation.origin
    }
  }

  /// The fact that the value is read from; `valuations` tells where each row of them stands.
  func fact(in dataset: Dataset, _ valuations: [RowOrigin: Int]) -> Fact? {
    switch origin {
    case .round(let round): .round(dataset.slug(round.id))
    case .valuation(let valuation): valuations[valuation.origin].map { .valuation($0) }
    }
  }
}

/// Where a row stands; inside `ValuationPoint` its plain name is another type's.
typealias RowOrigin = Origin

extension Dataset {
  /// Where each row of the valuations stands in their table.
  var placesOfValuations: [RowOrigin: Int] {
    Dictionary(
      valuations.enumerated().map { ($0.element.origin, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }
}
