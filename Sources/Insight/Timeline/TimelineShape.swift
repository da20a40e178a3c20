import Dataset

extension Timeline {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "as_of": .day, "basis": .word(of: TimelineBasis.self),
    "events": .list([
      "date": .date, "kind": .word(of: TimelineEvent.Kind.self), "title": .text,
      "subject": .text, "status": .text, "sources": .ids,
      "nature": .word(of: TimelineEvent.Nature.self), "instead": .maybe(.date),
      "slip_months": .maybe(.integer), "days_late": .maybe(.counted("days")), "priority": .count,
    ]),
  ]
}
