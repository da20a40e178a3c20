import Dataset

/// A data package written by a test: as few columns and rows as the test is about.
///
/// Each table is CSV text, header first, no cell with a line break. Columns that a row must have
/// and the header lacks are added with a cell that will do. `source` names the source `s`. Tables
/// that are not given are empty. There is a source `s` and a table of countries unless given.
public enum SyntheticPackage {
  /// Writes the package to a folder of its own, reads it and removes the folder.
  public static func dataset(
    _ tables: [TableName: String], updated: String = "2026-11-21", focus: [String] = []
  ) throws -> Dataset {
    try dataset(layers: [(tables, updated)], focus: focus)
  }

  /// The same for packages laid over each other, the first underneath.
  public static func dataset(layers: [[TableName: String]], updated: String = "2026-11-21") throws
    -> Dataset
  {
    try dataset(layers: layers.map { ($0, updated) })
  }

  /// The same for packages revised on days of their own.
  public static func dataset(
    layers: [(tables: [TableName: String], updated: String)], focus: [String] = []
  ) throws -> Dataset {
    let packages = try layers.enumerated().map { index, layer in
      let tables =
        index == 0 ? foundations.merging(layer.tables) { _, given in given } : layer.tables
      return try TemporaryPackage(
        Dictionary(uniqueKeysWithValues: tables.map { ($0, completed($1, $0.schema)) }),
        title: "Synthetic", updated: layer.updated, focus: focus)
    }
    return try withExtendedLifetime(packages) {
      try Dataset(folders: packages.map(\.folder.path))
    }
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
