/// A valuation that no row of rounds holds.
public struct Valuation: DatedRow {
  public internal(set) var company: ID<Organisation> = .unread
  public internal(set) var date = PartialDate.unread
  /// Millions of the currency.
  public internal(set) var millions = 0.0
  public internal(set) var currency = Currency.usd
  public internal(set) var basis = ValuationBasis.talks
  public internal(set) var confidence = Confidence.reported
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.valuations
  static let key = ["company", "date", "basis", "value_m", "currency"]
  static let schema = TableSchema(of: Valuation.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("company", &company)
    columns.date("date", &date)
    columns.millions("value_m", &millions)
    columns.word("currency", &currency)
    columns.word("basis", &basis)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }

  public var value: Money { Money(millions: millions, currency: currency) }
}
