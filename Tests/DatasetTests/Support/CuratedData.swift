import Dataset

/// The frozen ledger that tests may name figures of.
enum CuratedData {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/Tests/Fixtures/ledger-2026-11"
  }()

  static func load() throws -> Dataset { try Dataset(folders: [folder]) }
}
