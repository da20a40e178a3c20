import Canvas
import Charts
import Dataset
import Insight

/// Rounds as rows of a table: who, when, what, how much, from whom.
struct RoundList: Sendable {
  let world: World
  private let listed: Rows<Round>
  /// The number of rows that pass the filter and are not listed.
  private let left: Int
  private let summary: Summary
  /// The ids of the rounds listed, once a group is selected: to look them up in a million rows takes longer.
  private let ids = Once<[Int32]>()
  /// Cells that were made for one selection serve the next.
  private let made = EntryMemo<Round> { Int($0.id.index) }

  /// - Parameter includesAll: True if rows that are no money raised are listed too: plans,
  ///   acquisitions, funds, withdrawn rounds.
  init(world: World, includesAll: Bool) {
    self.world = world
    var left = 0
    let rounds = world.passes.rounds(in: world.snapshot).only { round in
      let isListed = includesAll || (round.instrument.raisesMoney && round.status != .withdrawn)
      if !isListed { left += 1 }
      return isListed
    }
    listed = rounds.inOrder(of: world.dataset.roundsLatestFirst)
    self.left = left
    // In the order of the table: of a million rows in another order each is far from the next.
    summary = Summary(rounds, in: world)
  }

  /// The table of the rounds of a tally, or of all, the latest first.
  ///
  /// - Parameter own: the column of the own part of the investor whose rounds they are.
  func table(_ tally: CapitalTally?, sort: SortOrder?, own: Column<Round>? = nil) -> FactTable {
    let shown: Rows<Round>
    if let tally {
      shown = listed.at(places(of: tally.rounds, tally.announcedRounds))
    } else {
      shown = listed
    }
    return RoundList.table(
      shown, in: world, sort: sort, left: tally == nil ? left : 0,
      own: own, isDisputed: summary.disputed > 0, made: own == nil ? made : nil,
      summary: tally == nil ? summary : nil)
  }

  /// The places in the list of some rounds, in its order.
  private func places(of groups: [ID<Round>]...) -> [Int32] {
    let ids = ids.value { listed.map(\.id.index) }
    var isWanted = [Bool](repeating: false, count: world.dataset.rounds.count)
    for id in groups.joined() { isWanted[Int(id.index)] = true }
    return ids.indices.filter { isWanted[Int(ids[$0])] }.map { Int32($0) }
  }

  /// The figures for all rounds of a list.
  struct Summary: Sendable {
    /// The rounds that sources disagree on: where there are any, what others say has a column for every selection.
    private(set) var disputed = 0
    private(set) var closed = 0
    private(set) var undisclosed = 0
    private(set) var millions = 0.0
    /// The rounds that are not counted, by their mark.
    private(set) var others = [Int](repeating: 0, count: RoundMark.allCases.count)

    init(_ rounds: Rows<Round>, in world: World) {
      for round in rounds {
        if round.confidence == .disputed { disputed += 1 }
        let mark = RoundMark(world.snapshot.standing(of: round))
        guard mark == .counted else {
          others[mark.rawValue] += 1
          continue
        }
        closed += 1
        if let dollars = world.dataset.dollars(round) {
          millions += dollars.millions
        } else {
          undisclosed += 1
        }
      }
    }
  }

  /// A table of rounds; `left` more are plans, acquisitions and the like that the key `v` shows.
  static func table(
    _ rounds: Rows<Round>, named name: String = "rounds", in world: World, sort: SortOrder? = nil,
    showsCompany: Bool = true, left: Int = 0, own: Column<Round>? = nil,
    isDisputed: Bool? = nil, made: EntryMemo<Round>? = nil, summary: Summary? = nil
  ) -> FactTable {
    var columns = columns
    let summary = summary ?? Summary(rounds, in: world)
    let disputed = summary.disputed
    if disputed > 0, disputed == rounds.count {
      // Where the disputed rounds are asked for, what others say is the answer.
      columns = columns.map { $0.id == "others_say" ? othersSay(priority: 9) : $0 }
    }
    if let own {
      // It stands next to the amount of the whole round.
      columns.insert(own, at: (columns.firstIndex { $0.id == "usd_m" } ?? -1) + 1)
    }
    return FactTable(
      "Rounds", name: name, columns: columns, rows: rounds, in: world, sort: sort,
      hidden: Set(showsCompany ? [] : ["company", "layer"])
        .union(isDisputed ?? (disputed > 0) ? [] : ["others_say"]),
      feet: [
        rounds.count > 1 || left > 0 ? foot(summary, left: left, showsCompany: showsCompany) : nil
      ].compactMap(\.self),
      memo: made,
      style: { $1.snapshot.standing(of: $0) == .counted ? .plain : .dim },
      fact: { .round($1.dataset.slug($0.id)) })
  }

  /// The sum of the counted rounds listed, and the number of those without an amount.
  private static func foot(
    _ summary: Summary, left: Int, showsCompany: Bool
  ) -> [String: Table.Entry] {
    let words =
      ["\(summary.closed) closed"]
      + (left == 0 ? [] : ["v lists \(left) plans, takeovers, funds"])
      + (summary.undisclosed == 0 ? [] : ["\(summary.undisclosed) undisclosed"])
      + RoundMark.allCases.filter { summary.others[$0.rawValue] > 0 }.map {
        "\($0.glyph) \(summary.others[$0.rawValue]) \($0.words)"
      }
    let label = Table.Entry(words.joined(separator: "; "), style: .dim)
    let sum = Table.Entry(NumberFormat.integer(summary.millions), style: .strong)
    // On the page of a company its name is not there to be counted under.
    return [showsCompany ? "company" : "date": label, "usd_m": sum]
  }

  static let columns: [Column<Round>] = [
    Column("id") { $1.dataset.slug($0.id) },
    Column(
      "company", .init("Company", minimum: 16, maximum: 28, priority: 10),
      styled: { $1.isLead($0.sources) ? .possible : $2 }
    ) { $1.reference($0.company) },
    Column("date", .init("Date", minimum: 10, maximum: 10, priority: 9)) { round, _ in round.date },
    Column(
      "series", .init("Round", minimum: 18, maximum: 28, priority: 7),
      entry: { round, world, style in
        let mark = RoundMark(world.snapshot.standing(of: round))
        return Table.Entry(
          world.dataset.string(round.series), style: style, mark: mark.glyph, markStyle: mark.style)
      }
    ) { $1.dataset.string($0.series) },
    Column(
      "usd_m",
      .init("Amount", unit: "$ m", alignment: .trailing, minimum: 8, maximum: 10, priority: 10),
      // A question mark after what sources dispute: the figure is that of the sums, its row's note
      // names the other.
      words: { round, world in
        world.dataset.dollars(round).map {
          DisputedFigure.text($0, isDisputed: round.confidence == .disputed)
        }
      }
    ) { $1.dataset.dollars($0) },
    Column(
      "announced",
      .init("Announced", alignment: .trailing, minimum: 12, maximum: 14, priority: 3), style: .dim,
      words: { round, _ in round.amount == nil ? "" : nil }
    ) { round, _ in round.amount },
    Column(
      "valuation_usd_m",
      .init("Valued", unit: "$ m", alignment: .trailing, minimum: 8, maximum: 10, priority: 6),
      words: { round, world in
        guard let dollars = world.dataset.postMoneyDollars(round) else {
          return world.postMoney(of: round.company, on: round.date).flatMap {
            DisputedFigure.text($0, in: world)
          }
        }
        return ValuationPoint(round, in: world.dataset).flatMap {
          DisputedFigure.text($0, in: world)
        } ?? DisputedFigure.text(dollars, isDisputed: round.confidence == .disputed)
      }
    ) { round, world in
      // Where the round does not say it, a value after the money of the same day does.
      world.dataset.postMoneyDollars(round)
        ?? world.postMoney(of: round.company, on: round.date)?.dollars
    },
    Column("layer", .init("Layer", minimum: 14, maximum: 14, priority: 6), style: .dim) {
      round, world in world.dataset[round.company].layer.word
    },
    Column(
      "instrument", .init("Form", minimum: 8, maximum: 8, priority: 4), style: .dim
    ) { round, _ in round.instrument.word },
    Column(
      "status", .init("Status", minimum: 11, maximum: 11, priority: 5),
      styled: { round, _, _ in round.status == .closed ? .dim : .possible },
      words: { $1.snapshot.isContained($0) ? "contained" : nil }
    ) { round, _ in round.status.word },
    Column("part_of") { $0.partOf.map($1.dataset.slug) },
    Column("counted") { $1.snapshot.standing(of: $0) == .counted },
    Column("investors", .init("Investors", minimum: 24, maximum: 70, priority: 3)) {
      investors(of: $0, in: $1)
    },
    Column("leads") { round, world in
      Words(
        world.snapshot.investments(in: round.id).filter { $0.role == .lead }
          .map { world.dataset.slug($0.investor) })
    },
    Column(
      "confidence", .init("Confidence", minimum: 10, maximum: 10, priority: 1),
      styled: { round, _, _ in round.confidence == .disputed ? .alarm : .dim }
    ) { round, _ in round.confidence.word },
    othersSay(priority: 2),
    Column("sources") { $1.ids($0.sources) },
  ]

  private static func othersSay(priority: Int) -> Column<Round> {
    Column("others_say", .init("Others say", minimum: 12, maximum: 90, priority: priority)) {
      OtherFigures.words(on: $0, in: $1)
    }
  }

  /// Leads first, then the others as the file has them.
  private static func investors(of round: Round, in world: World) -> [Reference] {
    let parts = world.snapshot.investments(in: round.id)
    let ordered = parts.filter { $0.role == .lead } + parts.filter { $0.role != .lead }
    return ordered.map { world.reference($0.investor) }
  }
}
