import Canvas
import Charts
import Dataset
import Insight

/// The upcoming and the latest events, as two short tables.
struct NewsList: Sendable {
  let next: FactTable
  private let nextTitle: String
  let latest: FactTable

  private static let mostRows = 40

  init(world: World, law: LawReport) {
    let dataset = world.dataset
    let upcoming = law.upcoming.prefix(NewsList.mostRows)
    nextTitle = upcoming.first.map { dataset.string($0.named.title) } ?? ""
    next = FactTable(
      "Next", name: "next",
      columns: [
        Column("id") { $1.dataset.slug($0.id) },
        Column(
          "days", .init("In", alignment: .trailing, minimum: 6, maximum: 8, priority: 9),
          words: { obligation, world in
            // A date known in part names no day to count to.
            obligation.scheduled.map { due in
              due.precision == .day
                ? NumberFormat.shortDays(due.lastDay - world.day) : "\(due)"
            }
          }
        ) { obligation, world in obligation.scheduled.map { $0.lastDay - world.day } },
        Column("title", .init("What comes next", minimum: 20, maximum: 80, priority: 10)) {
          $1.dataset.string($0.named.title)
        },
        Column("article", .init("Article", minimum: 14, maximum: 16, priority: 4), style: .dim) {
          $1.dataset.string($0.current.article)
        },
        Column("date", .init("Day", minimum: 10, maximum: 10, priority: 5), style: .dim) {
          obligation, _ in obligation.scheduled
        },
      ], rows: Array(upcoming), in: world
    ) { .milestone($1.dataset.slug($0.id)) }
    let (timeline, past) = NewsList.happened(in: world)
    latest = FactTable(
      "Latest", name: "latest",
      columns: [
        Column("date", .init("Day", minimum: 10, maximum: 10, priority: 9), style: .dim) {
          event, _ in event.date
        },
        Column("title", .init("What happened last", minimum: 20, maximum: 90, priority: 10)) {
          event, _ in timeline.title(event)
        },
        Column("kind", .init("", minimum: 8, maximum: 11, priority: 4), style: .dim) { event, _ in
          event.kind.rawValue
        },
      ], rows: past, in: world
    ) { $1.fact(of: $0.row) }
  }

  /// The table of what comes next with room for that name, as far as the width goes.
  func next(width: Int) -> FactTable {
    next.keeping(column: 1, atLeast: min(TextWidth.of(nextTitle), width - 14))
  }

  /// The table of what happened last, whose lane gives way where there is little room for the rest.
  func latest(width: Int) -> FactTable {
    latest.keeping(column: 1, atLeast: min(34, width - 18))
  }

  /// The latest events. Only as much of the timeline is laid out as it needs.
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
