import Dataset
import FoundationEssentials

/// Datasets written down in a test.
enum Synthetic {
  /// What is wrong with the rows of a test.
  struct BadRows: Error, CustomStringConvertible {
    let description: String
  }

  /// Loads a dataset from CSV texts, through a package in a temporary folder that is removed again.
  ///
  /// A source `s` and a few countries are there unless the test brings its own.
  static func dataset(_ tables: [TableName: String], updated: String = "2026-11-21") throws
    -> Dataset
  {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "moat-insight-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var tables = tables
    if tables[.sources] == nil { tables[.sources] = sources }
    if tables[.countries] == nil { tables[.countries] = countries }
    var resources: [String] = []
    for table in TableName.allCases {
      guard let csv = tables[table] else { continue }
      try Data((csv + "\n").utf8).write(to: folder.appending(path: "\(table.word).csv"))
      resources.append("{\"name\": \"\(table.word)\", \"path\": \"\(table.word).csv\"}")
    }
    let descriptor = """
      {"title": "Test", "version": "1", "updated": "\(updated)",
       "resources": [\(resources.joined(separator: ", "))]}
      """
    try Data(descriptor.utf8).write(to: folder.appending(path: "datapackage.json"))
    let dataset = try Dataset(folders: [folder.path])
    if let problem = dataset.problems.first { throw BadRows(description: "\(problem)") }
    return dataset
  }

  /// A dataset as of a day; the last day of 2026 unless the test says otherwise.
  static func snapshot(_ tables: [TableName: String], asOf day: String = "2026-12-31") throws
    -> Snapshot
  {
    guard let day = Day(day) else { throw BadRows(description: "\(day) is no day") }
    return try dataset(tables).asOf(day)
  }

  private static let sources = """
    id,title,publisher,url,published,kind
    s,A page,The Paper,https://example.org/a,2026-01-02,news
    """

  private static let countries = """
    code,name,bloc,eu_since
    CH,Switzerland,CH,
    DE,Germany,EU,1958-01-01
    EU,European Union,union,
    FR,France,EU,1958-01-01
    GB,United Kingdom,UK,
    JP,Japan,other,
    NO,Norway,EEA,
    US,United States,other,
    """
}

/// The frozen ledger that tests may name figures of.
enum Curated {
  static func snapshot(asOf day: String) throws -> Snapshot {
    let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    guard let day = Day(day) else { throw Synthetic.BadRows(description: "\(day) is no day") }
    return try Dataset(folders: [root + "/Tests/Fixtures/ledger-2026-11"]).asOf(day)
  }
}
