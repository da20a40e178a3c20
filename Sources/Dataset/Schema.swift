/// The tables of a data package.
///
/// A new table is a case and its two names here, and a type of row with its rows in `Tables`. It also
/// is a kind in `Dashboard/Entities` with a place in `Entity.all`, and an entry in
/// `datapackage.json`.
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

public protocol Record: Sendable {
  var origin: Origin { get }
}
