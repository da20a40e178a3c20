import Canvas
import Charts
import Dataset
import Insight

extension TimelineScreen {
  /// Every event, one a row.
  static func table(
    _ timeline: Insight.Timeline, _ events: [TimelineEvent], _ world: World, sort: SortOrder?
  ) -> FactTable {
    FactTable(
      "Events",
      columns: [
        Table.Column("Date", minimum: 10, maximum: 10, priority: 10),
        Table.Column("What", minimum: 22, maximum: 90, priority: 9),
        Table.Column("When", alignment: .trailing, minimum: 9, maximum: 14, priority: 7),
        Table.Column("Status", minimum: 9, maximum: 12, priority: 5),
        Table.Column("Lane", minimum: 11, maximum: 11, priority: 6),
      ], count: events.count, sort: sort
    ) { index in
      let event = events[index]
      let style = TimelineAxis.style(event.nature)
      return (
        world.fact(of: event.row),
        [
          FactCell(date: event.date, style: .dim),
          FactCell(
            Table.Entry(timeline.title(event), style: style, mark: mark(event), markStyle: style),
            .text(timeline.title(event))),
          when(event),
          FactCell(words(timeline.status(event)), style: .dim),
          FactCell(TimelineAxis.title(event.kind), style: .dim),
        ]
      )
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

  /// Whether it came in time, or how far its date moved.
  private static func when(_ event: TimelineEvent) -> FactCell {
    switch event.timeliness {
    case .late(let days)?:
      return FactCell(
        Table.Entry("late \(NumberFormat.shortDays(days))", style: .alarm), .number(days))
    case .done(_, let days)? where days > 0:
      return FactCell(Table.Entry("\(NumberFormat.shortDays(days)) late"), .number(days))
    default: break
    }
    if event.nature == .former, let other = event.other {
      return FactCell(Table.Entry("to \(other)", style: .possible), .number(0))
    }
    if let slip = event.slip {
      return FactCell(Table.Entry(words(slip), style: .possible), .number(slip.days))
    }
    if case .ahead(let days)? = event.timeliness {
      return FactCell(
        Table.Entry(shortComing(event.date, in: days), style: .dim), .number(-days))
    }
    return FactCell("")
  }

  /// A slip in the fewest words: `+16 mo`, `+23 d`.
  static func words(_ slip: Slip) -> String {
    if slip.months.magnitude >= 2 {
      return NumberFormat.delta(Double(slip.months), unit: "mo")
    }
    return NumberFormat.shortDays(slip.days, signed: true)
  }

  /// What the law sets for a day to come, the nearest first, then what is due and has not happened;
  /// mere proposals set nothing.
  static func obligations(_ law: LawReport, _ dataset: Dataset, sort: SortOrder?) -> FactTable {
    let rows = law.upcoming.filter { $0.binding != nil } + law.overdue
    return FactTable(
      "Next",
      columns: [
        Table.Column("Date", minimum: 10, maximum: 10, priority: 10),
        Table.Column("Obligation", minimum: 16, maximum: 70, priority: 9),
        Table.Column("Was", minimum: 10, maximum: 10, priority: 8),
        Table.Column("Slip", alignment: .trailing, minimum: 6, maximum: 10, priority: 8),
        Table.Column("Due", alignment: .trailing, minimum: 8, maximum: 10, priority: 7),
        Table.Column("Article", minimum: 14, maximum: 16, priority: 4),
      ], count: rows.count, sort: sort
    ) { index in
      let row = rows[index]
      let isLate = row.timeliness?.isOverdue == true
      return (
        .milestone(dataset.slug(row.id)),
        [
          FactCell(date: row.scheduled ?? row.firstScheduled, style: isLate ? .alarm : .plain),
          FactCell(dataset.string(row.named.title)),
          row.slip.flatMap { _ in row.firstScheduled }.map { FactCell(date: $0, style: .dim) }
            ?? FactCell(""),
          isLate ? due(row) : slip(row),
          isLate ? FactCell("") : due(row),
          FactCell(dataset.string(row.current.article), style: .dim),
        ]
      )
    }
  }

  /// How far the date moved, and in brackets how far a proposal would move it.
  static func slip(_ row: Obligation) -> FactCell {
    let parts = [row.slip.map(words), row.proposedSlip.map { "(\(words($0)))" }].compactMap(\.self)
    guard !parts.isEmpty else { return FactCell("") }
    return FactCell(
      Table.Entry(parts.joined(separator: " "), style: .possible),
      .number(row.slip?.days ?? row.proposedSlip?.days))
  }

  private static func due(_ row: Obligation) -> FactCell {
    switch row.timeliness {
    case .ahead(let days)?:
      FactCell(Table.Entry(shortComing(row.due, in: days), style: .strong), .number(-days))
    case .late(let days)?:
      FactCell(
        Table.Entry("late \(NumberFormat.shortDays(days))", style: .alarm), .number(days))
    default: FactCell(.unknown, .unknown)
    }
  }
}
