import Canvas
import Charts
import Dataset
import Insight

/// Who in Europe can compute without the target: laboratories first, those who wholly can at the top.
enum WithoutTable {
  static func make(_ independence: Independence, facts: ExposureFacts, sort: SortOrder?)
    -> FactTable
  {
    let world = facts.world
    let dataset = world.dataset
    let rows = independence.rows.filter { world.shows(dataset[$0.id]) }
    let name = facts.supplierName
    return FactTable(
      "Without \(name)", columns: columns(name), count: rows.count, sort: sort
    ) { index in
      let row = rows[index]
      return (
        .organisation(dataset.slug(row.id)),
        [
          FactCell(
            dataset.name(row.id), style: row.verdict == .none ? .dim : .plain),
          FactCell(row.isLab ? "laboratory" : dataset[row.id].layer.word, style: .dim),
          FactCell(dataset[row.id].country.map { dataset.code($0) } ?? "", style: .dim),
          FactCell(
            Table.Entry(words(row.verdict), style: style(row.verdict)),
            .number(row.verdict.rank)),
          FactCell(without(row), .number(row.without.lowerBound)),
          FactCell(count: row.accelerators > 0 ? row.accelerators : nil),
          FactCell(count: row.uncounted > 0 ? row.uncounted : nil, style: .possible),
          FactCell(chips(row, world), style: .dim),
        ]
      )
    }
  }

  /// The answer in one line: who can, and with how many accelerators.
  static func answer(_ independence: Independence, facts: ExposureFacts) -> [Span] {
    let dataset = facts.world.dataset
    let labs = independence.rows.filter { $0.isLab }
    var spans = [Span("Laboratories that can  ", .dim)]
    let able = labs.filter { $0.verdict == .wholly || $0.verdict == .partly }
    for (index, row) in able.enumerated() {
      let count = row.without.lowerBound
      let figure = count > 0 ? " \(NumberFormat.integer(count))" : ""
      spans.append(
        Span(
          (index > 0 ? ", " : "") + ReachLabels.brief(dataset.name(row.id)) + figure,
          Style(.good, .bold)))
    }
    if able.isEmpty { spans.append(Span("none", .strong)) }
    let none = labs.count { $0.verdict == .none }
    let open = labs.count { $0.verdict == .open }
    return spans + [Span("   cannot \(none), not known \(open)", .dim)]
  }

  private static func without(_ row: Independence.Row) -> Table.Entry {
    let (low, high) = (row.without.lowerBound, row.without.upperBound)
    if low == 0, !row.sites.isEmpty { return Table.Entry("of unknown size", style: .good) }
    guard row.accelerators > 0 else { return .unknown }
    let text =
      low == high
      ? NumberFormat.integer(low)
      : NumberFormat.interval(NumberFormat.integer(low), NumberFormat.integer(high))
    return Table.Entry(text, style: low > 0 ? .good : high > 0 ? .possible : .dim)
  }

  /// The makers and the sites, with how far each has come: what is contracted does not compute yet.
  private static func chips(_ row: Independence.Row, _ world: World) -> String {
    let makers = row.makers.map { world.dataset.name($0) }.joined(separator: ", ")
    let sites = row.sites.prefix(4).compactMap { site in
      world.snapshot.commitment(site).map { commitment in
        let target = commitment.target.map { " for \($0)" } ?? ""
        let status = commitment.status == .operational ? "runs" : commitment.status.word + target
        return "\(world.dataset.string(commitment.name)) \(status)"
      }
    }.joined(separator: ", ")
    return makers.isEmpty ? "" : "\(makers): \(sites)"
  }

  private static func words(_ verdict: Independence.Verdict) -> String {
    switch verdict {
    case .wholly: "yes, wholly"
    case .partly: "in part"
    case .open: "not known"
    case .none: "no"
    }
  }

  private static func style(_ verdict: Independence.Verdict) -> Style {
    switch verdict {
    case .wholly: Style(.good, .bold)
    case .partly: .good
    case .open: .possible
    case .none: .dim
    }
  }

  private static func columns(_ name: String) -> [Table.Column] {
    [
      Table.Column("Organisation", minimum: 18, maximum: 36, priority: 10),
      Table.Column("What", minimum: 10, maximum: 14, priority: 4),
      Table.Column("In", minimum: 2, maximum: 3, priority: 5),
      Table.Column("Can it?", minimum: 11, maximum: 12, priority: 9),
      Table.Column("Without \(name)", alignment: .trailing, minimum: 10, priority: 8),
      Table.Column("Of", alignment: .trailing, minimum: 7, priority: 7),
      Table.Column("Unsized", alignment: .trailing, minimum: 7, priority: 3),
      Table.Column("Whose chips, where", minimum: 20, maximum: 70, priority: 6),
    ]
  }
}
