import Canvas
import Charts
import Dataset
import Insight

/// What comes next and what happened last, as two short tables.
struct NewsList: Sendable {
  let next: FactTable
  /// The next obligation's name, in full.
  let nextTitle: String
  let latest: FactTable

  private static let mostRows = 40

  init(world: World, law: LawReport) {
    let dataset = world.dataset
    let upcoming = law.upcoming.prefix(NewsList.mostRows)
    nextTitle = upcoming.first.map { dataset.string($0.named.title) } ?? ""
    next = FactTable(
      "Next",
      columns: [
        Table.Column("In", alignment: .trailing, minimum: 6, maximum: 8, priority: 9),
        Table.Column("What comes next", minimum: 20, maximum: 80, priority: 10),
        Table.Column("Article", minimum: 9, maximum: 12, priority: 4),
        Table.Column("Day", minimum: 10, maximum: 10, priority: 5),
      ],
      rows: upcoming.map { obligation in
        let due = obligation.scheduled
        let days = due.map { $0.lastDay - world.day }
        return (
          .milestone(dataset.slug(obligation.id)),
          [
            FactCell(
              days.map(Double.init),
              { days in
                // A date known in part names no day to count to.
                due.flatMap { $0.precision == .day ? nil : "\($0)" }
                  ?? NumberFormat.shortDays(Int(days))
              }),
            FactCell(dataset.string(obligation.named.title)),
            FactCell(dataset.string(obligation.current.article), style: .dim),
            FactCell(date: obligation.scheduled, style: .dim),
          ]
        )
      })
    let (timeline, past) = NewsList.happened(in: world)
    latest = FactTable(
      "Latest",
      columns: [
        Table.Column("Day", minimum: 10, maximum: 10, priority: 9),
        Table.Column("What happened last", minimum: 20, maximum: 90, priority: 10),
        Table.Column("", minimum: 8, maximum: 11, priority: 4),
      ],
      rows: past.map { event in
        (
          world.fact(of: event.row),
          [
            FactCell(date: event.date, style: .dim), FactCell(timeline.title(event)),
            FactCell(event.kind.rawValue, style: .dim),
          ]
        )
      })
  }

  /// The cells of the table of what comes next that show the name of the first in full, beside when.
  var nextWidth: Int { TextWidth.of(nextTitle) + 14 }

  /// The table of what comes next with room for that name, as far as the width goes.
  func next(width: Int) -> FactTable {
    next.keeping(column: 1, atLeast: min(TextWidth.of(nextTitle), width - 14))
  }

  /// The table of what happened last, whose lane gives way where there is little room for the rest.
  func latest(width: Int) -> FactTable { latest.keeping(column: 1, atLeast: min(34, width - 18)) }

  /// What happened last, the latest first. Only as far back as it takes is a timeline laid out.
  private static func happened(in world: World) -> (
    timeline: Insight.Timeline, events: [TimelineEvent]
  ) {
    func events(since: Day?) -> (timeline: Insight.Timeline, events: [TimelineEvent]) {
      let timeline = Insight.Timeline(
        world.snapshot, kinds: [.regulation, .round, .compute, .enforcement], since: since,
        where: { world.passes($0) })
      let past = timeline.events.filter { event in
        event.nature == .happened && event.date.precision == .day
          && event.date.lastDay <= world.day
      }
      return (timeline, past.suffix(mostRows).reversed())
    }
    let lately = events(since: world.day.adding(days: -365))
    return lately.events.count == mostRows ? lately : events(since: nil)
  }
}

extension World {
  /// The fact that an event's row holds.
  func fact(of row: TimelineEvent.Row) -> Fact? {
    switch row {
    case .milestone(let index): .milestone(dataset.slug(dataset.milestones[index].id))
    case .round(let index), .postMoney(let index): .round(dataset.slug(dataset.rounds[index].id))
    case .valuation(let index): .valuation(index)
    case .commitment(let index): .commitment(dataset.slug(dataset.compute[index].id))
    case .step(let index):
      .step(
        country: dataset.code(dataset.enforcement[index].country), dataset.enforcement[index].step)
    }
  }

  /// Whether the filter lets an event's row through.
  func passes(_ row: TimelineEvent.Row) -> Bool {
    switch row {
    case .milestone(let index): passes.matches(dataset.milestones[index])
    case .round(let index), .postMoney(let index): passes.matches(dataset.rounds[index])
    case .valuation(let index): passes.matches(dataset.valuations[index])
    case .commitment(let index): passes.matches(dataset.compute[index])
    case .step(let index): passes.matches(dataset.enforcement[index])
    }
  }
}
