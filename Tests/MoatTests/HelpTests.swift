import TestSupport
import Testing

/// The help of every command, and the usage that an error shows.
@Suite struct HelpTests {
  private static let overview: [String] = {
    let help = (try? Program.moat("--help").output) ?? ""
    let listed = help.split(separator: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
      .prefix { $0 != "EXAMPLES:" }
    return listed.compactMap { line in
      line.hasPrefix("  ") && !line.hasPrefix("   ") ? line.split(separator: " ").first : nil
    }.map(String.init).filter { $0 != "See" }
  }()

  @Test func everyHelpEndsWithTwoExamplesOfItsCommand() throws {
    #expect(Self.overview.count > 20)
    for command in Self.overview {
      for words in [[command, "--help"], ["help", command]] {
        let help = try Program.run(Program.path, words, environment: Program.environment).output
        let examples = help.split(separator: "\n").drop { $0 != "EXAMPLES:" }.dropFirst()
        #expect(examples.count == 2, "\(command)")
        #expect(examples.allSatisfy { $0.hasPrefix("  moat \(command)") }, "\(command)")
      }
    }
  }

  /// The examples that only read are obeyed as they stand.
  @Test func theExamplesWork() throws {
    // Of the live package only ids are named; a package of its own has chips and layers to show.
    var environment = Program.environment
    environment["MOAT_DATA"] = LiveLedger.folder
    let writing = ["add", "update", "import", "export", "facts", "install", "pull"]
    for command in Self.overview where !writing.contains(command) {
      let help = try Program.moat(command, "--help").output
      for line in help.split(separator: "\n").drop(while: { $0 != "EXAMPLES:" }).dropFirst() {
        let words = line.split(separator: " ").map(String.init).dropFirst()
        // A revision of git needs a package under git, and a picture a file.
        if words.contains("--against") || words.contains("--out")
          || words.contains("data")
        {
          continue
        }
        let answer = try Program.run(
          Program.path, Array(words), environment: environment)
        #expect(answer.code < 2, "\(line): \(answer.errors)")
      }
    }
  }

  @Test(arguments: [
    ["capital", "--width", "0"], ["capital", "--bogus"], ["capital", "--where", "x:y"],
    ["company", "no-such-company"], ["layer", "no-such-layer"], ["capital", "--by", "colour"],
    ["compute", "--map", "--slips"], ["capital", "--table", "nothing"],
  ])
  func anErrorShowsTheUsageOfItsOwnCommand(_ words: [String]) throws {
    let answer = try Program.run(Program.path, words, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(answer.errors.contains("Usage: moat \(words[0])"), "\(answer.errors)")
    #expect(answer.errors.contains("See 'moat \(words[0]) --help'"), "\(answer.errors)")
    #expect(!answer.errors.contains("Usage: moat <options> <subcommand>"), "\(answer.errors)")
  }
}
