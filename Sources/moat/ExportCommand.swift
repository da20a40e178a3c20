import ArgumentParser
import Dashboard
import Dataset
import Glibc

struct ExportCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the facts as a data package, a database of SQLite or statements for DuckDB.",
    discussion: """
      A package holds the whole ledger; several --data come out as one. --format sqlite (by sqlite3) and duckdb-sql \
      write a file with every table, dollars converted, a key that is there once, and the days between which each \
      row of a ledger stands; they take --as-of and --where. Parquet is made by DuckDB from the statements.
      """)

  static let rule = CommandRule(
    formats: [.package, .sqlite, .duckdbSQL, .parquet],
    refused: [
      .table: "it writes every table of the package", .columns: "it writes every column",
      .sort: "rows keep their order", .limit: "it writes every row",
      .fields: "it writes a data package", .noHeaders: "a table of a package has its headers",
      .out: "the folder to write to is its argument",
      .width: "it draws nothing", .height: "it draws nothing", .theme: "it draws nothing",
      .ascii: "names stay as they are",
    ])

  static let examples = [
    "moat export package", "moat export facts.db --format sqlite --as-of 2026-03-21",
  ]

  @Argument(
    help: "The folder or file to write to; it is made, and must not be there yet.",
    completion: .directory)
  var folder: String

  @Flag(help: "Write your own facts alone, to be laid over the package they belong to.")
  var facts = false

  @Flag(help: "With --facts: a patch that git apply puts into the package below.")
  var patch = false

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    if folder.isEmpty { throw Failure.usage("export takes a folder, not an empty name") }
    if patch, !facts { throw Failure.usage("--patch goes with --facts") }
    if facts {
      let own = try FactsExport(data: options.folders)
      return try patch ? own.writePatch(to: folder) : own.write(to: folder)
    }
    if let format = options.format, format != .package {
      if facts { throw Failure.usage("--facts does not go with --format \(format.name)") }
      return try writeScript(options, as: format)
    }
    try refuseNameOfFile(isPackageNamed: options.format == .package)
    for (option, isGiven) in [("--as-of", options.asOf != nil), ("--where", options.filter != nil)]
    where isGiven {
      throw Failure.usage(
        "\(option) does not go with a package, which holds the whole ledger so that references hold; "
          + "--format duckdb-sql or sqlite takes it")
    }
    let dataset = try DataFolders(named: options.folders).load()
    try refuseErrors(of: dataset, isForced: options.isForced)
    let files = dataset.exported()
    try refusePlaces(of: files)
    try write(files)
    try Standard.write("\(folder): \(files.count - 1) tables, revised \(dataset.updated)\n")
  }

  /// Refuses a folder with the name of a file: `facts.db` asks for a database.
  private func refuseNameOfFile(isPackageNamed: Bool) throws {
    if folder == "-" {
      throw Failure.usage(
        "a package is a folder and does not go to standard output; --format duckdb-sql does")
    }
    guard !isPackageNamed, let format = OutputFormat(endingOf: folder),
      [.sqlite, .duckdbSQL, .parquet].contains(format)
    else { return }
    throw Failure.usage(
      "\(folder) is the name of a file, and a package is a folder; --format \(format.name) writes the file, "
        + "--format package a folder of that name")
  }

  /// Writes one file of all tables.
  private func writeScript(_ options: ViewOptions, as format: OutputFormat) throws {
    guard format != .parquet else {
      throw Failure.usage(
        "--format parquet: DuckDB makes it: moat export facts.sql --format duckdb-sql; "
          + "duckdb facts.db -c '.read facts.sql' -c \"EXPORT DATABASE 'parquet' (FORMAT parquet)\""
      )
    }
    var status = stat()
    if folder != "-", lstat(folder, &status) == 0 {
      throw Failure.cannotCreate(
        "\(folder): is there already, and export replaces nothing; name another file")
    }
    let world = try options.world()
    try refuseErrors(of: world.dataset, isForced: options.isForced)
    let script = ExportScript(world, isOfADay: options.asOf != nil)
    if format == .duckdbSQL {
      if folder == "-" { return try script.write { try Standard.write($0) } }
      return try FileWriter.write(to: folder) { try script.write(to: $0) }
    }
    if folder == "-" {
      throw Failure.usage(
        "a database does not go to standard output; name a file, or --format duckdb-sql")
    }
    guard Programs.exists("sqlite3") else {
      throw Failure.terminal(
        "a database of SQLite needs sqlite3, which is not installed (Debian: apt-get install sqlite3); "
          + "--format duckdb-sql writes the same as statements")
    }
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let (statements, database) = (scratch.path + "/facts.sql", scratch.path + "/facts.db")
    try FileWriter.write(to: statements) { try script.write(to: $0) }
    let words = ["sqlite3", "-batch", "-bail", database, ".read \(statements)"]
    guard Programs.output(of: words, most: 1 << 20) != nil else {
      throw Failure.output("\(folder): sqlite3 could not make the database")
    }
    try FileWriter.write(bytes: try PackageCopy.bytes(of: database), to: folder)
  }

  /// Writes files whole or not at all: half a package would stand in the way of the next try.
  private func write(_ files: [PackageFile]) throws {
    var (folders, paths): ([String], [String]) = ([], [])
    do {
      if try make(folder) { folders.append(folder) }
      // The descriptor comes last: a folder with a descriptor holds a whole package.
      for file in files {
        var parent = folder
        for part in file.path.split(separator: "/").dropLast() {
          parent += "/" + part
          if try make(parent) { folders.append(parent) }
        }
        let path = folder + "/" + file.path
        try FileWriter.write(file.text, to: path)
        paths.append(path)
      }
    } catch {
      for path in paths { unlink(path) }
      for folder in folders.reversed() { rmdir(folder) }
      throw error
    }
  }

  /// Throws where rows would be lost on the way, unless that was asked for.
  private func refuseErrors(of dataset: Dataset, isForced: Bool) throws {
    guard dataset.errorCount > 0 else { return }
    guard isForced else {
      let first = dataset.problems.first { $0.severity == .error }
      throw Failure.badData(
        (first.map { "\($0.description)\n" } ?? "")
          + "\(dataset.errorCount) error\(dataset.errorCount == 1 ? "" : "s") in the data, and what is "
          + "wrong would not be in the export; moat check lists all, --force exports the rest")
    }
    if !dataset.losses.isEmpty { Standard.complain(LossNotice(dataset).words) }
  }

  /// Throws where two tables would go to one file, or a file would take the place of what is there.
  private func refusePlaces(of files: [PackageFile]) throws {
    var taken: Set<String> = []
    for file in files {
      let path = file.path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
      guard taken.insert(path).inserted else {
        throw Failure.badData(
          "two tables have the path \(file.path); give each a file of its own in datapackage.json")
      }
    }
    for file in files {
      let path = folder + "/" + file.path
      var status = stat()
      if lstat(path, &status) == 0 {
        throw Failure.cannotCreate(
          "\(path): is there already, and export replaces nothing; name another folder")
      }
    }
  }

  /// Makes a folder unless it is there; true if it was made.
  private func make(_ folder: String) throws -> Bool {
    if mkdir(folder, 0o755) == 0 { return true }
    guard errno == EEXIST else {
      throw Failure.cannotCreate("\(folder): \(String(cString: strerror(errno)).lowercased())")
    }
    return false
  }
}
