import Canvas
import Charts
import Dataset
import Insight

/// Rounds as rows of a table: who, when, what, how much, from whom.
struct RoundList: Sendable {
  let world: World
  /// Whether rows that are no money raised are listed too: plans, acquisitions, funds, withdrawn ones.
  let includesAll: Bool
  private let listed: [Round]
  /// How many rows pass the filter and are not listed.
  private let left: Int
  /// Cells that were made for one selection serve the next.
  private let made = Memo<ID<Round>, [FactCell]>()

  init(world: World, includesAll: Bool) {
    self.world = world
    self.includesAll = includesAll
    var left = 0
    listed = world.snapshot.rounds.filter { round in
      guard world.passes.matches(round) else { return false }
      let isListed = includesAll || (round.instrument.raisesMoney && round.status != .withdrawn)
      if !isListed { left += 1 }
      return isListed
    }.sorted { left, right in
      // As a person lists dates: what is known to the day first, then the rest of the month or year.
      let (first, second) = (RoundList.place(of: left.date), RoundList.place(of: right.date))
      return first == second ? left.id > right.id : first > second
    }
    self.left = left
  }

  /// Where a date stands in a list that has the latest first: a month after its days, a year after its
  /// months.
  private static func place(of date: PartialDate) -> Int {
    (date.year * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
  }

  /// The table of the rounds of a tally, or of all, the latest first.
  func table(_ tally: CapitalTally?, sort: SortOrder?) -> FactTable {
    let shown: [Round]
    if let tally {
      let wanted = Set(tally.rounds + tally.announcedRounds)
      shown = listed.filter { wanted.contains($0.id) }
    } else {
      shown = listed
    }
    return RoundList.table(
      shown, in: world, sort: sort, left: tally == nil ? left : 0, made: made)
  }

  /// A table of rounds; `left` more are plans, acquisitions and the like that the key `v` shows.
  static func table(
    _ rounds: [Round], in world: World, sort: SortOrder? = nil, showsCompany: Bool = true,
    left: Int = 0, made: Memo<ID<Round>, [FactCell]> = Memo()
  ) -> FactTable {
    FactTable(
      "Rounds", columns: columns(showsCompany), count: rounds.count,
      foot: foot(rounds, left: left, in: world, showsCompany: showsCompany), sort: sort
    ) { index in
      let round = rounds[index]
      let cells = made.value(round.id) { Self.cells(of: round, in: world) }
      return (.round(world.dataset.slug(round.id)), showsCompany ? cells : Array(cells.dropFirst()))
    }
  }

  /// What the rounds listed add up to: those that count, each once, and how many of them say no amount.
  private static func foot(
    _ rounds: [Round], left: Int, in world: World, showsCompany: Bool
  ) -> [Table.Entry]? {
    guard rounds.count > 1 || left > 0 else { return nil }
    let counted = rounds.filter { world.snapshot.standing(of: $0) == .counted }
    let amounts = counted.compactMap { world.dataset.dollars($0)?.millions }
    let undisclosed = counted.count - amounts.count
    let label = Table.Entry("\(counted.count) counted", style: .dim)
    let sum = Table.Entry(
      NumberFormat.integer(amounts.reduce(0, +)), style: .strong)
    let rest = Table.Entry(undisclosed == 0 ? "" : "+\(undisclosed) unknown", style: .dim)
    let more = Table.Entry(left == 0 ? "" : "\(left) more with v", style: .dim)
    return showsCompany
      ? [label, Table.Entry(""), more, sum, rest]
      : [label, Table.Entry(""), sum, rest]
  }

  private static func columns(_ showsCompany: Bool) -> [Table.Column] {
    let company = Table.Column("Company", minimum: 18, maximum: 28, priority: 10)
    return (showsCompany ? [company] : []) + [
      Table.Column("Date", minimum: 10, maximum: 10, priority: 9),
      Table.Column("Round", minimum: 14, maximum: 26, priority: 7),
      Table.Column(
        "Amount", unit: "$ m", alignment: .trailing, minimum: 8, maximum: 10, priority: 10),
      Table.Column("Announced", alignment: .trailing, minimum: 12, maximum: 14, priority: 4),
      Table.Column(
        "Valued", unit: "$ m", alignment: .trailing, minimum: 8, maximum: 10, priority: 6),
      Table.Column("Form", minimum: 8, maximum: 8, priority: 5),
      Table.Column("Status", minimum: 11, maximum: 11, priority: 5),
      Table.Column("Investors", minimum: 24, maximum: 70, priority: 3),
      Table.Column("Confidence", minimum: 10, maximum: 10, priority: 1),
    ]
  }

  private static func cells(of round: Round, in world: World) -> [FactCell] {
    let dataset = world.dataset
    let dollars = dataset.dollars(round)
    let isCounted = world.snapshot.standing(of: round) == .counted
    let style: Style = isCounted ? .plain : .dim
    let unsure: Style = world.isLead(round.sources) ? .possible : style
    let announced = round.amount.map {
      "\(NumberFormat.figure($0.millions, digits: 6)) m \($0.currency.word)"
    }
    return [
      FactCell(dataset.name(round.company), style: unsure),
      FactCell(date: round.date, style: style),
      FactCell(dataset.string(round.series), style: style),
      dollarCell(dollars, style, isDisputed: round.confidence == .disputed),
      FactCell(announced ?? "", style: .dim),
      dollarCell(dataset.postMoneyDollars(round), style),
      FactCell(round.instrument.word, style: .dim),
      FactCell(
        world.snapshot.isContained(round) ? "contained" : round.status.word,
        style: round.status == .closed ? .dim : .possible),
      FactCell(investors(of: round, in: world), style: style),
      FactCell(round.confidence.word, style: round.confidence == .disputed ? .alarm : .dim),
    ]
  }

  /// Millions of dollars; a tilde before what was converted at a reference rate, a question mark after what
  /// sources dispute: the figure is the one that sums take, its row's note names the other.
  private static func dollarCell(
    _ dollars: Dollars?, _ style: Style, isDisputed: Bool = false
  ) -> FactCell {
    FactCell(
      dollars?.millions,
      {
        let figure = NumberFormat.integer($0) + (isDisputed ? "?" : "")
        return dollars?.isConverted == true ? "~\(figure)" : figure
      }, style: style)
  }

  /// Leads first, then the others as the file has them.
  private static func investors(of round: Round, in world: World) -> String {
    let parts = world.snapshot.investments(in: round.id)
    let ordered = parts.filter { $0.role == .lead } + parts.filter { $0.role != .lead }
    return ordered.map { world.dataset.name($0.investor) }.joined(separator: ", ")
  }
}
