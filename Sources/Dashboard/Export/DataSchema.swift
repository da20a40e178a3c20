import Dataset

/// The type of a cell in JSON.
enum DataType: Hashable, Sendable {
  case text, integer, number, flag, list

  /// The schema of a cell, which is null where it is unknown.
  var json: JSON {
    switch self {
    case .text: ["type": ["string", "null"]]
    case .integer: ["type": ["integer", "null"]]
    case .number: ["type": ["number", "null"]]
    case .flag: ["type": ["boolean", "null"]]
    case .list:
      [
        "type": ["array", "null"],
        "items": ["type": "string"] as JSON,
      ]
    }
  }
}

extension Value.Kind {
  /// The types of the cells under its headers.
  var types: [DataType] {
    switch self {
    case .text, .date: [.text]
    case .count: [.integer]
    case .number, .millions, .fraction: [.number]
    case .dollars: [.number, .flag]
    case .money: [.number, .text]
    case .share, .interval: [.number, .number]
    case .flag: [.flag]
    case .reference: [.text, .text]
    case .references: [.list, .list]
    case .words: [.list]
    }
  }
}

extension Sheet {
  /// The JSON schema of the view's lists, draft 2020-12: the document of one list alone.
  public var schema: JSON {
    let lists: [(key: String, value: JSON)] = tables.map { table in
      let cells: [(key: String, value: JSON)] = zip(table.headers, table.types).map {
        ($0, $1.json)
      }
      let row: JSON = [
        "type": "object", "properties": JSON.object(cells),
        "required": table.headers, "additionalProperties": false,
      ]
      return (table.name, ["type": "array", "items": row] as JSON)
    }
    let meta: (key: String, value: JSON) = (
      "meta",
      ["type": "object", "required": ["view", "as_of"]] as JSON
    )
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "moat \(screen.word)", "type": "object",
      "properties": JSON.object([meta] + lists), "required": ["meta"],
      "minProperties": 2, "additionalProperties": false,
    ]
  }
}

extension Screen {
  fileprivate var word: String { ScreenKind(Self.self).word }
}
