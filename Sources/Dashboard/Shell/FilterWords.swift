import Canvas
import Charts
import Dataset
import Insight

// Words on a filter for the screen that it goes along to.
extension State {
  /// The reach of the filter among the rows of the screen. `nil` where none applies, or the screen is about
  /// no single table.
  var filterReach: FilterReach? { reach?.found }

  /// Asks for the reach of the filter where the screen, the facts or the filter are others: not in every
  /// frame, as all rows are read for it.
  mutating func settleReach() {
    guard !world.filter.isEmpty, type(of: place.screen).isFiltered,
      let table = type(of: place.screen).filteredTable
    else { return reach = nil }
    if let reach, reach.token === world.token, reach.table == table { return }
    reach = KnownReach(
      token: world.token, table: table,
      found: FilterReach(
        world.filter, among: table, in: world.snapshot,
        watching: world.watchlist.watching, as: world.isCompiled ? world.passes : nil))
  }

  /// A reach, and what it was asked of.
  struct KnownReach: Sendable {
    let token: World.Token
    let table: TableName
    let found: FilterReach?
  }

  /// The filter in the line at the bottom, its terms that say nothing here dim, with why.
  var filterSpans: [Span] {
    guard type(of: place.screen).isFiltered else {
      return [
        Span("this page is whole: the filter ", .dim), Span(world.filter.text, .dim),
        Span(" does not apply here", .dim),
      ]
    }
    let reach = filterReach
    var spans = [Span("filter ", .dim)] + FilterWords.spans(world.filter.text, reach)
    if let words = reach?.words { spans.append(Span("  \(words)", .possible)) }
    return spans + [Span("  \(clearing)", .dim)]
  }

  /// Makes the terms that say nothing here dim in the title line, where the filter's text begins at a cell.
  func dimSilentTerms(x: Int, width: Int, y: Int, on frame: inout Frame) {
    guard type(of: place.screen).isFiltered else {
      frame.canvas.restyle(Rect(x: x - 1, y: y, width: width + 1, height: 1)) { _ in .dim }
      return
    }
    guard let reach = filterReach, !reach.silent.isEmpty else { return }
    let characters = Array(world.filter.text)
    // The title leaves out blanks before the filter.
    let blanks = characters.prefix { $0.isWhitespace }.count
    for term in reach.silent {
      let start = TextWidth.of(String(characters[blanks..<max(blanks, term.range.lowerBound)]))
      let cells = min(TextWidth.of(term.text), width - start)
      guard cells > 0 else { continue }
      frame.canvas.restyle(Rect(x: x + start, y: y, width: cells, height: 1)) { _ in .dim }
    }
  }
}

enum FilterWords {
  /// A filter's text, in the accent but for the terms that say nothing.
  static func spans(_ text: String, _ reach: FilterReach?) -> [Span] {
    guard let reach, !reach.silent.isEmpty else { return [Span(text, .accent)] }
    let characters = Array(text)
    var spans: [Span] = []
    var done = 0
    for term in reach.silent {
      let range = term.range.clamped(to: done..<characters.count)
      spans.append(Span(String(characters[done..<range.lowerBound]), .accent))
      spans.append(Span(String(characters[range]), .dim))
      done = range.upperBound
    }
    return spans + [Span(String(characters[done...]), .accent)]
  }
}
