import Foundation
import TestSupport
import Testing

/// The weekly brief as the README says: installed, then run by cron.
@Suite struct WeeklyBriefTests {
  @Test func theLineOfTheReadmeFillsAMailboxFromAnEmptyEnvironment() throws {
    let readme = try String(
      contentsOf: Program.repository.appending(path: "README.md"), encoding: .utf8)
    let line = try #require(readme.split(separator: "\n").first { $0.contains("0 7 * * 1  ") })
    let command = String(line.trimmingPrefix(/\s*0 7 \* \* 1\s+/))
    #expect(command.contains("| mail -s "))
    let folder = try TemporaryFolder()
    var environment = Program.environment
    environment["HOME"] = folder.path
    let installed = try Program.run(
      Program.path, ["install", "--data", Program.data], environment: environment)
    #expect(installed.code == 0, "\(installed.errors)")
    // A mailer that puts what it gets into a mailbox.
    let mailer = folder.path + "/mail"
    try "#!/bin/sh\n{ echo \"Subject: $2\"; echo; cat; } >> \(folder.path)/mailbox\n"
      .write(toFile: mailer, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: mailer)
    let answer = try Program.run(
      "/bin/sh", ["-c", command.replacing("| mail ", with: "| \(mailer) ")],
      environment: ["HOME": folder.path, "MOAT_TODAY": "2026-11-22"]
        .merging(Program.instruments) { $1 })
    #expect(answer.code == 0 && answer.errors.isEmpty, "\(answer.errors)")
    let mailbox = try String(contentsOfFile: folder.path + "/mailbox", encoding: .utf8)
    #expect(
      mailbox.hasPrefix("Subject: European AI this week\n\n# European AI since 15 Nov 2026\n"))
    #expect(mailbox.contains("## Sources"))
  }
}
