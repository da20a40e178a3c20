import Dataset

extension MetricReckoning {
  private func rows(_ id: ID<Milestone>) -> [Milestone] { snapshot.history(of: id) }

  private func binding(_ id: ID<Milestone>) -> Milestone? {
    rows(id).last { Obligation.setsDate($0.status) }
  }

  private func title(_ row: Milestone) -> String { dataset.string(row.title) }

  func milestoneDate(_ id: ID<Milestone>) -> Finding {
    guard let row = binding(id) else { return unknown("a date that binds") }
    guard let date = row.scheduled else {
      return Finding(.nothing, "\(title(row)): no date stands since \(row.date)", evidence(row))
    }
    return Finding(
      .date(date), "\(title(row)): \(row.status.word) by the row of \(row.date)", evidence(row))
  }

  func proposedDate(_ id: ID<Milestone>) -> Finding {
    guard let row = rows(id).last(where: { $0.status == .proposed || $0.status == .agreed }) else {
      return unknown("a proposed date")
    }
    guard let date = row.scheduled else {
      return Finding(.nothing, "\(title(row)): no date in the row of \(row.date)", evidence(row))
    }
    return Finding(
      .date(date), "\(title(row)): \(row.status.word) by the row of \(row.date)", evidence(row))
  }

  func milestoneDelay(_ id: ID<Milestone>) -> Finding {
    let rows = rows(id)
    let first = rows.first { Obligation.setsDate($0.status) && $0.scheduled != nil }
    let last = rows.last { $0.scheduled != nil }
    guard let first, let last, let from = first.scheduled, let to = last.scheduled else {
      return unknown("a date")
    }
    var evidence = evidence(first)
    evidence.add(self.evidence(last))
    let low = MetricReckoning.months(from: from.lastDay, to: to.firstDay)
    let high = MetricReckoning.months(from: from.firstDay, to: to.lastDay)
    return Finding(
      .figure(low: low, high: high),
      "from \(from) (first set) to \(to) (\(last.status.word) on \(last.date))", evidence)
  }

  func monthsUntil(_ id: ID<Milestone>) -> Finding {
    guard let row = binding(id), let date = row.scheduled else {
      return unknown("a date that binds")
    }
    return Finding(
      .figure(
        low: MetricReckoning.months(from: snapshot.day, to: date.firstDay),
        high: MetricReckoning.months(from: snapshot.day, to: date.lastDay)),
      "from \(snapshot.day) to \(date), the date that binds: \(title(row))", evidence(row))
  }

  func fullAuthority() -> Finding {
    let report = EnforcementReport(snapshot)
    var evidence = Evidence()
    for state in report.full + report.possible { evidence.add(state.evidence(in: dataset)) }
    func codes(_ states: [StateEnforcement]) -> String {
      states.map { dataset.code($0.country) }.joined(separator: ", ")
    }
    let possible = report.possible
    return Finding(
      .exactly(Double(report.full.count)), unknown: possible.count,
      "of \(report.members.count) states: " + (report.full.isEmpty ? "none" : codes(report.full))
        + (possible.isEmpty ? "" : "; possibly also " + codes(possible)), evidence)
  }
}
