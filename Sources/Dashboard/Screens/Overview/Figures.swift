import Canvas
import Charts
import Dataset
import Insight

/// One of the headline figures: what it is, how much, what to know beside it, and the facts behind it.
struct Figure: Sendable {
  let title: String
  let number: String
  let style: Style
  let note: String
  /// What may come on top, or what is not known.
  let doubt: String
  let fact: Fact
}

/// The headline figures of the overview, asked of the facts once.
struct HeadlineFigures: Sendable {
  let capital: CapitalTotals
  let year: CapitalTally
  let compute: ComputeTotals
  let nvidia: AcceleratorShare?
  let enforcement: EnforcementReport
  let law: LawReport
  private let world: World

  init(_ world: World) {
    self.world = world
    capital = Capital.totals(of: world.snapshot, by: .quarter, where: world.passes)
    let wanted = world.day.civil.year
    year =
      Capital.totals(of: world.snapshot, by: .year, where: world.passes)
      .groups.first { $0.key == .year(wanted) }?.tally ?? CapitalTally()
    compute = Compute.totals(of: world.snapshot, by: .jurisdiction, where: world.passes)
    nvidia = world.dataset.organisation("nvidia").map {
      Compute.share(ofVendor: $0, in: world.snapshot, where: world.passes)
    }
    enforcement = EnforcementReport(world.snapshot)
    law = LawReport(world.snapshot)
  }

  /// The figures, left to right.
  var all: [Figure] {
    [raised, accelerators, share, enforcers, next].compactMap { $0 }
  }

  private var raised: Figure {
    let equity = year.usdMillions - year.usdMillions(.debt) - year.usdMillions(.grant)
    return Figure(
      title: "Raised \(world.day.civil.year)",
      number: NumberFormat.money(millions: year.usdMillions), style: Style(.strong, .bold),
      note: "equity \(short(equity)) debt \(short(year.usdMillions(.debt)))",
      doubt: year.undisclosed > 0 ? "\(year.undisclosed) undisclosed" : "",
      fact: .sum(
        title: "Raised \(world.day.civil.year)",
        year.rounds.map { .round(world.dataset.slug($0)) }))
  }

  private var accelerators: Figure {
    let total = compute.total
    return Figure(
      title: "Compute, firm", number: NumberFormat.integer(total.accelerators),
      style: Style(.strong, .bold), note: "\(NumberFormat.integer(total.running)) running",
      doubt: total.unknown > 0 ? "\(total.unknown) sites of unknown size" : "",
      fact: .sum(
        title: "Firm accelerators",
        total.commitments.map { .commitment(world.dataset.slug($0)) }))
  }

  private var share: Figure? {
    guard let nvidia, nvidia.whole > 0 else { return nil }
    let facts = world.snapshot.compute.filter { commitment in
      commitment.scope == .site && commitment.status.isFirm && world.passes.matches(commitment)
        && commitment.vendor == world.dataset.organisation("nvidia")
    }
    return Figure(
      title: "NVIDIA's share",
      number: NumberFormat.percent(nvidia.documented...nvidia.possible),
      style: Style(.target, .bold), note: "of firm chips", doubt: "",
      fact: .sum(
        title: "NVIDIA's firm accelerators",
        facts.map { .commitment(world.dataset.slug($0.id)) }))
  }

  private var enforcers: Figure {
    let full = enforcement.full
    let possible = enforcement.possible
    let steps = EnforcementDefinition.parts
    return Figure(
      title: "Can enforce", number: "\(full.count) of \(enforcement.members.count)",
      style: Style(.strong, .bold), note: "full authority",
      doubt: possible.isEmpty ? "" : "possibly \(full.count + possible.count)",
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
      title: "Next duty in", number: NumberFormat.days(date.lastDay - world.day),
      style: Style(.strong, .bold), note: article.isEmpty ? "" : "Art. \(article)",
      doubt: "", fact: .milestone(world.dataset.slug(obligation.id)))
  }

  private func short(_ millions: Double) -> String {
    NumberFormat.money(millions: millions, currency: "$")
  }
}
