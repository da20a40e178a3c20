import Dataset

/// The days on which the dashboard was open, kept in `visit` in the state folder.
///
/// It holds the last day and the last day before it, so that a second visit on a day still shows
/// the changes since the visit before. An unreadable or unwritable file counts as no visit.
struct LastVisit {
  private let files: UserFiles

  init(_ files: UserFiles = UserFiles()) { self.files = files }

  func day(before today: Day) -> Day? { days.last { $0 < today } }

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
