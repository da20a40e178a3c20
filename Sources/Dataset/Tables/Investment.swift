/// An investor's part in a round.
public struct Investment: SourcedRow {
  public internal(set) var round: ID<Round> = .unread
  public internal(set) var investor: ID<Organisation> = .unread
  public internal(set) var role = InvestorRole.participant
  private var amountMillionsMeasure = Measure()
  /// The investor's own amount in millions.
  public var amountMillions: Double? { amountMillionsMeasure.value }
  public internal(set) var currency: Currency?
  public internal(set) var sources: IDList<Source> = .empty
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
