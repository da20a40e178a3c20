import Canvas
import Foundation
import Insight
import TestSupport
import Testing

@testable import Dashboard
@testable import Dataset

/// A figure is the same in many places. A picture's description, the text of a pipe, a chart for a slide
/// and the report say figures. They are found among those of the view's document and lists.
@Suite struct FigureAgreementTests {
  /// A view with what is chosen on it.
  struct View: CustomTestStringConvertible, Sendable {
    let page: String
    var settings = Settings()
    /// The views whose figures it repeats.
    var repeats: [String] = []
    var words = ""

    var testDescription: String { words.isEmpty ? page : "\(page) \(words)" }

    init(_ page: String, repeats: [String] = [], _ words: String = "", _ set: Settings? = nil) {
      self.page = page
      self.repeats = repeats
      self.words = words
      settings = set ?? Settings()
    }
  }

  private static func with<Value>(_ choice: Choice<Value>, _ value: Value) -> Settings {
    var settings = Settings()
    settings[choice] = value
    return settings
  }

  private static let cut: Settings = {
    var settings = Settings()
    settings.subjects[.cut] = "microsoft=50"
    return settings
  }()

  static let views: [View] =
    [
      View("overview", repeats: ["compute:jurisdiction", "capital:quarter", "timeline"]),
      View("capital", repeats: ["capital:quarter"]),
      View("capital", "by quarter", with(CapitalOptions.grouping, .quarter)),
      View(
        "capital", repeats: ["capital:quarter"], "by country",
        with(CapitalOptions.grouping, .country)),
      View(
        "capital", repeats: ["capital:quarter"], "by investor",
        with(CapitalOptions.grouping, .investor)),
      View("compute"), View("compute", "by vendor", with(ComputeOptions.grouping, .vendor)),
      View("compute", "funnel", with(ComputeOptions.form, .funnel)),
      View("compute", "slips", with(ComputeOptions.form, .slips)), View("map"),
      View("exposure", "after a cut", cut), View("enforcement"),
      View("timeline", repeats: ["capital", "valuations", "compute"]),
      View("claims", repeats: ["capital:company"]), View("sources"), View("valuations"),
      View("company:nscale"), View("investor:nvidia"), View("country:FR"),
      View("layer:infrastructure"), View("compare:country:DE+country:FR"),
      View("planner:annex-iii DE 9-9", repeats: ["timeline"]),
      View("changes:2026-01-01"),
    ]
    + ExposureView.allCases.map { View("exposure", $0.rawValue, with(ExposureChoices.view, $0)) }

  private static let today = "2026-11-22"

  private static func sheet(_ view: View) throws -> Sheet {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day(today))
    let page = try #require(Page(name: view.page), "\(view.page) is no page")
    return Sheet(page: page, world: world, settings: view.settings)
  }

  /// The view that a name of `repeats` means.
  private static func repeated(_ name: String) -> View {
    switch name {
    case "capital:quarter": View("capital", "", with(CapitalOptions.grouping, .quarter))
    case "capital:company": View("capital", "", with(CapitalOptions.grouping, .company))
    case "compute:jurisdiction": View("compute", "", with(ComputeOptions.grouping, .jurisdiction))
    default: View(name)
    }
  }

  /// The figures of a view's document and lists, and of the views that it repeats.
  static func figures(of view: View) throws -> Figures {
    var figures = Figures()
    for view in [view] + view.repeats.map(repeated) {
      let sheet = try sheet(view)
      figures.add(sheet.record)
      for table in sheet.tables { figures.add(table) }
      figures.add(.text(today))
    }
    return figures
  }

  @Test(arguments: views)
  func theDescriptionOfAPictureRepeatsTheDocument(_ view: View) throws {
    let figures = try Self.figures(of: view)
    let description = try Self.sheet(view).description
    let missing = Figures.figures(in: description).filter { !figures.holds($0) }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: views)
  func theTextOfAPipeRepeatsTheDocument(_ view: View) throws {
    let figures = try Self.figures(of: view)
    let text = Self.withoutAxes(PlainText.write(try Self.sheet(view).whole()))
    let found = Figures.figures(in: text)
    let missing = found.filter { !figures.holds($0) && !Self.isConvention($0) }
    #expect(missing.isEmpty, "\(missing)")
    // The test can fail: of figures with a digit changed few are found by chance.
    let telling = found.filter(\.isTelling)
    guard telling.count > 20 else { return }
    let byChance = telling.count { figures.holds($0.altered) }
    #expect(byChance * 2 < telling.count, "\(byChance) of \(telling.count)")
  }

  @Test(arguments: views)
  func theChartForASlideRepeatsTheDocument(_ view: View) throws {
    let sheet = try Self.sheet(view)
    guard let chart = sheet.screen.slideChart else { return }
    let figures = try Self.figures(of: view)
    // The bars left out are counted by the difference of two figures of the caption.
    let values = chart.values.replacing(/; and [\d,]+ more$/, with: "")
    for text in [chart.finding, chart.caption, values] {
      let missing = Figures.figures(in: text).filter { !figures.holds($0) }
      #expect(missing.isEmpty, "\(missing)")
    }
  }

  @Test func theReportRepeatsTheViews() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day(Self.today))
    var figures = Figures()
    let views = [
      View("overview"), View("capital"), Self.repeated("capital:quarter"),
      View("compute", "", Self.with(ComputeOptions.grouping, .vendor)),
      View("exposure", "", Self.with(ExposureChoices.view, .list)), View("enforcement"),
      View("changes:2026-10-22"), View("timeline"), View("sources"),
    ]
    for view in views {
      let sheet = try Self.sheet(view)
      figures.add(sheet.record)
      for table in sheet.tables { figures.add(table) }
    }
    let report = Report(world, since: nil, theme: .standard)
    for (format, page) in [("html", report.html), ("md", report.markdown)] {
      // Notes, the list of sources and the pictures have figures of their own.
      let text =
        page.replacing(
          /(?s)<style>.*?<\/style>|<svg .*?<\/svg>|<a [^>]*>.*?<\/a>|<footer>.*/, with: " "
        )
        .replacing(/(?s)\n## Sources.*/, with: "").replacing(/\\?\[[^\]]*\]/, with: " ")
        .replacing(/<[^>]*>/, with: "\n").replacing(/Source: Moat.*/, with: "")
      let found = Figures.figures(in: text)
      #expect(found.count > 200)
      let missing = found.filter { !figures.holds($0) && !Self.isConvention($0) }
      #expect(missing.isEmpty, "\(format): \(missing)")
    }
  }

  /// A text without lines that only an axis of time fills, and without the day that facts reach to.
  private static func withoutAxes(_ text: String) -> String {
    text.replacing(/\w+ to \d+ \w+ \d{4}/, with: "").split(separator: "\n").filter { line in
      line.contains { $0.isLetter || $0.isNumber }
        && !line.split(separator: " ").allSatisfy {
          $0.wholeMatch(of: /20\d\d|20\d|[A-Z][a-z]{2}|\d\d|\W+/) != nil
        }
    }.joined(separator: "\n")
  }

  /// True for a figure that is none of the data: the number of an article or the days ahead that a report
  /// looks. Another is the threshold of a market that is called highly concentrated.
  private static func isConvention(_ figure: Figures.Figure) -> Bool {
    ["70", "99", "1,800"].contains(figure.digits)
      && figure.context.contains(/Late|Art|[Aa]bove|concentrated/)
  }
}
