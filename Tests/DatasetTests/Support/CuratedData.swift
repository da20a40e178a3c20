import Dataset

/// The data package of the repository.
enum CuratedData {
  static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/data"
  }()

  static func load() throws -> Dataset { try Dataset(folders: [folder]) }
}
