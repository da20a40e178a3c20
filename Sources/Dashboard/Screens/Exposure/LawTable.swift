import Canvas
import Charts
import Dataset
import Insight

/// The laws that compute answers to: operator's home, law of the site and tenant's home, the largest
/// first, with the paradox of it in a line.
enum LawTable {
  static func make(_ matrix: LawMatrix, facts: ExposureFacts, sort: SortOrder?) -> FactTable {
    let world = facts.world
    return FactTable(
      "Operator's home × law of the site × tenant's home · \(matrix.unit.title)", name: "law",
      columns: columns(matrix), rows: matrix.rows, in: world, sort: sort
    ) { row, world in
      .sum(
        title: "\(words(row.operatorHome)) operators under \(words(row.law)) law",
        row.sites.map { .commitment(world.dataset.slug($0)) })
    }
  }

  /// The sums of the answer: US-owned on EU soil, European-owned in the US, and on European soil for US tenants.
  static func sums(_ matrix: LawMatrix) -> (usInUnion: Double, europeInUS: Double, forUS: Double) {
    let (us, union) = (GroupKey.jurisdiction(.us), GroupKey.jurisdiction(.eu27))
    let homes = Set(matrix.rows.map(\.operatorHome))
    let european = homes.filter { home in
      if case .jurisdiction(let home) = home { home.isEuropean } else { false }
    }
    let abroad = european.reduce(0.0) { $0 + matrix.size(operatorHome: $1, law: us).lowerBound }
    let rented = matrix.rows.filter { row in
      guard case .jurisdiction(let law) = row.law else { return false }
      return law.isEuropean && row.tenantHome == us
    }.reduce(0.0) { $0 + $1.size.lowerBound }
    return (matrix.size(operatorHome: us, law: union).lowerBound, abroad, rented)
  }

  /// The answer in a line: how much stands under a law that its operator is not at home in.
  static func answer(_ matrix: LawMatrix) -> [Span] {
    let (usInUnion, europeInUS, forUS) = sums(matrix)
    let unsized =
      matrix.uncounted > 0 ? ", \(counted(matrix.uncounted, "site")) without a size left out" : ""
    return [
      Span("US-owned on EU soil ", .dim),
      Span(figure(usInUnion), .strong),
      Span("   European-owned in the US ", .dim), Span(figure(europeInUS), .strong),
      Span("   on European soil for US tenants ", .dim), Span(figure(forUS), .strong),
      Span("   of \(figure(matrix.total.lowerBound)) \(matrix.unit.title)\(unsized)", .dim),
    ]
  }

  private static func figure(_ value: Double) -> String { NumberFormat.integer(value) }

  private static func words(_ key: GroupKey) -> String {
    if case .jurisdiction(let jurisdiction) = key { jurisdiction.word } else { "not named" }
  }

  private static func columns(_ matrix: LawMatrix) -> [Column<LawMatrix.Row>] {
    let whole = max(1e-9, matrix.total.lowerBound)
    return [
      Column("operator_home", .init("Operator's home", minimum: 7, maximum: 18, priority: 10)) {
        row, _ in words(row.operatorHome)
      },
      Column(
        "law", .init("Law of the site", minimum: 7, maximum: 18, priority: 10),
        styled: { row, _, style in row.law == row.operatorHome ? style : .strong }
      ) { row, _ in words(row.law) },
      Column(
        "tenant_home", .init("Tenant's home", minimum: 10, maximum: 18, priority: 9),
        styled: { row, _, style in
          row.tenantHome == .unknown ? .possible : row.tenantHome == row.law ? style : .strong
        }
      ) { row, _ in words(row.tenantHome) },
      Column(
        matrix.unit.rawValue,
        .init(matrix.unit.title, alignment: .trailing, minimum: 8, maximum: 19, priority: 11)
      ) { row, _ in
        row.size.upperBound > 0 ? Interval(row.size.lowerBound, row.size.upperBound) : nil
      },
      Column(
        drawn: "bar", .init("", minimum: 16, maximum: 16, priority: 5),
        rank: { row, _ in row.size.lowerBound }
      ) { row, _, _ in
        let style: Style = row.law == row.operatorHome ? .plain : .accent
        return Table.Entry(
          bar: Bar(BarValue(row.size.lowerBound / whole, style: style), maximum: 1), cells: 16)
      },
      Column("share", .init("Share", alignment: .trailing, minimum: 6, priority: 8)) { row, _ in
        row.size.lowerBound > 0 ? Fraction(min(1, row.size.lowerBound / whole)) : nil
      },
      Column(
        "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 6), style: .possible
      ) { row, _ in row.uncounted > 0 ? row.uncounted : nil },
      Column(
        "operators", .init("Operators", minimum: 16, maximum: 70, priority: 4), style: .dim
      ) { row, world in operators(of: row, world).map { world.reference($0) } },
      Column("sites") { row, world in Words(row.sites.map { world.dataset.slug($0) }) },
    ]
  }

  /// The operators of a row's sites, each a single time, in the order of the sites.
  private static func operators(of row: LawMatrix.Row, _ world: World) -> [ID<Organisation>] {
    var seen: Set<ID<Organisation>> = []
    return row.sites.compactMap { world.snapshot.commitment($0)?.operatedBy }
      .filter { seen.insert($0).inserted }
  }
}
