import Canvas
import Charts
import Dataset
import Insight

extension CommitmentSchedule {
  fileprivate static let columns: [Column<CommitmentSchedule?>] = [
    Column("commitment") { schedule, world in
      guard let current = schedule?.current else { return Reference(id: "", name: "All") }
      return Reference(
        id: world.dataset.slug(current.id), name: world.dataset.string(current.name))
    },
    Column("months") { schedule, _ in schedule?.slip?.months },
    Column("overdue_days", .init("days overdue")) { schedule, _ in schedule?.overdueDays },
  ]
}

extension GroupRows {
  /// The commitments that slipped, each a bar of months.
  init(_ slips: SlipList) {
    let (world, schedules) = (slips.world, slips.schedules)
    title = "What slipped, and by how long"
    unit = "months"
    self.name = "slips"
    hasTotal = true
    columns = CommitmentSchedule.columns.map { Field($0) }
    let late = schedules.count { $0.overdueDays != nil }
    func name(_ schedule: CommitmentSchedule) -> String {
      world.dataset.string(schedule.current.name)
    }
    let all = Row(
      BarChart.Row(
        "All", value: BarValue(parts: []), figure: "",
        note: "\(counted(schedules.count, "commitment")), \(late) overdue"
          + (slips.stopped.isEmpty ? "" : ", \(slips.stopped.count) more stopped")
          + (slips.unjudged == 0
            ? ""
            : "; \(counted(slips.unjudged, "programme")) past "
              + (slips.unjudged == 1 ? "its" : "their") + " date, not judged"),
        style: .strong),
      values: CommitmentSchedule.columns.values(of: nil, in: world),
      commitments: slips.listed.map(\.current.id), in: world)
    rows =
      [all]
      + slips.listed.map { schedule in
        let months = schedule.slip.map(SlipList.months) ?? 0
        let overdue = Double(schedule.overdueDays ?? 0) / SlipList.daysPerMonth
        return Row(
          BarChart.Row(
            name(schedule),
            value: BarValue(
              parts: [BarValue.Part(max(0, months))], possible: overdue, possibleStyle: .alarm),
            figure: schedule.slip.map(SlipList.figure) ?? "",
            note: SlipList.words(schedule)),
          values: CommitmentSchedule.columns.values(of: schedule, in: world),
          commitments: [schedule.current.id], in: world)
      }
  }
}
