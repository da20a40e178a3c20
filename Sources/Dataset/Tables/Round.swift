/// A financing round; plans, acquisitions, funds and buybacks are kept beside the money raised.
public struct Round: DatedRow {
  /// The id; a ledger, so that several dated rows may share it.
  public let id: ID<Round>
  /// Who raised the money.
  public let company: ID<Organisation>
  /// When it was announced.
  public let date: PartialDate
  /// Its name: Seed, Series A and so on.
  public let series: Text
  /// The form of the money.
  public let instrument: Instrument
  /// How far it has come.
  public let status: RoundStatus
  private let amountMillionsMeasure: Measure
  /// Millions of the announced currency.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  /// The announced currency.
  public let currency: Currency?
  private let usdMillionsMeasure: Measure
  /// Millions of dollars, where a source itself gives them.
  public var usdMillions: Double? { usdMillionsMeasure.value }
  private let postMoneyMillionsMeasure: Measure
  /// The valuation after the money, in millions.
  public var postMoneyMillions: Double? { postMoneyMillionsMeasure.value }
  /// The currency of the valuation.
  public let postMoneyCurrency: Currency?
  /// The round that contains this one once that one is known.
  public internal(set) var partOf: ID<Round>?
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .rounds, key: ["id", "date"],
    [
      .required("id", .key),
      .required("company", .reference(.organisations)),
      .required("date", .partialDate),
      .required("series", .text),
      .required("instrument", .word(Instrument.words)),
      .required("status", .word(RoundStatus.words)),
      Field("amount_m", .number),
      Field("currency", .word(Currency.words)),
      Field("amount_usd_m", .number),
      Field("post_money_m", .number),
      Field("post_money_currency", .word(Currency.words)),
      Field("part_of", .reference(.rounds)),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    company = row.reference(.organisations)
    date = row.date()
    series = row.text()
    instrument = row.word(Instrument.self, else: .plan)
    status = row.word(RoundStatus.self, else: .announced)
    amountMillionsMeasure = Measure(row.millions())
    currency = row.optionalWord(Currency.self)
    usdMillionsMeasure = Measure(row.millions())
    postMoneyMillionsMeasure = Measure(row.millions())
    postMoneyCurrency = row.optionalWord(Currency.self)
    partOf = nil
    row.readSelfReference()
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.id(row.dataset.slug(company))
    row.date(date)
    row.text(series)
    row.word(instrument)
    row.word(status)
    row.number(amountMillions)
    row.word(currency)
    row.number(usdMillions)
    row.number(postMoneyMillions)
    row.word(postMoneyCurrency)
    row.id(partOf.map { row.dataset.slug($0) })
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }

  /// The amount as announced, where it was disclosed.
  public var amount: Money? {
    guard let amountMillions, let currency else { return nil }
    return Money(millions: amountMillions, currency: currency)
  }

  /// The valuation after the money, where it was disclosed.
  public var postMoney: Money? {
    guard let postMoneyMillions, let postMoneyCurrency else { return nil }
    return Money(millions: postMoneyMillions, currency: postMoneyCurrency)
  }

  mutating func refer(to number: Int32) {
    partOf = ID(number)
  }
}
