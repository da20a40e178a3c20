import Canvas
import Charts
import Dataset
import Insight

/// The organisations in Europe that can compute without the target: laboratories first, those who
/// wholly can at the top.
enum WithoutTable {
  static func make(_ independence: Independence, facts: ExposureFacts, sort: SortOrder?)
    -> FactTable
  {
    let world = facts.world
    let rows = independence.rows.filter { world.shows(world.dataset[$0.id]) }
    let (name, unit) = (facts.supplierName, facts.options.unit)
    let words = unit == .accelerators ? "" : " \(Glyph.separator) \(unit.title)"
    return FactTable(
      "Without \(name)\(words)", name: "without", columns: columns(name, in: unit), rows: rows,
      in: world, sort: sort
    ) { .organisation($1.dataset.slug($0.id)) }
  }

  /// The answer in one line: who can, and with how many accelerators.
  static func answer(_ independence: Independence, facts: ExposureFacts) -> [Span] {
    let dataset = facts.world.dataset
    let labs = independence.rows.filter { $0.isLab }
    var spans = [Span("Can compute without \(facts.supplierName)  ", .dim)]
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
    return spans + [Span("; \(none) cannot; \(open) unknown, of laboratories", .dim)]
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

  private static func columns(_ name: String, in unit: ComputeUnit) -> [Column<Independence.Row>] {
    [
      Column(
        "organisation", .init("Organisation", minimum: 24, maximum: 36, priority: 10),
        styled: { row, _, style in row.verdict == .none ? .dim : style }
      ) { $1.reference($0.id) },
      Column("what", .init("What", minimum: 10, maximum: 14, priority: 4), style: .dim) {
        $0.isLab ? "laboratory" : $1.dataset[$0.id].layer.word
      },
      Column("country", .init("In", minimum: 2, maximum: 3, priority: 5), style: .dim) {
        row, world in world.dataset[row.id].country.map { world.dataset.code($0) }
      },
      Column(
        "verdict", .init("Can it?", minimum: 11, maximum: 12, priority: 9),
        ranked: { row, _ in
          RankedEntry(
            Table.Entry(words(row.verdict), style: style(row.verdict)), Double(row.verdict.rank))
        }
      ) { row, _ in words(row.verdict) },
      Column(
        "without", .init("Without \(name)", alignment: .trailing, minimum: 10, priority: 8),
        entry: { row, _, _ in without(row) },
        rank: { row, _ in Double(row.without.lowerBound) }
      ) { row, _ in
        row.without.lowerBound == 0 && (!row.sites.isEmpty || row.accelerators == 0)
          ? nil : Interval(Double(row.without.lowerBound), Double(row.without.upperBound))
      },
      Column(
        unit.rawValue, .init("Of \(unit.title)", alignment: .trailing, minimum: 7, priority: 7)
      ) {
        row, _ in row.accelerators > 0 ? row.accelerators : nil
      },
      Column(
        "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 3),
        styled: { row, _, _ in row.uncounted > 0 ? .possible : .dim }
      ) { row, _ in row.uncounted > 0 ? row.uncounted : nil },
      Column(
        "makers", .init("Makers and sites", minimum: 20, maximum: 70, priority: 6), style: .dim,
        words: { chips($0, $1) }
      ) { row, world in row.makers.map { world.reference($0) } },
      Column("sites") { row, world in Words(row.sites.map { world.dataset.slug($0) }) },
    ]
  }
}
