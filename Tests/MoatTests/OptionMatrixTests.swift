import Foundation
import TestSupport
import Testing

/// Every option of every command in every format: obeyed, or refused with 64 and a sentence, never ignored.
///
/// A cell runs a command with an option and without: what is obeyed changes the answer, what is refused
/// names the option. The rows say which is which. A letter stands for a format in which the option is
/// obeyed: t text, a ansi, s svg, j json, c csv.
@Suite struct OptionMatrixTests {
  /// A command and in which formats it obeys its options: the shared ones in their order, then its own.
  struct Row: CustomTestStringConvertible, Sendable {
    let command: [String]
    var formats = ["text", "ansi", "svg", "json", "csv"]
    var shared = OptionMatrixTests.usual
    var own: [([String], String)] = []

    var testDescription: String { command.joined(separator: " ") }

    init(
      _ command: String, in formats: [String]? = nil, shared: [String] = OptionMatrixTests.usual,
      _ own: (String, String)...
    ) {
      self.command = command.split(separator: " ").map(String.init)
      self.formats = formats ?? self.formats
      self.shared = shared
      self.own = own.map { ($0.split(separator: " ").map(String.init), $1) }
    }
  }

  /// The shared options that change an answer, each with a value that does.
  private static let options = [
    ["--as-of", "2026-03-21"], ["--where", "country:DE"], ["--width", "77"], ["--height", "9"],
    ["--theme", "monochrome"], ["--ascii"],
  ]
  static let usual = ["tasjc", "tasjc", "tas", "tas", "as", "taj"]
  private static let unfiltered = ["tasjc", "", "tas", "tas", "as", "taj"]

  static let rows = [
    Row("overview"), Row("claims"), Row("country FR", ("--unit mw", "tasjc")), Row("layer chips"),
    Row("sources", shared: ["", "tasjc", "tas", "tas", "as", "taj"]),
    Row("company nscale", shared: unfiltered, ("--unit mw", "tasjc")),
    Row("compare nscale helsing", shared: unfiltered),
    Row("investor nvidia", shared: unfiltered, ("--no-fold", "tasjc")),
    Row(
      "plan", shared: unfiltered, ("--kind annex-i", "tasjc"), ("--country FR", "tasjc"),
      ("--months 9", "tasjc")),
    Row("changes --since 2026-01-01", ("--since 2026-02-01", "tasjc")),
    Row(
      "changes --against \(LiveLedger.folder)", shared: ["", "tasjc", "tas", "tas", "as", "taj"],
      ("--since 7d", "")),
    Row("timeline", ("--basis known", "tasjc")),
    Row("enforcement", ("--since 2026-03-21", "tasjc"), ("--basis known", "tasjc")),
    Row(
      "capital", ("--by quarter", "tasjc"), ("--include announced", "tasjc"),
      ("--unit accelerators", "tasjc")),
    Row(
      "capital --unit mw", shared: [], ("--by quarter", ""), ("--include announced", "tasjc"),
      ("--unit h100e", "tasjc")),
    Row(
      "capital --table rounds", in: ["csv"], shared: [], ("--by quarter", ""),
      ("--include announced", ""), ("--fold", ""), ("--unit mw", "")),
    Row(
      "compute --table sites", in: ["csv"], shared: [], ("--by vendor", ""),
      ("--include announced", ""), ("--fold", ""), ("--unit h100e", "c"), ("--unit mw", "c")),
    Row("company nscale --table rounds", in: ["csv", "json"], shared: [], ("--unit mw", "")),
    Row("company hugging-face", shared: [], ("--purchases", "tasjc")),
    Row("company hugging-face --table rounds", in: ["csv"], shared: [], ("--purchases", "")),
    Row("company nscale --table operated", in: ["csv"], shared: [], ("--unit h100e", "c")),
    Row("country FR --table companies", in: ["csv"], shared: [], ("--unit mw", "")),
    Row("capital --by investor", in: ["csv"], shared: [], ("--fold", "c")),
    Row(
      "compute", ("--by vendor", "tasjc"), ("--include announced", "tasjc"), ("--fold", "tasjc"),
      ("--unit mw", "tasjc"), ("--map", "tasjc"), ("--funnel", "tasjc"), ("--slips", "tasjc")),
    Row(
      "compute --map", shared: [], ("--unit mw", "tasjc"), ("--by vendor", ""),
      ("--include announced", ""), ("--fold", "")),
    Row(
      "compute --funnel", shared: [], ("--by vendor", ""), ("--include announced", ""),
      ("--unit mw", "tasjc")),
    Row("compute --slips", shared: [], ("--by vendor", ""), ("--include announced", "")),
    Row(
      "exposure", ("--to microsoft", "tasjc"), ("--dimension capital", "tasjc"),
      ("--cut microsoft", "tasj"), ("--include announced", "tasjc"), ("--fold", "tasjc"),
      ("--view without", "tasjc"), ("--unit mw", "tasjc"), ("--purchases", "tasjc")),
    Row("exposure", in: ["json"], shared: [], ("--list", "j")),
    Row(
      "exposure --view without", in: ["text", "csv"], shared: ["tc", "tc"], ("--to amd", "tc"),
      ("--dimension capital", ""), ("--list", "")),
    Row(
      "exposure --view chokepoints", in: ["text", "csv"], shared: ["tc", "tc"], ("--to amd", ""),
      ("--dimension capital", ""), ("--include announced", "tc")),
    Row(
      "exposure --view capacity", in: ["text", "csv"], shared: ["tc", "tc"], ("--to nscale", "t"),
      ("--dimension capital", ""), ("--fold", "tc"), ("--unit mw", "tc")),
    Row(
      "exposure --view money", in: ["text", "csv"], shared: ["tc", "tc"], ("--to amd", ""),
      ("--dimension capital", ""), ("--include announced", "tc"),
      ("--unit mw", "tc")),
    Row(
      "exposure --view time", in: ["text", "csv"], shared: ["tc", ""], ("--to amd", "tc"),
      ("--dimension capital", ""), ("--unit mw", "tc")),
    Row(
      "exposure --view law", in: ["text", "csv"], shared: ["tc", "tc"], ("--to amd", ""),
      ("--dimension capital", ""), ("--unit mw", "tc")),
    Row(
      "exposure --view graph", in: ["text", "json"], shared: ["tj", "tj"], ("--unit mw", "tj")),
    Row(
      "exposure --dimension capital", in: ["text", "csv"], shared: ["tc", "tc"],
      ("--unit mw", "")),
    Row(
      "exposure --view concentration", in: ["text", "csv"], shared: ["tc", ""], ("--to amd", ""),
      ("--dimension capital", ""), ("--cut microsoft", "")),
    Row("check", in: ["text", "json", "csv"], shared: ["", "", "t", "", "", "tj"]),
    Row("keys", in: ["text"], shared: ["", "", "", "", "", "t"]),
  ]

  @Test(arguments: rows)
  func everyOptionIsObeyedOrRefused(_ row: Row) throws {
    let expected = zip(OptionMatrixTests.options, row.shared).map { ($0, $1) } + row.own
    var found = [String](repeating: "", count: expected.count)
    for format in row.formats {
      let asked = row.command + ["--format", format]
      let plain = try run(asked)
      #expect(plain.code < 2, "\(asked): \(plain.errors)")
      for (place, (option, _)) in expected.enumerated() {
        let answer = try run(Self.words(asked, with: option))
        if answer.code == 64 {
          #expect(answer.errors.contains(option[0]), "\(asked) \(option): \(answer.errors)")
          #expect(answer.output.isEmpty)
          continue
        }
        #expect(answer.code == plain.code, "\(asked) \(option): \(answer.errors)")
        let isASCII = option == ["--ascii"] && plain.output.utf8.allSatisfy { $0 < 0x80 }
        #expect(isASCII || plain.output != answer.output, "\(asked) ignores \(option)")
        found[place] += format.prefix(1)
      }
    }
    for ((option, letters), obeyed) in zip(expected, found) {
      #expect(obeyed == letters, "\(row.testDescription) \(option[0])")
    }
  }

  /// Words with an option, in the place of the same with another value.
  private static func words(_ words: [String], with option: [String]) -> [String] {
    guard let place = words.firstIndex(of: option[0]) else { return words + option }
    return Array(words[..<place] + option + words[(place + option.count)...])
  }

  /// The options that say where data comes from and where an answer goes.
  @Test(arguments: [
    "overview", "capital", "compute", "exposure", "enforcement", "timeline", "claims", "sources",
    "company nscale", "investor nvidia", "country FR", "layer chips", "compare DE FR", "plan",
    "changes --since 2026-01-01", "check",
  ])
  func whereFromAndWhereToIsObeyed(_ command: String) throws {
    let command = command.split(separator: " ").map(String.init)
    #expect(try run(command + ["--data", "/nonexistent"]).code == 66)
    let folder = try TemporaryFolder()
    let file = folder.path + "/answer.json"
    let plain = try run(command + ["--format", "json", "--no-pager"])
    let written = try run(command + ["--out", file])
    #expect(written.output.isEmpty)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == plain.output)
    #expect(try run(command + ["--format", "json", "--out", "-"]).output == plain.output)
  }

  @Test(arguments: [
    (["check", "--format", "svg"], "check writes text, json, csv, tsv, md, table or wide"),
    (["keys", "--format", "json"], "keys writes text"), (["keys", "--data", "x"], "--data"),
    (["keys", "--fresh"], "--fresh"), (["capital", "--fresh"], "--fresh"),
    (["check", "--force"], "--force"), (["check", "--out", "x.svg"], "not svg"),
    (["overview", "--out", "x.json", "--width", "80"], "--width"),
  ])
  func whatACommandHasNoUseForIsRefused(_ arguments: [String], _ words: String) throws {
    let answer = try run(arguments)
    #expect(answer.code == 64)
    #expect(answer.errors.contains(words), "\(answer.errors)")
  }

  @Test(
    arguments: ["add round", "update site stargate-norway", "import list.csv", "facts"],
    [
      ["--as-of", "2026-03-21"], ["--where", "country:DE"], ["--format", "svg"],
      ["--width", "80"], ["--height", "9"], ["--theme", "light"], ["--force"],
      ["--table", "rounds"],
    ])
  func aCommandThatEntersFactsTakesNoneOfTheOptionsOfAView(_ command: String, _ option: [String])
    throws
  {
    let words = command.split(separator: " ").map(String.init)
    let answer = try run(words + option)
    #expect(answer.code == 64, "\(answer.errors)")
    #expect(answer.errors.contains(option[0]) || option[0] == "--format", "\(answer.errors)")
  }

  @Test(arguments: [
    ["--as-of", "2026-03-21"], ["--where", "country:DE"], ["--format", "json"], ["--out", "x"],
    ["--width", "80"], ["--height", "9"], ["--theme", "light"], ["--ascii"],
  ])
  func exportTakesNoneOfTheOptionsOfAView(_ option: [String]) throws {
    let folder = try TemporaryFolder()
    let answer = try run(["export", folder.path + "/package"] + option)
    #expect(answer.code == 64)
    #expect(answer.errors.contains(option[0]))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  private func run(_ arguments: [String]) throws -> Program.Answer {
    try Program.run(Program.path, arguments, environment: Program.environment)
  }
}
