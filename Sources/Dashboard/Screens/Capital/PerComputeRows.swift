import Canvas
import Charts
import Dataset
import Insight

extension CapitalPerCompute {
  /// The dollars that a figure of the bars counts, by the unit: thousands, of a megawatt millions.
  fileprivate var scale: Double { unit == .mw ? 1e6 : 1000 }

  /// The words for dollars a unit: `$27,400`, `$12.1–13.4 m`.
  static func words(_ dollars: ClosedRange<Double>) -> String {
    func text(_ value: Double) -> String {
      value >= 1e6
        ? NumberFormat.money(millions: value / 1e6)
        : "$" + NumberFormat.figure(value)
    }
    return NumberFormat.interval(text(dollars.lowerBound), text(dollars.upperBound))
  }

  /// The compute of an operator in words: `192,240 accelerators`.
  private func size(of row: Operator) -> String {
    let size = row.compute.firm(in: unit)
    return NumberFormat.interval(
      NumberFormat.integer(size.lowerBound), NumberFormat.integer(size.upperBound))
  }

  /// The figure of all operators that have a figure, and what it rests on.
  var headline: [Span] {
    guard let dollars = whole.dollars else {
      return [
        Span("Capital per \(unit.singular) · ", .heading),
        Span("no operator has both money and compute of a known size", .possible),
      ]
    }
    return [
      Span("Capital per \(unit.singular) · ", .heading),
      Span(CapitalPerCompute.words(dollars), Style(.strong, .bold)),
      Span(
        " · \(NumberFormat.money(millions: whole.capital.usdMillions)) ÷ "
          + NumberFormat.compact(whole.compute.firm(in: unit).lowerBound)),
      Span(" · \(counted(operators.count { $0.dollars != nil }, "operator"))", .dim),
      Span(
        whole.capital.undisclosed > 0
          ? " · \(counted(whole.capital.undisclosed, "round")) undisclosed" : "", .possible),
    ]
  }

  /// The marks of bars and of rows; hollow is what a slower chip among those named would add.
  func legend(within width: Int) -> [Span] {
    let hollow: [Span] =
      unit == .h100e
      ? [
        Span("\(Glyph.hollow)\(Glyph.hollow) ", .possible),
        Span("by the slowest chip named  ", .dim),
      ]
      : []
    let spans: [Span] =
      [
        Span("\(Glyph.full)\(Glyph.full) ", .plain), Span("equity and mixed  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(1)), Span("d debt  ", .dim),
        Span("\(Glyph.full)\(Glyph.full) ", .series(3)), Span("g grants  ", .dim),
      ] + hollow + [Span("\(Glyph.markNone) announced, not closed", .dim)]
    return spans.clauses(within: width)
  }

  /// The money and the compute that give no figure; empty where there is none.
  var leftOutWords: [Span] {
    var parts: [String] = []
    if leftOut.companies > 0 {
      parts.append(
        "\(NumberFormat.money(millions: leftOut.usdMillions)) of "
          + "\(leftOut.companies) \(leftOut.companies == 1 ? "company" : "companies") without firm compute"
      )
    }
    if leftOut.operators > 0 {
      parts.append(
        "\(NumberFormat.integer(leftOut.compute)) \(unit.title) of "
          + "\(counted(leftOut.operators, "operator")) without a round")
    }
    guard !parts.isEmpty else { return [] }
    return [Span("left out: ", .dim), Span(parts.joined(separator: "; "), .dim)]
  }

  /// The reasons why a figure is a bound, and what it divides.
  fileprivate func note(on row: Operator) -> String {
    let undisclosed =
      row.isAtLeast ? "\(counted(row.capital.undisclosed, "round")) undisclosed" : ""
    let unknown = row.compute.unknown(in: unit)
    let missing =
      switch unit {
      case .accelerators: "of unknown size"
      case .h100e: "of unknown number or chip"
      case .mw: "of unknown power"
      }
    let unsized = unknown > 0 ? "\(counted(unknown, "site")) \(missing)" : ""
    var parts: [String] = []
    if row.dollars != nil {
      switch (row.isAtLeast, row.isAtMost(in: unit)) {
      case (true, true): parts.append("rough figure: \(undisclosed), \(unsized)")
      case (true, false): parts.append("lower bound: \(undisclosed)")
      case (false, true): parts.append("upper bound: \(unsized)")
      case (false, false): break
      }
    } else {
      parts += [undisclosed, unsized].filter { !$0.isEmpty }
    }
    parts.append(
      "\(NumberFormat.money(millions: row.capital.usdMillions)) ÷ \(size(of: row))")
    let running = row.compute.running(in: unit)
    if running > 0 { parts.append("\(NumberFormat.integer(running)) running") }
    return parts.joined(separator: ", ")
  }
}

/// An operator with its money and its compute, or all of them.
private struct PerComputeGroup: Sendable {
  let key: GroupKey?
  let label: String
  let capital: CapitalTally
  let compute: ComputeTally
  let dollars: ClosedRange<Double>?
  let dollarsRunning: Double?

  init(key: GroupKey?, label: String, of each: CapitalPerCompute.Operator) {
    (self.key, self.label) = (key, label)
    (capital, compute) = (each.capital, each.compute)
    (dollars, dollarsRunning) = (each.dollars, each.dollarsRunning)
  }

  static func columns(in unit: ComputeUnit) -> [Column<PerComputeGroup>] {
    let suffix = unit == .accelerators ? "accelerator" : unit.rawValue
    return [
      Column("key") { Reference(id: $0.key?.slug(in: $1.dataset) ?? "", name: $0.label) },
      Column("rounds") { group, _ in group.capital.rounds.count },
      Column("undisclosed") { group, _ in group.capital.undisclosed },
      Column("usd_m", .init("raised")) { group, _ in
        let tally = group.capital
        return tally.rounds.count > tally.undisclosed ? Millions(tally.usdMillions) : nil
      },
      Column("commitments", .init("sites")) { group, _ in group.compute.commitments.count },
      Column("unknown", .init("of unknown size")) { group, _ in group.compute.unknown(in: unit) },
      size(in: unit),
      Column("running") { group, _ in group.compute.running(in: unit) },
      Column("usd_per_\(suffix)", .init("$ each")) { group, _ in
        group.dollars.map { Interval($0) }
      },
      Column("usd_per_running_\(suffix)", .init("$ each that runs")) { group, _ in
        group.dollarsRunning
      },
    ]
  }

  /// The firm compute: an interval where chips of several speeds are named.
  private static func size(in unit: ComputeUnit) -> Column<PerComputeGroup> {
    guard unit != .h100e else {
      return Column("h100e", .init("H100-equivalents")) { group, _ in
        let size = group.compute.firm(in: unit)
        return size.upperBound == 0 ? nil : Interval(size)
      }
    }
    return Column(unit.rawValue, .init(unit == .mw ? "MW" : unit.rawValue)) { group, _ in
      let size = group.compute.firm(in: unit)
      return size.upperBound == 0 ? nil : size.lowerBound
    }
  }
}

extension GroupRows {
  /// The money of operators for each unit of their compute.
  init(_ per: CapitalPerCompute, in world: World) {
    let (unit, totals) = (per.unit, per.totals)
    title = "Raised per \(totals.announced == .counted ? "" : "firm ")\(unit.singular), by operator"
    remark =
      (totals.announced == .counted ? ", announced rounds and sites too" : "")
      + (totals.folding == .groups ? ", groups as one" : "")
    self.unit = unit == .mw ? "$ m" : "$ k"
    name = "groups"
    hasTotal = true
    let figures = PerComputeGroup.columns(in: unit)
    columns = figures.map { Field($0) }
    func row(_ label: String, _ each: CapitalPerCompute.Operator, _ key: GroupKey?) -> Row {
      let tally = each.capital
      let parts = each.dollars.map { dollars in
        // The money in its forms, each over the most compute: together the least that was raised for each.
        let each = tally.usdMillions > 0 ? dollars.lowerBound / per.scale / tally.usdMillions : 0
        return [
          BarValue.Part(tally.sharesUSDMillions * each, style: .plain),
          BarValue.Part(tally.usdMillions(.debt) * each, style: .series(1), letter: "d"),
          BarValue.Part(tally.usdMillions(.grant) * each, style: .series(3), letter: "g"),
        ]
      }
      let figure = each.dollars.map { dollars in
        NumberFormat.interval(
          NumberFormat.fixed(dollars.lowerBound / per.scale, places: 1),
          NumberFormat.fixed(dollars.upperBound / per.scale, places: 1))
      }
      let open = each.dollars.map { ($0.upperBound - $0.lowerBound) / per.scale }
      return Row(
        BarChart.Row(
          label,
          value: key == nil
            ? BarValue(parts: []) : BarValue(parts: parts, possible: open ?? 0),
          figure: figure ?? NumberFormat.unknown, note: per.note(on: each),
          style: key == nil ? .strong : .plain),
        values: figures.values(
          of: PerComputeGroup(key: key, label: label, of: each), in: world),
        // No figure of the whole holds announced money.
        rounds: key == nil ? tally.rounds : tally.rounds + tally.announcedRounds, key: key,
        in: world)
    }
    rows =
      [row("All with a figure", per.whole, nil)]
      + per.operators.map { row($0.key.name(in: world.dataset), $0, $0.key) }
  }
}
