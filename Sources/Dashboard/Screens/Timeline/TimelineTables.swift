import Canvas
import Charts
import Dataset
import Insight

extension TimelineScreen {
  static func table(
    _ timeline: Insight.Timeline, _ events: [TimelineEvent], _ world: World, sort: SortOrder?
  ) -> FactTable {
    FactTable(
      "Events", name: "events",
      columns: [
        Column("date", .init("Date", minimum: 10, maximum: 10, priority: 10), style: .dim) {
          event, _ in event.date
        },
        Column(
          "title", .init("What", minimum: 22, maximum: 90, priority: 9),
          entry: { event, _, _ in
            let style = TimelineAxis.style(event.nature)
            return Table.Entry(
              timeline.title(event), style: style, mark: mark(event), markStyle: style)
          }
        ) { event, _ in timeline.title(event) },
        Column(
          "days", .init("When", alignment: .trailing, minimum: 9, maximum: 16, priority: 7),
          ranked: { event, _ in when(event) }
        ) { event, _ in days(event) },
        Column(
          "status", .init("Status", minimum: 9, maximum: 12, priority: 5), style: .dim,
          words: { event, _ in words(timeline.status(event)) }
        ) { event, _ in timeline.status(event) },
        Column(
          "kind", .init("Lane", minimum: 11, maximum: 11, priority: 6), style: .dim,
          words: { event, _ in TimelineAxis.title(event.kind) }
        ) { event, _ in event.kind.rawValue },
      ], rows: events, in: world, sort: sort
    ) { $1.fact(of: $0.row) }
  }

  /// The days that it is late or was put off; less than 0 for the days until it comes.
  private static func days(_ event: TimelineEvent) -> Int? {
    switch event.timeliness {
    case .late(let days)?, .done(_, let days)?: days
    case .ahead(let days)? where event.slip == nil: -days
    default: event.slip?.days
    }
  }

  private static func words(_ status: String) -> String {
    String(status.map { $0 == "-" ? " " : $0 })
  }

  private static func mark(_ event: TimelineEvent) -> Unicode.Scalar {
    switch event.nature {
    case .happened: Glyph.event
    case .planned, .proposed, .former: Glyph.eventHollow
    case .dropped: Glyph.cross
    }
  }

  /// The timeliness of an event, or the shift of its date.
  private static func when(_ event: TimelineEvent) -> RankedEntry {
    switch event.timeliness {
    case .late(let days)?:
      return RankedEntry("overdue \(NumberFormat.shortDays(days))", style: .alarm, days)
    case .done(_, let days)? where days > 0:
      return RankedEntry("done \(NumberFormat.shortDays(days)) late", days)
    default: break
    }
    if event.nature == .former, let other = event.other {
      return RankedEntry("now \(other)", style: .possible, 0)
    }
    let slip = event.slip.map(words)
    if case .ahead(let days)? = event.timeliness {
      let coming = shortComing(event.date, in: days)
      return RankedEntry(
        [coming, slip].compactMap(\.self).joined(separator: ", "),
        style: slip == nil ? .dim : .possible, event.slip?.days ?? -days)
    }
    if let slip { return RankedEntry(slip, style: .possible, event.slip?.days) }
    if event.date.precision == .year { return RankedEntry("day unknown", style: .dim, nil) }
    return .blank
  }

  /// A slip in the fewest words: `+16 mo`, `+23 d`.
  static func words(_ slip: Slip) -> String {
    if slip.months.magnitude >= 2 {
      return NumberFormat.delta(Double(slip.months), unit: "mo")
    }
    return NumberFormat.shortDays(slip.days, signed: true)
  }

  /// The dates of the law that are due and have not happened, then those to come, the nearest first. Mere
  /// proposals set nothing.
  static func obligations(_ law: LawReport, in world: World, sort: SortOrder?) -> FactTable {
    FactTable(
      "Next", name: "next",
      columns: [
        Column("id") { $1.dataset.slug($0.id) },
        Column(
          "date", .init("Date", minimum: 10, maximum: 10, priority: 10),
          styled: { row, _, style in isLate(row) ? .alarm : style }
        ) { row, _ in row.scheduled ?? row.firstScheduled },
        Column("title", .init("Obligation", minimum: 42, maximum: 80, priority: 9)) {
          $1.dataset.string($0.named.title)
        },
        Column(
          "first_date", .init("Was", minimum: 10, maximum: 10, priority: 8), style: .dim,
          words: { row, _ in row.slip == nil || row.firstScheduled == nil ? "" : nil }
        ) { row, _ in row.slip == nil ? nil : row.firstScheduled },
        Column(
          "slip_days", .init("Slip", alignment: .trailing, minimum: 6, maximum: 10, priority: 8),
          ranked: { row, _ in slip(row) }
        ) { row, _ in row.slip?.days },
        // The act that a date stands in tells a duty of the Union from a programme elsewhere.
        Column("act", .init("Set by", minimum: 25, maximum: 40, priority: 6), style: .dim) {
          row, world in world.dataset.string((row.binding ?? row.current).instrument)
        },
        Column("moved_by") { row, world in
          row.slip == nil ? nil : row.binding.map { world.dataset.string($0.instrument) }
        },
        Column("proposed_slip_days") { row, _ in row.proposedSlip?.days },
        Column(
          "days", .init("Due", alignment: .trailing, minimum: 8, maximum: 13, priority: 9),
          ranked: { row, _ in due(row) }
        ) { row, _ in lateDays(row) },
        Column("article", .init("Article", minimum: 14, maximum: 16, priority: 4), style: .dim) {
          $1.dataset.string($0.current.article)
        },
      ], rows: law.overdue + law.upcoming.filter { $0.binding != nil }, in: world, sort: sort
    ) { .milestone($1.dataset.slug($0.id)) }
  }

  private static func isLate(_ row: Obligation) -> Bool { row.timeliness?.isOverdue == true }

  /// The days that it is late; less than 0 for the days until it is due.
  static func lateDays(_ row: Obligation) -> Int? {
    switch row.timeliness {
    case .ahead(let days)?: -days
    case .late(let days)?: days
    default: nil
    }
  }

  /// The shift of the date, and in brackets the shift that a proposal would make.
  static func slip(_ row: Obligation) -> RankedEntry {
    let parts = [row.slip.map(words), row.proposedSlip.map { "(\(words($0)))" }].compactMap(\.self)
    guard !parts.isEmpty else { return .blank }
    return RankedEntry(
      parts.joined(separator: " "), style: .possible, row.slip?.days ?? row.proposedSlip?.days)
  }

  private static func due(_ row: Obligation) -> RankedEntry {
    switch row.timeliness {
    case .ahead(let days)?: RankedEntry(shortComing(row.due, in: days), style: .strong, -days)
    case .late(let days)?:
      RankedEntry("overdue \(NumberFormat.shortDays(days))", style: .alarm, days)
    default: .unknown
    }
  }
}
