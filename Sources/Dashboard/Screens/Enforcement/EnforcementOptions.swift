import Dataset
import Insight

public enum EnforcementOptions {
  /// True if the definition of full authority is shown.
  static let definition = Choice(
    .definition, false, among: [false, true],
    keys: [.next("D", help: "what full enforcement authority means", hint: "definition")],
    mode: { $0 ? "definition" : nil })

  static let scope = Choice(
    .scope, .all, among: StateScope.allCases,
    keys: [
      .next("m", help: "every state, those that lack something, full ones", hint: "missing")
    ], mode: { $0 == .all ? nil : "only \($0.words)" }
  ) { $0.words }

  /// True if the table has all the room.
  static let form = Choice(
    .form, false, among: [false, true],
    keys: [.next("f", help: "map and table, or the table alone")],
    mode: { $0 ? "the table alone" : nil }
  ) { $0 ? "the table alone" : "map and table" }

  static let since = Choice(
    .since, .never, among: ComparedDay.allCases,
    keys: [
      .next(
        "v",
        help:
          "who gained authority since a month, three months, a year before, since 2 August 2025",
        hint: "since")
    ], mode: { $0 == .never ? nil : "" }
  ) { $0.words }

  public static let basis = Choice(
    .basis, .happened, among: TimelineBasis.allCases,
    flag: ChoiceFlag(
      "basis",
      "Count a step from the day it took effect (happened) or from the day it was known."),
    keys: [
      .next(
        "b",
        help:
          "by effective date: the day a step took effect, or by publication date: its first source",
        hint: "basis")
    ], mode: { $0 == .happened ? nil : "by publication date" }
  ) {
    $0 == .happened
      ? "by effective date: the day a step took effect"
      : "by publication date: not before its first source can have been published"
  }
}

enum StateScope: CaseIterable {
  case all, incomplete, full

  func includes(_ row: EnforcementRow) -> Bool {
    switch self {
    case .all: true
    case .incomplete: row.isMember && row.state?.isFull != true
    case .full: row.isMember && row.state?.isFull == true
    }
  }

  var words: String {
    switch self {
    case .all: "every state"
    case .incomplete: "states that lack something"
    case .full: "states with full authority"
    }
  }
}

/// The days that a key compares with.
enum ComparedDay: CaseIterable {
  case never, month, quarter, year, due

  func day(before day: Day) -> Day? {
    switch self {
    case .never: nil
    case .month: day.adding(months: -1)
    case .quarter: day.adding(months: -3)
    case .year: day.adding(months: -12)
    case .due: EnforcementScreen.due
    }
  }

  var words: String {
    switch self {
    case .never: "no comparison"
    case .month: "compared with a month before"
    case .quarter: "compared with three months before"
    case .year: "compared with a year before"
    case .due: "compared with 2 August 2025, when the parts were due"
    }
  }
}
