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
}
