import Canvas

/// The places of a timeline's parts, made once for a frame. They are drawn, and tell the target
/// under the mouse and the events of a folded mark.
public struct TimelineLayout: Sendable {
  /// The mark of an event, or of several that would overlap.
  public struct Item: Hashable, Sendable {
    public let events: [Int]
    /// The cells of it, label and all: one row.
    public let frame: Rect
    /// The label; empty where there is no room.
    let label: String
    let note: String
    let labelX: Int
    /// The columns of the day, of the last day and of the day first planned.
    let anchor: Anchor

    public var isFolded: Bool { events.count > 1 }
  }

  /// The columns at which an event's days fall, in view or not.
  struct Anchor: Hashable, Sendable {
    let day: Int
    let end: Int?
    let planned: Int?
  }

  struct Lane: Hashable, Sendable {
    let index: Int
    let title: Rect
    let rows: Rect
  }

  let timeline: Timeline
  let area: Rect
  let header: Rect
  let plot: Rect
  let baseline: Rect
  let labels: Rect
  /// The scale, its first column being the plot's.
  public let scale: TimeScale
  let lanes: [Lane]
  public let items: [Item]
  let selected: Int?
}

extension Timeline {
  /// Lays out the events of the days in view.
  ///
  /// The selected event has the first choice of room, and is folded only in a lane of one row.
  public func layout(
    in area: Rect, days: ClosedRange<Int>, selected: Int? = nil
  ) -> TimelineLayout {
    var room = ChartRoom(area)
    let labels = room.bottom(leaving: 1)
    let baseline = room.bottom(leaving: max(2, min(lanes.count, 4)))
    let header = room.top(today != nil || asOf != nil, leaving: lanes.count + 1)
    let rest = room.rest
    let words = lanes + undated.map(Timeline.words(undated:))
    let widest = words.reduce(0) { max($0, TextWidth.of($1)) }
    let titleWidth = area.width < 30 ? 0 : min(widest, max(6, area.width / 7)) + 2
    let plot = rest.inset(left: titleWidth)
    let scale = TimeScale(days: days, columns: plot.width)
    let lanes = lanes(in: rest, titleWidth: titleWidth, selected: selected)
    let items = lanes.flatMap { lane in
      let own = selected.flatMap {
        events.indices.contains($0) && events[$0].lane == lane.index ? $0 : nil
      }
      let key = PlacedLanes.Key(
        lane: lane, days: days, selected: own, hasWholeLabels: hasWholeLabels)
      return placed.items(key) {
        LanePlacer(timeline: self, scale: scale, rows: lane.rows, selected: own)
          .items(of: byLane[lane.index])
      }
    }
    return TimelineLayout(
      timeline: self, area: area, header: header, plot: plot,
      baseline: baseline.inset(left: titleWidth), labels: labels.inset(left: titleWidth),
      scale: scale, lanes: lanes, items: items, selected: selected
    )
  }

  /// The words for events of an unknown day; empty for none.
  static func words(undated count: Int) -> String { count > 0 ? "\(count) undated" : "" }

  /// Shares the rows among the lanes: at least a row each, the rest by the root of the number of
  /// events.
  ///
  /// The share depends on all events, not on those in view. So lanes stay where they are during
  /// panning and zooming. Where there are fewer rows than lanes, those around the selected event's
  /// are shown.
  private func lanes(in area: Rect, titleWidth: Int, selected: Int?) -> [TimelineLayout.Lane] {
    guard !area.isEmpty, !lanes.isEmpty else { return [] }
    let fitting = min(lanes.count, area.height)
    let focus = selected.flatMap { events.indices.contains($0) ? events[$0].lane : nil } ?? 0
    let first = max(0, min(focus - fitting / 2, lanes.count - fitting))
    let shown = Array(first..<first + fitting)
    let gap = area.height >= 3 * fitting ? 1 : 0
    let spare = area.height - fitting - gap * (fitting - 1)
    let weights = shown.map { lane in
      Double(byLane[lane].ranked.count).squareRoot()
        * (self.weights.indices.contains(lane) ? max(0, self.weights[lane]) : 1)
    }
    let whole = weights.reduce(0, +)
    var rows = weights.map { 1 + (whole > 0 ? Int(Double(spare) * $0 / whole) : 0) }
    var left = area.height - gap * (fitting - 1) - rows.reduce(0, +)
    let order = weights.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
    for index in order where left > 0 && weights[index] > 0 {
      rows[index] += 1
      left -= 1
    }
    var y = area.y
    return zip(shown, rows).map { lane, height in
      defer { y += height + gap }
      return TimelineLayout.Lane(
        index: lane,
        title: Rect(x: area.x, y: y, width: max(0, titleWidth - 2), height: 1),
        rows: Rect(x: area.x + titleWidth, y: y, width: area.width - titleWidth, height: height)
      )
    }
  }
}
