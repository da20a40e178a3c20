import Insight

public enum TimelineOptions {
  /// The stretch of time in view. Those after the first are ever nearer, and the two farther come
  /// last, so that zooming goes round.
  static let span = Choice(
    .zoom, TimelineSpan.standard, among: TimelineSpan.all,
    keys: [
      .next("+", "=", help: "nearer: from a decade down to a week", hint: "nearer"),
      .back("-", "_", help: "farther", hint: "farther"),
    ]
  ) { "\($0.name) in view" }

  /// The lane that is shown alone; `nil` for all of them.
  static let lane = Choice(
    .scope, nil, among: [nil] + TimelineEvent.Kind.allCases.map(Optional.some),
    keys: [.next("v", help: "one lane alone, then the next", hint: "lane")],
    mode: { $0.map { "only \(TimelineAxis.title($0))" } }
  ) { $0.map { "only \(TimelineAxis.title($0))" } ?? "every lane" }

  /// The day on which a thing stands.
  public static let basis = Choice(
    .basis, .happened, among: TimelineBasis.allCases,
    flag: ChoiceFlag(
      "basis", "Place a thing on the day it happens (happened) or on the day it was known."),
    keys: [.next("b", help: "by the day a thing happens, or by the day it became known")],
    mode: { $0 == .happened ? nil : "by publication date" }
  ) {
    $0 == .happened
      ? "by effective date: the day a thing happens"
      : "by publication date: the day it became known"
  }
}

/// A stretch of time: its name and its days.
struct TimelineSpan: Hashable, Sendable {
  let name: String
  let days: Int

  static let standard = TimelineSpan(name: "three years", days: 1_096)

  static let all = [
    standard, TimelineSpan(name: "two years", days: 731), TimelineSpan(name: "a year", days: 366),
    TimelineSpan(name: "half a year", days: 183), TimelineSpan(name: "three months", days: 92),
    TimelineSpan(name: "a month", days: 31), TimelineSpan(name: "two weeks", days: 14),
    TimelineSpan(name: "a week", days: 7), TimelineSpan(name: "a decade", days: 3_653),
    TimelineSpan(name: "five years", days: 1_827),
  ]
}
