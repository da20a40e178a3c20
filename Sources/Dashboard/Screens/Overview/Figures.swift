import Canvas
import Charts
import Dataset
import Insight

/// A headline figure with its subject, remark and facts.
///
/// Words have shorter forms for narrow columns, the longest first; the figure itself has none.
struct Figure: Sendable {
  let title: String
  var shortTitles: [String] = []
  let number: String
  let style: Style
  let note: String
  let doubt: String
  var shortDoubts: [String] = []
  let change: String
  let fact: Fact

  var titles: [String] { [title] + shortTitles }

  /// The note and the doubt, the doubt alone, the doubt in fewer letters: it is what keeps a figure honest.
  var notes: [[Span]] {
    let doubts = ([doubt] + shortDoubts).map { [Span($0, .possible)] }
    if doubt.isEmpty { return [[Span(note, .dim)]] }
    return [note.isEmpty ? [] : [Span("\(note) · ", .dim)] + doubts[0]].filter { !$0.isEmpty }
      + doubts
  }

  /// The change of the last quarter, also in fewer letters.
  var changes: [String] {
    let words = change.split(separator: " ").filter { !["in", "for", "facts"].contains($0) }
    return [change, words.map { $0 == "months" ? "mo" : String($0) }.joined(separator: " ")]
  }

  /// The cells without which it says nothing.
  var least: Int {
    max(TextWidth.of(number), titles.map { TextWidth.of($0) }.min() ?? 0)
  }
}

/// The headline figures of the overview, asked of the facts once.
struct HeadlineFigures: Sendable {
  let capital: CapitalTotals
  let year: CapitalTally
  let compute: ComputeTotals
  let nvidia: AcceleratorShare?
  let enforcement: EnforcementReport
  let law: LawReport
  /// The four exposures of everything together.
  let europe: EuropeExposure
  let before: QuarterAgo
  let world: World
  let byLayer: CapitalTotals
  private let byStatus: ComputeTotals

  init(_ world: World, _ law: LawReport) {
    self.world = world
    self.law = law
    let maker = world.dataset.focus
    let (sums, europe) = world.snapshot.both {
      Capital.totals(of: world.snapshot, by: [.quarter, .year, .layer], where: world.passes)
    } _: {
      EuropeExposure(of: world.snapshot, maker: maker, where: world.passes)
    }
    self.europe = europe
    capital = sums[0]
    let wanted = world.day.civil.year
    year = sums[1].groups.first { $0.key == .year(wanted) }?.tally ?? CapitalTally()
    byLayer = sums[2]
    let sites = Compute.totals(
      of: world.snapshot, by: [.jurisdiction, .status], where: world.passes)
    compute = sites[0]
    byStatus = sites[1]
    nvidia = maker.map {
      Compute.share(ofVendor: $0, in: world.snapshot, where: world.passes)
    }
    enforcement = EnforcementReport(world.snapshot)
    before = QuarterAgo(world, maker: maker, rounds: byLayer.total, enforcement)
  }

  var all: [Figure] {
    [raised, accelerators, share, enforcers, next].compactMap { $0 }
  }

  private var raised: Figure {
    let equity = year.usdMillions - year.usdMillions(.debt) - year.usdMillions(.grant)
    return Figure(
      title: "Raised \(world.day.civil.year)", shortTitles: ["Raised"],
      number: NumberFormat.money(millions: year.usdMillions), style: Style(.strong, .bold),
      note: "equity \(short(equity)) debt \(short(year.usdMillions(.debt)))",
      doubt: year.undisclosed > 0 ? "\(year.undisclosed) undisclosed" : "",
      shortDoubts: ["\(year.undisclosed) unknown", "+\(year.undisclosed) ?"],
      change: before.raisedSince > 0
        ? "+\(short(before.raisedSince)) in 3 months"
        : unchanged(.rounds)
          ?? (before.undisclosedSince > 0
            ? "\(before.undisclosedSince) undisclosed in 3 months" : "none in 3 months"),
      fact: .sum(
        title: "Raised \(world.day.civil.year)",
        year.rounds.map { .round(world.dataset.slug($0)) }))
  }

  private var accelerators: Figure {
    let total = compute.total
    return Figure(
      title: "Compute, firm", shortTitles: ["Compute"],
      number: total.isOfUnknownSize
        ? NumberFormat.unknown : NumberFormat.integer(total.accelerators),
      style: Style(.strong, .bold), note: total.runningWords,
      doubt: total.unknown > 0 ? "\(total.unknown) of unknown size" : "",
      shortDoubts: ["\(total.unknown) unsized", "+\(total.unknown) ?"],
      change: change(
        total.accelerators - before.accelerators, .compute,
        before.unsized == total.unknown ? nil : "\(before.unsized) unsized 3 months ago"),
      fact: .sum(
        title: "Firm accelerators",
        total.commitments.map { .commitment(world.dataset.slug($0)) }))
  }

  private var share: Figure? {
    guard let nvidia, nvidia.whole > 0 else { return nil }
    let facts = world.snapshot.compute.filter { commitment in
      commitment.scope == .site && commitment.status.isFirm && world.passes.matches(commitment)
        && commitment.vendor.map { $0 == world.dataset.focus } ?? false
    }
    return Figure(
      title: "\(world.focusName)'s share", shortTitles: [world.focusName],
      number: NumberFormat.percent(nvidia.documented...nvidia.possible),
      style: Style(.target, .bold), note: "of firm chips", doubt: "",
      change: before.nvidia.map {
        let was = NumberFormat.percent($0.documented...$0.possible)
        let isSame = was == NumberFormat.percent(nvidia.documented...nvidia.possible)
        return isSame ? unchanged(.compute) ?? "unchanged for 3 months" : "\(was) 3 months ago"
      } ?? "",
      fact: .sum(
        title: "\(world.focusName)'s firm accelerators",
        facts.map { .commitment(world.dataset.slug($0.id)) }))
  }

  private var enforcers: Figure {
    let full = enforcement.full
    let possible = enforcement.possible
    let steps = EnforcementDefinition.parts
    return Figure(
      title: "Can enforce", shortTitles: ["Enforce"],
      number: "\(full.count) of \(enforcement.members.count)",
      style: Style(.strong, .bold), note: "full authority",
      doubt: possible.isEmpty ? "" : "possibly \(full.count + possible.count)",
      shortDoubts: ["poss. \(full.count + possible.count)", "\(full.count + possible.count) ?"],
      change: change(
        full.count - before.full, .enforcement,
        before.possible == possible.count
          ? nil : "possibly \(before.full + before.possible) 3 months ago"),
      fact: .sum(
        title: "States with full enforcement authority",
        full.flatMap { state in
          steps.map { .step(country: world.dataset.code(state.country), $0) }
        }))
  }

  private var next: Figure? {
    guard let obligation = law.upcoming.first, let date = obligation.scheduled else { return nil }
    let article = world.dataset.string(obligation.current.article)
    return Figure(
      title: "Next duty in", shortTitles: ["Next duty", "Next"],
      number: date.precision == .day
        ? NumberFormat.days(date.lastDay - world.day) : readable(date),
      style: Style(.strong, .bold), note: article.isEmpty ? "" : "Art. \(article)",
      doubt: "", change: "", fact: .milestone(world.dataset.slug(obligation.id)))
  }

  /// The text in place of "nothing new" where the ledger does not reach into the quarter: nothing
  /// is known of it.
  private func unchanged(_ table: TableName) -> String? {
    guard let reach = world.dataset.reach(of: table), reach.lastDay <= before.day else {
      return nil
    }
    return "no later facts"
  }

  /// The change of a figure; where the figure stood still and its doubt moved, the former doubt.
  private func change(_ count: Int, _ table: TableName, _ doubt: String?) -> String {
    count == 0
      ? doubt ?? unchanged(table) ?? "unchanged for 3 months"
      : "\(count > 0 ? "+" : String(Glyph.minus))\(NumberFormat.integer(abs(count))) in 3 months"
  }

  fileprivate func short(_ millions: Double) -> String {
    NumberFormat.money(millions: millions, currency: "$")
  }
}

/// The figures of the overview as they were three months before the day.
struct QuarterAgo: Sendable {
  let day: Day
  let accelerators: Int
  let nvidia: AcceleratorShare?
  /// The states that had full enforcement authority and have kept it, and those that lost it since.
  let full: Int
  /// The money raised since, in millions of dollars: the counted rounds that are surely later. A
  /// round dated by year only is in the year's figure and not in this.
  let raisedSince: Double
  /// Of those rounds, the ones without an amount.
  let undisclosedSince: Int
  /// The firm sites that were of unknown size.
  let unsized: Int
  /// The states that possibly had full authority.
  let possible: Int

  init(
    _ world: World, maker: ID<Organisation>?, rounds: CapitalTally, _ enforcement: EnforcementReport
  ) {
    let day = world.day.adding(months: -3)
    let snapshot = world.snapshot
    let then = world.dataset.asOf(day)
    self.day = day
    accelerators = Compute.share(in: then, .beside, world.passes) { _ in true }.whole
    nvidia = maker.map { Compute.share(ofVendor: $0, in: then, where: world.passes) }
    unsized =
      Compute.totals(of: then, by: .jurisdiction, where: world.passes).total.unknown
    possible = EnforcementReport(then).possible.count
    full = enforcement.full.count { ($0.fullSince ?? day) <= day }
    var (raised, undisclosed) = (0.0, 0)
    let year = day.civil.year
    for id in rounds.rounds {
      // Most rounds are of years before, and their days need not be worked out.
      guard let round = snapshot.round(id), round.date.year >= year, round.date.firstDay > day
      else { continue }
      if let dollars = world.dataset.dollars(round) {
        raised += dollars.millions
      } else {
        undisclosed += 1
      }
    }
    raisedSince = raised
    undisclosedSince = undisclosed
  }
}

extension HeadlineFigures {
  /// Capital by quarter, from the first on; rounds of which only the year is known belong to none.
  var quarters: GroupRows {
    // A round of which only the year is known has no column: the title says how much that is.
    let unplaced = capital.groups.reduce(0) { sum, group in
      if case .year = group.key { return sum + group.tally.usdMillions }
      return sum
    }
    let left = unplaced > 0 ? " (another \(short(unplaced)) by year only)" : ""
    return GroupRows(capital, in: world).groups("Capital raised per quarter\(left)", unit: "$ bn") {
      if case .quarter = $0 { return true }
      return false
    }
  }

  var layers: GroupRows {
    GroupRows(byLayer, in: world).groups("Capital raised by layer", unit: "$ bn")
  }

  var status: GroupRows {
    GroupRows(byStatus, in: world).groups("Accelerators by status", unit: "k")
  }
}
