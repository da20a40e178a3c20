import Foundation
import Testing

@Suite("Questions without an answer")
struct UnansweredTests {
  private static let formats = ["text", "ansi", "svg", "json", "csv"]

  @Test(
    arguments: [
      (["--to", "nvidia", "--dimension", "location"], "a country or a jurisdiction"),
      (["--to", "jupiter", "--dimension", "location"], "a country or a jurisdiction"),
      (["--to", "jupiter", "--dimension", "capital"], "a commitment is compute"),
      (["--to", "jupiter", "--dimension", "customers"], "a commitment is compute"),
      (["--to", "nobody-of-that-name"], "nobody-of-that-name"),
    ])
  func anExposureThatCannotBeAskedIsRefusedInEveryFormat(
    _ question: [String], _ words: String
  ) throws {
    for format in Self.formats {
      let answer = try Program.run(
        Program.path, ["exposure", "--format", format] + question,
        environment: Program.environment)
      #expect(answer.code == 64, "\(format)")
      #expect(answer.output.isEmpty, "\(format)")
      #expect(answer.errors.contains(words), "\(format): \(answer.errors)")
    }
  }

  /// A name that the facts do not have finds no rows under the filter's label, and says why.
  @Test(arguments: ["capital", "compute", "exposure", "changes"])
  func aFilterThatCannotBeReadGivesNoFigure(_ command: String) throws {
    for format in Self.formats {
      for filter in ["company:nobody-of-that-name", "country:XX", "amount>much", "layer:"] {
        let answer = try Program.run(
          Program.path, [command, "--format", format, "--where", filter],
          environment: Program.environment)
        #expect(answer.code == 64, "\(command) \(format) \(filter)")
        #expect(answer.output.isEmpty, "\(command) \(format) \(filter)")
        #expect(answer.errors.contains("^"), "\(command) \(format) \(filter): \(answer.errors)")
      }
    }
  }

  /// The parser would take the last value and drop the first without a word.
  @Test(
    arguments: [
      ["capital", "--where", "country:FR", "--where", "country:DE"],
      ["capital", "--where=country:FR", "--where", "country:FR"],
      ["capital", "--by", "layer", "--by", "country"],
      ["overview", "--format", "csv", "--format", "json"],
      ["--as-of", "2025-01-01", "--as-of", "2026-01-01", "--format", "text"],
      ["exposure", "--cut", "nvidia", "--cut", "amd"],
      ["compute", "--width", "80", "--width", "90"],
    ])
  func anOptionOfOneValueGivenTwiceIsRefused(_ words: [String]) throws {
    let answer = try Program.run(Program.path, words, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("is given twice"), "\(answer.errors)")
  }

  @Test func severalPackagesAndAMinusBehindAnOptionStay() throws {
    let answer = try Program.moat(
      "capital", "--data", Program.data, "--data", Program.data, "--where", "-series:seed",
      "--format", "csv")
    #expect(answer.code == 0, "\(answer.errors)")
  }

  @Test(arguments: [["--to", ""], ["--cut", "=50"], ["--cut", ""]])
  func anEmptyIDIsNoOrganisation(_ words: [String]) throws {
    let answer = try Program.run(
      Program.path, ["exposure"] + words, environment: Program.environment)
    #expect(answer.code == 64)
    #expect(answer.output.isEmpty)
    #expect(!answer.errors.contains("no organisation"), "\(answer.errors)")
  }
}
