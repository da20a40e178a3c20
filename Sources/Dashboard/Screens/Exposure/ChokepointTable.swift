import Canvas
import Charts
import Dataset
import Insight

/// Who takes what along if they stop: the organisations that are on every path of something, the worst
/// first.
enum ChokepointTable {
  static func make(of world: World, facts: ExposureFacts, sort: SortOrder?) -> FactTable {
    let options = ExposureOptions(announced: facts.announced, folding: facts.folding)
    let points = ChokepointReport(of: world.snapshot, options).chokepoints
      .filter { world.shows(world.dataset[$0.id]) }
    let dataset = world.dataset
    return FactTable("Chokepoints", columns: columns, count: points.count, sort: sort) { index in
      let point = points[index]
      let names = point.organisations.map { dataset.name($0) }.joined(separator: ", ")
      return (
        .organisation(dataset.slug(point.id)),
        [
          FactCell(
            dataset.name(point.id), style: point.id == facts.target ? .target : .plain),
          FactCell(count: point.accelerators),
          FactCell(count: point.uncounted > 0 ? point.uncounted : nil, style: .possible),
          FactCell(count: point.organisations.count),
          FactCell(count: point.tenants.count),
          FactCell(
            point.usdMillions > 0 ? point.usdMillions : nil,
            { NumberFormat.integer(Int($0.rounded())) }),
          FactCell(names, style: .dim),
        ]
      )
    }
  }

  private static let columns = [
    Table.Column("If it stops", minimum: 18, maximum: 32, priority: 10),
    Table.Column("Accelerators", alignment: .trailing, minimum: 12, priority: 9),
    Table.Column("Unknown", alignment: .trailing, minimum: 7, priority: 5),
    Table.Column("Lose all", alignment: .trailing, minimum: 8, priority: 8),
    Table.Column("Tenants", alignment: .trailing, minimum: 7, priority: 6),
    Table.Column("Capital", unit: "$ m", alignment: .trailing, minimum: 11, priority: 7),
    Table.Column("Who", minimum: 24, maximum: 90, priority: 4),
  ]
}
