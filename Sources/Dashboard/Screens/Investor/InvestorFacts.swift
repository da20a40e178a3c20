import Canvas
import Charts
import Dataset
import Insight

/// What an investor took part in, in words, bars and tables.
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

  /// How many rounds, what they raised in all, how many it led, and what it put in itself.
  var summary: [[Span]] {
    let raised = profile.raised
    let count = raised.rounds.count
    var first = [
      Span("took part in "), Span("\(count)", Style(.strong, .bold)),
      Span(" of \(profile.everything.rounds.count) rounds counted"),
      Span(" (\(NumberFormat.percent(profile.shareOfRounds)))", .dim),
    ]
    let beside = besides.map { "\($0.count) \($0.what)" }.joined(separator: ", ")
    if !beside.isEmpty { first.append(Span(", beside them \(beside)", .possible)) }
    first += [
      Span(" · led "), Span("\(profile.led.count)", Style(.strong, .bold)),
      Span(" · in "), Span("\(profile.holdings.count)", Style(.strong, .bold)),
      Span(profile.holdings.count == 1 ? " company" : " companies"),
    ]
    let second = [
      Span("those rounds raised "),
      Span(NumberFormat.money(millions: raised.usdMillions), Style(.strong, .bold)),
      Span(" from all in them (\(NumberFormat.percent(profile.shareOfMoney)) of everything)", .dim),
      Span(raised.undisclosed > 0 ? ", \(raised.undisclosed) undisclosed" : "", .possible),
    ]
    let known = profile.ownKnown
    let third =
      known > 0
      ? [
        Span("its own part: "),
        Span(NumberFormat.money(millions: profile.ownUSDMillions), Style(.strong, .bold)),
        Span(" in the \(known) of \(profile.parts) parts that were said", .dim),
      ] : profile.parts > 0 ? [Span("its own part was never said", .possible)] : []
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

  /// How many rounds the list has, and how many of them count.
  private var roundsTitle: String {
    let parts =
      ["\(profile.raised.rounds.count) counted"] + besides.map { "\($0.count) \($0.what)" }
    return "Rounds it was in · \(profile.rounds.count)"
      + (parts.count > 1 ? ": " + parts.joined(separator: ", ") : "")
  }

  /// What the rounds raised, by the layer of the company.
  var layers: BarChart {
    BarChart(
      rows: profile.byLayer.map { layer, tally in
        BarChart.Row(
          layer.word, value: InvestorFacts.bar(tally),
          figure: NumberFormat.fixed(tally.usdMillions / 1000, places: 2),
          note: "\(tally.rounds.count) \(tally.rounds.count == 1 ? "round" : "rounds")")
      }, title: "Rounds it was in, by layer", unit: "$ bn")
  }

  /// What the rounds raised, by year.
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
  func tables(sort: [Int: SortOrder]) -> [FactTable] {
    [
      portfolio(sort: sort[0]), coInvestors(sort: sort[1]),
      RoundList.table(profile.rounds, in: world, sort: sort[2])
        .titled(roundsTitle),
      others,
    ]
  }

  private func portfolio(sort: SortOrder?) -> FactTable {
    let (dataset, holdings, snapshot) = (world.dataset, profile.holdings, world.snapshot)
    return FactTable(
      "Companies · \(holdings.count)",
      columns: [
        Table.Column("Company", minimum: 18, maximum: 30, priority: 10),
        Table.Column("Layer", minimum: 10, maximum: 14, priority: 7),
        Table.Column("Home", minimum: 4, maximum: 4, priority: 5),
        Table.Column("Rounds", alignment: .trailing, minimum: 6, priority: 8),
        Table.Column("Led", alignment: .trailing, minimum: 3, priority: 9),
        Table.Column("Raised in them", unit: "$ m", alignment: .trailing, minimum: 14, priority: 9),
        Table.Column("Valued", unit: "$ m", alignment: .trailing, minimum: 11, priority: 6),
        Table.Column("Last round", minimum: 10, maximum: 10, priority: 7),
      ], count: holdings.count, sort: sort
    ) { index in
      let holding = holdings[index]
      let company = dataset[holding.company]
      let value = Capital.of(holding.company, in: snapshot).last?.taken.dollars?.millions
      let isKnown = holding.raised.rounds.count > holding.raised.undisclosed
      return (
        .organisation(dataset.slug(holding.company)),
        [
          FactCell(dataset.name(holding.company)), FactCell(company.layer.word, style: .dim),
          FactCell(company.country.map { dataset.code($0) } ?? "", style: .dim),
          FactCell(count: holding.rounds.count),
          FactCell(count: holding.led > 0 ? holding.led : nil, style: .strong),
          FactCell(
            isKnown ? holding.raised.usdMillions : nil,
            { NumberFormat.integer($0) }),
          FactCell(value, { NumberFormat.integer($0) }),
          FactCell(date: holding.rounds.first?.date, style: .dim),
        ]
      )
    }
  }

  private func coInvestors(sort: SortOrder?) -> FactTable {
    let (dataset, others) = (world.dataset, profile.coInvestors)
    let whole = max(1, profile.rounds.count)
    return FactTable(
      "In the same rounds · \(others.count)",
      columns: [
        Table.Column("Co-investor", minimum: 18, maximum: 32, priority: 10),
        Table.Column("Rounds", alignment: .trailing, minimum: 6, priority: 9),
        Table.Column("Share of its rounds", alignment: .trailing, minimum: 19, priority: 6),
        Table.Column("Companies", alignment: .trailing, minimum: 9, priority: 7),
      ], count: others.count, sort: sort
    ) { index in
      let other = others[index]
      return (
        .organisation(dataset.slug(other.investor)),
        [
          FactCell(dataset.name(other.investor)), FactCell(count: other.rounds.count),
          FactCell(
            Double(other.rounds.count) / Double(whole), { NumberFormat.percent($0) }, style: .dim),
          FactCell(count: other.companies, style: .dim),
        ]
      )
    }
  }

  private var others: FactTable {
    let (dataset, relations) = (world.dataset, profile.others)
    let numbers = relations.map { relation in
      dataset.relations.firstIndex { $0.origin == relation.origin }
    }
    return FactTable(
      "Holds or finances without a round in the ledger · \(relations.count)",
      columns: [
        Table.Column("Relation", minimum: 24, maximum: 60, priority: 10),
        Table.Column("Since", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Note", minimum: 24, maximum: 90, priority: 5),
      ], count: relations.count
    ) { index in
      let relation = relations[index]
      return (
        numbers[index].map { .relation($0) },
        [
          FactCell("\(relation.kind.words) \(dataset.name(relation.to))"),
          FactCell(date: relation.date, style: .dim),
          FactCell(dataset.string(relation.note), style: .dim),
        ]
      )
    }
  }
}
