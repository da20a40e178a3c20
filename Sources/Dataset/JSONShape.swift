/// The shape of a value of JSON: its type, its unit, its keys, and if it may be null.
///
/// A type that writes a document says its shape next to it. The test that holds every document to its
/// shape refuses a key without shape or a shape without key.
public indirect enum JSONShape: Sendable {
  case flag
  case text
  /// A year, a month or a day.
  case date
  case day
  /// One of some words.
  case word([String])
  case figure(JSONFigure)
  case list(JSONShape)
  /// The least and the most.
  case range(JSONShape)
  case object([Member])
  /// An object whose keys are words of the data.
  case map(JSONShape)
  case choice([JSONShape])
  /// The value, or null where nobody knows it.
  case maybe(JSONShape)
  /// A key that some questions leave out.
  case sometimes(JSONShape)

  public typealias Member = (name: String, shape: JSONShape)
}

/// A number of JSON: whole or not, its bounds and its unit.
public struct JSONFigure: Sendable {
  let isWhole: Bool
  let bounds: ClosedRange<Double>
  /// The unit, in words; empty for none.
  let unit: String
}

extension JSONShape: ExpressibleByDictionaryLiteral {
  public typealias Key = String
  public typealias Value = JSONShape

  public init(dictionaryLiteral elements: (String, JSONShape)...) { self = .object(elements) }
}

extension JSONShape {
  /// A number from 0 on.
  public static let number = quantity("")
  /// A number below or above 0.
  public static let signed = quantity("", from: -.infinity)
  public static let dollars = quantity("millions of US dollars")
  /// A difference of two sums.
  public static let signedDollars = quantity("millions of US dollars", from: -.infinity)
  public static let megawatts = quantity("MW")
  /// A part of a whole, 0...1.
  public static let share = figure(
    JSONFigure(isWhole: false, bounds: 0...1, unit: "a part of the whole, 0 to 1"))
  public static let integer = figure(
    JSONFigure(isWhole: true, bounds: -.infinity ... .infinity, unit: ""))
  /// A whole number from 0 on.
  public static let count = counted("")
  public static let accelerators = counted("accelerators")
  /// Days from the day shown on; below 0 for those that have passed.
  public static let days = figure(
    JSONFigure(isWhole: true, bounds: -.infinity ... .infinity, unit: "days"))
  /// Ids of rows, in the order of the answer.
  public static let ids = list(.text)

  /// A number in a unit, which is in words.
  public static func quantity(_ unit: String, from least: Double = 0) -> JSONShape {
    .figure(JSONFigure(isWhole: false, bounds: least ... .infinity, unit: unit))
  }

  /// A whole number from 0 on of some things.
  public static func counted(_ unit: String) -> JSONShape {
    .figure(JSONFigure(isWhole: true, bounds: 0 ... .infinity, unit: unit))
  }

  /// One of the words of a type.
  public static func word<Words: CaseIterable & RawRepresentable<String>>(
    of words: Words.Type
  ) -> JSONShape {
    .word(Words.allCases.map(\.rawValue))
  }

  public static func word<Words: Vocabulary>(of words: Words.Type) -> JSONShape {
    .word(Words.words)
  }

  /// The same object with more keys behind its own; a later key of a name stands for the earlier.
  public func adding(_ more: JSONShape) -> JSONShape {
    guard case .object(let own) = self, case .object(let others) = more else { return self }
    let names = Set(others.map(\.name))
    return .object(own.filter { !names.contains($0.name) } + others)
  }

  /// The same object, each of its keys left out by some questions.
  public var onlySometimes: JSONShape {
    guard case .object(let keys) = self else { return .sometimes(self) }
    return .object(keys.map { ($0.name, .sometimes($0.shape)) })
  }

  /// A row as `Dataset.document` writes it: the columns of its table.
  public static func row(of table: TableName) -> JSONShape {
    .object(
      table.schema.fields.map { field in
        (field.name == "source" ? "sources" : field.name, JSONShape(field))
      })
  }

  private init(_ field: Field) {
    let type: JSONShape =
      switch field.type {
      case .key, .country, .reference, .text, .url: .text
      case .references: .ids
      case .partialDate: .date
      case .day: .day
      case .integer: .count
      case .number: .signed
      case .word(let words): .word(words)
      }
    if case .references = field.type {
      self = type
    } else {
      self = field.required ? type : .maybe(type)
    }
  }
}

extension JSONShape {
  /// The schema of a document of one of some shapes, draft 2020-12.
  public static func schema(title: String, of documents: [JSONShape]) -> JSON {
    let head: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema", "title": title,
    ]
    return head.adding(
      documents.count == 1 ? documents[0].schema() : ["anyOf": documents.map { $0.schema() }])
  }

  /// The value as a schema describes it.
  private func schema(orNull: Bool = false) -> JSON {
    func typed(_ type: String, _ more: JSON = [:]) -> JSON {
      let types: JSON = orNull ? ["type": [type, "null"]] : ["type": type]
      return types.adding(more)
    }
    switch self {
    case .flag: return typed("boolean")
    case .text: return typed("string")
    case .date:
      return typed(
        "string",
        [
          "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
          "description": "ISO 8601, as partial as the row",
        ])
    case .day:
      return typed("string", ["format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"])
    case .word(let words):
      return typed("string", ["enum": JSON.array(words.map(JSON.text) + (orNull ? [.null] : []))])
    case .figure(let figure):
      var json = typed(figure.isWhole ? "integer" : "number")
      let bounds = figure.bounds
      if bounds.lowerBound.isFinite { json = json.adding(["minimum": Int(bounds.lowerBound)]) }
      if bounds.upperBound.isFinite { json = json.adding(["maximum": Int(bounds.upperBound)]) }
      return figure.unit.isEmpty ? json : json.adding(["description": figure.unit])
    case .list(let element): return typed("array", ["items": element.schema()])
    case .range(let end):
      return typed(
        "array",
        [
          "items": end.schema(), "minItems": 2, "maxItems": 2,
          "description": "the least and the most",
        ])
    case .object(let keys):
      return typed(
        "object",
        [
          "properties": JSON.object(keys.map { ($0.name, $0.shape.schema()) }),
          "required": keys.compactMap { $0.shape.isSometimes ? nil : $0.name },
          "additionalProperties": false,
        ])
    case .map(let value): return typed("object", ["additionalProperties": value.schema()])
    case .choice(let shapes):
      let null: [JSON] = orNull ? [["type": "null"]] : []
      return ["anyOf": JSON.array(shapes.map { $0.schema() } + null)]
    case .maybe(let shape): return shape.schema(orNull: true)
    case .sometimes(let shape): return shape.schema(orNull: orNull)
    }
  }

  private var isSometimes: Bool { if case .sometimes = self { true } else { false } }
}
