import Canvas
import Charts
import Dataset
import Insight

/// How concentrated what the ledger counts is, market by market, and on whom.
enum ConcentrationTable {
  static func make(_ markets: [LayerConcentration], world: World, sort: SortOrder?) -> FactTable {
    let dataset = world.dataset
    return FactTable("Concentration", columns: columns, count: markets.count, sort: sort) { index in
      let market = markets[index]
      let found = market.concentration
      return (
        .sum(
          title: name(market.measure),
          market.parts.prefix(12).map { .organisation(dataset.slug($0.id)) }),
        [
          FactCell(name(market.measure)),
          FactCell(
            Table.Entry(
              interval(found.index.least, found.index.most),
              style: found.index.least > 1800 ? Style(.strong, .bold) : .plain),
            .number(found.index.least)),
          FactCell(Table.Entry(half(found), style: .plain), .number(found.suppliersToHalf.least)),
          FactCell(count: found.suppliers),
          FactCell(
            found.open > 0 ? found.open / found.total : nil, { NumberFormat.percent($0) },
            style: .possible),
          FactCell(count: market.uncounted > 0 ? market.uncounted : nil, style: .possible),
          FactCell(largest(market, dataset), style: .dim),
        ]
      )
    }
  }

  /// What is counted, and by whom.
  static func name(_ measure: LayerConcentration.Measure) -> String {
    switch measure {
    case .acceleratorsByVendor: "Accelerators by maker of the chips"
    case .acceleratorsByOperator: "Accelerators by operator"
    case .acceleratorsByCustomer: "Accelerators by customer"
    case .dollarsByCompany(let layer): "Dollars raised, \(layer.word)"
    case .dollarsByInvestor: "Dollars by investor"
    }
  }

  private static func interval(_ least: Double, _ most: Double) -> String {
    let (low, high) = (
      NumberFormat.integer(least), NumberFormat.integer(most)
    )
    return low == high ? low : NumberFormat.interval(low, high)
  }

  private static func half(_ found: Concentration) -> String {
    guard let least = found.suppliersToHalf.least else { return String(Glyph.unknown) }
    guard let most = found.suppliersToHalf.most else { return "\(least) or more" }
    return least == most ? "\(least)" : NumberFormat.interval("\(least)", "\(most)")
  }

  private static func largest(_ market: LayerConcentration, _ dataset: Dataset) -> String {
    market.parts.prefix(3).map { part in
      "\(dataset.name(part.id)) \(NumberFormat.percent(part.amount / market.concentration.total))"
    }.joined(separator: ", ")
  }

  private static let columns = [
    Table.Column("What the ledger counts", minimum: 22, maximum: 36, priority: 10),
    Table.Column("HHI", alignment: .trailing, minimum: 11, priority: 9),
    Table.Column("Reach half", alignment: .trailing, minimum: 10, priority: 8),
    Table.Column("Known", alignment: .trailing, minimum: 5, priority: 5),
    Table.Column("Open", alignment: .trailing, minimum: 5, priority: 6),
    Table.Column("Unsized", alignment: .trailing, minimum: 7, priority: 3),
    Table.Column("The largest", minimum: 24, maximum: 80, priority: 7),
  ]
}
