import Canvas
import Charts
import Dataset
import Insight

/// The organisations that are on every path of something, the greatest loss first.
enum ChokepointTable {
  static func make(_ report: ChokepointReport, facts: ExposureFacts, sort: SortOrder?) -> FactTable
  {
    let world = facts.world
    return FactTable(
      "Chokepoints", name: "chokepoints", columns: columns(facts.target, in: facts.options.unit),
      rows: report.chokepoints.filter { world.shows(world.dataset[$0.id]) }, in: world, sort: sort
    ) { .organisation($1.dataset.slug($0.id)) }
  }

  /// The accelerators that are lost for certain, and those that may be: `25,800–564,096`.
  private static func accelerators(_ point: Chokepoint) -> String {
    NumberFormat.interval(
      NumberFormat.integer(point.accelerators), NumberFormat.integer(point.possible))
  }

  /// The money that is its alone for certain, and the money that may be: `0–100`.
  private static func capital(_ point: Chokepoint) -> String {
    guard point.possibleUSDMillions > 0 else { return NumberFormat.unknown }
    return NumberFormat.interval(
      NumberFormat.integer(point.usdMillions), NumberFormat.integer(point.possibleUSDMillions))
  }

  /// The answer in a line: the greatest loss, and the greatest apart from the target.
  static func answer(_ report: ChokepointReport, facts: ExposureFacts) -> [Span] {
    let dataset = facts.world.dataset
    func text(_ point: Chokepoint) -> String {
      let all = point.organisations.map { dataset.name($0) }
      let losers =
        switch all.count {
        case 0: ""
        case 1...2: ", \(all.joined(separator: " and ")) left with none"
        default: ", \(all.count) left with none"
        }
      return "\(dataset.name(point.id)) \(NumberFormat.integer(point.accelerators))\(losers)"
    }
    guard let worst = report.chokepoints.first else { return [Span("No chokepoint", .dim)] }
    var spans = [
      Span("Greatest loss  ", .dim),
      Span(text(worst), worst.id == facts.target ? .target : Style(.strong, .bold)),
    ]
    if let next = report.chokepoints.first(where: { $0.id != facts.target }), next.id != worst.id {
      spans += [
        Span("   next \(text(next))", Style(.strong, .bold))
      ]
    }
    // A foundry is known to supply, seldom how much: it may be everything.
    let most = report.chokepoints.map(\.possible).max() ?? 0
    let everything = report.chokepoints.filter { $0.possible == most && $0.accelerators < most }
    if !everything.isEmpty {
      let names = everything.map { dataset.name($0.id) }.joined(separator: ", ")
      spans += [
        Span("   possibly all \(NumberFormat.integer(most)): \(names)", .possible)
      ]
    }
    return spans
  }

  private static func columns(
    _ target: ID<Organisation>?, in unit: ComputeUnit
  ) -> [Column<Chokepoint>] {
    [
      Column(
        "organisation", .init("If it stops", minimum: 18, maximum: 32, priority: 10),
        styled: { point, _, style in point.id == target ? .target : style }
      ) { $1.reference($0.id) },
      Column(
        unit.rawValue, .init(unit.heading, alignment: .trailing, minimum: 15, priority: 9),
        entry: { point, _, _ in
          Table.Entry(accelerators(point), style: point.accelerators > 0 ? .plain : .possible)
        }
      ) { point, _ in Interval(Double(point.accelerators), Double(point.possible)) },
      Column(
        "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 5), style: .possible
      ) {
        point, _ in point.uncounted > 0 ? point.uncounted : nil
      },
      Column("lose_all", .init("Left with none", alignment: .trailing, minimum: 14, priority: 8)) {
        point, _ in point.organisations.count
      },
      Column("tenants", .init("Tenants of them", alignment: .trailing, minimum: 15, priority: 3)) {
        point, _ in point.tenants.count
      },
      Column(
        "usd_m", .init("Capital", unit: "$ m", alignment: .trailing, minimum: 11, priority: 7),
        entry: { point, _, _ in
          Table.Entry(capital(point), style: point.usdMillions > 0 ? .plain : .possible)
        },
        rank: { point, _ in point.usdMillions }
      ) { point, _ in
        point.possibleUSDMillions > 0
          ? Interval(point.usdMillions, point.possibleUSDMillions) : nil
      },
      Column(
        "suppliers", .init("Runs on", minimum: 16, maximum: 40, priority: 8),
        words: { point, world in
          point.suppliers.map { ReachLabels.brief(world.dataset.name($0)) }
            .joined(separator: ", ")
        }
      ) { point, world in point.suppliers.map { world.reference($0) } },
      Column(
        "losers", .init("Organisations", minimum: 16, maximum: 90, priority: 4),
        style: .dim
      ) {
        point, world in point.organisations.map { world.reference($0) }
      },
    ]
  }
}
