import Dataset
import Foundation
import TestSupport
import Testing

/// The rows entered since the last visit to the dashboard.
@Suite(.serialized) struct VisitInTerminalTests {
  private static let header =
    "id,company,date,series,instrument,status,amount_m,currency,confidence,source\n"
  private static let first = "a,acme,2020-01-01,Seed,equity,closed,5,EUR,reported,s\n"
  private static let late = "b,acme,2019-02-01,Series A,equity,closed,7,EUR,reported,s\n"

  private func package() throws -> TemporaryPackage {
    try TemporaryPackage(
      TemporaryPackage.foundations.merging([.rounds: Self.header + Self.first]) { $1 }
        .mapValues { Array($0.utf8) })
  }

  private func visit(_ folder: String, state: String, pressing key: String? = nil, sees: String)
    throws
  {
    let terminal = try Terminal(
      "XDG_STATE_HOME=\(state) MOAT_TODAY=2026-11-22 \(Program.path) --data \(folder)")
    try terminal.wait(for: "Overview")
    if let key { try terminal.type(key) }
    try terminal.wait(for: sees)
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }

  private func changes(_ folder: String, state: String) throws -> Program.Answer {
    var environment = Program.environment
    environment["XDG_STATE_HOME"] = state
    return try Program.run(
      Program.path, ["changes", "--exit-code", "--data", folder, "--format", "csv"],
      environment: environment)
  }

  @Test func aLateEntryIsNews() throws {
    let (package, state) = (try package(), try TemporaryFolder())
    try visit(package.folder.path, state: state.path, sees: "Overview")
    let file = state.path + "/moat/rows"
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try changes(package.folder.path, state: state.path).code == 0)
    try package.folder.write(Self.header + Self.first + Self.late, to: "rounds.csv")
    let answer = try changes(package.folder.path, state: state.path)
    #expect(answer.code == 1)
    #expect(answer.output.contains("\"Acme Series A, EUR 7 m\",true,new,,true,2019-02-01"))
    try visit(
      package.folder.path, state: state.path, pressing: "c",
      sees: "by what was entered since the last visit")
    #expect(try changes(package.folder.path, state: state.path).code == 0)
  }

  @Test func visitsToOtherPackagesStayAndDamageIsNoVisit() throws {
    let (one, two, state) = (try package(), try package(), try TemporaryFolder())
    try visit(one.folder.path, state: state.path, sees: "Overview")
    try visit(two.folder.path, state: state.path, sees: "Overview")
    try one.folder.write(Self.header + Self.first + Self.late, to: "rounds.csv")
    try two.folder.write(Self.header + Self.first + Self.late, to: "rounds.csv")
    #expect(try changes(one.folder.path, state: state.path).code == 1)
    #expect(try changes(two.folder.path, state: state.path).code == 1)
    let file = URL(filePath: state.path + "/moat/rows")
    var text = try String(contentsOf: file, encoding: .utf8)
    // The set visited last comes first: its first line of rows is damaged, the other set is not.
    let place = try #require(text.range(of: "\t"))
    text.replaceSubrange(place, with: " ")
    try text.write(to: file, atomically: true, encoding: .utf8)
    #expect(try changes(two.folder.path, state: state.path).code == 0)
    #expect(try changes(one.folder.path, state: state.path).code == 1)
    try Data([0xFF, 0xFE]).write(to: file)
    #expect(try changes(one.folder.path, state: state.path).code == 0)
  }
}
