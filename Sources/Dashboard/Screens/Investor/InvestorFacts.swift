import Canvas
import Charts
import Dataset
import Insight

/// The investments of an investor, in words, bars and tables.
struct InvestorFacts: Sendable {
  let profile: InvestorProfile
  let world: World

  init(_ profile: InvestorProfile, in world: World) {
    self.profile = profile
    self.world = world
  }

  var headline: [Span] {
    let dataset = world.dataset
    let organisation = dataset[profile.investor]
    let home = [
      dataset.string(organisation.city), organisation.country.map { dataset.name($0) } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    let group =
      profile.folding == .groups && profile.members.count > 1
      ? ", with \(profile.members.count - 1) more of its group"
      : organisation.parent.map { ", part of \(dataset.name($0))" } ?? ""
    return [
      Span(dataset.name(profile.investor), Style(.strong, .bold)),
      Span("  investor\(home.isEmpty ? "" : ", \(home)")\(group)", .dim),
    ]
  }

  /// The number of rounds, their total, the rounds it led, and its own money.
  var summary: [[Span]] {
    let raised = profile.raised
    let count = raised.rounds.count
    var first = [
      Span("took part in "), Span("\(count)", Style(.strong, .bold)),
      Span(" of \(profile.everything.rounds.count) rounds counted"),
      Span(" (\(NumberFormat.percent(profile.shareOfRounds)))", .dim),
    ]
    let beside = besides.map { "\($0.count) \($0.what)" }.joined(separator: ", ")
    if !beside.isEmpty { first.append(Span(", not counted: \(beside)", .possible)) }
    first += [
      Span(" · led "), Span("\(profile.led.count)", Style(.strong, .bold)),
      Span(" · in "), Span("\(profile.holdings.count)", Style(.strong, .bold)),
      Span(profile.holdings.count == 1 ? " company" : " companies"),
    ]
    let second = [
      Span("those rounds raised "),
      Span(NumberFormat.money(millions: raised.usdMillions), Style(.strong, .bold)),
      Span(
        " in total (\(NumberFormat.percent(profile.shareOfMoney)) of all capital counted)", .dim),
      Span(raised.undisclosed > 0 ? ", \(raised.undisclosed) undisclosed" : "", .possible),
    ]
    let known = profile.ownKnown
    let third =
      known > 0
      ? [
        Span("its own part: "),
        Span(NumberFormat.money(millions: profile.ownUSDMillions), Style(.strong, .bold)),
        Span(" in the \(known) of \(profile.parts) parts that were disclosed", .dim),
      ] : profile.parts > 0 ? [Span("its own part was not disclosed", .possible)] : []
    return [first, second, third].filter { !$0.isEmpty }
  }

  /// The rounds listed that no sum counts, by what they are, in the order of the list.
  private var besides: [(what: String, count: Int)] {
    let counted = Set(profile.raised.rounds)
    var found: [(what: String, count: Int)] = []
    for round in profile.rounds where !counted.contains(round.id) {
      let what =
        if !round.instrument.raisesMoney {
          round.instrument.word
        } else if world.snapshot.isContained(round) {
          "contained in another"
        } else {
          round.status.word
        }
      if let place = found.firstIndex(where: { $0.what == what }) {
        found[place].count += 1
      } else {
        found.append((what, 1))
      }
    }
    return found
  }

  /// The investor, or all of its group where they count as one: their sums differ.
  private var who: String {
    profile.folding == .groups && profile.members.count > 1 ? "its group was" : "it was"
  }

  /// The number of rounds in the list, and of those that count.
  private var roundsTitle: String {
    let parts =
      ["\(profile.raised.rounds.count) counted"] + besides.map { "\($0.count) \($0.what)" }
    return "Rounds \(who) in · \(profile.rounds.count)"
      + (parts.count > 1 ? ": " + parts.joined(separator: ", ") : "")
  }

  /// The total of the rounds, by the layer of the company.
  var layers: BarChart {
    BarChart(
      rows: profile.byLayer.map { layer, tally in
        BarChart.Row(
          layer.word, value: InvestorFacts.bar(tally),
          figure: NumberFormat.fixed(tally.usdMillions / 1000, places: 2),
          note: "\(tally.rounds.count) \(tally.rounds.count == 1 ? "round" : "rounds")")
      }, title: "Rounds \(who) in, by layer", unit: "$ bn")
  }

  var years: ColumnChart {
    ColumnChart(
      columns: profile.byYear.map { year, tally in
        ColumnChart.Column(String(year), value: InvestorFacts.bar(tally), isMajor: true)
      }, title: "By year", unit: "$ bn")
  }

  private static func bar(_ tally: CapitalTally) -> BarValue {
    BarValue(
      parts: [
        BarValue.Part((tally.usdMillions - tally.usdMillions(.debt)) / 1000, style: .plain),
        BarValue.Part(tally.usdMillions(.debt) / 1000, style: .series(1), letter: "d"),
      ], possible: tally.announcedUSDMillions / 1000, possibleStyle: .dim)
  }

  /// The tables: companies, co-investors, rounds, and what it holds without a round.
  func tables(sort: [String: SortOrder]) -> [FactTable] {
    [
      portfolio(sort: sort["companies"]), coInvestors(sort: sort["co_investors"]),
      RoundList.table(Rows(profile.rounds), in: world, sort: sort["rounds"])
        .titled(roundsTitle),
      others(sort: sort["relations"]),
    ]
  }

  private func portfolio(sort: SortOrder?) -> FactTable {
    FactTable(
      "Companies · \(profile.holdings.count)", name: "companies",
      columns: [
        Column("company", .init("Company", minimum: 18, maximum: 30, priority: 10)) {
          $1.reference($0.company)
        },
        Column("layer", .init("Layer", minimum: 10, maximum: 14, priority: 7), style: .dim) {
          $1.dataset[$0.company].layer.word
        },
        Column("country", .init("Home", minimum: 4, maximum: 4, priority: 5), style: .dim) {
          holding, world in
          world.dataset[holding.company].country.map { world.dataset.code($0) }
        },
        Column("rounds", .init("Rounds", alignment: .trailing, minimum: 6, priority: 8)) {
          holding, _ in holding.rounds.count
        },
        Column(
          "led", .init("Led", alignment: .trailing, minimum: 3, priority: 9), style: .strong,
          entry: { holding, _, _ in holding.led > 0 ? nil : .unknown },
          rank: { holding, _ in holding.led > 0 ? Double(holding.led) : nil }
        ) { holding, _ in holding.led },
        Column(
          "raised_usd_m",
          .init("Raised in them", unit: "$ m", alignment: .trailing, minimum: 14, priority: 9)
        ) { holding, _ in
          holding.raised.rounds.count > holding.raised.undisclosed
            ? Millions(holding.raised.usdMillions) : nil
        },
        Column(
          "valuation_usd_m",
          .init("Valued", unit: "$ m", alignment: .trailing, minimum: 11, priority: 6)
        ) {
          (Capital.of($0.company, in: $1.snapshot).last?.taken.dollars?.millions).map(Millions.init)
        },
        Column(
          "last_round", .init("Last round", minimum: 10, maximum: 10, priority: 7), style: .dim
        ) {
          holding, _ in holding.rounds.first?.date
        },
      ], rows: Array(profile.holdings), in: world, sort: sort
    ) { .organisation($1.dataset.slug($0.company)) }
  }

  private func coInvestors(sort: SortOrder?) -> FactTable {
    let whole = max(1, profile.rounds.count)
    return FactTable(
      "In the same rounds · \(profile.coInvestors.count)", name: "co_investors",
      columns: [
        Column("investor", .init("Co-investor", minimum: 18, maximum: 32, priority: 10)) {
          $1.reference($0.investor)
        },
        Column("rounds", .init("Rounds", alignment: .trailing, minimum: 6, priority: 9)) {
          other, _ in other.rounds.count
        },
        Column(
          "share_of_rounds",
          .init("Share of its rounds", alignment: .trailing, minimum: 19, priority: 6), style: .dim
        ) { other, _ in Fraction(Double(other.rounds.count) / Double(whole)) },
        Column(
          "companies", .init("Companies", alignment: .trailing, minimum: 9, priority: 7),
          style: .dim
        ) { other, _ in other.companies },
      ], rows: Array(profile.coInvestors), in: world, sort: sort
    ) { .organisation($1.dataset.slug($0.investor)) }
  }

  private func others(sort: SortOrder?) -> FactTable {
    let wanted = Set(profile.others.map(\.origin))
    let numbers = Dictionary(
      uniqueKeysWithValues: world.dataset.relations.enumerated()
        .filter { wanted.contains($0.element.origin) }.map { ($0.element.origin, $0.offset) })
    return FactTable(
      "Holds or finances without a round in the ledger · \(profile.others.count)",
      name: "relations",
      columns: [
        Column("from") { $1.reference($0.from) },
        Column(
          "kind", .init("Relation", minimum: 24, maximum: 60, priority: 10),
          words: { "\($0.kind.words) \($1.dataset.name($0.to))" }
        ) { relation, _ in relation.kind.word },
        Column("to") { $1.reference($0.to) },
        Column("date", .init("Since", minimum: 10, maximum: 10, priority: 8), style: .dim) {
          relation, _ in relation.date
        },
        Column("note", .init("Note", minimum: 24, maximum: 90, priority: 5), style: .dim) {
          $1.dataset.string($0.note)
        },
        Column("sources") { $1.ids($0.sources) },
      ], rows: Array(profile.others), in: world, sort: sort
    ) { relation, _ in numbers[relation.origin].map { .relation($0) } }
  }
}
