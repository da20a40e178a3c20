import Dataset

/// The dates of the law and of policy as known on a day.
public struct LawReport: Sendable {
  public let snapshot: Snapshot
  /// Every milestone known, by the date that stands (those without a date last), then by id.
  public let obligations: [Obligation]

  public init(_ snapshot: Snapshot) {
    let dataset = snapshot.dataset
    let reach = dataset.lastDay(of: .milestones)
    let histories = snapshot.histories(of: dataset.milestones, by: \.id)
    let obligations = histories.compactMap { rows in
      Obligation(rows.map { dataset.milestones[$0] }, on: snapshot.day, reach: reach)
    }
    let keyed = obligations.map { (slug: dataset.slug($0.id), obligation: $0) }
    self.snapshot = snapshot
    self.obligations = keyed.sorted { left, right in
      switch (left.obligation.scheduled, right.obligation.scheduled) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.slug < right.slug
      }
    }.map(\.obligation)
  }

  private init(_ snapshot: Snapshot, _ obligations: [Obligation]) {
    self.snapshot = snapshot
    self.obligations = obligations
  }

  /// The report of some of the obligations, such as those that a filter lets through.
  public func only(_ isWanted: (Obligation) -> Bool) -> LawReport {
    LawReport(snapshot, obligations.filter(isWanted))
  }

  public subscript(id: ID<Milestone>) -> Obligation? { obligations.first { $0.id == id } }

  public subscript(slug: String) -> Obligation? {
    snapshot.dataset.milestone(slug).flatMap { self[$0] }
  }

  /// The days of acts still to come, the nearest first: the countdown.
  public var upcoming: [Obligation] {
    obligations.filter { obligation in
      guard obligation.hasArticle, case .ahead = obligation.timeliness else { return false }
      return obligation.scheduled != nil
    }
  }

  /// The obligations that are due and not reported as done, the longest ago first.
  public var overdue: [Obligation] {
    obligations.filter { $0.timeliness?.isOverdue ?? false }
      .sorted { ($0.timeliness?.daysLate ?? 0) > ($1.timeliness?.daysLate ?? 0) }
  }
}
