/// An investor's part in a round.
public struct Investment: TableRow {
  /// The round.
  public let round: ID<Round>
  /// Who invested.
  public let investor: ID<Organisation>
  /// The part taken.
  public let role: InvestorRole
  private let amountMillionsMeasure: Measure
  /// The investor's own amount in millions.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  /// Its currency.
  public let currency: Currency?
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .investments, key: ["round", "investor"],
    [
      .required("round", .reference(.rounds)),
      .required("investor", .reference(.organisations)),
      .required("role", .word(InvestorRole.words)),
      Field("amount_m", .number),
      Field("currency", .word(Currency.words)),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    round = row.reference(.rounds)
    investor = row.reference(.organisations)
    role = row.word(InvestorRole.self, else: .participant)
    amountMillionsMeasure = Measure(row.millions())
    currency = row.optionalWord(Currency.self)
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(round))
    row.id(row.dataset.slug(investor))
    row.word(role)
    row.number(amountMillions)
    row.word(currency)
    row.ids(row.dataset.slugs(sources))
  }

  /// The investor's own amount, where it was disclosed.
  public var amount: Money? {
    guard let amountMillions, let currency else { return nil }
    return Money(millions: amountMillions, currency: currency)
  }
}
