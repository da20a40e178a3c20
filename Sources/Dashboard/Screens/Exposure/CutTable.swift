import Canvas
import Charts
import Dataset
import Insight

/// The losses by a cut, group by group in one list: by year, operator, customer, country, law and layer.
///
/// Sure losses stand before possible losses, and both before losses of unknown size, which their cells
/// name. So no row of unknown size hides a figure or passes for a loser of nothing.
enum CutTable {
  /// A group of a grouping, with the loss by both scenarios.
  struct Row: Sendable {
    let grouping: String
    let name: String
    let key: GroupKey
    let loss: CutLoss
    let other: CutLoss?
  }

  static func make(_ detail: CutDetail, sort: SortOrder?) -> FactTable {
    // The list is read from its top, and the year is what a cut of deliveries is asked for.
    let order = ["by year", "by company", "by customer"]
    let blocks = detail.blocks
    let sorted =
      order.flatMap { title in blocks.filter { $0.title == title } }
      + blocks.filter { !order.contains($0.title) }
    let rows = sorted.flatMap { block in
      block.groups.map { group in
        Row(
          grouping: block.word, name: detail.name(of: group.key),
          key: group.key, loss: group.loss, other: group.other)
      }
    }
    func isSure(_ row: Row) -> Bool {
      row.loss.documented > 0 || (row.other?.documented ?? 0) > 0
    }
    func isSized(_ row: Row) -> Bool {
      row.loss.possible > 0 || (row.other?.possible ?? 0) > 0
    }
    let ordered =
      rows.filter(isSure) + rows.filter { !isSure($0) && isSized($0) }
      + rows.filter { !isSized($0) }
    let unit = detail.isMoney ? "$ m" : detail.cut.options.unit.title
    return FactTable(
      "Lost \(Glyph.separator) \(unit)", name: "lost",
      columns: columns(isCompared: detail.other != nil), rows: ordered, in: detail.world,
      sort: sort,
      style: { row, _ in
        row.loss.documented > 0 || (row.other?.documented ?? 0) > 0 ? .plain : .possible
      },
      fact: { $1.fact(of: $0.key) ?? .sum(title: "\($0.grouping) \($0.name)", []) })
  }

  private static func columns(isCompared: Bool) -> [Column<Row>] {
    let names: [Column<Row>] = [
      Column("grouping", .init("By", minimum: 8, maximum: 8, priority: 8), style: .dim) { row, _ in
        row.grouping
      },
      Column("group", .init("Hit", minimum: 14, maximum: 36, priority: 10)) { row, _ in row.name },
      Column("before", .init("Before", alignment: .trailing, minimum: 7, priority: 5)) { row, _ in
        amount(max(row.loss.before, row.other?.before ?? 0))
      },
    ]
    let mark = isCompared ? " A" : ""
    let first = figures("", mark, priority: 9) { $0.loss }
    let second = isCompared ? figures("_other", " B", priority: 9) { $0.other } : []
    let unsized: Column<Row> = Column(
      "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 4), style: .possible
    ) { row, _ in
      let count = max(row.loss.uncounted, row.other?.uncounted ?? 0)
      return count > 0 ? count : nil
    }
    return names + first + second + [unsized]
  }

  /// The loss by a scenario, and the rest.
  private static func figures(
    _ id: String, _ mark: String, priority: Int, _ loss: @escaping @Sendable (Row) -> CutLoss?
  ) -> [Column<Row>] {
    [
      Column(
        "lost" + id, .init("Lost" + mark, alignment: .trailing, minimum: 7, priority: priority),
        styled: { row, _, _ in (loss(row)?.possible ?? 0) > 0 ? .alarm : .possible },
        words: { row, _ in
          guard let loss = loss(row), loss.possible == 0, loss.uncounted > 0 else { return nil }
          return "unknown size"
        }
      ) { row, _ -> Interval? in
        loss(row).flatMap { $0.before > 0 ? Interval($0.documented, $0.possible) : nil }
      },
      Column(
        "left" + id,
        .init("Left" + mark, alignment: .trailing, minimum: 7, priority: priority - 2)
      ) { row, _ -> Interval? in
        loss(row).flatMap { $0.before > 0 ? Interval($0.left.lowerBound, $0.left.upperBound) : nil }
      },
      Column(
        "lost_share" + id,
        .init("Share" + mark, alignment: .trailing, minimum: 6, priority: priority - 3)
      ) { row, _ in loss(row).flatMap { $0.before > 0 ? $0.share : nil } },
    ]
  }

  private static func amount(_ value: Double) -> Interval? {
    value > 0 ? Interval(value, value) : nil
  }
}
