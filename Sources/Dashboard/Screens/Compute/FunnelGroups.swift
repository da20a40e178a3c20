import Canvas
import Charts
import Dataset
import Insight

/// The sites at a stage, or all of them.
private struct StageGroup: Sendable {
  let label: String
  let sites: [ID<Commitment>]
  let unknown: Int
  let accelerators: Int
  let megawatts: Double
  /// The size of all of it in the unit of the bars.
  let sum: SizeSum
  let equivalents: SizeSum

  init(_ label: String, _ stages: [Funnel.Stage], in unit: ComputeUnit) {
    self.label = label
    sum = StageGroup.sum(of: stages, in: unit)
    equivalents = StageGroup.sum(of: stages, in: .h100e)
    sites = stages.flatMap(\.commitments)
    unknown = stages.reduce(0) { $0 + $1.unknown }
    accelerators = stages.reduce(0) { $0 + $1.accelerators }
    megawatts = stages.reduce(0) { $0 + $1.megawatts }
  }

  static func sum(of stages: [Funnel.Stage], in unit: ComputeUnit) -> SizeSum {
    stages.reduce(into: SizeSum()) { $0.add($1.size(in: unit)) }
  }

  /// True if no site of it has a size, and some should.
  var isUnknown: Bool { sum.size.upperBound == 0 && sum.unsized > 0 }

  static let columns: [Column<StageGroup>] = [
    Column("stage") { stage, _ in stage.label },
    Column("sites") { stage, _ in stage.sites.count },
    Column("unknown", .init("of unknown size")) { stage, _ in stage.unknown },
    Column("accelerators") { stage, _ in
      stage.accelerators == 0 && stage.unknown > 0 ? nil : stage.accelerators
    },
    Column("mw", .init("MW")) { stage, _ in stage.megawatts == 0 ? nil : stage.megawatts },
  ]

  static let equivalentColumns: [Column<StageGroup>] = [
    Column("h100e", .init("H100-equivalents")) { stage, _ in Interval(stage.equivalents.size) },
    Column("unknown_h100e") { stage, _ in stage.equivalents.unsized },
  ]

  /// The column that power has more than the others: how many sites state none.
  static let powerColumns: [Column<StageGroup>] = [
    Column("unknown_mw") { stage, _ in stage.sum.unsized }
  ]

  static func columns(in unit: ComputeUnit) -> [Column<StageGroup>] {
    switch unit {
    case .accelerators: columns
    case .h100e: columns + equivalentColumns
    case .mw: columns + powerColumns
    }
  }
}

extension GroupRows {
  /// The way from announced to running: every site at the stage of its latest row.
  init(_ funnel: Funnel, in world: World, unit measure: ComputeUnit) {
    title = "From announced to running"
    unit = measure.bars
    name = "stages"
    hasTotal = true
    let figures = StageGroup.columns(in: measure)
    columns = figures.map { Field($0) }
    let whole = StageGroup.sum(of: funnel.stages, in: measure)
    func row(_ label: String, _ stages: [Funnel.Stage], isTotal: Bool) -> Row {
      let group = StageGroup(label, stages, in: measure)
      let (sites, size, unknown) = (group.sites, group.sum.size, group.sum.unsized)
      let power = group.megawatts
      var notes = ["\(sites.count) \(sites.count == 1 ? "site" : "sites")"]
      if unknown > 0 { notes.append("\(unknown) of unknown \(measure.missing)") }
      if power > 0, measure != .mw { notes.append("\(NumberFormat.figure(power)) MW") }
      let withdrawn = StageGroup.sum(of: stages.filter(\.status.isWithdrawn), in: measure).size
      let before = measure == .accelerators ? stages.reduce(0) { $0 + $1.saidBefore } : 0
      if isTotal, withdrawn.upperBound > 0 {
        notes.insert("of which \(measure.compact(withdrawn)) withdrawn", at: 0)
      } else if before > 0 {
        notes.append("\(NumberFormat.compact(Double(before))) from an earlier row")
      }
      if !isTotal, size.upperBound > 0, let share = whole.share(of: size) {
        notes.insert(
          "\(NumberFormat.percent(share)) of all \(measure.compact(whole.size))", at: 0)
      }
      return Row(
        BarChart.Row(
          label,
          value: isTotal
            ? BarValue(parts: [])
            : group.isUnknown
              ? .unknown : GroupRows.bar(of: stages[0].status, size.lowerBound / measure.scale),
          figure: group.isUnknown ? NumberFormat.unknown : measure.bar(size),
          note: notes.joined(separator: ", "),
          style: isTotal ? .strong : .plain),
        values: figures.values(of: group, in: world), commitments: sites, in: world)
    }
    rows =
      [row("All", funnel.stages, isTotal: true)]
      + funnel.stages.map { row($0.status.word, [$0], isTotal: false) }
  }

  private static func bar(of status: ComputeStatus, _ thousands: Double) -> BarValue {
    switch status {
    case .announced: BarValue(parts: [], possible: thousands, possibleStyle: .dim)
    case .operational: BarValue(thousands, style: .strong)
    case .paused, .cancelled: BarValue(parts: [], possible: thousands, possibleStyle: .alarm)
    case .contracted, .building: BarValue(thousands, style: .series(1))
    }
  }
}

extension Funnel {
  /// The document of the stages from announced to running.
  func json(in world: World, unit: ComputeUnit) -> JSON {
    func sizes(_ sum: SizeSum) -> JSON {
      guard unit != .accelerators else { return [:] }
      return [
        "size": [sum.size.lowerBound, sum.size.upperBound], "unsized": sum.unsized,
      ]
    }
    let all: JSON = [
      "commitments": stages.reduce(0) { $0 + $1.commitments.count },
      "unknown": stages.reduce(0) { $0 + $1.unknown },
      "accelerators": stages.reduce(0) { $0 + $1.accelerators },
      "withdrawn": stages.reduce(0) { $0 + ($1.status.isWithdrawn ? $1.accelerators : 0) },
      "mw": stages.reduce(0.0) { $0 + $1.megawatts },
    ]
    return [
      "as_of": world.day, "unit": unit.rawValue,
      "all": all.adding(sizes(StageGroup.sum(of: stages, in: unit))),
      "stages": stages.map { stage -> JSON in
        let own: JSON = [
          "status": stage.status, "commitments": stage.commitments.count,
          "unknown": stage.unknown, "accelerators": stage.accelerators,
          "said_before": stage.saidBefore, "mw": stage.megawatts,
          "commitment_ids": stage.commitments.map { world.dataset.slug($0) },
        ]
        return own.adding(sizes(stage.size(in: unit)))
      },
    ]
  }
}
