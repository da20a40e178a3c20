import Dataset

extension Value.Kind {
  /// The shapes of the cells under its headers: each is null where it is unknown.
  var types: [JSONShape] {
    switch self {
    case .text, .date: [.text]
    case .count: [.integer]
    case .number, .millions, .fraction: [.signed]
    case .dollars: [.signed, .flag]
    case .money: [.signed, .text]
    case .share, .interval: [.signed, .signed]
    case .flag: [.flag]
    case .reference: [.text, .text]
    case .references: [.ids, .ids]
    case .words: [.list(.text)]
    }
  }
}

extension DataMeta {
  /// The shape of what a list says of itself.
  static let shape: JSONShape = [
    "view": .text, "as_of": .day, "filter": .maybe(.text), "data": .text, "updated": .text,
    "command": .text, "rows_left_out": .count, "tables_left_out": .list(.text),
  ]
}

extension Sheet {
  /// The JSON schema of the view's document, draft 2020-12: that of each question that can be asked of it.
  public var schema: JSON {
    JSONShape.schema(title: schemaTitle, of: type(of: screen).shapes.map(Sheet.document))
  }

  /// The JSON schema of the document of one list alone, whose keys are its columns.
  public func schema(of table: DataTable) -> JSON {
    let cells = zip(table.headers, table.types).map { ($0, JSONShape.maybe($1)) }
    return JSONShape.schema(
      title: "\(schemaTitle) --table \(table.name)",
      of: [["meta": DataMeta.shape, table.name: .list(.object(cells))]])
  }

  /// The shape of a document with what `record` adds to it.
  static func document(_ shape: JSONShape) -> JSONShape {
    let problems: JSONShape = [
      "problems": [
        "errors": .count, "rows_left_out": .count, "tables_left_out": .list(.text),
      ]
    ]
    return problems.adding(shape)
  }

  private var schemaTitle: String { "moat \(type(of: screen).command)" }
}
