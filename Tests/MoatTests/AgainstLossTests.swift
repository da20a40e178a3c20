import Foundation
import TestSupport
import Testing

/// A package to compare with that does not read whole: a row that is lost there must not pass for new.
@Suite struct AgainstLossTests {
  /// A copy of the frozen ledger with its rounds changed.
  private func package(_ edit: (String) -> String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let path = folder.path + "/p"
    try FileManager.default.copyItem(atPath: Program.data, toPath: path)
    let rounds = path + "/rounds.csv"
    let text = try String(contentsOfFile: rounds, encoding: .utf8)
    try edit(text).write(toFile: rounds, atomically: true, encoding: .utf8)
    return folder
  }

  @Test func aTableThatIsLostThereEndsTheComparison() throws {
    let folder = try package { _ in "" }
    let answer = try Program.moat("changes", "--against", folder.path + "/p")
    #expect(answer.code == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("--against") && answer.errors.contains("--force"))
    let forced = try Program.moat("changes", "--against", folder.path + "/p", "--force")
    #expect(forced.code == 0 && forced.errors.contains("rounds.csv whole"), "\(forced.errors)")
  }

  @Test func aRowThatIsLostThereIsTold() throws {
    let folder = try package {
      $0.split(separator: "\n").enumerated().map { $0 == 4 ? "a,b" : String($1) }
        .joined(separator: "\n") + "\n"
    }
    let answer = try Program.moat("changes", "--against", folder.path + "/p")
    #expect(answer.code == 0)
    #expect(answer.errors.contains("--against \(folder.path)/p: "), "\(answer.errors)")
    #expect(answer.errors.contains("rounds.csv 1"), "\(answer.errors)")
  }
}
