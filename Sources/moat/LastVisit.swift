import Dataset

/// On which days the dashboard was open, kept in `visit` in the state folder: the last day, and the last
/// one before it, so that a second visit on a day still tells what changed since the visit before.
///
/// What cannot be read or written is as if there had been no visit.
struct LastVisit {
  private let files: UserFiles

  init(_ files: UserFiles = UserFiles()) { self.files = files }

  /// The day of the last visit before a day.
  func day(before today: Day) -> Day? { days.last { $0 < today } }

  /// Notes a visit.
  func note(_ today: Day) {
    let kept = days
    guard kept.last != today else { return }
    let days = [kept.last { $0 < today }, today].compactMap(\.self)
    files.write(days.map { "\($0)\n" }.joined(), to: .visit)
  }

  private var days: [Day] {
    (files.read(.visit) ?? "").split(separator: "\n").compactMap { Day($0) }
  }
}
