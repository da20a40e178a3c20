import Foundation
import Testing

/// The options of a list: its columns, order, rows and headers, in every format that holds a list.
@Suite struct ListOptionTests {
  private static let formats = ["csv", "tsv", "md", "table", "wide", "json"]
  static let views = [
    "overview", "capital", "compute", "exposure", "enforcement", "timeline", "claims", "sources",
    "company nscale", "investor nvidia", "country FR", "layer chips", "compare DE FR", "plan",
    "chips", "benchmarks", "changes --since 2026-01-01", "check",
  ]

  private func run(_ words: String) throws -> Program.Answer {
    try Program.run(
      Program.path, words.split(separator: " ").map(String.init), environment: Program.environment)
  }

  /// Each changes the answer of each format, or is refused with 64 and named.
  @Test(arguments: views)
  func everyListOptionIsObeyedOrRefused(_ view: String) throws {
    let header = try run(view + " --output csv").output.prefix { $0 != "\n" }
    let columns = header.split(separator: ",").map(String.init)
    let last = try #require(columns.last)
    for format in Self.formats {
      let whole = format == "json" ? " --columns \(columns.joined(separator: ","))" : ""
      let plain = try run("\(view)\(whole) --output \(format)")
      #expect(plain.code < 2, "\(plain.errors)")
      for (option, value) in [
        ("--columns", last), ("--sort", "-\(columns[0])"), ("--limit", "1"), ("--no-headers", ""),
      ] {
        let isOther = option == "--columns" && format == "json"
        let answer = try run(
          "\(view)\(isOther ? "" : whole) --output \(format) \(option) \(value)")
        if answer.code == 64 {
          #expect(answer.errors.contains(option), "\(answer.errors)")
          #expect(option == "--no-headers" && ["md", "json"].contains(format))
          continue
        }
        #expect(answer.code == plain.code, "\(answer.errors)")
        // A list of one row has no other order, and of one column no other columns.
        let count = plain.output.split(separator: "\n").count
        let isShort = count < 4 || columns.count == 1 || (view == "check" && option == "--sort")
        #expect(answer.output != plain.output || isShort, "\(view) \(format) ignores \(option)")
      }
    }
  }

  @Test(arguments: ["text", "ansi", "svg"])
  func whatDrawsAWholeViewRefusesThem(_ format: String) throws {
    for option in ["--columns date", "--sort date", "--limit 3", "--no-headers", "--json date"] {
      let answer = try run("capital --format \(format) \(option)")
      #expect(answer.code == 64)
      #expect(answer.errors.contains(option.prefix { $0 != " " }), "\(answer.errors)")
    }
  }

  @Test func aListIsSortedWithTheUnknownLast() throws {
    let words = "capital --table rounds --columns company,usd_m --output tsv"
    func amounts(_ sort: String) throws -> [Double?] {
      try run("\(words) --sort \(sort)").output.split(separator: "\n").dropFirst().map {
        Double($0.split(separator: "\t", omittingEmptySubsequences: false)[1])
      }
    }
    let (up, down) = (try amounts("usd_m"), try amounts("-usd_m"))
    let known = up.compactMap(\.self)
    #expect(known.count > 10 && known == known.sorted())
    #expect(down.compactMap(\.self) == known.reversed())
    #expect(up.suffix(up.count - known.count).allSatisfy { $0 == nil })
    #expect(up.count > known.count && down.last == .some(nil))
  }

  @Test func fieldsOfJSONAreAnArrayOfObjects() throws {
    let answer = try run("capital --table rounds --json company,usd_m --limit 3")
    let rows = try answer.objects()
    #expect(rows.count == 3)
    #expect(rows.allSatisfy { Set($0.keys) == ["company", "usd_m"] })
  }

  @Test func anUnknownColumnIsRefusedWithThoseThereAre() throws {
    for option in ["--columns", "--sort", "--json"] {
      let answer = try run("capital --table rounds \(option) compny --format json")
      #expect(answer.code == 64)
      #expect(answer.errors.contains("\(option): rounds has no column 'compny'"))
      #expect(answer.errors.contains("did you mean company?"))
    }
  }

  @Test func theTwoNamesOfTheFormatAreOneOption() throws {
    let answer = try run("capital --format json --output csv")
    #expect(answer.code == 64)
    #expect(answer.errors.contains("--format is given twice"))
    #expect(try run("capital --output csv").output == run("capital --format csv").output)
  }

  @Test func aTableShowsWhatTheScreenShowsAndWideEveryColumn() throws {
    let table = try run("capital --table rounds --output table").output
    let wide = try run("capital --table rounds --output wide").output
    let headers = try run("capital --table rounds --output csv --limit 1").output
      .prefix { $0 != "\n" }.split(separator: ",")
    let shown = table.prefix { $0 != "\n" }.split(separator: " ")
    #expect(shown.count < headers.count)
    #expect(wide.prefix { $0 != "\n" }.split(separator: " ") == headers)
    #expect(shown.contains("company_name") && !shown.contains("company"))
    #expect(!wide.contains("…"))
  }

  @Test func markdownAndTabsHoldTheSameRows() throws {
    let words = "sources --columns id,title --limit 40 --output"
    let rows = try run("\(words) tsv").output.split(separator: "\n").count
    let lines = try run("\(words) md").output.split(separator: "\n")
    #expect(lines.count == rows + 1)
    #expect(lines[1] == "| --- | --- |")
  }
}
