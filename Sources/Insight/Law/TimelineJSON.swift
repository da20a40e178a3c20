import Dataset

extension Timeline: Encodable {
  private struct EventDocument: Encodable {
    let date: String
    let kind: TimelineEvent.Kind
    let title: String
    let subject: String
    let status: String
    let sources: [String]
    let nature: TimelineEvent.Nature
    let instead: String?
    let slipMonths: Int?
    let daysLate: Int?
    let priority: UInt8

    enum CodingKeys: String, CodingKey {
      case date, kind, title, subject, status, sources, nature, instead, priority
      case slipMonths = "slip_months"
      case daysLate = "days_late"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case day = "as_of"
    case basis, events
  }

  /// The document of `moat timeline --format json`. `instead` is the other date of something that
  /// was moved: the date first given or, at a former date, the standing date.
  public func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(snapshot.day, forKey: .day)
    try document.encode(basis, forKey: .basis)
    var list = document.nestedUnkeyedContainer(forKey: .events)
    for event in events {
      try list.encode(
        EventDocument(
          date: event.date.description, kind: event.kind, title: title(event),
          subject: subject(event), status: status(event),
          sources: evidence(event).slugs(in: snapshot.dataset), nature: event.nature,
          instead: event.other?.description, slipMonths: event.slip?.months,
          daysLate: event.timeliness?.daysLate, priority: event.priority))
    }
  }
}
