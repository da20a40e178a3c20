import Foundation
import TestSupport

/// The answers that a program of its own works out from the CSV files of the frozen ledger.
///
/// `Tests/Questions/answers.py` knows the rules of the data and nothing of the program. So a figure on
/// the screen is held against another reading of the same rows.
enum Answers {
  /// Words that stand on the same line.
  typealias Line = [String]
  /// Lines that are seen at the same time.
  typealias Look = [Line]

  /// True if there is a Python to work them out.
  static let canBeWorkedOut = (try? Program.run("python3", ["--version"]))?.code == 0

  /// The looks that each question takes, by its number.
  static let all: [String: [Look]] = {
    let script = Program.repository.appending(path: "Tests/Questions/answers.py").path
    guard
      let answer = try? Program.run("python3", ["-B", script, Program.data, "2026-11-22"]),
      answer.code == 0,
      let found = try? JSONDecoder().decode([String: [Look]].self, from: Data(answer.output.utf8))
    else { return [:] }
    return found
  }()

  /// The lines of a look that a text has no line for.
  static func missing(of look: Look, in text: String) -> Look {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    return look.filter { words in
      !lines.contains { line in words.allSatisfy { line.contains($0) } }
    }
  }
}
