import Foundation
import Testing

/// A figure in many places: text, lists, JSON, the picture's description and the report say the same.
@Suite struct AgreementTests {
  private func run(_ words: String) throws -> String {
    try Program.run(
      Program.path, words.split(separator: " ").map(String.init),
      environment: Program.environment
    ).output
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The cells of a list of every view, read from each format that holds lists.
  @Test(arguments: ListOptionTests.views.filter { $0 != "check" })
  func everyListFormatHoldsTheSameCells(_ view: String) throws {
    let tabs = try run("\(view) --output tsv").split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    let headers = try #require(tabs.first)
    let rows = tabs.dropFirst().prefix(12)
    let json = try run("\(view) --json \(headers.joined(separator: ","))")
    let objects = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    #expect(objects.count == tabs.count - 1)
    let csv = try run("\(view) --output csv")
    let wide = try run("\(view) --output wide")
    let markdown = try run("\(view) --output md")
    for (row, object) in zip(rows, objects) {
      for (header, cell) in zip(headers, row) {
        let said = Self.words(object[header])
        #expect(said == cell || cell == "'" + said, "\(view) \(header): \(said) and \(cell)")
      }
      // Figures stand in each text as they are; words may be escaped or quoted there.
      for cell in row where Double(cell) != nil {
        #expect(csv.contains(cell) && wide.contains(cell) && markdown.contains(cell), "\(cell)")
      }
    }
  }

  /// A value of JSON as a cell: what is unknown is empty, a list is joined.
  private static func words(_ value: Any?) -> String {
    switch value {
    case let list as [Any]: list.map { words($0) }.joined(separator: ";")
    case let text as String: String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    case let number as NSNumber:
      CFBooleanType.isBoolean(number)
        ? (number.boolValue ? "true" : "false") : plain(number.doubleValue)
    default: ""
    }
  }

  private static func plain(_ number: Double) -> String {
    guard number != number.rounded() else { return String(Int(number)) }
    var text = String(format: "%.6f", number)
    while text.hasSuffix("0") { text.removeLast() }
    return text
  }

  private enum CFBooleanType {
    static func isBoolean(_ number: NSNumber) -> Bool {
      String(cString: number.objCType) == "c" || String(cString: number.objCType) == "B"
    }
  }

  /// The sum of money in the text, the document, the list, the chart and the report.
  @Test func theMoneyRaisedIsOneFigure() throws {
    let document = try object(run("capital --format json"))
    let total = try #require((document["total"] as? [String: Any])?["usd_m"] as? Double)
    let words = "$" + String(format: "%.1f", total / 1000) + " bn"
    #expect(try run("capital").contains(words))
    #expect(try run("chart capital").contains(words))
    #expect(try run("report --format html").contains(words))
    #expect(try run("report --format md").contains(words))
    let groups = try #require(document["groups"] as? [[String: Any]])
    let sums = try run("capital --table groups --columns usd_m --no-headers --output csv")
      .split(separator: "\n").compactMap { Double($0) }
    #expect(sums.count == groups.count)
    #expect(abs(sums.reduce(0, +) - total) < 0.01)
  }

  /// The states with full authority.
  @Test func theStatesThatEnforceAreOneFigure() throws {
    let document = try object(run("enforcement --format json"))
    let full = try #require(document["full"] as? [String]).count
    let words = "\(full) of 27"
    for view in ["enforcement", "overview", "chart enforcement", "report --format md"] {
      #expect(try run(view).contains(words), "\(view)")
    }
    #expect(try run("report --format html").contains(words))
    let svg = try run("enforcement --format svg")
    let description = svg.split(separator: "\n").first { $0.hasPrefix("<desc") } ?? ""
    #expect(description.contains(words))
  }

  /// The accelerators, firm.
  @Test func theAcceleratorsAreOneFigure() throws {
    let document = try object(run("compute --format json"))
    let total = try #require((document["total"] as? [String: Any])?["accelerators"] as? Int)
    let digits = String(total)
    let words = "\(digits.dropLast(3)),\(digits.suffix(3))"
    for view in [
      "compute", "overview", "chart compute --by operator", "exposure --view list",
      "report --format md", "report --format html",
    ] {
      #expect(try run(view).contains(words), "\(view)")
    }
    let sums = try run("compute --table groups --columns accelerators --no-headers --output tsv")
      .split(separator: "\n").compactMap { Int($0) }
    #expect(sums.reduce(0, +) == total)
  }
}
