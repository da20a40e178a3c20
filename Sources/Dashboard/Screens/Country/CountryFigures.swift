import Charts
import Dataset
import Insight

/// The size of a country, and the money and compute there by that size. Each line rests on the statistic.
struct CountryFigures: Sendable {
  /// A figure: its name, its value, how it reads.
  struct Line: Sendable {
    let name: String
    let value: Double?
    let text: String
    let year: Int?
  }

  private let lines: [Line]
  private let scale: CountryScale?

  init(_ profile: CountryProfile) {
    let scale = profile.scale
    self.scale = scale
    // Where no amount and no size is known, nothing was counted, which is not the same as none.
    let raised =
      profile.capital.rounds.count > profile.capital.undisclosed
      ? profile.capital.usdMillions : nil
    let count = profile.compute.accelerators > 0 ? profile.compute.accelerators : nil
    func line(_ name: String, _ value: Double?, _ words: (Double) -> String) -> Line {
      Line(
        name: name, value: value, text: value.map(words) ?? "not known",
        year: value == nil ? nil : scale?.year)
    }
    lines = [
      line("population", scale?.population) { NumberFormat.integer($0) },
      line("GDP, EUR m", scale?.statistic.gdpMillions) { NumberFormat.integer($0) },
      line("raised per head, all years, $", raised.flatMap { scale?.perHead(usdMillions: $0) }) {
        ScaleWords.figure($0)
      },
      line(
        "raised, all years, of a year's GDP", raised.flatMap { scale?.ofProduct(usdMillions: $0) }
      ) { ScaleWords.percent($0) },
      line("firm accelerators per million people", count.flatMap { scale?.perMillion($0) }) {
        ScaleWords.figure($0)
      },
      line("firm accelerators a billion $ of GDP", count.flatMap { scale?.perBillion($0) }) {
        ScaleWords.figure($0)
      },
    ]
  }

  /// A remark after the title: the year, or that nothing is known.
  var remark: String {
    scale.map { "population and GDP of \($0.year)" } ?? "no population or GDP is known"
  }

  func table(in world: World, sort: SortOrder?) -> FactTable {
    let scale = scale
    return FactTable(
      "In figures", name: "figures", columns: CountryFigures.columns,
      rows: scale == nil ? [] : lines, in: world, sort: sort
    ) { _, _ in scale.map { .row(.statistics, .number($0.number)) } }
  }

  private static let columns: [Column<Line>] = [
    Column("figure", .init("Figure", minimum: 20, maximum: 38, priority: 10)) { line, _ in
      line.name
    },
    Column(
      "value", .init("Value", alignment: .trailing, minimum: 10, maximum: 16, priority: 9),
      words: { line, _ in line.text }
    ) { line, _ in line.value },
    Column(
      "year", .init("Of year", alignment: .trailing, minimum: 7, maximum: 7, priority: 8),
      style: .dim, words: { line, _ in line.year.map { "\($0)" } }
    ) { line, _ in line.year },
  ]
}
