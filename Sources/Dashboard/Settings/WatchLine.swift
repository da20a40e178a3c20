import Canvas
import Charts
import Dataset
import Insight

/// The watched things in a line, each with its latest news: for the overview.
public struct WatchLine: Sendable {
  /// The line, to be cut where it does not fit; empty where nothing is watched.
  public let spans: [Span]

  /// The things watched in a world, as of its day.
  public init(_ world: World) {
    let parts = world.watchlist.facts.filter(world.knows).map { fact in
      (world.title(of: fact), world.news(of: fact))
    }
    guard !parts.isEmpty else {
      spans = []
      return
    }
    var spans = [Span("\(RowMarks.watched) ", .accent)]
    for (index, (title, news)) in parts.enumerated() {
      if index > 0 { spans.append(Span("  \(Glyph.separator)  ", .dim)) }
      spans.append(Span(title, .strong))
      if let news { spans.append(Span(" \(news)", .dim)) }
    }
    self.spans = spans
  }
}
