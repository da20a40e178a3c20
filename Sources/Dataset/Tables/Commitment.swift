/// Compute that somebody announced, contracted, is building or operates.
public struct Commitment: DatedRow {
  /// The id; a ledger, so that several dated rows may share it.
  public let id: ID<Commitment>
  /// When it was announced or took effect.
  public let date: PartialDate
  /// The name of the site or programme.
  public let name: Text
  /// What the row speaks of.
  public let scope: ComputeScope
  /// Who operates it.
  public let operatedBy: ID<Organisation>?
  /// Who rents it; empty where nobody is named.
  public let customer: ID<Organisation>?
  /// Where it stands.
  public let country: ID<Country>
  /// The city or town.
  public let city: Text
  private let acceleratorsCount: Int32
  /// How many accelerators.
  public var accelerators: Int? { acceleratorsCount < 0 ? nil : Int(acceleratorsCount) }
  /// Who designed the chips.
  public let vendor: ID<Organisation>?
  /// The name of the chip.
  public let chip: Text
  private let megawattsMeasure: Measure
  /// Electrical power in megawatts.
  public var megawatts: Double? { megawattsMeasure.value }
  /// How far it has come.
  public let status: ComputeStatus
  /// When it is to run.
  public let target: PartialDate?
  private let capitalMillionsMeasure: Measure
  /// Context for the row, in millions; never summed.
  public var capitalMillions: Double? { capitalMillionsMeasure.value }
  /// The currency of the capital.
  public let currency: Currency?
  /// How good it is.
  public let confidence: Confidence
  /// A short remark, or empty.
  public let note: Text
  /// What the row rests on.
  public let sources: IDList<Source>
  /// Where the row stands.
  public let origin: Origin

  static let schema = TableSchema(
    .compute, key: ["id", "date"],
    [
      .required("id", .key),
      .required("date", .partialDate),
      .required("name", .text),
      .required("scope", .word(ComputeScope.words)),
      Field("operator", .reference(.organisations)),
      Field("customer", .reference(.organisations)),
      .required("country", .country),
      Field("city", .text),
      Field("accelerators", .integer),
      Field("chip_vendor", .reference(.organisations)),
      Field("chip", .text),
      Field("mw", .number),
      .required("status", .word(ComputeStatus.words)),
      Field("target", .partialDate),
      Field("capital_m", .number),
      Field("currency", .word(Currency.words)),
      .required("confidence", .word(Confidence.words)),
      Field("note", .text),
      .required("source", .references(.sources)),
    ])

  init(_ row: inout RowReader) {
    id = row.key()
    date = row.date()
    name = row.text()
    scope = row.word(ComputeScope.self, else: .programme)
    operatedBy = row.optionalReference(.organisations)
    customer = row.optionalReference(.organisations)
    country = row.reference(.countries)
    city = row.text()
    acceleratorsCount = row.integer()
    vendor = row.optionalReference(.organisations)
    chip = row.text()
    megawattsMeasure = Measure(row.number())
    status = row.word(ComputeStatus.self, else: .announced)
    target = row.optionalDate()
    capitalMillionsMeasure = Measure(row.millions())
    currency = row.optionalWord(Currency.self)
    confidence = row.word(Confidence.self, else: .reported)
    note = row.text()
    sources = row.references(.sources)
    origin = row.origin
  }

  func write(_ row: inout RowWriter) {
    row.id(row.dataset.slug(id))
    row.date(date)
    row.text(name)
    row.word(scope)
    row.id(operatedBy.map { row.dataset.slug($0) })
    row.id(customer.map { row.dataset.slug($0) })
    row.id(row.dataset.code(country))
    row.text(city)
    row.integer(accelerators)
    row.id(vendor.map { row.dataset.slug($0) })
    row.text(chip)
    row.number(megawatts)
    row.word(status)
    row.date(target)
    row.number(capitalMillions)
    row.word(currency)
    row.word(confidence)
    row.text(note)
    row.ids(row.dataset.slugs(sources))
  }

  /// The capital named with the commitment: context, never a sum.
  public var capital: Money? {
    guard let capitalMillions, let currency else { return nil }
    return Money(millions: capitalMillions, currency: currency)
  }
}
