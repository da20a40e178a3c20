/// Reference rates of the European Central Bank for one euro.
public struct ExchangeRate: TableRow {
  /// The trading day.
  public let day: Day
  /// Units of USD for one euro.
  public let usd: Double
  /// Units of GBP for one euro.
  public let gbp: Double
  /// Units of NOK for one euro.
  public let nok: Double
  /// Units of SEK for one euro.
  public let sek: Double
  /// Units of DKK for one euro.
  public let dkk: Double
  /// Units of CHF for one euro.
  public let chf: Double
  /// Units of PLN for one euro.
  public let pln: Double
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .exchangeRates, key: ["date"],
    [
      .required("date", .day),
      .required("USD", .number),
      .required("GBP", .number),
      .required("NOK", .number),
      .required("SEK", .number),
      .required("DKK", .number),
      .required("CHF", .number),
      .required("PLN", .number),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    day = row.day()
    usd = row.rate()
    gbp = row.rate()
    nok = row.rate()
    sek = row.rate()
    dkk = row.rate()
    chf = row.rate()
    pln = row.rate()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.day(day)
    row.number(usd)
    row.number(gbp)
    row.number(nok)
    row.number(sek)
    row.number(dkk)
    row.number(chf)
    row.number(pln)
    row.ids(row.dataset.slugs(sources))
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
