import Capture
import FoundationEssentials
import Glibc

/// Drafts from standard input: a JSON object or a list of them, with texts, numbers, `null` and lists of
/// texts as values.
enum JSONDrafts {
  /// The most bytes that are read.
  private static let most = 64 << 20

  /// Reads the drafts; `kind` is that of objects that name none.
  static func read(kind: EntryKind?) throws -> [Draft] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw Failure.noInput("standard input cannot be read") }
      if count == 0 { break }
      bytes += buffer[..<count]
      guard bytes.count <= most else {
        throw Failure.badData("standard input: more than 64 MB; enter it in parts")
      }
    }
    return try drafts(bytes, kind: kind)
  }

  /// The drafts of a text.
  static func drafts(_ bytes: [UInt8], kind: EntryKind?) throws -> [Draft] {
    let objects: [[String: Value]]
    do {
      let data = Data(bytes)
      let isList = bytes.first { ![32, 9, 10, 13].contains($0) } == UInt8(ascii: "[")
      objects =
        isList
        ? try JSONDecoder().decode([[String: Value]].self, from: data)
        : [try JSONDecoder().decode([String: Value].self, from: data)]
    } catch {
      throw Failure.badData(
        "standard input: expected a JSON list of objects whose values are texts, numbers, null or "
          + "lists of texts (\(reason(error)))")
    }
    return try objects.enumerated().map { index, object in
      var values = object.compactMapValues(\.text)
      let own = values["kind"].flatMap { EntryKind($0) }
      // Organisations and relations have a column of that name.
      let named = kind ?? own
      if kind == nil { values["kind"] = values["kind_of"] }
      values["kind_of"] = nil
      guard let named else {
        throw Failure.badData(
          "row \(index + 1): kind: expected one of \(EntryKind.words.joined(separator: ", "))"
            + "; the column kind of an organisation or a relation is kind_of here")
      }
      return Draft(named, values)
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "it cannot be read" }
    switch error {
    case .dataCorrupted: return "it is no JSON"
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      let path = context.codingPath.map(\.stringValue).joined(separator: ".")
      return "at \(path)"
    @unknown default: return "it cannot be read"
    }
  }

  /// A value of a field.
  enum Value: Decodable {
    case text(String?)

    var text: String? {
      switch self {
      case .text(let text): text
      }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .text(nil)
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int.self) {
        self = .text(String(number))
      } else if let number = try? container.decode(Decimal.self) {
        self = .text("\(number)")
      } else {
        self = .text(try container.decode([String].self).joined(separator: ";"))
      }
    }
  }
}
