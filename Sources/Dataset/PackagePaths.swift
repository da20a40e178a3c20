extension Dataset.Package {
  /// The paths of every file that belongs to the package: its descriptor and all tables that it lists,
  /// those of other programs too.
  public var paths: [String] {
    ["datapackage.json"].map { "\(folder)/\($0)" }
      + descriptor.resources.map { "\(folder)/\($0.path)" }
  }
}

extension Dataset {
  /// The number of errors in the packages, listed or not.
  public var errorCount: Int {
    problems.reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } + unlistedErrors
  }
}
