import Canvas
import Testing

@testable import Charts

@Suite struct TimelinePropertyTests {
  private func random(_ random: inout SplitMix64) -> Timeline {
    let lanes = Int.random(in: 1...6, using: &random)
    let events = (0..<Int.random(in: 0...160, using: &random)).map { index -> Timeline.Event in
      let day = Int.random(in: 0...2_000, using: &random)
      let kind = Int.random(in: 0...9, using: &random)
      return Timeline.Event(
        lane: Int.random(in: 0..<lanes, using: &random),
        day: day,
        end: kind == 0 ? day + Int.random(in: 0...900, using: &random) : nil,
        planned: kind == 1 ? day - Int.random(in: -300...600, using: &random) : nil,
        label: String(repeating: "x", count: Int.random(in: 0...40, using: &random)),
        note: kind == 2 ? "late 3 d" : "",
        priority: Int.random(in: 0...5, using: &random)
      )
    }
    return Timeline(lanes: (0..<lanes).map { "Lane \($0)" }, events: events, today: 900)
  }

  /// Nothing overlaps, everything in view is shown once, and the first in rank has its own place.
  @Test func labelsNeverOverlapAndNothingIsLost() {
    var generator = SplitMix64(seed: 42)
    for _ in 0..<200 {
      let timeline = random(&generator)
      let width = Int.random(in: 1...200, using: &generator)
      let height = Int.random(in: 1...50, using: &generator)
      let low = Int.random(in: -200...2_000, using: &generator)
      let days = low...low + Int.random(in: 6...2_500, using: &generator)
      let selected =
        timeline.events.isEmpty ? nil : Int.random(in: 0..<timeline.events.count, using: &generator)
      let area = Rect(x: 2, y: 1, width: width, height: height)
      let layout = timeline.layout(in: area, days: days, selected: selected)

      var taken: Set<Point> = []
      var overlaps: [TimelineLayout.Item] = []
      for item in layout.items {
        #expect(item.frame.intersection(layout.plot) == item.frame)
        // Items of one row stay apart by a cell; the cell after each belongs to it.
        for x in item.frame.minX...item.frame.maxX where x < layout.plot.maxX {
          if !taken.insert(Point(x: x, y: item.frame.y)).inserted { overlaps.append(item) }
        }
      }
      #expect(overlaps.isEmpty)
      let shownLanes = Set(layout.lanes.map(\.index))
      let inView = timeline.events.indices.filter {
        let event = timeline.events[$0]
        return shownLanes.contains(event.lane) && event.days.overlaps(days) && width > 0
      }
      #expect(layout.items.flatMap(\.events).sorted() == inView)
      for lane in layout.lanes where lane.rows.height > 1 {
        let ranked = timeline.byLane[lane.index].ranked.filter { inView.contains($0) }
        let first = ranked.contains(selected ?? -1) ? selected : ranked.first
        if let first {
          #expect(layout.items.first { $0.events.contains(first) }?.isFolded == false)
        }
      }
    }
  }

  @Test func lanesStayWhereTheyAreWhileOnePans() {
    var generator = SplitMix64(seed: 9)
    let timeline = random(&generator)
    let area = Rect(x: 0, y: 0, width: 100, height: 30)
    let lanes = timeline.layout(in: area, days: 0...365).lanes
    for start in stride(from: 0, to: 2_000, by: 90) {
      #expect(timeline.layout(in: area, days: start...start + 365).lanes == lanes)
    }
  }

  @Test func aWindowIsMovedUntilADayIsInView() {
    let window = TimeWindow(days: 0...365)
    #expect(window.span == 366)
    #expect(window.revealing(200) == window)
    #expect(window.revealing(500).days.contains(500))
    #expect(window.revealing(-10).days.contains(-10))
    #expect(TimeWindow(around: 50, span: 7).days == 47...53)
  }
}
