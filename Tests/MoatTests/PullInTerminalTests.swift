import Foundation
import TestSupport
import Testing

/// A dashboard that is open on the installed package while `moat pull` puts a newer package in
/// place.
@Suite struct PullInTerminalTests {
  @Test func anOpenDashboardFollowsThePullAndGoesBackWithIt() throws {
    let folder = try TemporaryFolder()
    let (prefix, newer) = (folder.path + "/usr", folder.path + "/newer")
    var environment = Program.environment
    environment["HOME"] = folder.path
    environment["MOAT_DATA"] = nil
    let program = prefix + "/bin/moat"
    func run(_ words: String...) throws {
      let answer = try Program.run(
        "/usr/bin/env", ["-C", folder.path] + words, environment: environment)
      #expect(answer.code == 0, "\(answer.errors)")
    }
    try run(Program.path, "install", "--prefix", prefix, "--data", Program.data)
    try FileManager.default.copyItem(atPath: Program.data, toPath: newer)
    let names = newer + "/organisations.csv"
    try String(contentsOfFile: names, encoding: .utf8).replacing("Nscale", with: "Nscalia")
      .write(toFile: names, atomically: true, encoding: .utf8)

    // No folder of pulled data is there yet: it is watched for all the same.
    let terminal = try Terminal(
      "cd \(folder.path) && \(program) --fresh",
      environment: [
        "HOME": folder.path, "MOAT_DATA": "", "XDG_CONFIG_HOME": folder.path + "/config",
        "XDG_STATE_HOME": folder.path + "/state",
      ])
    try terminal.wait(for: "Overview")
    try terminal.type("3")
    try terminal.wait(for: "Nscale ")
    try run(program, "pull", newer)
    try terminal.wait(for: "Nscalia")
    // Before the first pull the installed package was in use.
    try run(program, "pull", "--undo")
    try terminal.wait(for: "Nscale ")
    try run(program, "pull", "--undo")
    try terminal.wait(for: "Nscalia")
    // A second pull is followed too.
    try String(contentsOfFile: names, encoding: .utf8).replacing("Nscalia", with: "Nscalor")
      .write(toFile: names, atomically: true, encoding: .utf8)
    try run(program, "pull", newer)
    try terminal.wait(for: "Nscalor")
    try run(program, "pull", "--undo")
    try terminal.wait(for: "Nscalia")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }
}
