import Dataset

extension ReviewRule {
  /// Targets that lie in the past, where no newer row tells what became of them.
  static let targetPassed = ReviewRule(
    pattern: .targetPassed,
    lookFor: "Look for whether it runs, slipped or was given up, and add a row that says so"
  ) { facts in
    let (dataset, day) = (facts.dataset, facts.day)
    let sites = facts.snapshot.compute.compactMap { row -> ReviewFinding? in
      guard let target = row.target, target.lastDay < day, row.status.isOpen else { return nil }
      return facts.finding(
        row, "target", dataset.string(row.name),
        "was to run by \(target) and is still \(row.status.word) by its last row, of \(row.date)")
    }
    let dates = facts.snapshot.milestones.compactMap { row -> ReviewFinding? in
      guard let scheduled = row.scheduled, scheduled.lastDay < day, isPending(row, scheduled) else {
        return nil
      }
      return facts.finding(
        row, "scheduled", dataset.string(row.title),
        "was due by \(scheduled) and is still \(row.status.word) by its last row, of \(row.date)")
    }
    return sites + dates
  }

  /// True if a date was ahead when the row was written: a proposal or an agreement is dated by the day it
  /// was made.
  private static func isPending(_ row: Milestone, _ scheduled: PartialDate) -> Bool {
    switch row.status {
    case .scheduled, .postponed, .proposed, .agreed: scheduled.firstDay > row.date.lastDay
    case .inForce, .withdrawn: false
    }
  }
}

extension ComputeStatus {
  /// True if it is still to run.
  var isOpen: Bool { self == .announced || self == .contracted || self == .building }
}
