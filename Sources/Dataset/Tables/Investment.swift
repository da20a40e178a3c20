/// An investor's part in a round.
public struct Investment: SourcedRow {
  /// The round.
  public internal(set) var round: ID<Round> = .unread
  /// Who invested.
  public internal(set) var investor: ID<Organisation> = .unread
  /// The part taken.
  public internal(set) var role = InvestorRole.participant
  private var amountMillionsMeasure = Measure()
  /// The investor's own amount in millions.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  /// Its currency.
  public internal(set) var currency: Currency?
  /// What the row rests on.
  public internal(set) var sources: IDList<Source> = .empty
  /// Where the row stands.
  public internal(set) var origin = Origin.unread

  static let table = TableName.investments
  static let key = ["round", "investor"]
  static let schema = TableSchema(of: Investment.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.reference("round", &round)
    columns.reference("investor", &investor)
    columns.word("role", &role)
    columns.millions("amount_m", &amountMillionsMeasure)
    columns.word("currency", &currency)
    columns.sources(&sources)
  }

  /// The investor's own amount, where it was disclosed.
  public var amount: Money? {
    guard let amountMillions, let currency else { return nil }
    return Money(millions: amountMillions, currency: currency)
  }
}
