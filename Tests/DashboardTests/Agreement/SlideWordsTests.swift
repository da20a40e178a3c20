import Canvas
import TestSupport
import Testing

@testable import Dashboard

/// The words of a chart for a slide.
@Suite struct SlideWordsTests {
  private func chart(_ page: Page, _ settings: Settings = Settings()) throws -> SlideChart {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let sheet = Sheet(page: page, world: world, settings: settings)
    return try #require(sheet.screen.slideChart)
  }

  /// Who reads the description alone knows that it is not all.
  @Test func theDescriptionSaysHowManyBarsAreLeftOut() throws {
    let chart = try chart(.compute)
    #expect(chart.caption.contains("16 of 50"))
    #expect(chart.values.hasSuffix("; and 34 more"))
    var vendors = Settings()
    vendors[ComputeOptions.grouping] = .vendor
    #expect(try !self.chart(.compute, vendors).values.contains("more"))
  }

  /// Blanks run together where a legend is filled into lines, so that entries have a dot between them.
  @Test(arguments: [Page.capital, .compute, .enforcement, .exposure])
  func entriesOfALegendStandApart(_ page: Page) throws {
    let legend = try chart(page).legend.map(\.text).joined()
    #expect(legend.contains(" · "))
    #expect(!legend.contains("  ") && !legend.hasSuffix(" · "))
  }

  /// The sum of each quarter stands above its column.
  @Test func columnsHaveTheirFigures() throws {
    var quarters = Settings()
    quarters[CapitalOptions.grouping] = .quarter
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let sheet = Sheet(page: .capital, world: world, settings: quarters)
    let chart = try #require(sheet.screen.slideChart)
    let text = PlainText.write(sheet.picture(of: chart))
    #expect(chart.isOverTime)
    for value in chart.values.split(separator: "; ") {
      let figure = try #require(value.split(separator: " ").last)
      #expect(text.contains(figure), "\(value)")
    }
    // Nothing is blank above the axis but the line of the figures.
    let first = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(2)
    #expect(first.contains { $0.contains { !$0.isWhitespace } })
  }
}
