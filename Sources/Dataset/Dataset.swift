/// The facts of one or more data packages, typed and linked, with everything that is wrong with them.
///
/// A dataset never changes. Questions are asked of `asOf(_:)`, which shows it as it was known on a day.
public struct Dataset: Sendable {
  /// A package as its descriptor names it.
  public struct Package: Sendable {
    /// The folder.
    public let folder: String
    /// The title.
    public let title: String
    /// The version.
    public let version: String
    /// The day it was last revised.
    public let updated: Day
    /// The file of each table.
    public let files: [TableName: String]
    /// How far the facts of each table reach.
    public let reach: [TableName: PartialDate]
  }

  /// The packages, the first one underneath.
  public let packages: [Package]
  /// The day the facts were last revised: the latest day that a package names.
  public let updated: Day

  /// The rows of each table, in the order of the files.
  public let sources: [Source]
  /// The countries and the Union.
  public let countries: [Country]
  /// Companies, funds, public bodies.
  public let organisations: [Organisation]
  /// Financing rounds, a ledger.
  public let rounds: [Round]
  /// Who took part in which round.
  public let investments: [Investment]
  /// Valuations that no round holds.
  public let valuations: [Valuation]
  /// Commitments of compute, a ledger.
  public let compute: [Commitment]
  /// What one organisation is to another.
  public let relations: [Relation]
  /// Bodies designated under the AI Act.
  public let authorities: [Authority]
  /// Steps of the states towards enforcement, a ledger.
  public let enforcement: [EnforcementStep]
  /// Dates of the law and of policy, a ledger.
  public let milestones: [Milestone]
  /// Statements of the briefings.
  public let claims: [Claim]
  /// Reference rates by day, ascending.
  public let exchangeRates: [ExchangeRate]
  /// Where cities lie.
  public let places: [Place]
  /// Outlines of the countries.
  public let outlines: [OutlinePoint]
  /// Notable models.
  public let models: [Model]
  /// Answers to voluntary instruments.
  public let signatories: [Signatory]

  /// What is wrong with the rows, found while reading; rows with an error are not among the facts.
  public let problems: [Problem]
  /// Problems beyond those listed.
  public let unlistedProblems: Int

  let store: TextStore
  let lists: [Int32]
  let interners: [Interner]
  let investmentsByRound: Groups

  /// Reads a package, and lays later ones over it.
  ///
  /// Bad rows become problems. Throws where a package cannot be read at all.
  public init(folders: [String]) throws(DatasetError) {
    guard !folders.isEmpty else { throw .noPackage }
    guard folders.count <= 255 else {
      throw .unreadable(path: folders[255], reason: "more than 255 packages")
    }
    var descriptors: [PackageDescriptor] = []
    for folder in folders { descriptors.append(try PackageDescriptor(folder: folder)) }
    let loader = Loader()
    func table<Row: TableRow>(_: Row.Type) throws(DatasetError) -> [Row] {
      var rows: [Row] = []
      var files: [LoadedFile] = []
      for (index, descriptor) in descriptors.enumerated() {
        let name = Row.schema.name.word
        guard let resource = descriptor.resources.first(where: { $0.name == name }) else {
          continue
        }
        let path = folders[index] + "/" + resource.path
        let file = try LoadedFile(path: path, package: UInt8(index), store: loader.store)
        loader.read(file, into: &rows)
        files.append(file)
      }
      loader.settle(&rows, files: files)
      return rows
    }
    sources = try table(Source.self)
    countries = try table(Country.self)
    organisations = try table(Organisation.self)
    rounds = try table(Round.self)
    investments = try table(Investment.self)
    valuations = try table(Valuation.self)
    places = try table(Place.self)
    compute = try table(Commitment.self)
    relations = try table(Relation.self)
    authorities = try table(Authority.self)
    enforcement = try table(EnforcementStep.self)
    milestones = try table(Milestone.self)
    claims = try table(Claim.self)
    exchangeRates = try table(ExchangeRate.self).sorted { $0.day < $1.day }
    outlines = try table(OutlinePoint.self)
    models = try table(Model.self)
    signatories = try table(Signatory.self)
    store = loader.store
    lists = loader.lists
    interners = loader.interners
    problems = loader.problems
    unlistedProblems = loader.suppressedProblems
    packages = zip(folders, descriptors).map(Package.init)
    updated = descriptors.map(\.updated).max() ?? Day(number: 0)
    investmentsByRound = Groups(
      investments.map(\.round.index), groups: interners[Int(TableName.rounds.rawValue)].texts.count)
  }

  // MARK: Text and ids

  /// The text itself. It is as the file has it: show it through the canvas, which makes control
  /// characters visible.
  public func string(_ text: Text) -> String { store.string(text) }

  /// The UTF-8 bytes of a text, for reading while `body` runs.
  public func withBytes<Result>(
    _ text: Text, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try withExtendedLifetime(store) { try body(store.bytes(text)) }
  }

  /// The slug of an id.
  public func slug(_ id: ID<Organisation>) -> String { slug(id.index, .organisations) }
  /// The slug of an id.
  public func slug(_ id: ID<Source>) -> String { slug(id.index, .sources) }
  /// The slug of an id.
  public func slug(_ id: ID<Round>) -> String { slug(id.index, .rounds) }
  /// The slug of an id.
  public func slug(_ id: ID<Commitment>) -> String { slug(id.index, .compute) }
  /// The slug of an id.
  public func slug(_ id: ID<Milestone>) -> String { slug(id.index, .milestones) }
  /// The slug of an id.
  public func slug(_ id: ID<Claim>) -> String { slug(id.index, .claims) }
  /// The slug of an id.
  public func slug(_ id: ID<Model>) -> String { slug(id.index, .models) }
  /// A country's code.
  public func slug(_ id: ID<Country>) -> String { slug(id.index, .countries) }
  /// A country's code.
  public func code(_ id: ID<Country>) -> String { slug(id.index, .countries) }

  /// The organisation of a slug.
  public func organisation(_ slug: String) -> ID<Organisation>? { find(slug, .organisations) }
  /// The country of a code.
  public func country(_ code: String) -> ID<Country>? { find(code, .countries) }
  /// The source of a slug.
  public func source(_ slug: String) -> ID<Source>? { find(slug, .sources) }
  /// The round of a slug.
  public func round(_ slug: String) -> ID<Round>? { find(slug, .rounds) }
  /// The commitment of a slug.
  public func commitment(_ slug: String) -> ID<Commitment>? { find(slug, .compute) }
  /// The milestone of a slug.
  public func milestone(_ slug: String) -> ID<Milestone>? { find(slug, .milestones) }

  /// The row of an id.
  public subscript(id: ID<Organisation>) -> Organisation { organisations[Int(id.index)] }
  /// The row of an id.
  public subscript(id: ID<Country>) -> Country { countries[Int(id.index)] }
  /// The row of an id.
  public subscript(id: ID<Source>) -> Source { sources[Int(id.index)] }
  /// The row of an id.
  public subscript(id: ID<Claim>) -> Claim { claims[Int(id.index)] }
  /// The row of an id.
  public subscript(id: ID<Model>) -> Model { models[Int(id.index)] }

  /// The ids of a list, in the order of the cell.
  public func ids<Row>(_ list: IDList<Row>) -> [ID<Row>] {
    (Int(list.start)..<Int(list.start + list.count)).map { ID(lists[$0]) }
  }

  /// The name of an organisation.
  public func name(_ id: ID<Organisation>) -> String { string(self[id].name) }
  /// The English name of a country.
  public func name(_ id: ID<Country>) -> String { string(self[id].name) }

  /// The path of the file a row stands in.
  public func path(of origin: Origin) -> String? {
    let package = packages[Int(origin.package)]
    return package.files[origin.table].map { package.folder + "/" + $0 }
  }

  /// The path of a table's file in the topmost package that has one.
  public func path(of table: TableName) -> String? {
    packages.last { $0.files[table] != nil }
      .flatMap { package in package.files[table].map { package.folder + "/" + $0 } }
  }

  /// How far the facts of a table reach: the latest day that a package names.
  public func reach(of table: TableName) -> PartialDate? {
    packages.compactMap { $0.reach[table] }.max()
  }

  func slugs<Row>(_ list: IDList<Row>) -> [String] {
    let table: TableName = Row.self == Source.self ? .sources : .organisations
    return ids(list).map { slug($0.index, table) }
  }

  private func slug(_ index: Int32, _ table: TableName) -> String {
    let texts = interners[Int(table.rawValue)].texts
    return texts.indices.contains(Int(index)) ? store.string(texts[Int(index)]) : ""
  }

  private func find<Row>(_ slug: String, _ table: TableName) -> ID<Row>? {
    let bytes = Array(slug.utf8)
    return bytes.withUnsafeBufferPointer {
      interners[Int(table.rawValue)].find($0, in: store).map { ID($0) }
    }
  }
}

extension Dataset.Package {
  init(folder: String, descriptor: PackageDescriptor) {
    var files: [TableName: String] = [:]
    var reach: [TableName: PartialDate] = [:]
    for resource in descriptor.resources {
      guard let table = TableName(resource.name) else { continue }
      files[table] = resource.path
      reach[table] = resource.reach.flatMap { PartialDate($0) }
    }
    self.init(
      folder: folder, title: descriptor.title, version: descriptor.version,
      updated: descriptor.updated, files: files, reach: reach)
  }
}

/// Rows by the group they belong to: a counting sort, so that a million rows cost eight bytes each.
struct Groups: Sendable {
  private let starts: [Int32]
  private let rows: [Int32]

  init(_ groupOfRow: [Int32], groups: Int) {
    var starts = [Int32](repeating: 0, count: groups + 1)
    for group in groupOfRow { starts[Int(group) + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: groupOfRow.count)
    for (row, group) in groupOfRow.enumerated() {
      rows[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  subscript(group: Int32) -> ArraySlice<Int32> {
    rows[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
