import Dataset

/// A package that a test writes: its tables as CSV, header first, byte by byte.
public struct TemporaryPackage {
  /// The rows that most tables refer to.
  public static let foundations: [TableName: String] = [
    .sources: "id,title,publisher,url,published,kind\ns,Title,Publisher,,,news\n",
    .countries: "code,name,bloc\nFR,France,EU\nDE,Germany,EU\nGB,United Kingdom,UK\n",
    .organisations: """
    id,name,kind,layer,source
    acme,Acme,company,models,s
    bank,Bank,fund,capital,s
    chipper,Chipper,company,chips,s

    """,
  ]

  /// The folder of the package, there as long as the package is.
  public let folder: TemporaryFolder

  /// Writes tables of any bytes.
  public init(
    _ tables: [TableName: [UInt8]], title: String = "T", updated: String = "2026-11-21",
    focus: [String] = []
  ) throws {
    folder = try TemporaryFolder()
    for (table, bytes) in tables { try folder.write(bytes, to: table.word + ".csv") }
    let resources = tables.keys.map(\.word).sorted()
      .map { #"{"name":"\#($0)","path":"\#($0).csv"}"# }.joined(separator: ",")
    let named = focus.isEmpty ? "" : #""focus":["\#(focus.joined(separator: #"",""#))"],"#
    try folder.write(
      #"{"title":"\#(title)","version":"1","updated":"\#(updated)",\#(named)"resources":[\#(resources)]}"#,
      to: "datapackage.json")
  }

  /// Writes tables of text.
  public init(
    _ tables: [TableName: String], title: String = "T", updated: String = "2026-11-21",
    focus: [String] = []
  ) throws {
    try self.init(
      tables.mapValues { Array($0.utf8) }, title: title, updated: updated, focus: focus)
  }

  /// Reads some tables, with the foundations below them where they are not given.
  public static func read(_ tables: [TableName: String], updated: String = "2026-11-21") throws
    -> Dataset
  {
    let package = try TemporaryPackage(
      foundations.merging(tables) { _, given in given }, updated: updated)
    return try Dataset(folders: [package.folder.path])
  }

  /// Reads packages laid over each other; the first gets the foundations.
  public static func read(layers: [(tables: [TableName: String], updated: String)]) throws
    -> Dataset
  {
    let packages = try layers.enumerated().map { index, layer in
      let tables =
        index == 0 ? foundations.merging(layer.tables) { _, given in given } : layer.tables
      return try TemporaryPackage(tables, updated: layer.updated)
    }
    return try Dataset(folders: packages.map(\.folder.path))
  }
}

extension Dataset {
  /// The problems as `table.csv:line:column: severity: message`.
  public var shownProblems: [String] { problems.map(\.shown) }
}

extension Problem {
  /// The problem with the file's name for its path.
  public var shown: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "\(name):\(line):\(column): \(severity.rawValue): \(message)"
  }
}
