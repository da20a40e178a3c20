/// Reference rates of the European Central Bank for one euro.
public struct ExchangeRate: SourcedRow {
  /// The trading day.
  public internal(set) var day = Day.unread
  /// Units of USD for one euro.
  public internal(set) var usd = 0.0
  /// Units of GBP for one euro.
  public internal(set) var gbp = 0.0
  /// Units of NOK for one euro.
  public internal(set) var nok = 0.0
  /// Units of SEK for one euro.
  public internal(set) var sek = 0.0
  /// Units of DKK for one euro.
  public internal(set) var dkk = 0.0
  /// Units of CHF for one euro.
  public internal(set) var chf = 0.0
  /// Units of PLN for one euro.
  public internal(set) var pln = 0.0
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.exchangeRates
  static let key = ["date"]
  static let schema = TableSchema(of: ExchangeRate.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.day("date", &day)
    columns.rate("USD", &usd)
    columns.rate("GBP", &gbp)
    columns.rate("NOK", &nok)
    columns.rate("SEK", &sek)
    columns.rate("DKK", &dkk)
    columns.rate("CHF", &chf)
    columns.rate("PLN", &pln)
    columns.sources(&sources)
  }

  /// Units of a currency for one euro.
  public func perEuro(_ currency: Currency) -> Double {
    switch currency {
    case .eur: 1
    case .usd: usd
    case .gbp: gbp
    case .nok: nok
    case .sek: sek
    case .dkk: dkk
    case .chf: chf
    case .pln: pln
    }
  }
}
