import Foundation
import TestSupport
import Testing

/// Nothing of the data steers a terminal or a spreadsheet, and a locale without UTF-8 gets none.
@Suite struct UntrustedTextTests {
  private let folder: TemporaryFolder
  private let name = "Evil\u{9B}31m\u{202E}\u{7F}\u{1B}[2J Œuvre \u{1F600}"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      "id,title,publisher,kind\ns,\(name),\"=HYPERLINK(\"\"x\"\")\",news\nt,-T,@P,news\n",
      to: "sources.csv")
    try folder.write(
      """
      {"title":"T","version":"1","updated":"2026-01-01",
       "resources":[{"name":"sources","path":"sources.csv"}]}
      """, to: "datapackage.json")
  }

  private func run(_ arguments: [String], _ variables: [String: String] = [:]) throws
    -> Program.Answer
  {
    try Program.run(
      Program.path, arguments, environment: Program.environment.merging(variables) { $1 })
  }

  private func hasControls(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value) || $0 == "\u{202E}"
    }
  }

  @Test func documentsEscapeWhatSteers() throws {
    let answer = try run(["sources", "--data", folder.path, "--format", "json"])
    #expect(!hasControls(answer.output))
    #expect(answer.output.contains(#"\u009b"#))
    #expect(answer.output.contains(#"\u202e"#))
    #expect(answer.output.contains(#"\u007f"#))
    #expect(answer.output.contains("Œuvre"))
    let sources = try #require(answer.object()["sources"] as? [[String: Any]])
    #expect(sources.contains { $0["title"] as? String == name }, "it reads as it was")
  }

  @Test func cellsDoNotRun() throws {
    let csv = try run(["sources", "--data", folder.path, "--format", "csv"]).output
    #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\")\""))
    #expect(csv.contains("'@P"))
    #expect(csv.contains("'-T"))
    #expect(!csv.contains(",=") && !csv.contains(",@") && !csv.contains(",-T"))
  }

  @Test func messagesAndProblemsShowWhatSteers() throws {
    try folder.write(
      #"{"title":"T","version":"1","updated":"2026-01-01","resources":[{"name":"rounds","path":"r\u009b31m\u202ex.csv"}]}"#,
      to: "bad/datapackage.json")
    let missing = try run(["check", folder.path + "/bad"])
    #expect(missing.code == 66)
    #expect(!hasControls(missing.errors) && !missing.errors.isEmpty)
    for arguments in [
      ["overview", "--data", "/no\u{9B}31m\u{202E}where"],
      ["capital", "--where", "layer:m\u{9B}x"],
      ["capital", "--where", "@no\u{202E}pe"], ["company", "e\u{1B}[2Jvil"], ["\u{1B}]0;x\u{7}"],
      ["overview", "--theme", "\u{9B}"], ["capital", "--by", "\u{9B}x"],
    ] {
      let answer = try run(arguments)
      #expect(answer.code >= 64)
      #expect(!hasControls(answer.errors) && !answer.errors.isEmpty, "\(arguments)")
    }
    let check = try run(["check", folder.path])
    #expect(!hasControls(check.output))
  }

  @Test(arguments: ["C", "POSIX", "en_US.ISO-8859-1"])
  func aLocaleWithoutUTF8GetsNone(_ locale: String) throws {
    for arguments in [
      ["overview"], ["overview", "--format", "ansi"], ["sources", "--format", "json"], ["keys"],
      ["check"], ["company", "nobody\u{201C}"],
    ] {
      let answer = try run(arguments + [], ["LC_ALL": locale])
      let text = answer.output + answer.errors
      #expect(!text.isEmpty && text.utf8.allSatisfy { $0 < 0x80 }, "\(arguments)")
    }
    let csv = try run(["timeline", "--format", "csv"], ["LC_ALL": locale]).output
    #expect(csv == (try run(["timeline", "--format", "csv"]).output), "a table is data, in UTF-8")
  }

  @Test func figuresHaveNoBinaryNoise() throws {
    let noise = /\d\.\d{7,}/
    let money = /"[a-z_]*_m" : -?\d+\.\d{5,}/
    for command in [
      "overview", "capital", "capital --by company", "compute --map", "exposure --cut microsoft=33",
      "exposure --dimension capital", "company nscale", "investor nvidia", "country FR",
      "layer models", "compare nscale helsing", "claims",
    ] {
      for format in ["json", "csv"] where !(format == "csv" && command.contains("--cut")) {
        let words = command.split(separator: " ").map(String.init)
        let text = try run(words + ["--format", format]).output
        #expect(!text.isEmpty)
        #expect(text.firstMatch(of: noise) == nil, "\(command) \(format)")
        #expect(text.firstMatch(of: money) == nil, "\(command) \(format)")
      }
    }
  }
}
