import Canvas
import Charts
import Dataset
import Insight

/// Two to four companies, or countries, side by side: every figure on a scale that they share, and what
/// they were worth (or raised) over time in one chart.
struct CompareScreen: Screen {
  static let title = "Compare"
  static let isFiltered = false

  static let purpose = "two to four companies or countries, side by side"

  let headline: [Span]
  let record: any JSONConvertible & Sendable
  private let comparison: Comparison?
  private let world: World
  private var table: FactTable
  /// The width that the table was made for.
  private var width = CompareScreen.usualWidth

  /// The width of a table in a window of 80 columns.
  private static let usualWidth = 78

  var panes: [Pane] { [table.pane] }

  init(page: Page, world: World, settings: Settings) {
    self.world = world
    guard case .facts(let facts) = page.subject, let comparison = Comparison(facts, in: world)
    else {
      headline = [Span("nothing to compare: mark companies or countries with Space", .alarm)]
      record = [String]()
      comparison = nil
      table = FactTable(nothing: "figures", in: world)
      return
    }
    self.comparison = comparison
    table = comparison.table(width: CompareScreen.usualWidth, in: world)
    record = LateRecord { comparison.json(in: world) }
    headline =
      [Span("Compared · ", .heading)]
      + comparison.names.enumerated().flatMap { index, name in
        [
          Span("\(Comparison.letters[index]) ", .dim),
          Span(name, Style.series(index).adding(.bold)), Span("   "),
        ]
      }
  }

  func prepared(for area: Size) -> (any Screen)? {
    guard let comparison, area.width != width else { return nil }
    var screen = self
    screen.width = area.width
    screen.table = comparison.table(width: area.width, in: world)
    return screen
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let comparison else { return }
    let table = comparison.table(width: area.width, in: world)
    let left = area.height - table.naturalHeight - 1
    let height = comparison.lines == nil || area.height < 16 ? 0 : min(18, max(7, left))
    let parts = area.rows([.share(1), .fixed(height)], gap: height > 0 ? 1 : 0)
    table.draw(0, in: parts[0], of: &frame, view: view)
    if height > 0 { comparison.lines?.draw(on: &frame.canvas, in: parts[1]) }
  }

  func naturalHeight(width: Int) -> Int {
    table.naturalHeight + (comparison?.lines == nil ? 0 : 15)
  }
}

extension Comparison {
  /// Compares one to four known facts of the same kind.
  init?(_ facts: [Fact], in world: World) {
    let companies = facts.compactMap { fact in
      fact.id(in: .organisations).flatMap { world.dataset.organisation($0) }
    }
    let countries = facts.compactMap { fact in
      fact.id(in: .countries).flatMap { world.dataset.country($0) }
    }
    let most = Comparison.letters.count
    if !companies.isEmpty {
      self.init(companies: Array(companies.prefix(most)), in: world)
    } else if !countries.isEmpty {
      self.init(countries: Array(countries.prefix(most)), in: world)
    } else {
      return nil
    }
  }
}

extension CompareScreen {
  static func subject(named name: String) -> Page.Subject? {
    let facts = name.split(separator: "+", maxSplits: Comparison.letters.count)
      .compactMap { Fact(name: String($0)) }
    return facts.isEmpty ? nil : .facts(facts)
  }
}

extension Page {
  public static func compare(_ facts: [Fact]) -> Page { Page(CompareScreen.self, .facts(facts)) }
}
