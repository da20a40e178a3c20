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

  init(_ label: String, _ stages: [Funnel.Stage]) {
    self.label = label
    sites = stages.flatMap(\.commitments)
    unknown = stages.reduce(0) { $0 + $1.unknown }
    accelerators = stages.reduce(0) { $0 + $1.accelerators }
    megawatts = stages.reduce(0) { $0 + $1.megawatts }
  }

  /// True if no site of it has a size, and some should.
  var isUnknown: Bool { accelerators == 0 && unknown > 0 }

  static let columns: [Column<StageGroup>] = [
    Column("stage") { stage, _ in stage.label },
    Column("sites") { stage, _ in stage.sites.count },
    Column("unknown", .init("of unknown size")) { stage, _ in stage.unknown },
    Column("accelerators") { stage, _ in stage.isUnknown ? nil : stage.accelerators },
    Column("mw", .init("MW")) { stage, _ in stage.megawatts == 0 ? nil : stage.megawatts },
  ]
}

extension GroupRows {
  /// The way from announced to running: every site at the stage of its latest row.
  init(_ funnel: Funnel, in world: World) {
    title = "From announced to running"
    unit = "thousand accelerators"
    name = "stages"
    hasTotal = true
    columns = StageGroup.columns.map(Field.init)
    let whole = funnel.stages.reduce(0) { $0 + $1.accelerators }
    func row(_ label: String, _ stages: [Funnel.Stage], isTotal: Bool) -> Row {
      let group = StageGroup(label, stages)
      let (sites, count, unknown) = (group.sites, group.accelerators, group.unknown)
      let power = group.megawatts
      var notes = ["\(sites.count) \(sites.count == 1 ? "site" : "sites")"]
      if unknown > 0 { notes.append("\(unknown) of unknown size") }
      if power > 0 { notes.append("\(NumberFormat.figure(power)) MW") }
      let withdrawn = stages.filter(\.status.isWithdrawn).reduce(0) { $0 + $1.accelerators }
      let before = stages.reduce(0) { $0 + $1.saidBefore }
      if isTotal, withdrawn > 0 {
        notes.insert("of which \(NumberFormat.compact(Double(withdrawn))) withdrawn", at: 0)
      } else if before > 0 {
        notes.append("\(NumberFormat.compact(Double(before))) from an earlier row")
      }
      if !isTotal, whole > 0, count > 0 {
        notes.insert(
          "\(NumberFormat.percent(Double(count) / Double(whole))) of all "
            + NumberFormat.compact(Double(whole)), at: 0)
      }
      let thousands = Double(count) / 1000
      return Row(
        BarChart.Row(
          label,
          value: isTotal
            ? BarValue(parts: [])
            : group.isUnknown ? .unknown : GroupRows.bar(of: stages[0].status, thousands),
          figure: group.isUnknown
            ? NumberFormat.unknown : NumberFormat.fixed(thousands, places: 1),
          note: notes.joined(separator: ", "),
          style: isTotal ? .strong : .plain),
        values: StageGroup.columns.values(of: group, in: world), commitments: sites, in: world)
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
  func json(in world: World) -> JSON {
    [
      "as_of": world.day,
      "all": [
        "commitments": stages.reduce(0) { $0 + $1.commitments.count },
        "unknown": stages.reduce(0) { $0 + $1.unknown },
        "accelerators": stages.reduce(0) { $0 + $1.accelerators },
        "withdrawn": stages.reduce(0) { $0 + ($1.status.isWithdrawn ? $1.accelerators : 0) },
        "mw": stages.reduce(0.0) { $0 + $1.megawatts },
      ] as JSON,
      "stages": stages.map { stage -> JSON in
        [
          "status": stage.status, "commitments": stage.commitments.count,
          "unknown": stage.unknown, "accelerators": stage.accelerators,
          "said_before": stage.saidBefore, "mw": stage.megawatts,
          "commitment_ids": stage.commitments.map { world.dataset.slug($0) },
        ]
      },
    ]
  }
}
