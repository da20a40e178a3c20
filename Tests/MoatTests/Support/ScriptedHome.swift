import Foundation
import TestSupport

/// A folder with a home of its own, in which scripts run the program as `$M` on the data `$D`.
struct ScriptedHome {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/home", withIntermediateDirectories: true)
  }

  /// Runs a script in the folder.
  func shell(_ script: String) throws -> Program.Answer {
    var environment = Program.environment
    environment["HOME"] = folder.path + "/home"
    environment["TMPDIR"] = folder.path
    return try Program.run(
      "/bin/sh",
      ["-c", "cd '\(folder.path)'; M='\(Program.path)'; D='\(Program.data)'; \(script)"],
      environment: environment)
  }
}
