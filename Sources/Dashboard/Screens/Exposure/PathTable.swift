import Canvas
import Charts
import Dataset
import Insight

/// The largest paths from somebody to the target, in words; each leads to its rows and sources.
enum PathTable {
  static func make(of id: ID<Organisation>?, facts: ExposureFacts) -> FactTable {
    let world = facts.world
    guard let id, let found = facts.main?[id], !found.isUnknown, !found.paths.isEmpty else {
      return FactTable("Paths", columns: [], rows: [])
    }
    let paths = found.paths
    return FactTable("Largest paths", columns: columns, count: paths.count) { index in
      let path = paths[index]
      let words = ExposureFacts.words(path, of: id, in: world, isNamed: false)
      return (
        .sum(title: words, world.facts(at: path.evidence.rows)),
        [
          FactCell(words),
          FactCell(
            Table.Entry(
              NumberFormat.percent(path.share.documented...path.share.possible),
              style: path.share.documented > 0 ? .target : .possible),
            .number(path.share.documented)),
          FactCell(
            path.counted > 0 ? path.counted : nil, { NumberFormat.percent($0) }, style: .dim),
          FactCell(path.isDirect ? "direct" : "indirect", style: .dim),
          FactCell(count: path.evidence.sources.count, style: .dim),
        ]
      )
    }
  }

  private static let columns = [
    Table.Column("Largest paths", minimum: 46, maximum: 110, priority: 10),
    Table.Column("Share", alignment: .trailing, minimum: 7, priority: 9),
    Table.Column("Counted", alignment: .trailing, minimum: 7, priority: 4),
    Table.Column("How", minimum: 8, priority: 3),
    Table.Column("Sources", alignment: .trailing, minimum: 7, priority: 8),
  ]
}
