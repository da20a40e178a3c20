/// Population and output of a country in a year.
public struct Statistic: SourcedRow {
  public internal(set) var country: ID<Country> = .unread
  public internal(set) var year = 0
  private var populationMeasure = Measure()
  public var population: Double? { populationMeasure.value }
  private var gdpMeasure = Measure()
  /// Gross domestic product in millions of euros.
  public var gdpMillions: Double? { gdpMeasure.value }
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.statistics
  static let key = ["country", "year"]
  static let schema = TableSchema(of: Statistic.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("country", &country)
    columns.integer("year", &year)
    columns.number("population", &populationMeasure)
    columns.number("gdp_eur_m", &gdpMeasure)
    columns.sources(&sources)
  }
}

extension Dataset {
  /// Population and output of the countries.
  public var statistics: [Statistic] { rows(Statistic.self) }
}
