import Canvas
import Charts
import Dataset
import Insight

/// The events as the chart draws them, lane by lane, and how wide a stretch of time is shown.
struct TimelineAxis: Sendable {
  /// The titles of the lanes, in the order of `TimelineEvent.Kind`.
  static func title(_ kind: TimelineEvent.Kind) -> String {
    switch kind {
    case .regulation: "Regulation"
    case .round: "Rounds"
    case .valuation: "Valuations"
    case .compute: "Compute"
    case .enforcement: "Enforcement"
    }
  }

  let chart: Charts.Timeline

  /// The events in the order given; a former date is not drawn, since the standing event shows it
  /// hollow.
  init(
    _ events: [TimelineEvent], of timeline: Insight.Timeline, kinds: [TimelineEvent.Kind],
    day: Day, today: Day
  ) {
    var chart = Charts.Timeline(
      lanes: kinds.map(TimelineAxis.title),
      events: events.map { event in
        // An event of an unknown day stands on no day.
        let isDrawn = event.nature != .former && !TimelineAxis.isUndated(event)
        let lane = isDrawn ? kinds.firstIndex(of: event.kind) : nil
        return TimelineAxis.event(
          event, of: timeline, lane: lane ?? -1, label: timeline.label(event),
          priority: timeline.axisPriority(event))
      }, today: today.number, asOf: day.number,
      weights: kinds.map { $0 == .regulation ? 2.5 : 1 })
    chart.undated = kinds.map { kind in
      events.count { $0.kind == kind && $0.nature != .former && TimelineAxis.isUndated($0) }
    }
    chart.legend = TimelineAxis.legend
    self.chart = chart
  }

  /// True if only the year is known of what happened.
  private static func isUndated(_ event: TimelineEvent) -> Bool {
    event.date.precision == .year && event.nature != .planned && event.nature != .proposed
  }

  private static let legend: [[Span]] = [
    [Span("\(Glyph.event) ", .plain), Span("happened", .dim)],
    [Span("\(Glyph.eventHollow) ", .plain), Span("planned", .dim)],
    [
      Span("\(Glyph.eventHollow)\(Glyph.dashedHorizontal)\(Glyph.moreRight)", .possible),
      Span(" put off", .dim),
    ],
    [Span("\(Glyph.cluster) ", .plain), Span("many", .dim)],
    [Span("\(Glyph.cross) ", .dim), Span("dropped", .dim)],
  ]

  private static func event(
    _ event: TimelineEvent, of timeline: Insight.Timeline, lane: Int, label: String, priority: Int
  ) -> Charts.Timeline.Event {
    let isHollow = event.nature == .planned || event.nature == .proposed
    // Of what is to come in a year any day may be the day.
    let isSpan = isHollow && event.date.precision == .year
    let last = isHollow ? event.date.lastDay : event.day
    var note = ""
    var noteStyle: Style = .dim
    switch event.timeliness {
    case .late(let days)?: (note, noteStyle) = ("late \(NumberFormat.shortDays(days))", .alarm)
    case .done(_, let days)? where days > 0: note = "\(NumberFormat.shortDays(days)) late"
    default: break
    }
    return Charts.Timeline.Event(
      lane: lane,
      day: (isSpan ? event.date.firstDay : last).number,
      end: isSpan ? event.date.lastDay.number : nil,
      planned: event.other.map { $0.lastDay.number }, label: label, note: note,
      noteStyle: noteStyle, mark: event.nature == .dropped ? Glyph.cross : nil,
      style: style(event.nature), isHollow: isHollow, priority: priority)
  }

  static func style(_ nature: TimelineEvent.Nature) -> Style {
    switch nature {
    case .happened, .planned: .plain
    case .proposed: .possible
    case .former, .dropped: .dim
    }
  }

  /// The days in view: a stretch around a centre, moved just far enough to show the selected event.
  func window(span: Int, centre: Int, selected: Int?) -> TimeWindow {
    let window = TimeWindow(around: centre, span: span)
    guard let selected, chart.events.indices.contains(selected),
      chart.lanes.indices.contains(chart.events[selected].lane)
    else { return window }
    return window.revealing(chart.events[selected].day)
  }

  /// The destination of a move: along the lane, across the lanes, by the stretch in view, to either
  /// end.
  func destination(of move: Move, from row: Int, span: Int) -> Int {
    guard chart.events.indices.contains(row) else { return row }
    let day = chart.events[row].day
    let found: Int? =
      switch move {
      case .left: chart.neighbour(of: row, forward: false, inLane: true)
      case .right: chart.neighbour(of: row, forward: true, inLane: true)
      case .up: chart.acrossLanes(from: row, down: false)
      case .down: chart.acrossLanes(from: row, down: true)
      case .pageUp: chart.neighbour(of: nil, forward: true, from: day - span) ?? row
      case .pageDown:
        chart.neighbour(of: nil, forward: true, from: day + span)
          ?? chart.neighbour(of: nil, forward: false, from: .max / 2)
      case .top: chart.neighbour(of: nil, forward: true, from: .min / 2)
      case .bottom: chart.neighbour(of: nil, forward: false, from: .max / 2)
      }
    return found ?? row
  }
}

extension Insight.Timeline {
  /// The priority of a label: postponed before others, coming before past. Stated spending and
  /// funds yield to money that was raised.
  func axisPriority(_ event: TimelineEvent) -> Int {
    guard case .round(let index) = event.row else {
      return Int(event.priority) + (event.slip == nil ? 0 : 8) + (event.nature == .planned ? 4 : 0)
    }
    let instrument = snapshot.dataset.rounds[index].instrument
    return Int(event.priority) - (instrument == .plan || instrument == .fund ? 40 : 0)
  }

  /// The label of an event on the axis, where every cell counts: a state by its code, the amount of
  /// a round without its currency's word.
  func label(_ event: TimelineEvent) -> String {
    let dataset = snapshot.dataset
    switch event.row {
    case .round(let index):
      let row = dataset.rounds[index]
      let amount = dataset.dollars(row).map { " " + NumberFormat.money(millions: $0.millions) }
      return dataset.name(row.company) + (amount ?? " " + dataset.string(row.series))
    case .postMoney(let index):
      let row = dataset.rounds[index]
      let value = dataset.postMoneyDollars(row).map { NumberFormat.money(millions: $0.millions) }
      return dataset.name(row.company) + " " + (value ?? "")
    case .valuation(let index):
      let row = dataset.valuations[index]
      let value = dataset.dollars(row).map { NumberFormat.money(millions: $0.millions) } ?? ""
      return dataset.name(row.company) + " " + value + (row.basis == .talks ? " (talks)" : "")
    case .commitment(let index):
      let row = dataset.compute[index]
      let size = row.accelerators.map { " " + NumberFormat.compact(Double($0)) } ?? ""
      return dataset.string(row.name) + size
    case .step(let index):
      let row = dataset.enforcement[index]
      return "\(dataset.code(row.country)) \(row.step.shortWords) \(row.status.words)"
    case .milestone: return title(event)
    }
  }
}
