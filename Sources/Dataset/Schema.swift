/// The tables of a data package.
///
/// A new table is a case and its two names here, a type of row with its rows in `Tables`, its kind in
/// `Dashboard/Entities` and a place in `Entity.all`, and its entry in `datapackage.json`.
public enum TableName: UInt8, Vocabulary {
  case sources, countries, organisations, rounds, investments, valuations, compute, relations
  case authorities, enforcement, milestones, claims, exchangeRates, places, outlines, models
  case signatories, chips, statistics, annexes, benchmarks, expected, reviewed

  /// The names of the resources, and of the files without their ending.
  public static let words = [
    "sources", "countries", "organisations", "rounds", "investments", "valuations", "compute",
    "relations", "authorities", "enforcement", "milestones", "claims", "exchange-rates", "places",
    "outlines", "models", "signatories", "chips", "statistics", "annexes", "benchmarks",
    "expected", "reviewed",
  ]

  var row: any TableRow.Type {
    switch self {
    case .sources: Source.self
    case .countries: Country.self
    case .organisations: Organisation.self
    case .rounds: Round.self
    case .investments: Investment.self
    case .valuations: Valuation.self
    case .compute: Commitment.self
    case .relations: Relation.self
    case .authorities: Authority.self
    case .enforcement: EnforcementStep.self
    case .milestones: Milestone.self
    case .claims: Claim.self
    case .exchangeRates: ExchangeRate.self
    case .places: Place.self
    case .outlines: OutlinePoint.self
    case .models: Model.self
    case .signatories: Signatory.self
    case .chips: Chip.self
    case .statistics: Statistic.self
    case .annexes: AnnexEntry.self
    case .benchmarks: Benchmark.self
    case .expected: Expectation.self
    case .reviewed: Reviewed.self
    }
  }

  public var schema: TableSchema { row.schema }
}

/// The content of a column.
public enum FieldType: Equatable, Sendable {
  /// The row's id, a lower-case slug.
  case key
  /// A code of countries (ISO 3166-1 alpha-2, or EU).
  case country
  /// The id of a row of another (or the same) table.
  case reference(TableName)
  /// Several ids of a table, separated by semicolons.
  case references(TableName)
  case text
  /// An absolute http or https address.
  case url
  /// A year, a month or a day.
  case partialDate
  /// A whole day.
  case day
  case integer
  case number
  /// One of the words of a vocabulary.
  case word([String])
}

/// A column: its name in the file, what it holds and whether a row must have it.
public struct Field: Equatable, Sendable {
  public let name: String
  public let type: FieldType
  /// True if an empty cell is an error.
  public let required: Bool

  init(_ name: String, _ type: FieldType, required: Bool = false) {
    self.name = name
    self.type = type
    self.required = required
  }
}

/// A table's columns, in the order of the file, and the columns that tell its rows apart.
public struct TableSchema: Equatable, Sendable {
  public let name: TableName
  public let fields: [Field]
  /// The names of the columns of the primary key; empty where rows have none.
  public let key: [String]

  init(_ name: TableName, key: [String], _ fields: [Field]) {
    self.name = name
    self.fields = fields
    self.key = key
  }
}

/// The id of a row of a table: a small number in place of the slug.
///
/// `Dataset.slug(_:)` gives the slug. Numbers are of one dataset only and must not be kept beyond it.
public struct ID<Row>: Hashable, Comparable, Sendable {
  /// The number, from 0, in the order of first appearance.
  public let index: Int32

  init(_ index: Int32) {
    self.index = index
  }

  /// The id of no row, as in a row that is not read yet.
  static var unread: ID { ID(-1) }

  public static func < (left: ID, right: ID) -> Bool { left.index < right.index }
}

/// Several ids of a table, kept in the dataset's lists.
public struct IDList<Row>: Hashable, Sendable {
  let start: UInt32
  let count: UInt32

  static var empty: IDList { IDList(start: 0, count: 0) }
}

/// The place of a row in its file, to show it, edit it and report on it.
public struct Origin: Hashable, Sendable {
  public let table: TableName
  /// The index of the row's package among those laid over each other, from 0.
  public let package: UInt8
  /// The line its record starts on, from 1.
  public let line: UInt32

  /// The place of a row that is not read yet.
  static let unread = Origin(table: .sources, package: 0, line: 0)
}

/// The words a column may hold, each a case; the word is the case's name in kebab case.
public protocol Vocabulary: RawRepresentable<UInt8>, CaseIterable, Hashable, Sendable,
  JSONConvertible
{
  /// Every case's word, in the order of the cases. Written out, as to ask the case for its name costs
  /// a start-up of milliseconds.
  static var words: [String] { get }
}

extension Vocabulary {
  public var word: String { Self.words[Int(rawValue)] }

  public init?(_ word: some StringProtocol) {
    guard let index = Self.words.firstIndex(where: { $0 == word }) else { return nil }
    self.init(rawValue: UInt8(index))
  }
}

public protocol Record: Sendable {
  var origin: Origin { get }
}
