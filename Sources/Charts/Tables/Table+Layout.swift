import Canvas

extension Table {
  struct Frame {
    var header: Rect
    var rows: Rect
    var more: Rect
    var rule: Rect
    var foot: Rect
  }

  struct PlacedColumn {
    var index: Int
    var x: Int
    var width: Int
    var decimals: DecimalColumn?
  }

  struct Layout {
    var frame: Frame
    var window: Range<Int>
    var position: ListPosition?
    var columns: [PlacedColumn]
    /// The header's count of columns out of sight; empty where all are shown.
    var hidden: String
    /// The cells that are missing for all columns to stand whole.
    var lack: Int
    /// The margin for the marks of the selection and of rows: 0, 2 or 3 cells.
    var gutter: Int
  }

  /// The margin for the marks of the selection and of rows.
  static let widestGutter = 3

  func layout(in area: Rect, at position: ListPosition?) -> Layout {
    let frame = frame(in: area, at: position)
    let settled = position?.settled(count: count, visible: frame.rows.height)
    let start = settled?.offset ?? 0
    let gutter = area.width < 8 ? 0 : mark != nil ? Table.widestGutter : position != nil ? 2 : 0
    let room = area.inset(left: gutter)
    let (placed, hidden) = place(in: room, sideways: position?.sideways ?? 0)
    let asked = (measure ?? measured()).widths.reduce(0, +) + 2 * max(0, columns.count - 1)
    return Layout(
      frame: frame,
      window: start..<max(start, min(count, start + frame.rows.height)),
      position: settled,
      columns: placed,
      hidden: hidden,
      lack: hidden.isEmpty ? 0 : max(1, asked - room.width),
      gutter: gutter
    )
  }

  func frame(in area: Rect, at position: ListPosition?) -> Frame {
    // A line that is no row has to leave room for some rows, or for all of them.
    var height = area.height
    func take(_ wanted: Bool, leaving rows: Int) -> Int {
      guard wanted, height > min(rows, count) else { return 0 }
      height -= 1
      return 1
    }
    let header = take(true, leaving: 1)
    let foot = feet.reduce(0) { lines, _ in lines + take(true, leaving: 2) }
    // A rule yields to the last row that else would be out of sight.
    let rule = take(foot > 0 && height != count, leaving: 4)
    let more = take(count > height, leaving: 1)
    let shown = min(height, count)
    func line(_ y: Int, _ height: Int) -> Rect {
      Rect(x: area.x, y: area.y + y, width: area.width, height: height)
    }
    return Frame(
      header: line(0, header),
      rows: line(header, shown),
      more: line(header + shown, more),
      rule: line(header + shown + more, rule),
      foot: line(header + shown + more + rule, foot)
    )
  }

  private func place(in area: Rect, sideways: Int) -> ([PlacedColumn], String) {
    let measure = measure ?? measured()
    let asked = columns.indices.map { measure.widths.indices.contains($0) ? measure.widths[$0] : 0 }
    let names = sideways > 0 ? pinnedNames(asked, room: area.width) : 1
    var table = self
    // A name after the first column yields to the column that is looked for.
    for name in 1..<max(1, names) { table.columns[name].minimum = Table.fewestLetters }
    let (shown, hidden) = table.choose(asked, room: area.width, sideways: sideways, names: names)
    let room = area.width - (hidden.isEmpty ? 0 : TextWidth.of(hidden) + 1)
    let (widths, rest) = table.widths(of: shown, measure, asked, room: room)
    let gap = rest >= shown.count - 1 ? 3 : 2
    var x = area.x
    let placed = shown.enumerated().compactMap { order, index -> PlacedColumn? in
      let width = min(widths[order], area.maxX - x)
      guard width > 0 else { return nil }
      defer { x += width + gap }
      let decimals = measure.decimals.indices.contains(index) ? measure.decimals[index] : nil
      return PlacedColumn(index: index, x: x, width: width, decimals: decimals)
    }
    return (placed, hidden)
  }

  /// The columns that stay while others scroll: all that are pinned where any other has room next to them, else
  /// the first.
  private func pinnedNames(_ asked: [Int], room: Int) -> Int {
    let names = min(pinned, columns.count - 1)
    guard names > 1 else { return 1 }
    let kept = (1..<names).reduce(least(0, asked, in: room)) {
      $0 + 2 + min(asked[$1], Table.fewestLetters)
    }
    let widest = (names..<columns.count).map { least($0, asked, in: room) }.max() ?? 0
    return kept + 2 + widest + Table.widestNote <= room ? names : 1
  }

  /// The cells of the longest count of columns out of sight, and the cell before it.
  private static let widestNote = 7

  /// The columns that are shown, and what the header says about the others.
  ///
  /// A name alone says nothing: of the last two columns the name yields its cells before the other goes, and of
  /// the last three a text goes before the only figure. The current column never goes where it stands right
  /// behind the first.
  private func choose(_ asked: [Int], room: Int, sideways: Int, names: Int) -> ([Int], String) {
    // The first step of scrolling lets names yield where more than one is pinned.
    let skipped = min(max(0, sideways - (names - 1)), max(0, columns.count - 1 - names))
    var shown = columns.indices.filter { $0 < names || $0 >= names + skipped }
    func needed() -> Int {
      shown.reduce(0) { $0 + least($1, asked, in: room) } + 2 * (shown.count - 1)
    }
    var note = ""
    func describe() {
      let right = columns.count - shown.count - skipped
      note = skipped > 0 ? "\(Glyph.moreLeft)\(skipped)" : ""
      if right > 0 { note += "\(Glyph.moreRight)\(right)" }
    }
    describe()
    // The current column does not yield where no scrolling brings it into sight: right behind the first.
    let kept = column == names + skipped ? column : nil
    while shown.count > 1 {
      let free = room - (note.isEmpty ? 0 : TextWidth.of(note) + 1)
      if needed() <= free || (shown.count == 2 && (shown[1] == kept || isPair(shown, asked, free)))
      {
        break
      }
      // Scrolled sideways the order of the columns decides, else their priority.
      let victim =
        sideways > 0
        ? shown.last
        : victims(of: shown, keeping: kept).reversed()
          .min { columns[$0].priority < columns[$1].priority } ?? shown.last
      shown.removeAll { $0 == victim }
      describe()
    }
    return (shown, note)
  }

  /// The columns of which the next may go: not the only figure of the last three.
  private func victims(of shown: [Int], keeping kept: Int?) -> [Int] {
    let open = shown.dropFirst().filter { $0 != kept }
    guard shown.count == 3, open.count == 2 else { return Array(open) }
    let texts = open.filter { !columns[$0].isNumeric }
    return texts.count == 1 ? texts : Array(open)
  }

  /// True if two columns have the room in which both still say something.
  private func isPair(_ shown: [Int], _ asked: [Int], _ room: Int) -> Bool {
    shown.reduce(0) { $0 + fewest($1, asked) } + 2 <= room
  }

  /// The cells in which a column still says something: all of a figure, a few letters of a text.
  private func fewest(_ index: Int, _ asked: [Int]) -> Int {
    columns[index].isNumeric
      ? asked[index] : min(asked[index], columns[index].minimum, Table.fewestLetters)
  }

  /// The letters by which a name is known.
  private static let fewestLetters = 10

  /// The cells below which a column says nothing: all of a figure, some of a text, and all of its title where the
  /// room is not so small that the texts need it.
  private func least(_ index: Int, _ asked: [Int], in room: Int) -> Int {
    let column = columns[index]
    guard !column.isNumeric else { return asked[index] }
    let unit = column.unit.isEmpty ? 0 : 1 + TextWidth.of(column.unit)
    let title = room < Table.roomOfTitles ? 0 : TextWidth.of(column.title) + unit
    return min(asked[index], max(column.minimum, title))
  }

  /// The room from which on no title is cut.
  private static let roomOfTitles = 60

  /// Shares the room among the columns shown: first what each needs, then where it makes the most
  /// texts whole, then up to a column's maximum. Returns the widths and the cells left over.
  private func widths(of shown: [Int], _ measure: Measure, _ asked: [Int], room: Int) -> (
    [Int], Int
  ) {
    var widths = shown.map { least($0, asked, in: room) }
    var rest = room - widths.reduce(0, +) - 2 * (shown.count - 1)
    let targets = [
      shown.map { min(asked[$0], max(columns[$0].maximum, least($0, asked, in: room))) },
      shown.map { asked[$0] },
    ]
    for target in targets {
      // A width that does not fit takes the rest: a wider window narrows no column.
      while rest > 0, let (place, width) = bestGain(shown, measure, widths, upTo: target) {
        let growth = min(rest, width - widths[place])
        widths[place] += growth
        rest -= growth
      }
    }
    // Names come first, then what matters more.
    let order = widths.indices.sorted {
      (weight(of: shown[$0]), -$0) > (weight(of: shown[$1]), -$1)
    }
    for target in targets {
      for index in order {
        let growth = max(0, min(rest, target[index] - widths[index]))
        widths[index] += growth
        rest -= growth
      }
    }
    // Of two columns that are too wide, a text after the first yields before it, and the first the rest.
    if rest < 0, widths.count == 2 {
      let yielded = min(-rest, max(0, widths[1] - fewest(shown[1], asked)))
      widths[1] -= yielded
      rest += yielded
    }
    if rest < 0, let first = widths.first { widths[0] = max(1, first + rest) }
    return (widths, rest)
  }
  /// The column, by its place among those shown, whose next width makes the most texts whole a cell.
  private func bestGain(
    _ shown: [Int], _ measure: Measure, _ widths: [Int], upTo target: [Int]
  ) -> (place: Int, width: Int)? {
    var best: (place: Int, width: Int, worth: Double)?
    for (place, column) in shown.enumerated() where measure.gains.indices.contains(column) {
      guard let gain = measure.gains[column].first(where: { $0.width > widths[place] }),
        gain.width <= target[place]
      else { continue }
      let worth = gain.textsPerCell * Double(weight(of: column))
      if worth > best?.worth ?? 0 { best = (place, gain.width, worth) }
    }
    return best.map { ($0.place, $0.width) }
  }

  /// The weight of a column's texts; that of the first, which names the row, is the largest.
  private func weight(of column: Int) -> Int {
    column == 0 ? 2 * (columns.map(\.priority).max() ?? 1) : max(1, columns[column].priority)
  }
}
