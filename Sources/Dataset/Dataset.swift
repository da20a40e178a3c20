import Synchronization

/// The facts of one or more data packages, typed and linked, with everything that is wrong with them.
///
/// A dataset never changes; it is an object only so that handing it on is one reference, not forty.
/// Questions are asked of `asOf(_:)`, which shows it as it was known on a day.
public final class Dataset: Sendable {
  public struct Package: Sendable {
    public let folder: String
    public let title: String
    public let version: String
    /// The day it was last revised.
    public let updated: Day
    public let files: [TableName: String]
    /// The last day up to which each table's facts are complete.
    public let reach: [TableName: PartialDate]
    let descriptor: PackageDescriptor
  }

  /// The packages in the order of laying over; the first lies underneath.
  public let packages: [Package]
  /// The day the facts were last revised: the latest day that a package names.
  public let updated: Day

  /// The rows of each table, in the order of the files.
  public let sources: [Source]
  public let countries: [Country]
  public let organisations: [Organisation]
  public let rounds: [Round]
  public let investments: [Investment]
  public let valuations: [Valuation]
  public let compute: [Commitment]
  public let relations: [Relation]
  /// Bodies designated under the AI Act.
  public let authorities: [Authority]
  /// Steps of the states towards enforcement, a ledger.
  public let enforcement: [EnforcementStep]
  /// Dates of the law and of policy, a ledger.
  public let milestones: [Milestone]
  public let claims: [Claim]
  /// Reference rates by day, ascending.
  public let exchangeRates: [ExchangeRate]
  public let places: [Place]
  public let outlines: [OutlinePoint]
  public let models: [Model]
  public let signatories: [Signatory]
  /// Accelerators by what their makers rate them at.
  public let chips: [Chip]
  /// The rows of every table. A table that no index and no other table asks for stands here alone and is
  /// found by its type.
  private let tables: [TableName: any TableRowList]

  /// The problems found while reading. Rows with an error are not among the facts.
  public let problems: [Problem]
  /// The rows of the files that are not among the facts.
  public let losses: Losses
  public var unlistedProblems: Int { unlistedErrors + unlistedWarnings }

  let unlistedErrors: Int
  let unlistedWarnings: Int
  let store: TextStore
  let files: [DataFile]
  @usableFromInline let lists: [Int32]
  let registry: Registry
  let investmentsByRound: Groups
  let enforcementBySteps: Groups
  /// The rows that share an id, for the tables that are ledgers.
  let ledgers: Ledgers
  /// The number of the day from which each row is known, for the tables that are dated.
  let known: KnownDays

  private let latestFirst = Mutex<[Int32]?>(nil)

  /// The numbers of all rows of rounds, the latest first, worked out once: to sort a million rows takes longer than to
  /// pick some in an order that is there.
  ///
  /// As a person lists dates: what is known to the day first, then the rest of the month or year. Of one date the
  /// round first named later comes first.
  public var roundsLatestFirst: [Int32] {
    if let order = latestFirst.withLock({ $0 }) { return order }
    let order = Rows(rounds).sorted { round in
      let date = round.date
      let place = (date.year * 100 + (date.month ?? 0)) * 100 + (date.day ?? 0)
      return -(place << 32 | Int(round.id.index))
    }.picked
    latestFirst.withLock { $0 = order }
    return order
  }

  private let byCompany = Mutex<Groups?>(nil)

  /// The rows of rounds by the number of their company, worked out once.
  var roundsByCompany: Groups {
    if let groups = byCompany.withLock({ $0 }) { return groups }
    let groups = Groups(rounds.map { Int32($0.company.index) }, groups: organisations.count)
    byCompany.withLock { $0 = groups }
    return groups
  }

  struct Ledgers: Sendable {
    let rounds: Ledger
    let compute: Ledger
    let milestones: Ledger
  }

  struct KnownDays: Sendable {
    let rounds: [Int32]
    let valuations: [Int32]
    let compute: [Int32]
    let relations: [Int32]
    let authorities: [Int32]
    let enforcement: [Int32]
    let milestones: [Int32]
    let models: [Int32]
    let signatories: [Int32]
  }

  /// Reads a package, and lays later packages over it.
  ///
  /// Bad rows become problems. Throws where a package cannot be read at all.
  public convenience init(folders: [String]) throws(DatasetError) {
    try self.init(folders: folders, limits: ReadingLimits())
  }

  init(folders: [String], limits: ReadingLimits) throws(DatasetError) {
    var tables = try PackageTables(folders: folders, limits: limits)
    let loader = tables.loader
    // Each table after those its rows refer to.
    sources = try tables.read(Source.self)
    loader.published = sources.map(\.published)
    countries = try tables.read(Country.self)
    organisations = try tables.read(Organisation.self)
    rounds = try tables.read(Round.self)
    investments = try tables.read(Investment.self)
    valuations = try tables.read(Valuation.self)
    places = try tables.read(Place.self)
    chips = try tables.read(Chip.self)
    compute = try tables.read(Commitment.self)
    relations = try tables.read(Relation.self)
    authorities = try tables.read(Authority.self)
    enforcement = try tables.read(EnforcementStep.self)
    milestones = try tables.read(Milestone.self)
    claims = try tables.read(Claim.self)
    exchangeRates = try tables.read(ExchangeRate.self) { $0.day < $1.day }
    outlines = try tables.read(OutlinePoint.self)
    models = try tables.read(Model.self)
    signatories = try tables.read(Signatory.self)
    try tables.readOthers()

    self.tables = tables.rows
    ledgers = Ledgers(tables)
    known = KnownDays(tables)
    store = loader.store
    files = loader.files
    lists = loader.lists
    registry = loader.registry
    problems = tables.problems + loader.log.problems
    losses = loader.losses
    unlistedErrors = loader.log.unlistedErrors
    unlistedWarnings = loader.log.unlistedWarnings
    packages = tables.packages
    updated = packages.map(\.updated).max() ?? Day(number: 0)
    investmentsByRound = Groups(
      investments.map(\.round.index), groups: registry[.rounds].count)
    enforcementBySteps = Groups(
      enforcement.map { EnforcementStepKind.place($0.country, $0.step) },
      groups: registry[.countries].count * EnforcementStepKind.allCases.count)
  }

  func rows(of table: TableName) -> any TableRowList { tables[table] ?? [Source]() }

  /// The rows of a table by their type.
  func rows<Row: TableRow>(_: Row.Type) -> [Row] { tables[Row.table] as? [Row] ?? [] }

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

  /// Line and column (in characters, from 1) at which a cell's text starts in its file.
  ///
  /// `nil` for an empty text, and for a text with doubled quotes, whose bytes differ from the
  /// file's.
  public func lineAndColumn(of text: Text) -> (line: Int, column: Int)? {
    store.lineAndColumn(of: text)
  }

  public func slug(_ id: ID<Organisation>) -> String { slug(id.index, .organisations) }
  public func slug(_ id: ID<Source>) -> String { slug(id.index, .sources) }
  public func slug(_ id: ID<Round>) -> String { slug(id.index, .rounds) }
  public func slug(_ id: ID<Commitment>) -> String { slug(id.index, .compute) }
  public func slug(_ id: ID<Milestone>) -> String { slug(id.index, .milestones) }
  public func slug(_ id: ID<Claim>) -> String { slug(id.index, .claims) }
  public func slug(_ id: ID<Model>) -> String { slug(id.index, .models) }
  public func slug(_ id: ID<Chip>) -> String { slug(id.index, .chips) }
  public func code(_ id: ID<Country>) -> String { slug(id.index, .countries) }

  public func organisation(_ slug: String) -> ID<Organisation>? { find(slug, .organisations) }
  public func country(_ code: String) -> ID<Country>? { find(code, .countries) }
  public func source(_ slug: String) -> ID<Source>? { find(slug, .sources) }
  public func round(_ slug: String) -> ID<Round>? { find(slug, .rounds) }
  public func commitment(_ slug: String) -> ID<Commitment>? { find(slug, .compute) }
  public func milestone(_ slug: String) -> ID<Milestone>? { find(slug, .milestones) }

  public subscript(id: ID<Organisation>) -> Organisation { organisations[Int(id.index)] }
  public subscript(id: ID<Country>) -> Country { countries[Int(id.index)] }
  public subscript(id: ID<Source>) -> Source { sources[Int(id.index)] }
  public subscript(id: ID<Chip>) -> Chip { chips[Int(id.index)] }

  /// The ids of a list, in the order of the cell.
  @inlinable public func ids<Row>(_ list: IDList<Row>) -> [ID<Row>] {
    lists[Int(list.start)..<Int(list.start) + Int(list.count)].map { ID($0) }
  }

  public func name(_ id: ID<Organisation>) -> String { string(self[id].name) }
  /// The English name of a country.
  public func name(_ id: ID<Country>) -> String { string(self[id].name) }

  /// The path of the file a row stands in.
  public func path(of origin: Origin) -> String? {
    let package = packages[Int(origin.package)]
    return package.files[origin.table].map { package.folder + "/" + $0 }
  }

  /// The day up to which the facts of a table are complete: the latest that a package names.
  public func reach(of table: TableName) -> PartialDate? {
    packages.compactMap { $0.reach[table] }.max()
  }

  func slug(_ index: Int32, _ table: TableName) -> String {
    let ids = registry[table]
    return (0..<ids.count).contains(Int(index)) ? store.string(ids.text(index)) : ""
  }

  private func find<Row>(_ slug: String, _ table: TableName) -> ID<Row>? {
    var slug = slug
    return slug.withUTF8 { bytes in
      registry[table].find(bytes, hash: hashed(bytes)).map { ID($0) }
    }
  }
}

extension EnforcementStepKind {
  /// The group of a state's step among all of them.
  static func place(_ country: ID<Country>, _ step: EnforcementStepKind) -> Int32 {
    country.index * Int32(allCases.count) + Int32(step.rawValue)
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
      updated: descriptor.updated, files: files, reach: reach, descriptor: descriptor)
  }
}
