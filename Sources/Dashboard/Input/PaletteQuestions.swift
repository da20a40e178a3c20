import Dataset
import Insight

// Answers that a filter or a day gives on a screen, under the words people try.
extension PaletteEntries {
  /// The rows about which sources disagree.
  static var disputes: [Palette.Entry] {
    let words = "disputed disagree dispute contested differ conflict"
    return [
      Palette.Entry(
        "Disputed rounds: sources disagree", other: words, kind: "Capital",
        .filtered(.capital, "confidence:disputed")),
      Palette.Entry(
        "Disputed sites of compute: sources disagree", other: words, kind: "Compute",
        .filtered(.compute, "confidence:disputed")),
    ]
  }

  /// The changes since the first day of this year and the last, and of each of the last twelve months.
  static func changedSince(_ world: World) -> [Palette.Entry] {
    let (year, month) = (world.today.civil.year, world.today.civil.month)
    let starts =
      [(year, 1), (year - 1, 1)]
      + (0..<12).map { ago in month > ago ? (year, month - ago) : (year - 1, month - ago + 12) }
      .filter { $0.1 != 1 }
    return starts.compactMap { year, month in
      guard let first = Day(year: year, month: month, day: 1) else { return nil }
      let day = "since 1 \(monthNames[month - 1]) \(year)"
      // Who asks for a year names no month: of equals the shorter name stands first.
      return Palette.Entry(
        month == 1 ? "Changed \(day)" : "What is new or changed \(day)",
        other: "what has changed new news changes rounds valuations sites since \(first)",
        kind: "Changes",
        .since(first.adding(days: -1)))
    }
  }

  /// The months whose news is asked for by name: the last year, the latest month first.
  static func months(_ world: World) -> [Palette.Entry] {
    (0..<12).compactMap { ago in
      let (year, month) = (world.today.civil.year, world.today.civil.month - ago)
      let (wantedYear, wanted) = month > 0 ? (year, month) : (year - 1, month + 12)
      guard let first = Day(year: wantedYear, month: wanted, day: 1) else { return nil }
      let last = min(first.adding(months: 1).adding(days: -1), world.today)
      return Palette.Entry(
        "What became known in \(monthNames[wanted - 1]) \(wantedYear)",
        other: "news new changed changes", kind: "Changes",
        .period(after: first.adding(days: -1), to: last))
    }
  }

  private static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}

extension State {
  /// Shows a page through a filter.
  mutating func go(to page: Page, filteredBy text: String) -> [Effect] {
    go(to: page)
    return use(filter: text)
  }

  /// Shows what changed after a day up to the day shown, or up to today where that lies before.
  mutating func showChanges(after first: Day) {
    if world.day <= first { look(from: world.today) }
    go(to: .changes(since: first))
  }

  /// Shows what became known from the day after the first to the last, as it was known then.
  mutating func showNews(after first: Day, to last: Day) {
    look(from: last)
    guard world.day == last else { return }
    go(to: .changes(since: first))
    if world.isPast {
      message = .note("as known on \(readable(last)); \(label(.today)) goes back to today")
    }
  }
}
