import Dashboard
import Dataset

/// The data on disk: watched, and read again aside when it changed.
///
/// The rule: whatever decides what is read is watched before it is read. A change is then part of what was read, or
/// it is told and read after it. When the event loop comes to look at either does not matter.
struct DataFollower {
  private let named: [String]
  private var folders: DataFolders
  private let watch = FolderWatch()
  private var reader: DataReader
  /// The packages as they were read last.
  private var packages: [Dataset.Package] = []
  /// A file that could not be read last.
  private var missing: String?
  /// The names of what changed since the names were taken last; `nil` where nothing did.
  private var changed: Set<String>?

  /// - Parameters:
  ///   - named: The folders that were named; where none was, they are searched for at each reading.
  ///   - folders: The folders in use, watched from now on.
  ///   - reader: What reads them; `nil` for the reader of packages.
  init(named: [String], folders: DataFolders, reader: DataReader? = nil) {
    self.named = named
    self.folders = folders
    self.reader = reader ?? DataReader(named: named, else: folders)
    follow()
  }

  /// Becomes readable for ``takeNotices()``; -1 where watching is not possible.
  var notices: Int32 { watch.descriptor }

  /// Becomes readable for ``take()``; -1 where the system has no pipe left.
  var readings: Int32 { reader.descriptor }

  var isReading: Bool { reader.isReading }

  /// Takes over facts that were read elsewhere since this was made.
  mutating func know(_ dataset: Dataset) {
    packages = dataset.packages
    // Nothing was taken from the watch meanwhile: new names in a folder watched before are told.
    if follow() == .folders { reader.start() }
  }

  /// Begins to read where something changed; true if it did, and no reading went on.
  mutating func takeNotices() -> Bool {
    guard let names = watch.drain() else { return false }
    changed = (changed ?? []).union(names)
    // A package may lie in another folder now.
    folders = DataFolders.standing(named: named) ?? folders
    follow()
    defer { reader.start() }
    return !reader.isReading
  }

  /// Takes what was read last; `nil` where there is nothing new, or where it names files that were not watched yet
  /// and is read once more.
  mutating func take() -> DataReader.Outcome? {
    guard let outcome = reader.take() else { return nil }
    switch outcome {
    case .success(let dataset): (packages, missing) = (dataset.packages, nil)
    case .failure(let error): missing = error.path
    }
    guard follow() == .none else {
      reader.start()
      return nil
    }
    return outcome
  }

  /// Takes the names of what changed; `nil` where nothing was told to have.
  mutating func takeChanged() -> Set<String>? {
    defer { changed = nil }
    return changed
  }

  /// Reads the packages now, a package made meanwhile too.
  mutating func readNow(_ configuration: Configuration) throws -> Dataset {
    // Notices of what was written from here have come by now, and the reading below takes all of it.
    _ = watch.drain()
    changed = nil
    folders = try DataFolders(named: named, configured: configuration)
    reader = DataReader(named: named, else: folders)
    follow()
    let dataset = try folders.load()
    (packages, missing) = (dataset.packages, nil)
    if follow() == .folders { reader.start() }
    return dataset
  }

  /// Watches what decides what is read.
  @discardableResult
  private func follow() -> FolderWatch.Growth {
    watch.follow(folders.paths(of: packages, missing: missing))
  }
}
