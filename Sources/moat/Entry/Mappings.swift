import Capture
import FoundationEssentials

/// The mappings of imports kept by name, in `mappings` in the settings folder, a JSON object a line.
struct Mappings {
  private struct Kept: Codable {
    let name: String
    let mapping: ImportMapping
  }

  private let files = UserFiles()

  func named(_ name: String) throws -> ImportMapping {
    let kept = Mappings.kept(files.read(.mappings) ?? "")
    if let found = kept.last(where: { $0.name == name }) { return found.mapping }
    let names = kept.map(\.name)
    throw Failure.usage(
      "no mapping is kept as \(name)\(Suggestion.words(for: name, among: names)); "
        + (names.isEmpty
          ? "--save NAME keeps a mapping" : "kept are \(names.joined(separator: ", "))"))
  }

  /// Keeps a mapping by a name, in the place of a former mapping of that name.
  func keep(_ mapping: ImportMapping, as name: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = String(
      decoding: try encoder.encode(Kept(name: name, mapping: mapping)), as: UTF8.self)
    let fault = files.change(.mappings) { text in
      let others = text.split(separator: "\n").map(String.init).filter {
        Mappings.kept($0).first?.name != name
      }
      return (others + [line]).map { $0 + "\n" }.joined()
    }
    if let fault { throw Failure.cannotCreate(fault) }
  }

  private static func kept(_ text: String) -> [Kept] {
    text.split(separator: "\n").compactMap {
      try? JSONDecoder().decode(Kept.self, from: Data($0.utf8))
    }
  }
}
