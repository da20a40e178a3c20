import Dataset

/// A commitment whose target was moved later, or has passed without its running.
public struct ComputeSlip: Sendable {
  /// A target as one row of the ledger states it.
  public struct Target: Hashable, Sendable {
    /// The date of the row.
    public let known: PartialDate
    /// The target.
    public let target: PartialDate
  }

  /// The commitment with its latest row.
  public let commitment: Commitment
  /// The targets in the order they became known, each that differs from the one before.
  public let targets: [Target]
  /// Whole months from the first target to the last one, each counted from its last day; negative
  /// where it was moved earlier.
  public let months: Int
  /// Whether first and last target both name a month, so that `months` is no matter of rounding.
  public let isExact: Bool
  /// Days since the last target passed; `nil` where it has not, or where the site runs or was
  /// cancelled.
  public let overdueDays: Int?
}

extension Compute {
  /// The commitments that are late: the most months first, then the most days overdue, then by id.
  ///
  /// Rows that no longer name a target leave the last one standing. Programmes, bids and options are
  /// told of too; `commitment.scope` says which they are.
  public static func slips(
    in snapshot: Snapshot, where filter: CompiledFilter = .everything
  ) -> [ComputeSlip] {
    let dataset = snapshot.dataset
    var ledger: [ID<Commitment>: [Commitment]] = [:]
    for row in dataset.compute where snapshot.knows(row.date) {
      ledger[row.id, default: []].append(row)
    }
    return snapshot.compute.filter { filter.matches($0) }
      .compactMap { slip($0, ledger[$0.id] ?? [], snapshot.day) }
      .filter { $0.months > 0 || $0.overdueDays != nil }
      .sorted { left, right in
        if left.months != right.months { return left.months > right.months }
        let (first, second) = (left.overdueDays ?? 0, right.overdueDays ?? 0)
        if first != second { return first > second }
        return dataset.slug(left.commitment.id) < dataset.slug(right.commitment.id)
      }
  }

  private static func slip(_ commitment: Commitment, _ rows: [Commitment], _ day: Day)
    -> ComputeSlip?
  {
    let ordered = rows.enumerated().sorted { left, right in
      let (first, second) = (left.element.date, right.element.date)
      return first == second ? left.offset < right.offset : first < second
    }
    var targets: [ComputeSlip.Target] = []
    for (_, row) in ordered {
      guard let target = row.target, target != targets.last?.target else { continue }
      targets.append(ComputeSlip.Target(known: row.date, target: target))
    }
    guard let first = targets.first?.target, let last = targets.last?.target else { return nil }
    let isOver = commitment.status == .operational || commitment.status == .cancelled
    let overdue = day - last.lastDay
    return ComputeSlip(
      commitment: commitment, targets: targets, months: months(from: first, to: last),
      isExact: first.month != nil && last.month != nil,
      overdueDays: isOver || overdue <= 0 ? nil : overdue)
  }

  /// Months between the last days that two dates may mean.
  static func months(from first: PartialDate, to last: PartialDate) -> Int {
    (last.year - first.year) * 12 + (last.month ?? 12) - (first.month ?? 12)
  }
}
