import Foundation
import FoundationXML
import TestSupport
import Testing

/// `moat chart`: a chart as a picture for a slide.
@Suite struct ChartCommandTests {
  static let views = [
    "capital", "capital --by quarter", "capital --by investor", "compute --by vendor",
    "compute --by operator", "compute --slips", "compute --funnel", "enforcement", "exposure",
    "exposure --view time", "timeline",
  ]

  private func chart(_ words: String) throws -> Program.Answer {
    try Program.run(
      Program.path, ["chart"] + words.split(separator: " ").map(String.init),
      environment: Program.environment)
  }

  @Test(arguments: views)
  func aChartSaysItsFindingItsUnitAndItsSource(_ view: String) throws {
    let answer = try chart(view)
    #expect(answer.code == 0, "\(answer.errors)")
    let picture = try Picture(answer.output)
    #expect(picture.attributes["viewBox"] == "0 0 1600 900")
    #expect(!(picture.texts["title"] ?? "").isEmpty)
    #expect(picture.written.contains(picture.texts["title"]?.prefix(20) ?? "?"))
    #expect(picture.written.contains("Source: Moat, CC BY 4.0, as of 22 Nov 2026, data "))
    #expect(picture.texts["desc"]?.contains(picture.texts["title"] ?? "?") == true)
    // No heading of the screen, no hint of a key, no count of what is out of sight.
    #expect(!picture.pieces.contains { $0.contains(/Moat:|▸\d|↓/) })
  }

  @Test func theFiguresOfTheDescriptionAreThoseOfTheView() throws {
    let description = try Picture(chart("capital --by layer").output).texts["desc"] ?? ""
    let rows = try Program.moat("capital", "--table", "groups", "--output", "tsv").output
      .split(separator: "\n").dropFirst().map {
        $0.split(separator: "\t", omittingEmptySubsequences: false)
      }
    #expect(rows.count > 3)
    let headers = try Program.moat("capital", "--table", "groups", "--output", "tsv").output
      .prefix { $0 != "\n" }.split(separator: "\t")
    let sum = try #require(headers.firstIndex(of: "usd_m"))
    for row in rows {
      let billions = try #require(Double(row[sum])) / 1000
      #expect(description.contains("\(row[0]) \(String(format: "%.2f", billions))"), "\(row[0])")
    }
  }

  @Test(arguments: [("1:1", "1600", "1600"), ("9:16", "900", "1600"), ("1200x675", "1200", "675")])
  func theSizeIsTheOneAskedFor(_ size: String, _ width: String, _ height: String) throws {
    let picture = try Picture(chart("capital --size \(size)").output)
    #expect(picture.attributes["width"] == width && picture.attributes["height"] == height)
  }

  @Test(arguments: [
    ("capital --width 80", "--width"), ("capital --limit 3", "--limit"),
    ("capital --ascii", "--ascii"), ("capital --format text", "svg or png"),
    ("capital --size 3", "--size"), ("overview", "capital, compute"), ("sources", "no chart"),
    ("exposure --view list", "no chart"), ("nothing", "no view 'nothing'"),
    ("", "a view is missing"),
    ("capital --by colour", "colour"), ("compute --map --by vendor", "--by"),
  ])
  func whatIsNoChartIsRefused(_ words: String, _ said: String) throws {
    let answer = try chart(words)
    #expect(answer.code == 64)
    #expect(answer.errors.contains(said), "\(answer.errors)")
    #expect(answer.output.isEmpty)
  }

  @Test func theOptionsOfTheViewAndTheFilterAreObeyed() throws {
    let plain = try chart("capital").output
    for option in [
      "--by country", "--where country:FR", "--as-of 2026-03-21", "--include announced",
      "--theme monochrome",
    ] {
      #expect(try chart("capital \(option)").output != plain, "\(option)")
    }
    #expect(try chart("capital --where country:FR").output.contains("only country:FR"))
  }

  @Test func aPNGIsMadeOrTheWayToOneIsTold() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/chart.png"
    let answer = try chart("capital --out \(file)")
    if FileManager.default.isExecutableFile(atPath: "/usr/bin/rsvg-convert") {
      #expect(answer.code == 0, "\(answer.errors)")
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
      #expect(Array(bytes[16..<24]) == [0, 0, 6, 64, 0, 0, 3, 132], "1600 by 900")
    }
    var environment = Program.environment
    environment["PATH"] = folder.path
    let without = try Program.run(
      Program.path, ["chart", "capital", "--format", "png"], environment: environment)
    #expect(without.code == 69)
    #expect(without.errors.contains("apt-get install librsvg2-bin"))
    #expect(without.output.isEmpty)
  }

  /// The texts of a picture.
  private final class Picture: NSObject, XMLParserDelegate {
    var attributes: [String: String] = [:]
    var texts: [String: String] = [:]
    var written = ""
    /// Each text by itself.
    var pieces: [String] = []
    private var element = ""

    init(_ text: String) throws {
      super.init()
      let parser = XMLParser(data: Data(text.utf8))
      parser.delegate = self
      #expect(parser.parse(), "\(String(describing: parser.parserError))")
    }

    func parser(
      _: XMLParser, didStartElement name: String, namespaceURI _: String?,
      qualifiedName _: String?, attributes found: [String: String]
    ) {
      if attributes.isEmpty { attributes = found }
      element = name
    }

    func parser(_: XMLParser, foundCharacters text: String) {
      if ["title", "desc"].contains(element) { texts[element, default: ""] += text }
      if ["text", "tspan"].contains(element) {
        written += text
        pieces.append(text)
      }
    }

    func parser(
      _: XMLParser, didEndElement _: String, namespaceURI _: String?, qualifiedName _: String?
    ) {
      element = ""
    }
  }
}
