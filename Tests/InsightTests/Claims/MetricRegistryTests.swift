import Dataset
import Foundation
import Insight
import TestSupport
import Testing

/// The list of metrics, and the units that claims give their figures in.
@Suite struct MetricRegistryTests {
  @Test func noMetricIsListedTwice() {
    #expect(Set(Metric.all.map(\.name)).count == Metric.all.count)
    #expect(Metric.all.count == 34)
  }

  @Test func theCodeKnowsEveryMetricOfTheReadme() throws {
    let readme = try String(contentsOfFile: FrozenLedger.folder + "/README.md", encoding: .utf8)
    let known = Set(Metric.all.map(\.usage))
    let table = try #require(readme.components(separatedBy: "| metric | unit | meaning |").last)
    let rows = table.split(separator: "\n").drop { !$0.hasPrefix("| `") }
      .prefix { $0.hasPrefix("| `") }
    #expect(rows.count == Metric.all.count)
    for row in rows {
      let usage = row.dropFirst(3).prefix { $0 != "`" }
      #expect(known.contains(String(usage)), "\(usage)")
    }
  }

  @Test(arguments: [
    ("USD m", ClaimUnit.Kind.dollars, false), ("USD m minimum", .dollars, true),
    ("percent", .percent, false), ("percent minimum", .percent, true), ("months", .months, false),
    ("organisations", .organisations, false), ("parsecs", .other, false), ("", .other, false),
    ("minimum", .other, true), ("percent  minimum", .percent, true), ("months ", .months, false),
    ("minimum percent", .other, false),
  ])
  func aUnitIsReadOnce(_ text: String, _ kind: ClaimUnit.Kind, _ isMinimum: Bool) {
    let unit = ClaimUnit(text)
    #expect(unit.kind == kind)
    #expect(unit.isMinimum == isMinimum)
  }

  @Test func aDateIsNoNumber() {
    for text in ["date", "years", "chip", "statement"] { #expect(ClaimUnit(text).isText) }
    for text in ["USD m", "months", "rank", "states"] { #expect(!ClaimUnit(text).isText) }
  }

  /// A month lies in a quarter whole; a year alone lies in none.
  @Test(arguments: [
    ("2026-Q1", "2026-01-01", true), ("2026-Q1", "2026-03", true), ("2026-Q1", "2026-03-31", true),
    ("2026-Q1", "2026-04-01", false), ("2026-Q1", "2025-02-01", false),
    ("2026-Q2", "2026-04-01", true), ("2026-Q4", "2026-12", true), ("2026-Q4", "2026", false),
  ])
  func aQuarterHasThreeMonths(_ word: String, _ date: String, _ isIn: Bool) throws {
    let quarter = try #require(Quarter(word))
    #expect(quarter.contains(try #require(PartialDate(date))) == isIn)
    #expect(quarter.description == word)
  }

  @Test(arguments: ["", "2026", "2026-Q0", "2026-Q5", "2026-q1", "2026/Q1", "26-Q1", "2026-Q11"])
  func whatIsNoQuarterIsNone(_ text: String) { #expect(Quarter(text) == nil) }
}
