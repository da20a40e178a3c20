import Canvas
import Charts

/// The words of the title line as they fit: the path to the page, the headline, the modes that are on.
///
/// The rule: the answer of the headline is the last thing to go. Before it go the clauses that weigh less,
/// then the path. Then the long name of the screen gives way to a shorter name, and last words of the modes
/// go.
struct TitleLine: Sendable {
  /// Everything that the line says, at its full length.
  struct Content: Equatable, Sendable {
    let page: Page
    /// The page that this page was opened from.
    var path: [Span] = []
    let headline: [Span]
    let modes: String
  }

  let path: [Span]
  let headline: [Span]
  /// Shorter names for what the headline is about; none where its first words name a thing.
  let names: [String]
  let modes: String
  /// The cells of all of the path and the headline.
  let titleWidth: Int
  /// The headline as it fits, by the cells that it has.
  private let titles = Memo<Int, [Span]>(limit: 16)
  private let least = Once<Int>()

  init(_ content: Content) {
    let (page, headline) = (content.page, content.headline)
    path = content.path
    self.headline = headline
    modes = content.modes
    titleWidth = TitleLine.width(path + headline)
    let first = headline.map(\.text).joined().prefix { $0 != Character(Glyph.separator) }
    let isName = TextWidth.of(String(first)) <= TitleLine.longestName
    names = page.isAThing || !isName ? [] : [page.kind.title, page.kind.type.shortTitle]
  }

  private var whole: [Span] { path + headline }

  /// The cells below which no mode is told.
  private static let leastModes = 6
  /// The cells of first words that say no more than the name of the screen.
  private static let longestName = 30
  /// The cells between the headline and what stands at its right.
  static let gap = 2

  /// The forms of the headline, from the longest on, with the spans that open each.
  private var forms: [(spans: [Span], opening: Int)] {
    let named = names.map { (spans: headline.named($0), opening: 1) }
    return [(whole, path.count + 1), (headline, 1)] + named
  }

  /// The headline as it fits.
  func title(within width: Int) -> [Span] { titles.value(width) { fitted(within: width) } }

  private func fitted(within width: Int) -> [Span] {
    for isMarked in [true, false] {
      for form in forms {
        if let found = form.spans.answering(
          within: width, opening: form.opening, isMarked: isMarked)
        {
          // Clause by clause more of the same words may stand.
          let plain = form.spans.clauses(within: width)
          return TitleLine.text(plain).hasPrefix(TitleLine.text(found)) ? plain : found
        }
      }
    }
    return headline.clauses(within: width)
  }

  /// The modes as they fit into a line with the answer; empty where none is on.
  func modeWords(within width: Int) -> String {
    guard !modes.isEmpty else { return "" }
    let free = width - TitleLine.gap
    // The modes are told in a quarter of the line, in more where the headline leaves more.
    let fair = max(width / 4, free - titleWidth)
    let least = min(fair, free - leastWidth)
    // Where the headline is cut at a clause, the cells that it leaves are the modes'.
    let room = max(least, free - TitleLine.width(title(within: free - least)))
    guard room >= TitleLine.leastModes else { return "" }
    return [Span(modes)].clauses(within: room).map(\.text).joined()
  }

  /// The least cells that hold the answer.
  var leastWidth: Int {
    least.value { forms.compactMap { $0.spans.answerWidth(opening: $0.opening) }.min() ?? 0 }
  }

  /// The words without the mark of a cut.
  private static func text(_ spans: [Span]) -> String {
    spans.filter { $0 != .cut }.map(\.text).joined()
  }

  private static func width(_ spans: [Span]) -> Int {
    spans.reduce(0) { $0 + TextWidth.of($1.text) }
  }
}

extension Page {
  /// True if it shows a thing that has a name of its own.
  fileprivate var isAThing: Bool {
    switch subject {
    case .nothing, .day, .question: false
    case .organisation, .country, .layer, .fact, .facts: true
    }
  }
}
