/// Reads the tables of packages that are laid over each other, and keeps what was read of each.
struct PackageTables {
  let packages: [Dataset.Package]
  /// The problems of the packages' descriptors.
  let problems: [Problem]
  let loader: Loader
  /// The rows of every table that was read.
  private(set) var rows: [TableName: any TableRowList] = [:]
  private var ledgers: [TableName: Ledger] = [:]
  private var known: [TableName: [Int32]] = [:]

  /// Reads the descriptors; the first package lies underneath.
  init(folders: [String], limits: ReadingLimits) throws(DatasetError) {
    guard !folders.isEmpty else { throw .noPackage }
    guard folders.count <= 255 else {
      throw .unreadable(path: folders[255], reason: "more than 255 packages")
    }
    var packages: [Dataset.Package] = []
    for folder in folders.map(PackageTables.withoutTrailingSlash) {
      let descriptor = try PackageDescriptor(folder: folder, withSchemas: false)
      packages.append(Dataset.Package(folder: folder, descriptor: descriptor))
    }
    self.packages = packages
    problems = packages.flatMap(\.descriptor.problems)
    loader = Loader(limits: limits)
  }

  /// Reads a table, whose rows may refer to those of the tables read before.
  mutating func read<Row: TableRow>(
    _: Row.Type, inOrder areInOrder: ((Row, Row) -> Bool)? = nil
  ) throws(DatasetError) -> [Row] {
    var files: [(path: String, package: Int, revised: Day)] = []
    for (index, package) in packages.enumerated() {
      guard let path = package.files[Row.table] else { continue }
      files.append((package.folder + "/" + path, index, package.updated))
    }
    let table = try loader.read(Row.self, from: files)
    let found = areInOrder.map { table.rows.sorted(by: $0) } ?? table.rows
    rows[Row.table] = found
    ledgers[Row.table] = table.ledger
    known[Row.table] = table.known
    return found
  }

  /// Reads the tables that nothing asked for by its type.
  mutating func readOthers() throws(DatasetError) {
    for name in TableName.allCases where rows[name] == nil { try keep(name.row) }
  }

  private mutating func keep<Row: TableRow>(_ row: Row.Type) throws(DatasetError) {
    _ = try read(row)
  }

  /// The rows of a table that share an id; none of a table that was not read.
  func ledger(_ table: TableName) -> Ledger { ledgers[table] ?? Ledger([]) }

  /// The number of the day from which each row of a table is known; empty for a table without dates.
  func known(_ table: TableName) -> [Int32] { known[table] ?? [] }

  private static func withoutTrailingSlash(_ folder: String) -> String {
    var folder = folder[...]
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    return String(folder)
  }
}

extension Dataset.Ledgers {
  init(_ tables: PackageTables) {
    rounds = tables.ledger(.rounds)
    compute = tables.ledger(.compute)
    milestones = tables.ledger(.milestones)
  }
}

extension Dataset.KnownDays {
  init(_ tables: PackageTables) {
    rounds = tables.known(.rounds)
    valuations = tables.known(.valuations)
    compute = tables.known(.compute)
    relations = tables.known(.relations)
    authorities = tables.known(.authorities)
    enforcement = tables.known(.enforcement)
    milestones = tables.known(.milestones)
    models = tables.known(.models)
    signatories = tables.known(.signatories)
  }
}
