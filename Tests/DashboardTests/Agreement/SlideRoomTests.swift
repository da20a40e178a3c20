import Canvas
import Charts
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A chart on a slide fills the room it has, high or wide, with few bars or many.
@Suite struct SlideRoomTests {
  private static func sheet(_ page: Page, _ settings: Settings = Settings(), _ filter: String = "")
    throws -> Sheet
  {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let through =
      filter.isEmpty ? world : world.through(try Filter(filter, in: world.dataset))
    return Sheet(page: page, world: through, settings: settings)
  }

  private static func by<Value>(_ choice: Choice<Value>, _ value: Value) -> Settings {
    var settings = Settings()
    settings[choice] = value
    return settings
  }

  private static func slide(_ size: String, _ chart: SlideChart) throws -> Slide {
    Slide(
      size: try #require(SlideSize(size)), title: chart.finding, caption: chart.caption,
      source: "Source", description: "")
  }

  /// The lines of a drawing with something on them.
  private static func used(_ canvas: Canvas) -> [Int] {
    PlainText.write(canvas).split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { $0.element.contains { !$0.isWhitespace } }.map(\.offset)
  }

  /// The part of the height that it takes, from the first of them to the last.
  private static func part(_ canvas: Canvas) -> Double {
    let used = used(canvas)
    guard let first = used.first, let last = used.last else { return 0 }
    return Double(last - first + 1) / Double(canvas.height)
  }

  static let sizes = ["16:9", "1:1", "4:3"]

  @Test(arguments: sizes) func fewBarsFillTheSlide(_ size: String) throws {
    let sheets = [
      try Self.sheet(.capital), try Self.sheet(.compute, Self.by(ComputeOptions.grouping, .vendor)),
      try Self.sheet(.compute, Self.by(ComputeOptions.form, .slips)),
      try Self.sheet(.compute, Self.by(ComputeOptions.form, .funnel)),
      try Self.sheet(.capital, Self.by(CapitalOptions.per, .mw)),
    ]
    for sheet in sheets {
      let chart = try #require(sheet.screen.slideChart)
      let canvas = sheet.picture(of: chart, on: try Self.slide(size, chart))
      #expect(Self.part(canvas) >= 0.6, "\(size) \(chart.finding): \(Self.part(canvas))")
    }
  }

  /// A single bar is thick, and stands in the middle rather than at the top.
  @Test func aSingleBarHasRoomOnBothSides() throws {
    let sheet = try Self.sheet(.capital, Settings(), "country:DK")
    let chart = try #require(sheet.screen.slideChart)
    let canvas = sheet.picture(of: chart, on: try Self.slide("1:1", chart))
    #expect(try #require(Self.used(canvas).first) > 2)
  }

  /// Upright bars take the whole width, in letters that are no headline.
  @Test(arguments: sizes) func fewColumnsTakeTheWidth(_ size: String) throws {
    let sheet = try Self.sheet(.capital, Self.by(CapitalOptions.grouping, .year))
    let chart = try #require(sheet.screen.slideChart)
    let canvas = sheet.picture(of: chart, on: try Self.slide(size, chart))
    #expect(canvas.width >= 70)
    #expect(Self.part(canvas) >= 0.8, "\(size): \(Self.part(canvas))")
  }

  /// A square has room for the operators that a window folds.
  @Test func aSquareShowsMoreOfTheGraph() throws {
    let sheet = try Self.sheet(.exposure)
    let chart = try #require(sheet.screen.slideChart)
    let wide = sheet.picture(of: chart, on: try Self.slide("16:9", chart))
    let square = sheet.picture(of: chart, on: try Self.slide("1:1", chart))
    func names(_ canvas: Canvas) -> Int {
      PlainText.write(canvas).split(separator: "\n").count { $0.contains { $0.isLetter } }
    }
    #expect(names(square) > names(wide))
  }

  /// An overdue date has its days behind the bar, as a postponed date has its months.
  @Test func everyDelayHasItsFigure() throws {
    let sheet = try Self.sheet(.compute, Self.by(ComputeOptions.form, .slips))
    let chart = try #require(sheet.screen.slideChart)
    let figures = chart.values.split(separator: "; ")
    #expect(figures.contains { $0.contains(" d late") })
    for figure in figures { #expect(figure.last?.isNumber == true || figure.hasSuffix("d late")) }
  }

  /// A legend breaks between its entries, and no line ends in the dot between them.
  @Test(arguments: [60, 70, 80, 100]) func aLegendBreaksBetweenItsEntries(_ width: Int) throws {
    let chart = try #require(try Self.sheet(.capital).screen.slideChart)
    let legend = chart.legend(columns: width)
    var frame = Frame(size: Size(width: width, height: legend.height(width: width)))
    legend.draw(on: &frame.canvas, in: frame.canvas.bounds)
    let lines = PlainText.write(frame.canvas).split(separator: "\n").map(String.init)
    #expect(lines.joined(separator: " · ") == chart.legend.map(\.text).joined())
  }

  /// No finding is a headline of figures with dots between them.
  @Test func everyFindingIsASentence() throws {
    let sheets = [
      try Self.sheet(.timeline), try Self.sheet(.compute, Self.by(ComputeOptions.form, .funnel)),
      try Self.sheet(.compute, Self.by(ComputeOptions.unit, .h100e)),
      try Self.sheet(.compute, Self.by(ComputeOptions.unit, .mw)),
    ]
    for sheet in sheets {
      let finding = try #require(sheet.screen.slideChart).finding
      #expect(!finding.contains(" · "), "\(finding)")
    }
  }
}
