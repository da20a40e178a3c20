import Canvas
import TestSupport
import Testing

@testable import Dashboard

/// A picture of so few rows that the screen below the headline has none.
@Suite struct FewRowsTests {
  @Test(arguments: FigureAgreementTests.views)
  func theHeadlineIsNotDrawnOver(_ view: FigureAgreementTests.View) throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let page = try #require(Page(name: view.page))
    let sheet = Sheet(page: page, world: world, settings: view.settings)
    func lines(_ height: Int) -> [Substring] {
      PlainText.write(sheet.canvas(width: 120, height: height)).split(separator: "\n")
    }
    let headline = try #require(lines(24).first)
    for height in 1...3 {
      #expect(lines(height).first == headline)
      #expect(lines(height).count == 1)
    }
  }
}
