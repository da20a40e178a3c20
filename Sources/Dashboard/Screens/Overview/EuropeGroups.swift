import Canvas
import Charts
import Dataset
import Insight

/// A part of Europe's compute or capital that depends on somebody.
private struct EuropeanShare: Sendable {
  let label: String
  let share: EuropeExposure.Share

  static let columns: [Column<EuropeanShare>] = [
    Column("exposure") { part, _ in part.label },
    Column("documented") { part, _ in Fraction(part.share.documented) },
    Column("possible") { part, _ in Fraction(part.share.possible) },
  ]
}

extension GroupRows {
  /// The four exposures of Europe as a whole: solid is documented, hollow is possible.
  init(_ europe: EuropeExposure, in world: World) {
    title = "Europe as a whole depends on"
    unit = ""
    name = "exposures"
    hasTotal = false
    columns = EuropeanShare.columns.map { Field($0) }
    maximum = 1
    let dataset = world.dataset
    let nvidia = dataset.focus
    @Sendable func isAmerican(_ id: ID<Organisation>?) -> Bool {
      id.flatMap { dataset[$0].country }.map { dataset.jurisdiction(of: $0) == .us } ?? false
    }
    func row(
      _ label: String, _ share: EuropeExposure.Share, _ style: Style,
      _ facts: @escaping @Sendable () -> [Fact]
    ) -> Row {
      Row(
        key: nil,
        bar: BarChart.Row(
          label,
          value: BarValue(
            parts: [BarValue.Part(share.documented, style: style)],
            possible: share.possible - share.documented,
            possibleStyle: style == .target ? .target : .possible),
          figure: NumberFormat.percent(share.documented...share.possible), style: .plain),
        values: EuropeanShare.columns.values(
          of: EuropeanShare(label: label, share: share), in: world),
        fact: { .sum(title: "Europe: \(label)", facts()) },
        identity: .sum(title: "Europe: \(label)", []), has: { _ in false })
    }
    func sites(_ belongs: @escaping @Sendable (Commitment) -> Bool) -> @Sendable () -> [Fact] {
      {
        world.snapshot.compute.filter {
          $0.scope == .site && $0.status.isFirm && world.passes.matches($0) && belongs($0)
        }.map { .commitment(dataset.slug($0.id)) }
      }
    }
    let chips = europe.chips.map { share in
      row(
        "chips \(world.focusName)", share, .target,
        sites { $0.vendor != nil && $0.vendor == nvidia })
    }
    rows = [
      chips, row("customers US", europe.customers, .plain, sites { isAmerican($0.customer) }),
      row("capital US", europe.capital, .plain) {
        world.snapshot.rounds.filter { round in
          world.passes.matches(round) && world.snapshot.standing(of: round) == .counted
            && world.snapshot.investments(in: round.id).contains { isAmerican($0.investor) }
        }.map { .round(dataset.slug($0.id)) }
      },
      row(
        "outside EU-27", europe.outside, .plain,
        sites { dataset.jurisdiction(of: $0.country) != .eu27 }),
    ].compactMap { $0 }
  }
}
