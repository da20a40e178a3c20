import Dataset
import Foundation

/// A data package written by a test: as few columns and rows as the test is about.
///
/// Each table is CSV text, header first, no cell with a line break. Columns that a row must have and
/// the header lacks are added with a cell that will do (`source` names the source `s`), tables that
/// are not given are empty, and there is a source `s` and a table of countries unless given.
enum SyntheticPackage {
  /// Writes the package to a folder of its own, reads it and removes the folder.
  static func dataset(_ tables: [TableName: String], updated: String = "2026-11-21") throws
    -> Dataset
  {
    try dataset(layers: [tables], updated: updated)
  }

  /// The same for packages laid over each other, the first one underneath.
  static func dataset(layers: [[TableName: String]], updated: String = "2026-11-21") throws
    -> Dataset
  {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("moat-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    var folders: [String] = []
    for (index, tables) in layers.enumerated() {
      let folder = root.appendingPathComponent("\(index)")
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let complete = index == 0 ? foundations.merging(tables) { _, given in given } : tables
      for (table, csv) in complete {
        try completed(csv, table.schema).write(
          to: folder.appendingPathComponent(table.word + ".csv"), atomically: false,
          encoding: .utf8)
      }
      try descriptor(Array(complete.keys), updated: updated).write(
        to: folder.appendingPathComponent("datapackage.json"), atomically: false, encoding: .utf8)
      folders.append(folder.path)
    }
    return try Dataset(folders: folders)
  }

  private static let foundations: [TableName: String] = [
    .sources: "id\ns",
    .countries: """
    code,name,bloc
    AT,Austria,EU
    DE,Germany,EU
    DK,Denmark,EU
    FR,France,EU
    IE,Ireland,EU
    EU,European Union,union
    NO,Norway,EEA
    IS,Iceland,EEA
    CH,Switzerland,CH
    GB,United Kingdom,UK
    US,United States,other
    """,
  ]

  private static func descriptor(_ tables: [TableName], updated: String) -> String {
    let resources = tables.map(\.word).sorted().map {
      #"{"name": "\#($0)", "path": "\#($0).csv"}"#
    }
    return """
      {"title": "Synthetic", "version": "1", "updated": "\(updated)",
       "resources": [\(resources.joined(separator: ", "))]}
      """
  }

  private static func completed(_ csv: String, _ schema: TableSchema) -> String {
    let lines = csv.split(separator: "\n").map(String.init)
    let header = lines.first ?? ""
    let given = Set(header.split(separator: ",").map(String.init))
    let added = schema.fields.filter { $0.required && !given.contains($0.name) }
    return lines.enumerated().map { index, line in
      ([line] + added.map { index == 0 ? $0.name : cell($0.type) }).joined(separator: ",") + "\n"
    }.joined()
  }

  private static func cell(_ type: FieldType) -> String {
    switch type {
    case .references(.sources): "s"
    case .word(let words): words.first ?? ""
    case .partialDate, .day: "2025-01-01"
    case .integer, .number: "1"
    case .url: "https://example.org"
    case .country: "DE"
    case .text, .key, .reference, .references: "text"
    }
  }
}

/// The frozen ledger that tests may name figures of.
enum CuratedPackage {
  static let folder =
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Tests/Fixtures/ledger-2026-11").path

  static func dataset() throws -> Dataset { try Dataset(folders: [folder]) }
}

/// A day that the test writes out.
func day(_ text: String) throws -> Day {
  guard let day = Day(text) else { throw BadDay(text: text) }
  return day
}

struct BadDay: Error {
  let text: String
}

/// A value's JSON as nested dictionaries and arrays.
func jsonObject(_ value: any Encodable) throws -> [String: Any] {
  let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
  return object as? [String: Any] ?? [:]
}

/// Seeded random numbers: SplitMix64 (Steele, Lea, Flood, Fast splittable pseudorandom number
/// generators, OOPSLA 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
