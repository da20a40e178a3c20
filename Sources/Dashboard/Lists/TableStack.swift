import Canvas
import Charts

/// Tables below each other, each under its title, as on pages of a company, an investor or a layer.
/// Each gets the room it needs, the focused table the rest. Where not even titles fit, the tables
/// around the focused table are shown.
struct TableStack: Sendable {
  let tables: [FactTable]
  /// The rows that each keeps where not all fit.
  var least = 6

  var naturalHeight: Int { tables.reduce(0) { $0 + $1.naturalHeight + 2 } }

  /// Draws some of the tables, named by their numbers as panes.
  func draw(_ shown: [Int], in area: Rect, of frame: inout Frame, view: ViewState) {
    guard !shown.isEmpty else { return }
    let heights = StackedHeights(
      natural: shown.map { tables[$0].naturalHeight + 1 },
      focus: shown.firstIndex(of: view.focus), room: area.height, least: least
    ).heights
    var y = area.y
    for (index, height) in zip(shown, heights) where height >= 3 {
      let part = Rect(x: area.x, y: y, width: area.width, height: height)
      let title = Span(tables[index].title, view.titleStyle(of: index))
      frame.canvas.noteLack(columns: TextWidth.of(title.text) - part.width)
      frame.canvas.put([title].title(within: part.width), x: part.x, y: part.y)
      frame.region(part, .pane(index))
      tables[index].draw(
        index, in: part.inset(top: 1, bottom: height > 4 ? 1 : 0), of: &frame, view: view)
      y += height
    }
  }
}

/// Shares out the rows of a screen among tables that stand above each other.
struct StackedHeights {
  let heights: [Int]

  /// Gives every table its natural height where that fits.
  ///
  /// Otherwise each gets `least` rows as long as there are any, the focused table first and then
  /// those after it. The rest goes to the focused table.
  init(natural: [Int], focus: Int?, room: Int, least: Int = 6) {
    let wanted = natural.map { $0 + 1 }
    guard wanted.reduce(0, +) > room else {
      heights = wanted
      return
    }
    let first = focus ?? 0
    let order =
      [first] + natural.indices.filter { $0 > first }
      + natural.indices.filter { $0 < first }.reversed()
    var given = natural.map { _ in 0 }
    var left = room
    for index in order where left > 0 {
      // The first has what there is, be it little: a page of titles without a row says nothing.
      let own = min(wanted[index], least, index == first ? left : .max)
      guard left >= own else { break }
      given[index] = own
      left -= own
    }
    for index in order where given[index] > 0 && left > 0 {
      let more = min(left, wanted[index] - given[index])
      given[index] += more
      left -= more
    }
    heights = given
  }
}
