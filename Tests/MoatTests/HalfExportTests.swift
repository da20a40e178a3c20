import Foundation
import Glibc
import TestSupport
import Testing

@Suite("Files that cannot be written")
struct HalfExportTests {
  /// A limit of the size of files stands for a full disk: the small tables fit, a large one does not.
  @Test(arguments: [false, true])
  func anExportThatFailsLeavesNothing(_ isThere: Bool) throws {
    let home = try TemporaryFolder()
    let folder = home.path + "/package"
    if isThere { #expect(mkdir(folder, 0o755) == 0) }
    let answer = try Program.run(
      "/bin/bash",
      [
        "-c", "ulimit -f 40; exec \"$0\" export \"$1\" --data \"$2\"", Program.path, folder,
        Program.data,
      ],
      environment: Program.environment)
    #expect(answer.code == 74, "\(answer.errors)")
    #expect(answer.errors.contains("cannot be written"))
    #expect(FileManager.default.fileExists(atPath: folder) == isThere)
    if isThere { #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) }
    let again = try Program.moat("export", folder, "--data", Program.data)
    #expect(again.code == 0, "\(again.errors)")
  }
}
