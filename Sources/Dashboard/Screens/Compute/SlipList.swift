import Canvas
import Charts
import Dataset
import Insight

/// The commitments whose target moved or has passed, as rows of a table.
struct SlipList: Sendable {
  let world: World
  let schedules: [CommitmentSchedule]
  /// The cancelled or paused commitments.
  let stopped: [CommitmentSchedule]
  /// The number of programmes, bids and options past their target.
  let unjudged: Int
  /// The rows of the list: those that slipped, then those that stopped.
  var listed: [CommitmentSchedule] { schedules + stopped }

  /// The mean of the Gregorian calendar, to draw days on a scale of months.
  static let daysPerMonth = 365.2425 / 12

  init(_ world: World) {
    self.world = world
    let slips = Compute.slips(in: world.snapshot, where: world.passes)
    // Late sites stand before those put off.
    schedules =
      slips.filter { $0.overdueDays != nil }
      .sorted { ($0.overdueDays ?? 0) > ($1.overdueDays ?? 0) }
      + slips.filter { $0.overdueDays == nil }
    stopped = Compute.stopped(in: world.snapshot, where: world.passes)
    unjudged = Compute.unjudged(in: world.snapshot, where: world.passes)
  }

  /// Months put off, or brought forward, with less than a month told as a part.
  static func months(_ slip: Slip) -> Double {
    slip.months == 0 ? Double(slip.days) / daysPerMonth : Double(slip.months)
  }

  /// `12`, or `<1` for some days.
  static func figure(_ slip: Slip) -> String {
    slip.months == 0 && slip.days > 0 ? "<1" : NumberFormat.integer(slip.months)
  }

  /// `overdue 53 d, 2026 → 2027-06`.
  static func words(_ schedule: CommitmentSchedule) -> String {
    if schedule.current.status.isWithdrawn {
      return [
        "\(schedule.current.status.word) \(schedule.current.date)",
        schedule.firstTarget.map { "was due \($0)" },
      ].compactMap(\.self).joined(separator: ", ")
    }
    let now = schedule.runningSince ?? schedule.target
    var parts: [String] = []
    // Where there is little room the last words go: how late it is stays.
    if let days = schedule.overdueDays {
      parts.append("overdue \(NumberFormat.shortDays(days))")
    }
    if schedule.slip != nil, let first = schedule.firstTarget, let now {
      parts.append("\(first) \(Glyph.arrowRight) \(now)")
    } else if let target = schedule.target {
      parts.append("due \(target)")
    }
    if schedule.runningSince != nil { parts.append("runs") }
    return parts.joined(separator: ", ")
  }

  /// The table of one of them, or of all: it repeats no figure of their bars.
  func table(_ only: Int?, sort: SortOrder?) -> FactTable {
    let shown = only.map { [listed[$0]] } ?? listed
    return FactTable(
      "Slipped", name: "slipped", columns: SlipList.columns, rows: shown, in: world, sort: sort
    ) { .commitment($1.dataset.slug($0.current.id)) }
  }

  private static let columns: [Column<CommitmentSchedule>] = [
    Column("id") { $1.dataset.slug($0.current.id) },
    Column("name", .init("Commitment", minimum: 24, maximum: 36, priority: 10)) {
      $1.dataset.string($0.current.name)
    },
    Column("operator", .init("Operator", minimum: 12, maximum: 22, priority: 6), style: .dim) {
      $0.current.operatedBy.map($1.reference)
    },
    // The bars above say by how much; the list says who it is and what is known of it.
    Column("first_target") { schedule, _ in schedule.firstTarget },
    Column("target") { schedule, _ in schedule.runningSince ?? schedule.target },
    Column("months") { schedule, _ in schedule.slip?.months },
    Column("overdue_days") { schedule, _ in schedule.overdueDays },
    // That nothing was said of it any more is not that it does not run.
    Column("date", .init("Last row", minimum: 10, maximum: 10, priority: 7), style: .dim) {
      schedule, _ in schedule.current.date
    },
    Column("scope") { schedule, _ in schedule.current.scope.word },
    Column(
      "status", .init("Status", minimum: 11, maximum: 11, priority: 8),
      styled: { schedule, _, style in
        schedule.current.status == .operational ? .strong : style
      },
      words: { schedule, _ in
        schedule.current.scope == .site ? nil : schedule.current.scope.word
      }
    ) { schedule, _ in schedule.current.status.word },
    Column(
      "accelerators", .init("Accelerators", alignment: .trailing, minimum: 12, priority: 5),
      style: .dim
    ) { schedule, _ in schedule.current.accelerators },
  ]

}

extension SlipList: JSONConvertible {
  /// The delays; `months` is null where the two targets may be the same.
  var json: JSON {
    let dataset = world.dataset
    return [
      "as_of": world.day,
      "slipped": schedules.map { schedule -> JSON in
        let current = schedule.current
        return [
          "id": dataset.slug(current.id), "name": dataset.string(current.name),
          "scope": current.scope, "status": current.status,
          "first_target": schedule.firstTarget, "target": schedule.target,
          "running_since": schedule.runningSince, "months": schedule.slip?.months,
          "overdue_days": schedule.overdueDays,
        ]
      },
    ]
  }
}
