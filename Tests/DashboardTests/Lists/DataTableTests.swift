import Dataset
import Foundation
import Insight
import Testing

@testable import Dashboard

/// Every list of every view, as CSV and as JSON.
@Suite struct DataTableTests {
  private static let pages: [Page] = [
    .overview, .capital, .compute, .exposure, .enforcement, .timeline, .claims, .sources, .map,
    .company("nscale"), .company("aleph"), .investor("nvidia"), .country("DE"), .country("FR"),
    .layer(.models), .layer(.infrastructure),
    .compare([.organisation("nscale"), .organisation("aleph")]),
    .fact(.round("nscale-b")), .planner(PlanRequest()), .chips, .benchmarks, .valuations, .problems,
  ]

  private static func sheets() throws -> [(name: String, sheet: Sheet)] {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    var sheets: [(name: String, sheet: Sheet)] = []
    for page in pages + [.changes(since: try day("2024-01-01"))] {
      sheets.append(("\(page)", Sheet(page: page, world: world)))
      for case let choice as any AnyChoice in page.kind.type.controls {
        // Steps of the planner go on for hundreds and give the same lists.
        for value in choice.numbers.filter({ $0 != 0 }).prefix(12) {
          var settings = Settings()
          settings[choice.setting] = value
          let view = "\(page) \(choice.setting) \(value)"
          sheets.append((view, Sheet(page: page, world: world, settings: settings)))
        }
      }
    }
    return sheets
  }

  /// The records of a CSV.
  private static func records(_ text: String) -> [[String]] {
    var records: [[String]] = []
    var record: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text.unicodeScalars {
      switch character {
      case "\"":
        isQuoted.toggle();
        if isQuoted, cell.hasSuffix("\u{1}") {
          cell.removeLast(); cell += "\""
        } else if !isQuoted {
          cell += "\u{1}"
        }
      case "," where !isQuoted: record.append(cell.filter { $0 != "\u{1}" }); cell = ""
      case "\n" where !isQuoted:
        record.append(cell.filter { $0 != "\u{1}" })
        records.append(record)
        (record, cell) = ([], "")
      default: cell.unicodeScalars.append(character)
      }
    }
    return records
  }

  /// A value of JSON as its cell of CSV.
  private static func cell(_ value: Any?) -> String {
    switch value {
    case nil, is NSNull: ""
    case let list as [String]: spreadsheetCell(list.joined(separator: ";"))
    case let text as String: spreadsheetCell(text)
    case let number as NSNumber where CFBoolean(number): number.boolValue ? "true" : "false"
    case let number as NSNumber: Precision.share.text(number.doubleValue)
    default: "?"
    }
  }

  private static func CFBoolean(_ number: NSNumber) -> Bool {
    String(cString: number.objCType) == "c"
  }

  @Test func everyScreenIsAmongThem() throws {
    let pages = Self.pages + [.changes(since: try day("2024-01-01"))]
    #expect(Set(pages.map(\.kind)) == Set(ScreenKind.allCases))
  }

  @Test func tablesSayTheSameAsCSVAndAsJSON() throws {
    var seen = 0
    for (view, sheet) in try Self.sheets() {
      for table in sheet.tables {
        let place = "\(view): \(table.name)"
        let records = Self.records(DataWriter(table).csv())
        var json = ""
        DataWriter(table).json(sheet.meta(command: "moat 'x'\u{1B}")) { json += $0 }
        let object = try #require(
          JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any], "\(place)")
        #expect(Set(object.keys) == ["meta", table.name], "\(place)")
        let rows = try #require(object[table.name] as? [[String: Any]], "\(place)")
        #expect(records.count == rows.count + 1, "\(place)")
        let headers = try #require(records.first, "\(place)")
        #expect(Set(headers).count == headers.count, "\(place): \(headers)")
        for header in headers {
          #expect(header.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil, "\(place): \(header)")
        }
        for (record, row) in zip(records.dropFirst(), rows) {
          #expect(Set(row.keys) == Set(headers), "\(place)")
          #expect(record == headers.map { Self.cell(row[$0]) }, "\(place)")
          seen += 1
        }
      }
    }
    #expect(seen > 500)
  }

  /// No bars, marks or brackets of the screen, and no row of sums.
  @Test func nothingOfTheScreenIsData() throws {
    for (view, sheet) in try Self.sheets() {
      for table in sheet.tables {
        for row in 0..<table.count {
          for cell in table.row(row) {
            guard case .text(let text) = cell else { continue }
            #expect(!text.isEmpty, "\(view): \(table.name)")
            #expect(text != "All", "\(view): \(table.name)")
            let drawn: Set<Unicode.Scalar> = ["█", "░", "●", "◐", "◔", "○", "·", "✗", "▌"]
            let isMarked = text.unicodeScalars.first.map { drawn.contains($0) } ?? false
            #expect(!isMarked, "\(view): \(table.name): \(text)")
          }
        }
      }
    }
  }

  /// A list has its headers without a row, and names that tell it from the others of its view.
  @Test func listsHaveNamesAndHeadersWithoutRows() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    for (view, sheet) in try Self.sheets() {
      let names = sheet.tables.map(\.name)
      #expect(Set(names).count == names.count, "\(view): \(names)")
      for name in names { #expect(name.wholeMatch(of: /[a-z][a-z_]*/) != nil, "\(view): \(name)") }
    }
    let none = Sheet(page: .company("nvidia"), world: world)
    let rounds = try #require(none.table("rounds"))
    let full = try #require(Sheet(page: .company("nscale"), world: world).table("rounds"))
    #expect(rounds.headers == full.headers)
  }
}

@Suite struct DataWriterTests {
  private static let table = DataTable(
    name: "things",
    headers: ["name", "amount", "known", "list", "none"], count: 2
  ) { row in
    row == 0
      ? [.text("=HYPERLINK(\"x\")"), .number(-12870.0001), .flag(true), .list(["a", "b"]), .null]
      : [.text("\u{1B}[2J\u{9B}\u{202E}\""), .integer(-3), .flag(false), .list([]), .null]
  }

  @Test func numbersStayNumbersAndTextDoesNotRun() {
    let lines = DataWriter(Self.table).csv().split(separator: "\n")
    #expect(lines[1] == "\"'=HYPERLINK(\"\"x\"\")\",-12870.0001,true,a;b,")
    #expect(lines[2].hasSuffix(",-3,false,,"))
  }

  @Test func jsonEscapesWhatATerminalObeys() {
    var json = ""
    DataWriter(Self.table).json(DataMeta(entries: [("view", .text("x"))])) { json += $0 }
    #expect(json.contains(#""name": "\u001b[2J\u009b\u202e\"""#))
    #expect(json.contains(#""meta": {"view": "x"}"#))
    #expect(json.contains(#""amount": -3, "known": false, "list": [], "none": null"#))
  }

  /// A long table is handed on in pieces.
  @Test func aLongTableIsNeverWhole() {
    let long = DataTable(name: "long", headers: ["n"], count: 100_000) { [.integer($0)] }
    var largest = 0
    var pieces = 0
    DataWriter(long).csv { piece in
      largest = max(largest, piece.utf8.count)
      pieces += 1
    }
    #expect(largest < 70_000)
    #expect(pieces > 5)
  }
}
