/// A valuation that no row of rounds holds.
public struct Valuation: DatedRow {
  /// Whose valuation it is.
  public let company: ID<Organisation>
  /// When it was so valued.
  public let date: PartialDate
  /// Millions of the currency.
  public let millions: Double
  /// The currency.
  public let currency: Currency
  /// What it was measured by.
  public let basis: ValuationBasis
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .valuations, key: ["company", "date", "basis", "value_m", "currency"],
    [
      .required("company", .reference(.organisations)),
      .required("date", .partialDate),
      .required("value_m", .number),
      .required("currency", .word(Currency.words)),
      .required("basis", .word(ValuationBasis.words)),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    company = row.reference(.organisations)
    date = row.date()
    millions = row.millions()
    currency = row.word(Currency.self, else: .usd)
    basis = row.word(ValuationBasis.self, else: .talks)
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(company))
    row.date(date)
    row.number(millions)
    row.word(currency)
    row.word(basis)
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }

  /// The value.
  public var value: Money { Money(millions: millions, currency: currency) }
}
