import Dataset

/// The repository that the tests belong to.
public enum Repository {
  /// Its folder.
  public static let folder =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}

/// The frozen ledger: real facts that stay as they are, so that tests may name its figures.
public enum FrozenLedger {
  /// The folder of the package.
  public static let folder = Repository.folder + "/Tests/Fixtures/ledger-2026-11"

  private static let read = Result { try Dataset(folders: [folder]) }

  /// The package, read a single time for all tests of a run.
  public static func dataset() throws -> Dataset { try read.get() }

  /// The facts as of a day.
  public static func snapshot(asOf text: String) throws -> Snapshot {
    try dataset().asOf(try day(text))
  }
}

/// The live ledger: of it tests may only ask what holds of any package.
public enum LiveLedger {
  /// The folder of the package.
  public static let folder = Repository.folder + "/data"

  private static let read = Result { try Dataset(folders: [folder]) }

  /// The package, read a single time for all tests of a run.
  public static func dataset() throws -> Dataset { try read.get() }
}
