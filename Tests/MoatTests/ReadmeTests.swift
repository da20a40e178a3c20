import Foundation
import Testing

/// The README tells the same story as the program.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    readme = try String(
      contentsOf: Program.repository.appending(path: "README.md"), encoding: .utf8)
  }

  @Test func itsKeysAreTheKeymap() throws {
    let keys = try Program.moat("keys").output
    #expect(!keys.isEmpty)
    #expect(readme.contains("<!-- made by: moat keys -->\n\(keys)<!-- end of keys -->"))
  }

  @Test func theTestsAreRunByTheCommandItNames() throws {
    let script = try String(
      contentsOf: Program.repository.appending(path: ".ci/run"), encoding: .utf8)
    #expect(readme.contains("&& swift test\n"))
    #expect(script.contains("\nswift test\n"))
  }

  @Test(arguments: Pictures.all)
  func itsPicturesAreWhatTheProgramDraws(_ picture: Picture) throws {
    #expect(readme.contains("Tests/MoatTests/Pictures/\(picture.name).svg"))
    let drawn = try picture.draw()
    let file = Pictures.folder.appending(path: "\(picture.name).svg")
    if ProcessInfo.processInfo.environment["RECORD_PICTURES"] != nil {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(picture.name).svg; look at it, then run without RECORD_PICTURES")
      return
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == drawn)
  }

  /// A picture of the README.
  struct Picture: Sendable, CustomTestStringConvertible {
    let name: String
    let arguments: [String]

    var testDescription: String { name }

    func draw() throws -> String {
      let answer = try Program.run(
        Program.path, arguments + ["--format", "svg"], environment: Program.environment)
      #expect(answer.code == 0, "\(answer.errors)")
      return answer.output
    }
  }

  enum Pictures {
    static let folder = Program.repository.appending(path: "Tests/MoatTests/Pictures")
    static let all = [
      Picture(name: "overview", arguments: ["overview", "--width", "120", "--height", "38"]),
      Picture(name: "exposure", arguments: ["exposure", "--width", "130", "--height", "36"]),
      Picture(name: "enforcement", arguments: ["enforcement", "--width", "120", "--height", "50"]),
    ]
  }
}
