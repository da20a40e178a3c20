import Canvas

/// Places the events of a lane so that nothing overlaps.
///
/// Postconditions: frames of items in a row are at least a cell apart and within the rows. Each
/// event in view is in exactly one item. The selected event, if it is in view, has an item of its
/// own where there are several rows. A higher priority chooses first.
struct LanePlacer {
  let timeline: Timeline
  let scale: TimeScale
  let rows: Rect
  let selected: Int?

  func items(of lane: LaneEvents) -> [TimelineLayout.Item] {
    guard !rows.isEmpty else { return [] }
    var ranks = lane.ranks(in: scale.days)
    if let selected, let place = ranks.firstIndex(where: { lane.ranked[$0] == selected }) {
      ranks.insert(ranks.remove(at: place), at: 0)
    }
    // More events than this cannot have a place of their own.
    let most = rows.width * rows.height / 2 + 1
    if ranks.count <= most {
      let (items, left) = place(ranks[...], of: lane, rowCount: rows.height, allOrNone: true)
      if left.isEmpty { return items }
    }
    // The last row is for what finds no room in the others.
    let (items, left) = place(
      ranks.prefix(most), of: lane, rowCount: rows.height - 1, allOrNone: false)
    return items + fold(left + ranks.dropFirst(most), of: lane)
  }

  /// Gives each event the most generous form that fits into one of the first rows. Those left have
  /// no room even for their mark; `allOrNone` stops at the first of them.
  private func place(
    _ ranks: ArraySlice<Int>, of lane: LaneEvents, rowCount: Int, allOrNone: Bool
  ) -> (items: [TimelineLayout.Item], left: [Int]) {
    var taken = Occupancy(rows: rowCount, width: rows.width)
    var items: [TimelineLayout.Item] = []
    var left: [Int] = []
    for rank in ranks {
      let index = lane.ranked[rank]
      let span = span(of: index)
      let rooms = rooms(beside: span, taken)
      guard !rooms.isEmpty else {
        left.append(rank)
        if allOrNone { break }
        continue
      }
      let (form, row) = form(of: index, span: span, rooms: rooms)
      taken.take(form.cells, row: row)
      items.append(item(of: [index], form, y: rows.y + row))
    }
    return (items, left)
  }

  /// A way to draw an event in a row: cells relative to the row, and where its label goes.
  private struct Form {
    var cells: Range<Int>
    var labelX = 0
    var label = ""
    var note = ""
  }

  /// A row in which an event's mark has room, and the free cells on both sides of it.
  private struct Room {
    let row: Int
    let left: Int
    let right: Int
  }

  /// The cells of an event's marks and lines, within the lane.
  private func span(of index: Int) -> ClosedRange<Int> {
    let anchor = anchor(of: timeline.events[index])
    let first = min(anchor.day, anchor.planned ?? anchor.day)
    let last = max(anchor.day, anchor.end ?? anchor.day, anchor.planned ?? anchor.day)
    let low = max(0, min(first, rows.width - 1))
    return low...max(low, min(last, rows.width - 1))
  }

  /// The rows in which nothing is on or next to the span.
  private func rooms(beside span: ClosedRange<Int>, _ taken: Occupancy) -> [Room] {
    (0..<taken.rows).compactMap { row in
      let before = taken.lastTaken(before: span.lowerBound, row: row)
      let after = taken.firstTaken(from: span.lowerBound, row: row)
      // A blank cell stays between items.
      let left = before < 0 ? span.lowerBound : span.lowerBound - before - 2
      let right =
        after == taken.width ? taken.width - 1 - span.upperBound : after - span.upperBound - 2
      return left >= 0 && right >= 0 ? Room(row: row, left: left, right: right) : nil
    }
  }

  /// The fullest form there is room for: label and note at the right of the mark, at its left, or
  /// within the line of what lasts; the label cut; the note alone; the bare mark.
  private func form(
    of index: Int, span: ClosedRange<Int>, rooms: [Room]
  ) -> (form: Form, row: Int) {
    let event = timeline.events[index]
    let (low, high) = (span.lowerBound, span.upperBound)
    // The selected event has a cell at either side for its mark. It chooses first, so that no
    // neighbour is there yet.
    let margin = index == selected ? 1 : 0
    func widened(_ cells: Range<Int>) -> Range<Int> {
      (cells.lowerBound - margin..<cells.upperBound + margin).clamped(to: 0..<rows.width)
    }
    let noteWidth = TextWidth.of(event.drawnNote)
    let labelWidth = TextWidth.of(event.label)
    var wordings = [(label: labelWidth, note: noteWidth)]
    let most = timeline.hasWholeLabels ? labelWidth : 12
    for cut in [24, 12] where labelWidth > cut && most < labelWidth {
      wordings.append((cut, noteWidth))
    }
    if noteWidth > 0 { wordings += [(min(labelWidth, most), 0), (0, noteWidth)] }
    for (label, note) in wordings where label + note > 0 {
      let width = (label > 0 ? label + 1 : 0) + (note > 0 ? note + 1 : 0)
      let form: (Range<Int>, Int) -> Form = { cells, x in
        Form(
          cells: widened(cells), labelX: x,
          label: label > 0 ? TextWidth.clip(event.label, to: label) : "",
          note: note > 0 ? event.drawnNote : "")
      }
      if let room = rooms.first(where: { $0.right >= width }) {
        return (form(low..<high + 1 + width, high + 2), room.row)
      }
      if let room = rooms.first(where: { $0.left >= width }) {
        return (form(low - width..<high + 1, low - width), room.row)
      }
      if high - low >= width + 5 { return (form(low..<high + 1, low + 4), rooms[0].row) }
    }
    return (Form(cells: widened(low..<high + 1)), rooms[0].row)
  }

  /// Folds events that have no room of their own into the last row, some cells apart.
  private func fold(_ ranks: [Int], of lane: LaneEvents) -> [TimelineLayout.Item] {
    var columns = Array(repeating: [Int](), count: rows.width)
    for rank in ranks {
      let x = scale.x(of: lane.day(ofRank: rank))
      columns[min(max(0, x), rows.width - 1)].append(rank)
    }
    let apart = 3 + NumberFormat.integer(ranks.count).utf8.count
    var groups: [(x: Int, ranks: [Int])] = []
    for (x, ranks) in columns.enumerated() where !ranks.isEmpty {
      if let last = groups.last, x < last.x + apart || last.x + apart > rows.width {
        groups[groups.count - 1].ranks += ranks
      } else {
        groups.append((x, ranks))
      }
    }
    return groups.enumerated().map { order, group in
      let next = order + 1 < groups.count ? groups[order + 1].x : rows.width + 1
      // The mark has the look of the first in rank.
      var ranks = group.ranks
      if let first = ranks.indices.min(by: { ranks[$0] < ranks[$1] }) { ranks.swapAt(0, first) }
      return foldedItem(ranks.map { lane.ranked[$0] }, x: group.x, room: next - group.x - 1)
    }
  }

  private func foldedItem(_ events: [Int], x: Int, room: Int) -> TimelineLayout.Item {
    let y = rows.maxY - 1
    guard events.count == 1, let event = events.first else {
      let text = "\(Glyph.cluster)" + NumberFormat.integer(events.count)
      let width = min(TextWidth.of(text), rows.width)
      let start = min(x, rows.width - width)
      let form = Form(cells: start..<start + width, labelX: start, label: text, note: "")
      return item(of: events, form, y: y)
    }
    let (label, note) = words(of: timeline.events[event], room: room - 2)
    let width = [label, note].filter { !$0.isEmpty }.map { TextWidth.of($0) + 1 }.reduce(1, +)
    let cells = x..<min(rows.width, x + width)
    return item(of: [event], Form(cells: cells, labelX: x + 2, label: label, note: note), y: y)
  }

  /// As much of label and note as fits; a stump of a label is left out.
  private func words(of event: Timeline.Event, room: Int) -> (label: String, note: String) {
    let note = event.drawnNote
    let whole = TextWidth.of(event.label)
    let besideNote = room - TextWidth.of(note) - 1
    let least = timeline.hasWholeLabels ? whole : min(8, whole)
    if !note.isEmpty, besideNote >= least {
      return (TextWidth.clip(event.label, to: besideNote), note)
    }
    return (room >= least ? TextWidth.clip(event.label, to: max(0, room)) : "", "")
  }

  private func anchor(of event: Timeline.Event) -> TimelineLayout.Anchor {
    TimelineLayout.Anchor(
      day: scale.x(of: event.day),
      end: event.end.map { scale.x(of: max($0, event.day)) },
      planned: event.planned.map { scale.x(of: $0) }
    )
  }

  private func item(of events: [Int], _ form: Form, y: Int) -> TimelineLayout.Item {
    let anchor = anchor(of: timeline.events[events[0]])
    return TimelineLayout.Item(
      events: events,
      frame: Rect(x: rows.x + form.cells.lowerBound, y: y, width: form.cells.count, height: 1),
      label: form.label,
      note: form.note,
      labelX: rows.x + form.labelX,
      anchor: TimelineLayout.Anchor(
        day: rows.x + anchor.day,
        end: anchor.end.map { rows.x + $0 },
        planned: anchor.planned.map { rows.x + $0 }
      )
    )
  }
}
