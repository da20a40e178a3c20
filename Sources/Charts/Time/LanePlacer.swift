import Canvas

/// Places the events of one lane so that nothing overlaps.
///
/// Postconditions: frames of items in a row are at least one cell apart and within the rows; each
/// event in view is in exactly one item; the selected event, if it is in view, has an item of its
/// own where there is more than one row; a higher priority chooses first.
struct LanePlacer {
  let timeline: Timeline
  let scale: TimeScale
  let rows: Rect
  let selected: Int?

  private typealias Item = TimelineLayout.Item

  /// The items of a lane's events, given with the highest priority first.
  func items(of ranked: [Int]) -> [TimelineLayout.Item] {
    guard !rows.isEmpty else { return [] }
    var visible = ranked.filter { timeline.events[$0].days.overlaps(scale.days) }
    if let selected, let place = visible.firstIndex(of: selected) {
      visible.remove(at: place)
      visible.insert(selected, at: 0)
    }
    // More events than this cannot have a place of their own.
    let most = rows.width * rows.height / 2 + 1
    if visible.count <= most {
      let (items, folded) = place(visible[...], rowCount: rows.height)
      if folded.isEmpty { return items }
    }
    // The last row is for what finds no room in the others.
    let (items, rest) = place(visible.prefix(most), rowCount: rows.height - 1)
    return items + fold(rest + visible.dropFirst(most))
  }

  /// Gives each event the most generous form that fits into one of the first rows.
  private func place(
    _ events: ArraySlice<Int>, rowCount: Int
  ) -> (items: [TimelineLayout.Item], left: [Int]) {
    var taken = Array(repeating: [Bool](repeating: false, count: rows.width), count: rowCount)
    var items: [TimelineLayout.Item] = []
    var left: [Int] = []
    for event in events {
      let candidate = candidates(event).lazy.compactMap { form in
        (0..<rowCount).lazy
          .first { isFree(form, taken[$0]) }
          .map { (form: form, row: $0) }
      }.first
      guard let (form, row) = candidate else {
        left.append(event)
        continue
      }
      for x in form.cells { taken[row][x] = true }
      items.append(item(of: [event], form, y: rows.y + row))
    }
    return (items, left)
  }

  /// A way to draw an event in a row: cells relative to the row, and where its label goes.
  private struct Form {
    var cells: Range<Int>
    var labelX: Int
    var label: String
    var note: String
  }

  private func isFree(_ form: Form, _ taken: [Bool]) -> Bool {
    let margin = max(0, form.cells.lowerBound - 1)..<min(rows.width, form.cells.upperBound + 1)
    return !margin.contains { taken[$0] }
  }

  /// The forms of an event, the fullest first: label and note at the right, at the left or within
  /// the line of what lasts; the label cut; the note alone; the bare mark.
  private func candidates(_ index: Int) -> [Form] {
    let event = timeline.events[index]
    let anchor = anchor(of: event)
    let first = min(anchor.day, anchor.planned ?? anchor.day)
    let last = max(anchor.day, anchor.end ?? anchor.day, anchor.planned ?? anchor.day)
    let low = max(0, min(first, rows.width - 1))
    let high = max(low, min(last, rows.width - 1))
    var forms: [Form] = []
    // The selected event has a cell at either side for the mark of the selection.
    func add(_ cells: Range<Int>, labelX: Int, _ label: String, _ note: String) {
      let margin = index == selected ? 1 : 0
      let widened = cells.lowerBound - margin..<cells.upperBound + margin
      let cells = widened.clamped(to: 0..<rows.width)
      forms.append(Form(cells: cells, labelX: labelX, label: label, note: note))
    }
    func add(_ label: String, _ note: String) {
      let width = [label, note].filter { !$0.isEmpty }.map { TextWidth.of($0) + 1 }.reduce(0, +)
      guard width > 0 else { return add(low..<high + 1, labelX: 0, "", "") }
      if high + 1 + width <= rows.width {
        add(low..<high + 1 + width, labelX: high + 2, label, note)
      }
      if low - width >= 0 {
        add(low - width..<high + 1, labelX: low - width, label, note)
      }
      if high - low >= width + 5 {
        add(low..<high + 1, labelX: low + 4, label, note)
      }
    }
    let note = event.drawnNote
    add(event.label, note)
    for width in [24, 12] where TextWidth.of(event.label) > width {
      add(TextWidth.clip(event.label, to: width), note)
    }
    add(note.isEmpty ? "" : TextWidth.clip(event.label, to: 12), "")
    add("", note)
    add("", "")
    return forms
  }

  /// Folds events that have no room of their own into the last row, some cells apart.
  private func fold(_ events: [Int]) -> [TimelineLayout.Item] {
    let sorted = events.map { (x: column(of: $0), event: $0) }.sorted { $0 < $1 }
    let apart = 3 + NumberFormat.integer(sorted.count).utf8.count
    var groups: [(x: Int, events: [Int])] = []
    for (x, event) in sorted {
      if let last = groups.last, x < last.x + apart || last.x + apart > rows.width {
        groups[groups.count - 1].events.append(event)
      } else {
        groups.append((x, [event]))
      }
    }
    return groups.enumerated().map { order, group in
      let next = order + 1 < groups.count ? groups[order + 1].x : rows.width + 1
      return foldedItem(group.events, x: group.x, room: next - group.x - 1)
    }
  }

  private func foldedItem(_ events: [Int], x: Int, room: Int) -> TimelineLayout.Item {
    let y = rows.maxY - 1
    guard events.count == 1, let event = events.first else {
      let text = "\(Glyph.cluster)" + NumberFormat.integer(events.count)
      let width = min(TextWidth.of(text), rows.width)
      let start = min(x, rows.width - width)
      // The events by priority, so that the mark has the look of the first among them.
      let ranked = events.sorted {
        (-timeline.events[$0].priority, $0) < (-timeline.events[$1].priority, $1)
      }
      let form = Form(cells: start..<start + width, labelX: start, label: text, note: "")
      return item(of: ranked, form, y: y)
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
    if !note.isEmpty, besideNote >= min(8, whole) {
      return (TextWidth.clip(event.label, to: besideNote), note)
    }
    return (room >= min(8, whole) ? TextWidth.clip(event.label, to: max(0, room)) : "", "")
  }

  /// The column at which an event that is in view is folded: its own, or the edge it lies beyond.
  private func column(of event: Int) -> Int {
    min(max(0, scale.x(of: timeline.events[event].day)), max(0, rows.width - 1))
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
