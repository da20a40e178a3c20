/// A package's descriptor with a few values changed and every other byte as it was.
extension PackageDescriptor {
  /// The descriptor as it stands in its file.
  public var bytes: [UInt8] { text }

  /// The descriptor of a package that was revised on a day, unless it was revised later.
  public func revised(on day: Day) -> [UInt8] {
    guard day > updated else { return text }
    return Array(text[..<updatedPlace.lowerBound]) + Array("\"\(day)\"".utf8)
      + Array(text[updatedPlace.upperBound...])
  }
}

extension TableSchema {
  /// The columns as a descriptor tells them (Frictionless Table Schema), without foreign keys: the
  /// user's own package refers to rows of the package below it.
  public var descriptor: String {
    let columns = fields.map { field in
      var parts = ["\"name\": \"\(field.name)\"", "\"type\": \"\(field.type.frictionless)\""]
      var constraints: [String] = []
      if field.required { constraints.append("\"required\": true") }
      if case .word(let words) = field.type {
        constraints.append("\"enum\": [\(words.map { "\"\($0)\"" }.joined(separator: ", "))]")
      }
      if !constraints.isEmpty {
        parts.append("\"constraints\": {\(constraints.joined(separator: ", "))}")
      }
      return "          {\(parts.joined(separator: ", "))}"
    }
    let names = key.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
      {
              "fields": [
      \(columns.joined(separator: ",\n"))
              ],
              "primaryKey": [\(names)]
            }
      """
  }
}

extension FieldType {
  /// The type in Frictionless Table Schema. Partial dates are strings there, as are lists of ids.
  fileprivate var frictionless: String {
    switch self {
    case .integer: "integer"
    case .number: "number"
    case .day: "date"
    case .key, .country, .reference, .references, .text, .url, .partialDate, .word: "string"
    }
  }
}
