import Dataset

/// A reader of JSON schemas, draft 2020-12, with the keywords that Moat writes and no others.
public struct JSONSchema {
  private let root: JSON

  public init(_ text: String) throws { root = try JSON(text: text) }

  /// The differences between a document and the schema, each with its place; none for a document that keeps to it.
  public func faults(in document: String) throws -> [String] {
    faults(of: try JSON(text: document), against: root, at: "$")
  }

  /// The keys that the schema describes and none of some documents has, by their places in the schema.
  public func unseen(in documents: [String]) throws -> [String] {
    var seen: Set<String> = []
    for document in documents {
      note(try JSON(text: document), against: root, at: "$", in: &seen)
    }
    return described(root, at: "$").filter { !seen.contains($0) }
  }

  private static let notes: Set<String> = ["$schema", "title", "description", "format"]

  private func faults(of value: JSON, against schema: JSON, at place: String) -> [String] {
    var found: [String] = []
    func fault(_ words: String) { found.append("\(place): \(words)") }
    for (keyword, rule) in schema.members where !JSONSchema.notes.contains(keyword) {
      switch keyword {
      case "type":
        let types = rule.elements.isEmpty ? [rule.word] : rule.elements.map(\.word)
        if !types.contains(where: value.isOf) { fault("\(value) is no \(types)") }
      case "enum":
        if !rule.elements.contains(where: { $0.same(value) }) { fault("\(value) is no word of it") }
      case "minimum":
        if let number = value.amount, number < rule.amount ?? 0 { fault("\(number) is too small") }
      case "maximum":
        if let number = value.amount, number > rule.amount ?? 0 { fault("\(number) is too large") }
      case "pattern":
        if case .text(let text) = value, let regex = try? Regex(rule.word),
          text.firstMatch(of: regex) == nil
        {
          fault("\(text) does not match \(rule.word)")
        }
      case "minItems", "maxItems":
        let count = Double(value.elements.count)
        if case .array = value,
          keyword == "minItems" ? count < rule.amount ?? 0 : count > rule.amount ?? 0
        {
          fault("\(keyword): has \(count)")
        }
      case "items":
        for (index, element) in value.elements.enumerated() {
          found += faults(of: element, against: rule, at: "\(place)[\(index)]")
        }
      case "required":
        guard case .object = value else { continue }
        let keys = Set(value.members.map(\.key))
        for key in rule.elements.map(\.word) where !keys.contains(key) { fault("lacks \(key)") }
      case "properties":
        for (key, member) in value.members {
          guard let inner = rule.members.first(where: { $0.key == key })?.value else { continue }
          found += faults(of: member, against: inner, at: "\(place).\(key)")
        }
      case "additionalProperties":
        let described = Set(schema["properties"].members.map(\.key))
        for (key, member) in value.members where !described.contains(key) {
          if case .flag = rule {
            fault("does not know \(key)")
          } else {
            found += faults(of: member, against: rule, at: "\(place).\(key)")
          }
        }
      case "anyOf":
        let all = rule.elements.map { faults(of: value, against: $0, at: place) }
        // The alternative that has the keys of the document says what is wrong with it.
        found +=
          all.min { left, right in
            let (own, other) = (
              left.count { $0.hasPrefix("\(place): ") }, right.count { $0.hasPrefix("\(place): ") }
            )
            return own == other ? left.count < right.count : own < other
          } ?? []
      default: fault("the keyword \(keyword) is not known here")
      }
    }
    return found
  }

  private func note(
    _ value: JSON, against schema: JSON, at place: String, in seen: inout Set<String>
  ) {
    for element in value.elements {
      note(element, against: schema["items"], at: place + "[]", in: &seen)
    }
    for (key, member) in value.members {
      guard let inner = schema["properties"].members.first(where: { $0.key == key })?.value else {
        continue
      }
      seen.insert("\(place).\(key)")
      note(member, against: inner, at: "\(place).\(key)", in: &seen)
    }
    for (index, choice) in schema["anyOf"].elements.enumerated()
    where faults(of: value, against: choice, at: place).isEmpty {
      note(value, against: choice, at: "\(place)|\(index)", in: &seen)
    }
  }

  private func described(_ schema: JSON, at place: String) -> [String] {
    schema["properties"].members.flatMap { key, inner in
      ["\(place).\(key)"] + described(inner, at: "\(place).\(key)")
    }
      + (schema["items"].members.isEmpty ? [] : described(schema["items"], at: place + "[]"))
      + schema["anyOf"].elements.enumerated().flatMap { described($1, at: "\(place)|\($0)") }
  }
}

extension JSON {
  fileprivate var members: [(key: String, value: JSON)] {
    if case .object(let pairs) = self { pairs } else { [] }
  }

  fileprivate var elements: [JSON] { if case .array(let values) = self { values } else { [] } }

  fileprivate var word: String { if case .text(let text) = self { text } else { "" } }

  fileprivate var amount: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  fileprivate subscript(key: String) -> JSON { members.first { $0.key == key }?.value ?? .null }

  fileprivate func same(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.null, .null): true
    case (.text(let one), .text(let other)): one == other
    default: false
    }
  }

  fileprivate func isOf(_ type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("boolean", .flag), ("integer", .integer), ("number", .integer),
      ("number", .number), ("string", .text), ("array", .array), ("object", .object):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }
}
