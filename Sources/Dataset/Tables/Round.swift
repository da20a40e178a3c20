/// A financing round; plans, acquisitions, funds and buybacks are kept beside the money raised.
public struct Round: DatedRow {
  /// The id; a ledger, so that several dated rows may share it.
  public internal(set) var id: ID<Round> = .unread
  /// Who raised the money.
  public internal(set) var company: ID<Organisation> = .unread
  /// When it was announced.
  public internal(set) var date = PartialDate.unread
  /// Its name: Seed, Series A and so on.
  public internal(set) var series = Text.empty
  /// The form of the money.
  public internal(set) var instrument = Instrument.plan
  /// How far it has come.
  public internal(set) var status = RoundStatus.announced
  private var amountMillionsMeasure = Measure()
  /// Millions of the announced currency.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  /// The announced currency.
  public internal(set) var currency: Currency?
  private var usdMillionsMeasure = Measure()
  /// Millions of dollars, where a source itself gives them.
  public var usdMillions: Double? { usdMillionsMeasure.value }
  private var postMoneyMillionsMeasure = Measure()
  /// The valuation after the money, in millions.
  public var postMoneyMillions: Double? { postMoneyMillionsMeasure.value }
  /// The currency of the valuation.
  public internal(set) var postMoneyCurrency: Currency?
  /// The round that contains this one once that one is known.
  public internal(set) var partOf: ID<Round>?
  /// How good it is.
  public internal(set) var confidence = Confidence.reported
  /// A short remark, or empty.
  public internal(set) var note = Text.empty
  /// What the row rests on.
  public internal(set) var sources: IDList<Source> = .empty
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

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
