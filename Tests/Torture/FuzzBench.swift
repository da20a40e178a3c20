import Capture
import Dataset
import Foundation
import Insight
import TestSupport

/// A small package that inputs are tried on, in a folder of its own.
public final class FuzzBench {
  let dataset: Dataset
  let snapshot: Snapshot
  let builder: EntryBuilder
  private let package: TemporaryPackage
  private let descriptor: Data

  static let mapping = ImportMapping(
    kind: "round",
    columns: [
      .init(column: "Company", field: "company"), .init(column: "Date", field: "date"),
      .init(column: "Raised", field: "amount_m"), .init(column: "Currency", field: "currency"),
    ], constants: ["series": "Round", "instrument": "equity"])

  private static let tables: [TableName: String] = TemporaryPackage.foundations.merging([
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,confidence,note,source
    a,acme,2026-01-02,Series A,equity,closed,10,USD,confirmed,,s

    """,
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip_vendor,status,confidence,source
    hall,2026-02,Hall,site,acme,FR,1000,chipper,announced,reported,s

    """,
  ]) { $1 }

  /// Writes the package.
  public init() throws {
    package = try TemporaryPackage(FuzzBench.tables)
    dataset = try Dataset(folders: [package.folder.path])
    guard let day = Day("2026-11-21") else { throw Finding("no such day") }
    snapshot = dataset.asOf(day)
    builder = EntryBuilder(dataset, today: day).prepared()
    descriptor = try Data(contentsOf: URL(filePath: package.folder.path + "/datapackage.json"))
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(filePath: package.folder.path + "/" + name))
  }

  func describe(_ bytes: [UInt8]) throws { try write(bytes, to: "datapackage.json") }

  func restore() { try? write(Array(descriptor), to: "datapackage.json") }

  /// The package as it stands; `nil` where it says in plain words why it cannot be read.
  func read() throws -> Dataset? {
    do throws(DatasetError) {
      return try Dataset(folders: [package.folder.path])
    } catch {
      for line in error.description.split(separator: "\n") {
        try Finding.expectPlain(String(line), "an error")
      }
      return nil
    }
  }

  /// Lays an accepted entry over the package and reads both.
  func accept(_ entry: Entry) throws {
    var files: [TableName: [UInt8]] = [:]
    for row in entry.rows {
      files[row.table] = try TableText(
        adding: [row], of: row.table, to: files[row.table], named: row.table.word
      ).bytes
    }
    let own = try TemporaryPackage(files)
    let laid = try Dataset(folders: [package.folder.path, own.folder.path])
    let errors = laid.problems.filter { $0.severity == .error }
    if let first = errors.first {
      throw Finding("an accepted entry does not read: \(first.description)")
    }
  }
}
