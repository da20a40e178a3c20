import Canvas

/// Events in lanes over one time axis.
///
///                     today │
///     Regulation  ◇┄┄┄┄┄┄┄┄┄┄┄┄▸◆ Annex III high-risk +16 mo
///                  ◆ Prohibited practices
///     Rounds      ◆ Mistral Series C       ⊕3   ◆ Nscale Series C
///     Compute     ◆━━━━━━━━━━━━━━━━ Essonne 18,000
///     ────────┬──────────┬──┴───────┬──────────┬─────────
///             2025       Jul        2026       Jul
///
/// Labels never overlap. Where room is short, an event of low priority loses its label. Then it is
/// folded into a mark with the number of events behind it, and zooming in opens that. An event that
/// was postponed shows the day first planned hollow, with an arrow to the new day and the slip.
public struct Timeline: Sendable {
  public struct Event: Hashable, Sendable {
    public var lane: Int
    public var day: Int
    /// The last day, where it lasts.
    public var end: Int?
    /// The day first planned, where it is another day.
    public var planned: Int?
    public var label: String
    /// The text after the label: `late 362 d`. Where it was postponed and this is empty, the slip.
    public var note: String
    public var noteStyle: Style
    /// Its mark; nil is ◆, or ◇ where it has not happened.
    public var mark: Unicode.Scalar?
    public var style: Style
    /// True if it is announced or possible rather than done or in force.
    public var isHollow: Bool
    /// The priority of its label when room is short: the higher stays.
    public var priority: Int

    public init(
      lane: Int,
      day: Int,
      end: Int? = nil,
      planned: Int? = nil,
      label: String,
      note: String = "",
      noteStyle: Style = .alarm,
      mark: Unicode.Scalar? = nil,
      style: Style = .plain,
      isHollow: Bool = false,
      priority: Int = 0
    ) {
      self.lane = lane
      self.day = day
      self.end = end
      self.planned = planned
      self.label = label
      self.note = note
      self.noteStyle = noteStyle
      self.mark = mark
      self.style = style
      self.isHollow = isHollow
      self.priority = priority
    }

    /// All days it touches, the planned day included.
    var days: ClosedRange<Int> {
      let first = min(day, planned ?? day)
      return first...max(day, end ?? day, planned ?? day)
    }

    var drawnMark: Unicode.Scalar { mark ?? (isHollow ? Glyph.eventHollow : Glyph.event) }

    var drawnNote: String {
      guard note.isEmpty, let planned, planned != day else { return note }
      return NumberFormat.shortSlip(from: planned, to: day)
    }
  }

  public let lanes: [String]
  /// The events, in any order; those of a lane that does not exist are not drawn.
  public let events: [Event]
  public let today: Int?
  /// The day the facts are shown as of; marked where it is another day than today.
  public let asOf: Int?
  /// The extra room a lane gets over that for the number of its events; 1 where none is given.
  public let weights: [Double]
  /// The number of events in each lane whose day is not known: they stand under its title, on no day.
  public var undated: [Int] = []
  /// True if keys go to it, so that the names of its lanes are lit.
  public var isLit = false
  /// The marks in words, each with its words, in the row above the lanes.
  public var legend: [[Span]] = []
  /// True if a label stands whole or not at all, as in print.
  public var hasWholeLabels = false

  let byTime: [Int]
  /// For each lane its events, the highest priority first.
  let byLane: [LaneEvents]
  let placed = PlacedLanes()

  /// Events in lanes. Sorts them, so keep the value while they stay the same.
  public init(
    lanes: [String], events: [Event], today: Int? = nil, asOf: Int? = nil, weights: [Double] = []
  ) {
    self.lanes = lanes
    self.weights = weights
    self.events = events
    self.today = today
    self.asOf = asOf == today ? nil : asOf
    byTime = events.indices.sorted {
      (events[$0].day, events[$0].lane, $0) < (events[$1].day, events[$1].lane, $1)
    }
    var ranks = lanes.map { _ in [Int]() }
    let ranked = events.indices.sorted {
      (-events[$0].priority, events[$0].day, $0) < (-events[$1].priority, events[$1].day, $1)
    }
    for index in ranked where lanes.indices.contains(events[index].lane) {
      ranks[events[index].lane].append(index)
    }
    byLane = ranks.map { LaneEvents(ranked: $0, of: events) }
  }

  /// The event after or before another in time, in any lane or in its own; nil at the end. Without
  /// an event, the first that is on or after the day, going forward, or before it, going back.
  public func neighbour(
    of index: Int?, forward: Bool, inLane: Bool = false, from day: Int = 0
  ) -> Int? {
    let lane = inLane ? index.flatMap { events.indices.contains($0) ? events[$0].lane : nil } : nil
    func fits(_ candidate: Int) -> Bool {
      lanes.indices.contains(events[candidate].lane)
        && (lane == nil || events[candidate].lane == lane)
    }
    let place = index.flatMap { byTime.firstIndex(of: $0) }
    if forward {
      let start =
        place.map { $0 + 1 } ?? byTime.firstIndex { events[$0].day >= day } ?? byTime.count
      return byTime[start...].first(where: fits)
    }
    let end = place ?? byTime.firstIndex { events[$0].day >= day } ?? byTime.count
    return byTime[..<end].last(where: fits)
  }

  /// The event nearest in time in the next lane up or down that has events; nil where none has.
  public func acrossLanes(from index: Int, down: Bool) -> Int? {
    guard events.indices.contains(index) else { return byTime.first }
    let from = events[index]
    let next =
      down
      ? byLane.indices.first { $0 > from.lane && !byLane[$0].ranked.isEmpty }
      : byLane.indices.last { $0 < from.lane && !byLane[$0].ranked.isEmpty }
    return next.flatMap { lane in
      byLane[lane].ranked.min {
        (abs(events[$0].day - from.day), $0) < (abs(events[$1].day - from.day), $1)
      }
    }
  }
}
