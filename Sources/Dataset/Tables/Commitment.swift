/// Compute that somebody announced, contracted, is building or operates.
public struct Commitment: DatedRow {
  /// The id; a ledger, so that several dated rows may share it.
  public internal(set) var id: ID<Commitment> = .unread
  public internal(set) var date = PartialDate.unread
  public internal(set) var name = Text.empty
  public internal(set) var scope = ComputeScope.programme
  public internal(set) var operatedBy: ID<Organisation>?
  /// The renting organisation; empty where nobody is named.
  public internal(set) var customer: ID<Organisation>?
  public internal(set) var country: ID<Country> = .unread
  public internal(set) var city = Text.empty
  private var acceleratorsCount = Count()
  public var accelerators: Int? { acceleratorsCount.value }
  public internal(set) var vendor: ID<Organisation>?
  public internal(set) var chip = Text.empty
  /// The chips, as far as they are known: several where only a family is named, or several stand there.
  public internal(set) var chips: IDList<Chip> = .empty
  private var megawattsMeasure = Measure()
  /// Electrical power in megawatts.
  public var megawatts: Double? { megawattsMeasure.value }
  public internal(set) var status = ComputeStatus.announced
  public internal(set) var target: PartialDate?
  private var capitalMillionsMeasure = Measure()
  /// Context for the row, in millions; never summed.
  public var capitalMillions: Double? { capitalMillionsMeasure.value }
  public internal(set) var currency: Currency?
  public internal(set) var confidence = Confidence.reported
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.compute
  static let key = ["id", "date"]
  static let schema = TableSchema(of: Commitment.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.date("date", &date)
    columns.text("name", &name)
    columns.word("scope", &scope)
    columns.reference("operator", &operatedBy)
    columns.reference("customer", &customer)
    columns.reference("country", &country)
    columns.text("city", &city, .optional)
    columns.integer("accelerators", &acceleratorsCount)
    columns.reference("chip_vendor", &vendor)
    columns.text("chip", &chip, .optional)
    columns.references("chips", &chips, .optional)
    columns.number("mw", &megawattsMeasure)
    columns.word("status", &status)
    columns.date("target", &target)
    columns.millions("capital_m", &capitalMillionsMeasure)
    columns.word("currency", &currency)
    columns.word("confidence", &confidence)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
