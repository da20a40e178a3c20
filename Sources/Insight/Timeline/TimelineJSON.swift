import Dataset

extension Timeline: JSONConvertible {
  /// The document of `moat timeline --format json`. `instead` is the other date of something that
  /// was moved: the date first given or, at a former date, the standing date.
  public var json: JSON {
    [
      "as_of": snapshot.day, "basis": basis,
      "events": events.map { event -> JSON in
        [
          "date": event.date, "kind": event.kind, "title": title(event),
          "subject": subject(event), "status": status(event),
          "sources": evidence(event).slugs(in: snapshot.dataset), "nature": event.nature,
          "instead": event.other, "slip_months": event.slip?.months,
          "days_late": event.timeliness?.daysLate, "priority": Int(event.priority),
        ]
      },
    ]
  }
}
