/// A financing round. Plans, acquisitions, funds and buybacks are kept apart from the money raised.
public struct Round: DatedRow {
  // Columns of eight bytes stand first, those of one byte last. A row then has 80 bytes instead of 104,
  // and there may be a million rows.

  /// Its name: Seed, Series A and so on.
  public internal(set) var series = Text.empty
  private var amountMillionsMeasure = Measure()
  private var usdMillionsMeasure = Measure()
  private var postMoneyMillionsMeasure = Measure()
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread
  /// The id; a ledger, so that several dated rows may share it.
  public internal(set) var id: ID<Round> = .unread
  public internal(set) var company: ID<Organisation> = .unread
  public internal(set) var date = PartialDate.unread
  /// The round that contains this round, once that round is known.
  public internal(set) var partOf: ID<Round>?
  public internal(set) var instrument = Instrument.plan
  public internal(set) var status = RoundStatus.announced
  public internal(set) var currency: Currency?
  public internal(set) var postMoneyCurrency: Currency?
  public internal(set) var confidence = Confidence.reported

  /// Millions of the announced currency.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  /// Millions of dollars, where a source itself gives them.
  public var usdMillions: Double? { usdMillionsMeasure.value }
  /// The valuation after the money, in millions.
  public var postMoneyMillions: Double? { postMoneyMillionsMeasure.value }

  static let table = TableName.rounds
  static let key = ["id", "date"]
  static let schema = TableSchema(of: Round.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.reference("company", &company)
    columns.date("date", &date)
    columns.text("series", &series)
    columns.word("instrument", &instrument)
    columns.word("status", &status)
    columns.millions("amount_m", &amountMillionsMeasure)
    columns.word("currency", &currency)
    columns.millions("amount_usd_m", &usdMillionsMeasure)
    columns.millions("post_money_m", &postMoneyMillionsMeasure)
    columns.word("post_money_currency", &postMoneyCurrency)
    columns.reference("part_of", toSameTable: &partOf)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
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
