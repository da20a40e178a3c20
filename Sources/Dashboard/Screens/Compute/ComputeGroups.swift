import Canvas
import Charts
import Dataset
import Insight

/// A group of sites with its sums.
private struct ComputeGroup: Sendable {
  let key: GroupKey?
  let label: String
  let tally: ComputeTally
  let scale: ComputeScale?

  static let columns: [Column<ComputeGroup>] = [
    Column("key") { Reference(id: $0.key?.slug(in: $1.dataset) ?? "", name: $0.label) },
    Column("commitments", .init("sites")) { group, _ in group.tally.commitments.count },
    Column("unknown", .init("of unknown size")) { group, _ in group.tally.unknown },
    Column("accelerators") { group, _ in
      group.tally.isOfUnknownSize ? nil : group.tally.accelerators
    },
    Column("mw", .init("MW")) { group, _ in group.tally.megawatts == 0 ? nil : group.tally.megawatts
    },
    Column("announced") { group, _ in group.tally.announced },
    Column("withdrawn") { group, _ in group.tally.withdrawn },
  ]

  /// The columns of accelerators by the size of a country.
  static let scaleColumns: [Column<ComputeGroup>] = [
    Column("per_million_people", .init("per million people")) { group, _ in group.scale?.perMillion
    },
    Column("per_usd_bn_gdp", .init("per billion of GDP")) { group, _ in group.scale?.perBillion },
    Column("statistic_year", .init("year counted")) { group, _ in group.scale?.year },
  ]

  /// The columns of H100-equivalents, where they are asked for.
  static let equivalentColumns: [Column<ComputeGroup>] = [
    Column("h100e", .init("H100-equivalents")) { group, _ in
      group.tally.isUnknown(in: .h100e) ? nil : Interval(group.tally.equivalents.size)
    },
    Column("unknown_h100e") { group, _ in group.tally.equivalents.unsized },
  ]
}

extension GroupRows {
  init(_ totals: ComputeTotals, in world: World) {
    title = "By \(totals.grouping.rawValue)"
    remark = totals.folding == .groups ? ", groups as one" : ""
    let measure = totals.unit
    unit = measure.bars
    name = "groups"
    hasTotal = true
    let scales = totals.grouping == .country ? world.scales : nil
    let figures =
      ComputeGroup.columns + (scales == nil ? [] : ComputeGroup.scaleColumns)
      + (measure == .h100e ? ComputeGroup.equivalentColumns : [])
    columns = figures.map { Field($0) }
    let nvidia = world.dataset.focus.map { GroupKey.organisation($0) }
    func row(_ label: String, _ tally: ComputeTally, _ key: GroupKey?) -> Row {
      var notes: [String] = []
      let scaled = scales.map { ComputeScale(tally.accelerators, key, $0) }
      if let words = scaled?.words { notes.append(words) }
      let power =
        measure != .mw && tally.megawatts > 0 ? ["\(NumberFormat.figure(tally.megawatts)) MW"] : []
      // The power of all is part of the answer; that of a group stands after what may be added to it.
      if key == nil { notes += power }
      // Under whose law what stands is a question of shares.
      if case .jurisdiction? = key,
        let share = GroupRows.share(of: tally.firm(in: measure), in: totals.total.firm(in: measure))
      {
        notes.append("\(NumberFormat.percent(share)) of all")
      }
      if tally.announced(in: measure) > 0, totals.announced == .beside {
        notes.append("+\(NumberFormat.compact(tally.announced(in: measure))) announced")
      }
      if tally.unknown(in: measure) > 0 {
        notes.append(GroupRows.leftOut(tally.unknown(in: measure), measure))
      }
      if key != nil { notes += power }
      notes += GroupRows.withdrawnNotes(of: tally, in: measure)
      let isUnknown = tally.isUnknown(in: measure)
      let isTarget = key != nil && key == nvidia
      return Row(
        BarChart.Row(
          label,
          value: key == nil
            ? BarValue(parts: []) : isUnknown ? .unknown : totals.bar(of: tally, isTarget),
          figure: measure == .accelerators
            ? GroupRows.figure(of: tally)
            : isUnknown ? NumberFormat.unknown : GroupRows.figure(of: tally, in: measure),
          note: notes.joined(separator: ", "),
          style: key == nil ? .strong : isTarget ? .target : .plain),
        values: figures.values(
          of: ComputeGroup(key: key, label: label, tally: tally, scale: scaled), in: world),
        commitments: tally.all, key: key, in: world)
    }
    rows =
      [row("All", totals.total, nil)]
      + totals.groups.map { row(world.name(ofPlace: $0.key), $0.tally, $0.key) }
  }

  /// The bounds of a part in a whole that holds it: the part at its least while the rest is at its most,
  /// and the other way round. `nil` where the part is nothing.
  private static func share(
    of part: ClosedRange<Double>, in whole: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    let least = part.lowerBound + whole.upperBound - part.upperBound
    let most = part.upperBound + whole.lowerBound - part.lowerBound
    guard part.upperBound > 0, least > 0, most > 0 else { return nil }
    let low = min(1, part.lowerBound / least)
    return low...max(low, min(1, part.upperBound / most))
  }

  /// The words for the sites that a sum in a unit leaves out.
  private static func leftOut(_ count: Int, _ unit: ComputeUnit) -> String {
    "\(counted(count, "firm site")) of unknown \(unit.missing)"
  }

  /// The firm compute of a group in H100-equivalents, in thousands, or in megawatts.
  private static func figure(of tally: ComputeTally, in unit: ComputeUnit) -> String {
    let size = tally.firm(in: unit)
    if !tally.commitments.isEmpty { return unit.bar(size) }
    // Announced or withdrawn sites alone count as nothing: their figure stands in brackets.
    let beside = tally.isWithdrawn ? tally.withdrawn(in: unit).size : tally.plans(in: unit).size
    return beside.upperBound > 0 ? "(\(unit.bar(beside)))" : NumberFormat.unknown
  }

  /// The firm accelerators of a group, in thousands. Announced or withdrawn sites alone count as
  /// nothing: their figure stands in brackets.
  private static func figure(of tally: ComputeTally) -> String {
    func thousands(_ count: Int) -> String {
      NumberFormat.fixed(Double(count) / 1000, places: 1)
    }
    if tally.isOfUnknownSize { return NumberFormat.unknown }
    if !tally.commitments.isEmpty { return thousands(tally.accelerators) }
    let beside = tally.isWithdrawn ? tally.withdrawn : tally.announced
    return beside > 0 ? "(\(thousands(beside)))" : NumberFormat.unknown
  }

  /// The paused or cancelled sites of a group with their size.
  private static func withdrawnNotes(
    of tally: ComputeTally, in unit: ComputeUnit
  ) -> [String] {
    let withdrawn = tally.withdrawn(in: unit)
    if tally.isWithdrawn {
      let sites = tally.withdrawnCommitments.count
      let unknown = withdrawn.unsized
      return ["\(counted(sites, "site"))"]
        + (unknown > 0
          ? ["\(unknown == sites ? "" : "\(unknown) ")of unknown \(unit.missing)"] : [])
    }
    return withdrawn.size.upperBound > 0
      ? ["\(unit.compact(withdrawn.size)) withdrawn"] : []
  }
}

extension ComputeTotals {
  /// A tally as a bar in thousands of the unit, or in megawatts: running, bound to, and announced
  /// hollow. Withdrawn hollow where there is nothing else.
  func bar(of tally: ComputeTally, _ isTarget: Bool) -> BarValue {
    if tally.isWithdrawn {
      return BarValue(
        parts: [], possible: tally.withdrawn(in: unit).size.lowerBound / unit.scale,
        possibleStyle: .alarm)
    }
    let scale = unit.scale
    let firm = tally.firm(in: unit).lowerBound
    let running = min(tally.running(in: unit), firm)
    return BarValue(
      parts: [
        BarValue.Part(running / scale, style: isTarget ? .target : .strong),
        BarValue.Part(
          (firm - running) / scale, style: isTarget ? .target : .series(1), letter: "c"),
      ],
      possible: announced == .counted ? 0 : tally.announced(in: unit) / scale,
      possibleStyle: .dim)
  }
}

extension ComputeTally {
  /// True if no site of it has a size in a unit, and some should.
  func isUnknown(in unit: ComputeUnit) -> Bool {
    unit == .accelerators
      ? isOfUnknownSize : firm(in: unit).upperBound == 0 && unknown(in: unit) > 0
  }
}
