/// An accelerator as its maker rates it.
public struct Chip: SourcedRow {
  public internal(set) var id: ID<Chip> = .unread
  public internal(set) var name = Text.empty
  public internal(set) var vendor: ID<Organisation> = .unread
  /// The family of designs, or empty.
  public internal(set) var family = Text.empty
  private var firstYear = Count()
  /// The year of its first sale.
  public var year: Int? { firstYear.value }
  private var wattsMeasure = Measure()
  /// Rated power in watts.
  public var watts: Double? { wattsMeasure.value }
  private var memoryMeasure = Measure()
  public var memoryGigabytes: Double? { memoryMeasure.value }
  private var bf16Measure = Measure()
  /// Dense BF16 throughput in teraflops.
  public var bf16Teraflops: Double? { bf16Measure.value }
  private var fp8Measure = Measure()
  /// Dense FP8 throughput in teraflops.
  public var fp8Teraflops: Double? { fp8Measure.value }
  public internal(set) var note = Text.empty
  public internal(set) var sources: IDList<Source> = .empty
  public internal(set) var origin = Origin.unread

  static let table = TableName.chips
  static let key = ["id"]
  static let schema = TableSchema(of: Chip.self)

  mutating func visit(_ columns: inout some Columns) {
    columns.key("id", &id)
    columns.text("name", &name)
    columns.reference("vendor", &vendor)
    columns.text("family", &family, .optional)
    columns.integer("year", &firstYear)
    columns.number("power_w", &wattsMeasure)
    columns.number("memory_gb", &memoryMeasure)
    columns.number("bf16_tflops", &bf16Measure)
    columns.number("fp8_tflops", &fp8Measure)
    columns.text("note", &note, .optional)
    columns.sources(&sources)
  }
}
