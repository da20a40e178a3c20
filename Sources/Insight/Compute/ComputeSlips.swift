import Dataset

extension Compute {
  /// The commitments whose target moved, or has passed while they do not run.
  ///
  /// Ordered by the longest delay, then the most days overdue, then id; those brought forward come
  /// last. Sites, programmes, bids and options alike; `current.scope` tells them apart. Cancelled
  /// commitments have no target any more and are left out (`stopped` lists them).
  public static func slips(
    in snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> [CommitmentSchedule] {
    let dataset = snapshot.dataset
    return CommitmentSchedule.all(snapshot).filter { schedule in
      filter.matches(schedule.current)
        && (schedule.slip != nil || schedule.timeliness?.isOverdue == true)
    }.sorted { left, right in
      let (first, second) = (left.slip?.days ?? 0, right.slip?.days ?? 0)
      if first != second { return first > second }
      let (late, later) = (left.overdueDays ?? 0, right.overdueDays ?? 0)
      if late != later { return late > later }
      return dataset.slug(left.current.id) < dataset.slug(right.current.id)
    }
  }

  /// The cancelled or paused commitments that had a target, which cannot be delayed any more, by id.
  public static func stopped(
    in snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> [CommitmentSchedule] {
    CommitmentSchedule.all(snapshot).filter { schedule in
      filter.matches(schedule.current) && schedule.current.status.isWithdrawn
        && schedule.firstTarget != nil
    }
  }

  /// The number of programmes, bids and options whose target passed: they contain sites, which are judged
  /// themselves, and no such commitment is called overdue.
  public static func unjudged(
    in snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> Int {
    CommitmentSchedule.all(snapshot).count { schedule in
      guard schedule.current.scope != .site, schedule.runningSince == nil,
        let target = schedule.target
      else { return false }
      return filter.matches(schedule.current) && target.lastDay < snapshot.day
    }
  }
}

extension CommitmentSchedule {
  /// Days since the last target passed without its running; `nil` where that is not so.
  public var overdueDays: Int? {
    if case .late(let days)? = timeliness { return days }
    return nil
  }
}
