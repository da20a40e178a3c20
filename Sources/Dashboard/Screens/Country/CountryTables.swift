import Canvas
import Charts
import Dataset
import Insight

/// What the page of a country lists.
struct CountryTables: Sendable {
  let steps: FactTable
  let authorities: FactTable
  let sites: FactTable
  let companies: FactTable
  /// The steps in the order of their table.
  let cells: [EnforcementCell]
  let compute: ComputeTally

  init(_ profile: CountryProfile, _ world: World, _ settings: Settings) {
    let known = (profile.enforcement?.cells ?? []).filter { $0.row != nil || $0.deadline != nil }
    let code = world.dataset.code(profile.country.id)
    // Where the Act does not bind nothing is due and nobody is late.
    let table = CountryTables.steps(
      known, code: code, isBound: profile.enforcement?.bloc == .eu, sort: settings.sort[0])
    steps = table
    cells = table.rows.map { known[$0] }
    authorities = CountryTables.authorities(
      profile.country.id, world, sort: settings.sort[1])
    sites = CountryTables.sites(profile, world, sort: settings.sort[2])
    companies = CountryTables.companies(profile, world, sort: settings.sort[3])
    compute = profile.compute
  }

  // MARK: Steps

  private static func steps(
    _ cells: [EnforcementCell], code: String, isBound: Bool, sort: SortOrder?
  ) -> FactTable {
    FactTable(
      "Steps",
      columns: [
        Table.Column("Step", minimum: 12, maximum: 12, priority: 10),
        Table.Column("Status", minimum: 12, maximum: 12, priority: 9),
        Table.Column("Since", alignment: .trailing, minimum: 10, maximum: 10, priority: 8),
        Table.Column("Due", alignment: .trailing, minimum: 10, maximum: 10, priority: 4),
        Table.Column("Late", alignment: .trailing, minimum: 6, maximum: 8, priority: 7),
      ],
      rows: cells.map { cell in
        (
          .step(country: code, cell.step),
          [
            FactCell(cell.step.columnTitle),
            FactCell(
              Table.Entry(
                cell.words, style: cell.row == nil ? .dim : .plain, mark: cell.mark,
                markStyle: cell.style), .number(cell.rank)),
            FactCell(date: cell.row?.date),
            cell.deadline.flatMap { isBound ? FactCell(date: $0, style: .dim) : nil }
              ?? FactCell(""),
            isBound ? late(cell) : FactCell(""),
          ]
        )
      }, sort: sort)
  }

  private static func late(_ cell: EnforcementCell) -> FactCell {
    // Where nothing is known, nobody is known to be late.
    if cell.row == nil, case .late? = cell.timeliness { return FactCell(.unknown, .unknown) }
    return switch cell.timeliness {
    case nil: FactCell("")
    case .ahead(let days)?:
      FactCell(
        Table.Entry(shortComing(cell.deadline, in: days), style: .dim), .number(-days))
    case .unverified?: FactCell(.unknown, .unknown)
    case .done(_, let days)? where days == 0:
      FactCell(Table.Entry(String(Glyph.none), style: .dim), .number(0))
    case .done(_, let days)?:
      FactCell(Table.Entry(NumberFormat.shortDays(days, signed: true)), .number(days))
    case .late(let days)?:
      FactCell(
        Table.Entry(NumberFormat.shortDays(days, signed: true), style: .alarm), .number(days))
    }
  }

  // MARK: Authorities

  private static func authorities(
    _ country: ID<Country>, _ world: World, sort: SortOrder?
  ) -> FactTable {
    let dataset = world.dataset
    let known = dataset.authorities.enumerated().filter {
      $0.element.country == country
        && dataset.known($0.element) <= world.day
        && world.passes.matches($0.element)
    }
    let sorted = known.sorted { left, right in
      (left.element.role.rawValue, left.offset) < (right.element.role.rawValue, right.offset)
    }
    return authorities(sorted, world, sort: sort)
  }

  /// Bodies that a state named, with their places in the dataset, in the order given.
  static func authorities(
    _ sorted: [(offset: Int, element: Authority)], _ world: World, sort: SortOrder?
  ) -> FactTable {
    let dataset = world.dataset
    return FactTable(
      "Authorities",
      columns: [
        Table.Column("Authority", minimum: 24, maximum: 52, priority: 10),
        Table.Column("Task", minimum: 12, maximum: 12, priority: 9),
        Table.Column("Since", alignment: .trailing, minimum: 10, maximum: 10, priority: 7),
        Table.Column("Legal basis", minimum: 12, maximum: 40, priority: 8),
        Table.Column("Confidence", minimum: 10, maximum: 10, priority: 4),
        Table.Column("Note", minimum: 12, maximum: 60, priority: 3),
      ], count: sorted.count, sort: sort
    ) { index in
      let row = sorted[index].element
      return (
        .authority(sorted[index].offset),
        [
          FactCell(dataset.string(row.name)), FactCell(row.role.step.columnTitle),
          FactCell(date: row.date), FactCell(dataset.string(row.legalBasis)),
          FactCell(row.confidence.words, style: row.confidence == .confirmed ? .dim : .possible),
          FactCell(dataset.string(row.note), style: .dim),
        ]
      )
    }
  }

  // MARK: Compute

  private static func sites(_ profile: CountryProfile, _ world: World, sort: SortOrder?)
    -> FactTable
  {
    let dataset = world.dataset
    let rows = profile.commitments.filter { world.passes.matches($0) }
    return FactTable(
      "Compute",
      columns: [
        Table.Column("Site", minimum: 16, maximum: 36, priority: 10),
        Table.Column("Operator", minimum: 8, maximum: 24, priority: 7),
        Table.Column("Customer", minimum: 8, maximum: 20, priority: 4),
        Table.Column("Accelerators", alignment: .trailing, minimum: 7, priority: 9),
        Table.Column("Chip", minimum: 6, maximum: 18, priority: 5),
        Table.Column("MW", alignment: .trailing, minimum: 4, priority: 3),
        Table.Column("Status", minimum: 11, maximum: 13, priority: 8),
        Table.Column("Target", alignment: .trailing, minimum: 7, maximum: 10, priority: 6),
      ], count: rows.count, sort: sort
    ) { index in
      let row = rows[index]
      let isCounted = row.scope == .site && row.status.isFirm
      return (
        .commitment(dataset.slug(row.id)),
        [
          FactCell(dataset.string(row.name), style: isCounted ? .plain : .dim),
          FactCell(row.operatedBy.map(dataset.name) ?? ""),
          FactCell(row.customer.map(dataset.name) ?? "", style: .dim),
          FactCell(count: row.accelerators, style: isCounted ? .plain : .dim),
          FactCell(dataset.string(row.chip), style: .dim),
          FactCell(row.megawatts, { NumberFormat.figure($0) }, style: .dim),
          status(row),
          FactCell(date: row.status == .operational ? nil : row.target, style: .dim),
        ]
      )
    }
  }

  private static func status(_ row: Commitment) -> FactCell {
    let words = row.scope == .site ? row.status.words : row.scope.words
    guard row.scope == .site else {
      return FactCell(Table.Entry(words, style: .dim, mark: Glyph.unknown), .number(-1))
    }
    let (mark, style, rank): (Unicode.Scalar, Style, Int) =
      switch row.status {
      case .operational: (Glyph.markFull, .plain, 4)
      case .building: (Glyph.markHalf, .plain, 3)
      case .contracted: (Glyph.markSome, .plain, 2)
      case .announced: (Glyph.markNone, .possible, 1)
      case .paused, .cancelled: (Glyph.cross, .dim, 0)
      }
    return FactCell(
      Table.Entry(
        words, style: row.status.isFirm ? .plain : .dim, mark: mark, markStyle: style),
      .number(rank))
  }

  // MARK: Companies

  private static func companies(_ profile: CountryProfile, _ world: World, sort: SortOrder?)
    -> FactTable
  {
    let dataset = world.dataset
    let residents = profile.residents.filter { world.passes.matches(dataset[$0.organisation]) }
    return FactTable(
      "Companies",
      columns: [
        Table.Column("Organisation", minimum: 16, maximum: 36, priority: 10),
        Table.Column("Layer", minimum: 8, maximum: 14, priority: 8),
        Table.Column("Kind", minimum: 8, maximum: 14, priority: 4),
        Table.Column("City", minimum: 8, maximum: 18, priority: 5),
        Table.Column("Founded", alignment: .trailing, minimum: 7, maximum: 10, priority: 3),
        Table.Column("Raised", unit: "$ m", alignment: .trailing, minimum: 11, priority: 9),
        Table.Column("Undisclosed", alignment: .trailing, minimum: 5, priority: 2),
      ], count: residents.count, sort: sort
    ) { index in
      let (row, raised) = (dataset[residents[index].organisation], residents[index].raised)
      return (
        .organisation(dataset.slug(row.id)),
        [
          FactCell(dataset.string(row.name)), FactCell(row.layer.words),
          FactCell(row.kind.words, style: .dim), FactCell(dataset.string(row.city), style: .dim),
          FactCell(date: row.founded, style: .dim),
          .raised(raised, by: row),
          FactCell(count: raised.undisclosed > 0 ? raised.undisclosed : nil, style: .dim),
        ]
      )
    }
  }
}

extension AuthorityRole {
  /// The step that naming such a body fulfils.
  var step: EnforcementStepKind {
    switch self {
    case .marketSurveillance: .marketSurveillance
    case .notifying: .notifying
    case .singlePointOfContact: .singlePointOfContact
    case .fundamentalRights: .fundamentalRights
    }
  }
}
