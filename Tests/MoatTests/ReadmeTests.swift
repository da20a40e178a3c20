import Foundation
import FoundationXML
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

  /// `.ci/pictures` draws them; here is only asked that they are there and are Moat's.
  @Test func itsPicturesAreDrawnByMoat() throws {
    let script = try String(
      contentsOf: Program.repository.appending(path: ".ci/pictures"), encoding: .utf8)
    let paths = readme.matches(of: /!\[[^\]]*\]\(([^)]*\.svg)\)/).map { String($0.output.1) }
    #expect(!paths.isEmpty)
    for path in paths {
      let file = Program.repository.appending(path: path)
      let root = RootElement()
      let parser = XMLParser(data: try Data(contentsOf: file))
      parser.delegate = root
      #expect(parser.parse(), "\(path): \(String(describing: parser.parserError))")
      #expect(root.name == "svg" && root.attributes["class"] == "moat", "\(path)")
      let name = file.deletingPathExtension().lastPathComponent
      #expect(script.contains("\ndraw \(name) "), "\(path) is not drawn by .ci/pictures")
    }
  }

  /// The outermost element of a document.
  private final class RootElement: NSObject, XMLParserDelegate {
    var name: String?
    var attributes: [String: String] = [:]

    func parser(
      _: XMLParser, didStartElement element: String, namespaceURI _: String?,
      qualifiedName _: String?, attributes found: [String: String]
    ) {
      guard name == nil else { return }
      name = element
      attributes = found
    }
  }
}
