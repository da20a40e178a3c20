import Canvas
import Charts
import Dataset
import Insight

/// The concentration of the ledger's markets and their largest suppliers.
enum ConcentrationTable {
  static func make(_ markets: [LayerConcentration], world: World, sort: SortOrder?) -> FactTable {
    FactTable(
      "Concentration", name: "concentration", columns: columns, rows: markets, in: world, sort: sort
    ) { market, world in
      .sum(
        title: name(market.measure),
        market.parts.prefix(12).map { .organisation(world.dataset.slug($0.id)) })
    }
  }

  static func name(_ measure: LayerConcentration.Measure) -> String {
    switch measure {
    case .computeByVendor(let unit): "\(title(unit)) by maker of the chips"
    case .computeByOperator(let unit): "\(title(unit)) by operator"
    case .computeByCustomer(let unit): "\(title(unit)) by customer"
    case .dollarsByCompany(let layer): "Dollars raised, \(layer.word)"
    case .dollarsByInvestor: "Dollars by investor"
    }
  }

  private static func title(_ unit: ComputeUnit) -> String {
    unit == .accelerators ? "Accelerators" : unit.title
  }

  /// The answer in one line: the measure, its market, and the sites without a size in the unit, which are
  /// in no index of compute.
  static func answer(_ markets: [LayerConcentration], _ options: ExposureOptions) -> [Span] {
    let compute = markets.first { $0.measure == .computeByVendor(options.unit) }
    let words = compute.map { market in
      market.uncounted == 0 ? "" : "; \(counted(market.uncounted, "site")) of unknown size left out"
    }
    let left = [Span(words ?? "; no site has a size in \(options.unit.title)", .possible)]
    return [
      Span("HHI", .plain),
      Span(": the sum of squared shares, 10,000 for a lone supplier, high above 1,800", .dim),
    ] + left + [
      Span("; the market is what ", .dim), Span("the ledger counts", .plain),
      Span(", not the world", .dim),
    ]
  }

  private static func half(_ found: Concentration) -> String {
    guard let least = found.suppliersToHalf.least else { return String(Glyph.unknown) }
    guard let most = found.suppliersToHalf.most else { return "\(least) or more" }
    return least == most ? "\(least)" : NumberFormat.interval("\(least)", "\(most)")
  }

  private static func largest(_ market: LayerConcentration, _ dataset: Dataset) -> String {
    market.parts.prefix(3).map { part in
      "\(dataset.name(part.id)) \(NumberFormat.percent(market.share(of: part)))"
    }.joined(separator: ", ")
  }

  private static let columns: [Column<LayerConcentration>] = [
    Column("market", .init("Market", minimum: 22, maximum: 36, priority: 10)) {
      market, _ in name(market.measure)
    },
    Column(
      "hhi", .init("HHI", alignment: .trailing, minimum: 11, priority: 9),
      styled: { market, _, style in
        market.concentration.index.least > 1800 ? Style(.strong, .bold) : style
      }
    ) { market, _ in
      Interval(market.concentration.index.least, market.concentration.index.most)
    },
    Column(
      "suppliers_to_half", .init("Make up half", alignment: .trailing, minimum: 12, priority: 8),
      ranked: { market, _ in
        RankedEntry(
          half(market.concentration), market.concentration.suppliersToHalf.least)
      }
    ) { market, _ in market.concentration.suppliersToHalf.least },
    Column("suppliers_to_half_most") { market, _ in market.concentration.suppliersToHalf.most },
    Column("suppliers", .init("Suppliers", alignment: .trailing, minimum: 9, priority: 5)) {
      market, _ in market.concentration.suppliers
    },
    Column(
      "open_share", .init("Open", alignment: .trailing, minimum: 5, priority: 6), style: .possible
    ) {
      market, _ in
      market.concentration.open > 0
        ? Fraction(market.concentration.open / market.concentration.total) : nil
    },
    Column(
      "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 3), style: .possible
    ) {
      market, _ in market.uncounted > 0 ? market.uncounted : nil
    },
    Column(
      "largest", .init("The largest", minimum: 24, maximum: 80, priority: 7), style: .dim,
      words: { largest($0, $1.dataset) }
    ) { market, world in market.parts.prefix(3).map { world.reference($0.id) } },
  ]
}
