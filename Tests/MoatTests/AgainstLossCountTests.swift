import Foundation
import TestSupport
import Testing

/// The count of rows lost of the package that `changes --against` compares with, in its JSON.
@Suite struct AgainstLossCountTests {
  @Test func theDocumentCountsWhatOfTheOtherPackageIsNotInIt() throws {
    let folder = try TemporaryFolder()
    let other = folder.path + "/other"
    try FileManager.default.copyItem(atPath: Program.data, toPath: other)
    let whole = try unread(other)
    #expect(whole.rows == 0 && whole.tables.isEmpty)
    let file = other + "/rounds.csv"
    try String(contentsOfFile: file, encoding: .utf8).replacing(
      ",closed,", with: ",closd,", maxReplacements: 2
    )
    .write(toFile: file, atomically: true, encoding: .utf8)
    // With two rounds that cannot be read, the parts of their investors are not in it either.
    let rest = try unread(other)
    #expect(rest.rows > 2 && rest.tables.isEmpty)
    #expect(rest.told.contains("\(rest.rows) rows are not in this"), "\(rest.told)")
  }

  private func unread(_ other: String) throws -> (rows: Int, tables: [String], told: String) {
    let answer = try Program.moat("changes", "--against", other, "--format", "json", "--force")
    #expect(answer.code == 0, "\(answer.errors)")
    let object = try answer.object()
    let unread = try #require(object["against_unread"] as? [String: Any])
    return (
      try #require(unread["rows_left_out"] as? Int),
      try #require(unread["tables_left_out"] as? [String]), answer.errors
    )
  }
}
