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
    _ = files.change(.visit) { text in
      let kept = LastVisit.days(text)
      guard kept.last.map({ $0 < today }) ?? true else { return text }
      return [kept.last, today].compactMap(\.self).map { "\($0)\n" }.joined()
    }
  }

  private var days: [Day] { LastVisit.days(files.read(.visit) ?? "") }

  private static func days(_ text: String) -> [Day] {
    text.split(whereSeparator: \.isNewline).compactMap { Day(String($0)) }.sorted()
  }
}
