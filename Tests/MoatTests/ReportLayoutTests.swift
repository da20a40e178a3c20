import Foundation
import TestSupport
import Testing

/// The order and the width of what a report shows.
@Suite struct ReportLayoutTests {
  private static let page: String = (try? Program.moat("report", "--format", "html").output) ?? ""

  /// The finding is the title of a chart, its source stands below.
  @Test func aChartStandsUnderItsFindingAndAboveItsSource() throws {
    let figures = Self.page.components(separatedBy: "<figure ").dropFirst()
    #expect(figures.count == 5)
    for figure in figures {
      let finding = try #require(figure.range(of: "<p class=\"finding\">"))
      let picture = try #require(figure.range(of: "<svg "))
      let source = try #require(figure.range(of: "<figcaption>Source: Moat"))
      #expect(finding.lowerBound < picture.lowerBound && picture.lowerBound < source.lowerBound)
    }
    #expect(Self.page.components(separatedBy: "<figure class=\"half\">").count == 3)
    // On a phone a chart over time begins with the latest.
    #expect(Self.page.components(separatedBy: "class=\"wide end\"").count == 2)
  }

  /// A section does not say its heading twice.
  @Test func aFindingIsSaidOnceInItsSection() throws {
    for section in Self.page.components(separatedBy: "<section id=").dropFirst() {
      let heading = try #require(section.firstMatch(of: /<h2[^>]*>([^<]*)<\/h2>/)).output.1
      let rest = section.replacing(/(?s)<svg .*?<\/svg>/, with: "")
      #expect(!rest.contains("<strong>\(heading)</strong>"))
    }
  }

  @Test func theTableOfStatesHasTheColumnsThatAPageHasRoomFor() throws {
    let start = try #require(Self.page.range(of: "<section id=\"enforcement\""))
    let section = Self.page[start.lowerBound...].prefix { $0 != "§" }
    let head = try #require(section.firstMatch(of: /(?s)<thead>.*?<\/thead>/)).output
    #expect(head.contains("Penalties") && !head.contains("Sandbox"))
    #expect(section.contains("More columns: <code>moat enforcement</code>"))
    // A mark keeps to the line of its word.
    #expect(section.contains("●\u{A0}Denmark"))
  }
}
