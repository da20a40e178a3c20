import Dataset
import Foundation
import TestSupport
import Testing

/// Every answer tells how much of the data it leaves out, whatever the view and the format.
@Suite struct LossTests {
  private static let views = [
    "overview", "capital", "compute", "exposure", "enforcement", "timeline", "claims", "sources",
    "company nscale", "investor nvidia", "country FR", "layer chips", "compare DE FR", "plan",
    "changes --since 2026-01-01",
  ]

  private func run(_ command: String, _ package: TemporaryFolder, _ more: String...) throws
    -> Program.Answer
  {
    try Program.run(
      Program.path,
      command.split(separator: " ").map(String.init) + [
        "--data", Program.data, "--data", package.path,
      ]
        + more, environment: Program.environment)
  }

  private func package(_ rounds: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(rounds, to: "rounds.csv")
    try folder.write(
      """
      {"title":"T","version":"1","updated":"2026-11-21",
       "resources":[{"name":"rounds","path":"rounds.csv"}]}
      """, to: "datapackage.json")
    return folder
  }

  private static let header =
    "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"
  private static let good = "x-a,nscale,2026-05-01,A,equity,closed,5,EUR,confirmed,nscale-2025-09\n"
  private static let bad = "x-b,nscale,2026-05-01,A,equity,done,5,EUR,confirmed,nscale-2025-09\n"

  private func source() throws -> String {
    let dataset = try FrozenLedger.dataset()
    return try #require(dataset.sources.first.map { dataset.slug($0.id) })
  }

  private func rows(_ text: String) throws -> String {
    LossTests.header + text.replacingOccurrences(of: "nscale-2025-09", with: try source())
  }

  @Test(arguments: views)
  func rowsThatAreLeftOutAreCounted(_ view: String) throws {
    let package = try package(try rows(LossTests.good + LossTests.bad))
    for format in ["text", "csv", "json", "svg"] {
      let answer = try run(view, package, "--format", format)
      #expect(answer.code == 0)
      #expect(
        answer.errors
          == "moat: 1 row is not in this: \(package.path)/rounds.csv 1; moat check says why\n")
      guard format == "json" else { continue }
      let record = try answer.object()
      let problems = try #require(record["problems"] as? [String: Any])
      #expect(problems["rows_left_out"] as? Int == 1)
      #expect(problems["errors"] as? Int == 1)
      #expect(problems["tables_left_out"] as? [String] == [])
    }
  }

  @Test(arguments: ["", "id,firm\nx,nscale\n", "\"id\n"])
  func aTableThatIsNotReadEndsTheView(_ text: String) throws {
    let package = try package(text)
    let answer = try run("capital", package, "--format", "csv")
    #expect(answer.code == 65)
    #expect(answer.output.isEmpty)
    #expect(answer.errors.contains("\(package.path)/rounds.csv:1:"), "\(answer.errors)")
    #expect(answer.errors.contains("1 table is not read at all"))
    let forced = try run("capital", package, "--format", "json", "--force")
    #expect(forced.code == 0)
    #expect(forced.errors.contains("1 table is not in this"))
    #expect(forced.output.contains("\(package.path)/rounds.csv"))
  }

  @Test func aTableOfWhichNoRowIsReadIsNotRead() throws {
    let package = try package(try rows(LossTests.bad))
    #expect(try run("capital", package).code == 65)
  }

  @Test func rowsOfOneKeyAreCounted() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\na,A,company,models\na,B,company,models\nb,C,company,x"
    ])
    #expect(dataset.losses.rows == 2)
    #expect(dataset.losses.tables.isEmpty)
    #expect(dataset.losses.files.count == 1)
    #expect(try Synthetic.dataset([:]).losses.isEmpty)
  }
}
