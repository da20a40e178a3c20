import Foundation

@testable import Dataset

/// A folder for a test, gone when the test is done with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/moat-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    let place = path + "/" + name
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: place))
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }
}

/// A package that a test writes: its tables as CSV, header first.
struct TemporaryPackage {
  /// What a table needs of the others.
  static let foundations: [TableName: String] = [
    .sources: "id,title,publisher,url,published,kind\ns,Title,Publisher,,,news\n",
    .countries: "code,name,bloc\nFR,France,EU\nDE,Germany,EU\nGB,United Kingdom,UK\n",
    .organisations: """
    id,name,kind,layer,source
    acme,Acme,company,models,s
    bank,Bank,fund,capital,s
    chipper,Chipper,company,chips,s

    """,
  ]

  let folder: TemporaryFolder

  init(_ tables: [TableName: [UInt8]], updated: String = "2026-11-21") throws {
    folder = try TemporaryFolder()
    for (table, bytes) in tables { try folder.write(bytes, to: table.word + ".csv") }
    let resources = tables.keys.map(\.word).sorted()
      .map { #"{"name":"\#($0)","path":"\#($0).csv"}"# }.joined(separator: ",")
    try folder.write(
      #"{"title":"T","version":"1","updated":"\#(updated)","resources":[\#(resources)]}"#,
      to: "datapackage.json")
  }

  init(_ tables: [TableName: String], updated: String = "2026-11-21") throws {
    try self.init(tables.mapValues { Array($0.utf8) }, updated: updated)
  }

  /// Reads some tables, with the foundations below them where they are not given.
  static func read(_ tables: [TableName: String], updated: String = "2026-11-21") throws -> Dataset
  {
    let package = try TemporaryPackage(
      foundations.merging(tables) { _, given in given }, updated: updated)
    return try Dataset(folders: [package.folder.path])
  }

  /// Reads packages laid over each other; the first one gets the foundations.
  static func read(layers: [(tables: [TableName: String], updated: String)]) throws -> Dataset {
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
  var shownProblems: [String] { problems.map(\.shown) }
}

extension Problem {
  var shown: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return "\(name):\(line):\(column): \(severity.rawValue): \(message)"
  }
}
