import Canvas
import Dataset

/// The corner that says which day is shown, and up to which day the facts of the screen reach.
///
/// A past day lies within the reach, which then says nothing. What is enacted to hold from a later day is a fact
/// before that day: dates of enforcement beyond the reach are said to be such.
///
/// Both stand on a screen once: the day always at the upper right, the reach next to it where the
/// headline leaves the room. Else the reach is at the lower right. The reach names its facts, since
/// those of another screen may reach further: `rounds to 9 Oct 2026`, `enforcement to 11 Oct 2026`.
struct DayCorner: Sendable {
  /// Everything that a corner follows from.
  struct Key: Equatable, Sendable {
    let world: World.Token
    let screen: ScreenKind

    static func == (one: Key, other: Key) -> Bool {
      one.world === other.world && one.screen == other.screen
    }
  }

  private let day: Day
  private let table: TableName
  private let reach: PartialDate?
  /// The last date of the facts where that lies beyond the reach.
  private let enacted: PartialDate?

  /// The corner of a screen: the facts of its own table, or of the rounds where it is about none.
  init(_ world: World, _ screen: any Screen.Type) {
    day = world.day
    table = screen.reachingTable ?? .rounds
    let reach = world.dataset.reach(of: table).flatMap { $0.firstDay <= world.day ? $0 : nil }
    self.reach = reach
    let last =
      table == .enforcement
      ? world.snapshot.enforcement.map(\.date).max { $0.firstDay < $1.firstDay } : nil
    enacted = last.flatMap { last in
      reach.map { $0.lastDay < last.firstDay } ?? false ? last : nil
    }
  }

  /// The words for the reach, with what is enacted beyond it; `nil` where the package names none, or the day
  /// shown lies before it.
  var reachWords: String? {
    shortReachWords.map { $0 + (enacted.map { ", as enacted to \(readable($0))" } ?? "") }
  }

  private var shortReachWords: String? { reach.map { "\(noun) to \(readable($0))" } }

  private var noun: String {
    switch table {
    case .compute: "sites"
    case .milestones: "dates"
    default: table.words
    }
  }

  /// The words for the reach that stand next to the day: whole, else without what is enacted; `nil` for neither.
  func reachWords(in width: Int, beside used: Int) -> String? {
    guard width >= 100 else { return nil }
    return [reachWords, shortReachWords].compactMap { $0 }.first {
      used + TextWidth.of("\(dayWords(in: width)) · \($0)") + 6 <= width
    }
  }

  /// The words at the upper right, with those for the reach.
  func words(in width: Int, reach: String?) -> String {
    dayWords(in: width) + (reach.map { " · \($0)" } ?? "")
  }

  /// In a narrow window the headline needs the cells more than two words do.
  private func dayWords(in width: Int) -> String { (width < 60 ? "" : "as of ") + readable(day) }
}
