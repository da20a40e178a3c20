import Canvas
import Charts
import Dataset
import Insight

struct CountryTables: Sendable {
  let steps: FactTable
  let authorities: FactTable
  let sites: FactTable
  let companies: FactTable
  /// By its size; `nil` where the package tells no country's.
  let figures: FactTable?
  /// All of them, in the order of Tab.
  var lists: [FactTable] {
    [steps, authorities, sites, companies] + (figures.map { [$0] } ?? [])
  }
  /// A remark after the title of the figures.
  let figuresRemark: String
  /// The steps in the order of their table.
  let cells: [EnforcementCell]
  let compute: ComputeTally
  /// The rows that a filter leaves out of the lists.
  let left: (authorities: Int, sites: Int, companies: Int)

  init(_ profile: CountryProfile, _ world: World, _ settings: Settings) {
    let known = (profile.enforcement?.cells ?? []).filter { $0.row != nil || $0.deadline != nil }
    let code = world.dataset.code(profile.country.id)
    // Where the Act does not bind nothing is due and nobody is late.
    let table = CountryTables.steps(
      known, code: code, isBound: profile.enforcement?.bloc == .eu, in: world,
      sort: settings.sort["steps"])
    steps = table
    cells = table.rows.map { known[$0] }
    left = (
      CountryTables.named(profile.country.id, world).count { !world.passes.matches($0.element) },
      profile.commitments.count { !world.passes.matches($0) },
      profile.residents.count { !world.passes.matches(world.dataset[$0.organisation]) }
    )
    authorities = CountryTables.authorities(
      profile.country.id, world, sort: settings.sort["authorities"])
    sites = CountryTables.sites(profile, world, sort: settings.sort["compute"])
    companies = CountryTables.companies(profile, world, sort: settings.sort["companies"])
    let scaled = CountryFigures(profile)
    figures =
      world.scales == nil ? nil : scaled.table(in: world, sort: settings.sort["figures"])
    figuresRemark = scaled.remark
    compute = profile.compute
  }

  // MARK: Steps

  private static func steps(
    _ cells: [EnforcementCell], code: String, isBound: Bool, in world: World, sort: SortOrder?
  ) -> FactTable {
    FactTable(
      "Steps", name: "steps", columns: stepColumns(isBound: isBound), rows: cells, in: world,
      sort: sort
    ) { cell, _ in .step(country: code, cell.step) }
  }

  private static func stepColumns(isBound: Bool) -> [Column<EnforcementCell>] {
    [
      Column(
        "step", .init("Step", minimum: 12, maximum: 12, priority: 10),
        words: { cell, _ in cell.step.columnTitle }
      ) { cell, _ in cell.step.word },
      Column(
        "status", .init("Status", minimum: 12, maximum: 12, priority: 9),
        ranked: { cell, _ in
          RankedEntry(
            Table.Entry(
              cell.words, style: cell.row == nil ? .dim : .plain, mark: cell.mark,
              markStyle: cell.style), cell.rank)
        }
      ) { cell, _ in cell.row == nil ? nil : cell.status.word },
      Column(
        "since", .init("Since", alignment: .trailing, minimum: 10, maximum: 10, priority: 8)
      ) { cell, _ in cell.since },
      Column(
        "due", .init("Due", alignment: .trailing, minimum: 10, maximum: 10, priority: 4),
        style: .dim, words: { cell, _ in isBound && cell.deadline != nil ? nil : "" }
      ) { cell, _ in isBound ? cell.deadline : nil },
      Column(
        "late_days", .init("Late", alignment: .trailing, minimum: 6, maximum: 8, priority: 7),
        ranked: { cell, _ in isBound ? late(cell) : .blank }
      ) { cell, _ in isBound ? lateDays(cell) : nil },
    ]
  }

  /// The days that it came after its deadline, or has not come by now; less than 0 before that.
  private static func lateDays(_ cell: EnforcementCell) -> Int? {
    if cell.row == nil, case .late? = cell.timeliness { return nil }
    switch cell.timeliness {
    case .ahead(let days)?: return -days
    case .done(_, let days)?, .late(let days)?: return days
    case .unverified?, nil: return nil
    }
  }

  private static func late(_ cell: EnforcementCell) -> RankedEntry {
    // Where nothing is known, nobody is known to be late.
    if cell.row == nil, case .late? = cell.timeliness { return .unknown }
    return switch cell.timeliness {
    case nil: .blank
    case .ahead(let days)?:
      RankedEntry(shortComing(cell.deadline, in: days), style: .dim, -days)
    case .unverified?: .unknown
    case .done(_, let days)? where days == 0: RankedEntry("in time", style: .dim, 0)
    case .done(_, let days)?: RankedEntry(NumberFormat.shortDays(days, signed: true), days)
    case .late(let days)?:
      RankedEntry(NumberFormat.shortDays(days, signed: true), style: .alarm, days)
    }
  }

  // MARK: Authorities

  /// The bodies that a state has named by the day, with their places in the dataset.
  private static func named(
    _ country: ID<Country>, _ world: World
  ) -> [(offset: Int, element: Authority)] {
    world.dataset.authorities.enumerated().filter {
      $0.element.country == country && world.dataset.known($0.element) <= world.day
    }
  }

  private static func authorities(
    _ country: ID<Country>, _ world: World, sort: SortOrder?
  ) -> FactTable {
    let known = named(country, world).filter { world.passes.matches($0.element) }
    let sorted = known.sorted { left, right in
      (left.element.role.rawValue, left.offset) < (right.element.role.rawValue, right.offset)
    }
    return authorities(sorted, world, sort: sort)
  }

  /// Bodies that a state named, with their places in the dataset, in the order given.
  static func authorities(
    _ sorted: [(offset: Int, element: Authority)], _ world: World, sort: SortOrder?
  ) -> FactTable {
    // A column that a package fills for no body is not on the screen.
    let said: [(column: String, text: KeyPath<Authority, Text> & Sendable)] = [
      ("english", \.english), ("website", \.website),
    ]
    let silent = said.filter { column in
      sorted.allSatisfy { world.dataset.string($0.element[keyPath: column.text]).isEmpty }
    }
    return FactTable(
      "Authorities", name: "authorities", columns: authorityColumns,
      rows: sorted.map { PlacedAuthority(offset: $0.offset, element: $0.element) }, in: world,
      sort: sort, hidden: Set(silent.map(\.column))
    ) { row, _ in .authority(row.offset) }
  }

  /// A body with its place in the dataset.
  private struct PlacedAuthority: Sendable {
    let offset: Int
    let element: Authority
  }

  private static let authorityColumns: [Column<PlacedAuthority>] = [
    Column(
      "name", .init("Authority", minimum: 24, maximum: 52, priority: 10),
      words: { $1.name(of: $0.element) }
    ) { $1.dataset.string($0.element.name) },
    Column("english", .init("In English", minimum: 30, maximum: 44, priority: 4), style: .dim) {
      $1.dataset.string($0.element.english)
    },
    Column("acronym") { $1.dataset.string($0.element.acronym) },
    Column("website", .init("Site", minimum: 20, maximum: 36, priority: 2), style: .dim) {
      $1.dataset.string($0.element.website)
    },
    Column("country") { $1.reference($0.element.country) },
    Column(
      "role", .init("Task", minimum: 12, maximum: 12, priority: 9),
      words: { row, _ in row.element.role.step.columnTitle }
    ) { row, _ in row.element.role.word },
    Column(
      "date", .init("Since", alignment: .trailing, minimum: 10, maximum: 10, priority: 7)
    ) { row, _ in row.element.date },
    Column("legal_basis", .init("Legal basis", minimum: 20, maximum: 40, priority: 8)) {
      $1.dataset.string($0.element.legalBasis)
    },
    Column(
      "confidence", .init("Confidence", minimum: 10, maximum: 10, priority: 3),
      styled: { row, _, _ in row.element.confidence == .confirmed ? .dim : .possible },
      words: { row, _ in row.element.confidence.words }
    ) { row, _ in row.element.confidence.word },
    Column("note", .init("Note", minimum: 12, maximum: 60, priority: 3), style: .dim) {
      $1.dataset.string($0.element.note)
    },
    Column("sources") { $1.ids($0.element.sources) },
  ]

  // MARK: Compute

  private static func sites(_ profile: CountryProfile, _ world: World, sort: SortOrder?)
    -> FactTable
  {
    FactTable(
      "Compute", name: "compute",
      columns: SiteList.columns(siteColumns, in: profile.unit),
      rows: SiteList.ordered(
        profile.commitments.filter { world.passes.matches($0) }, in: profile.unit,
        of: world.dataset), in: world, sort: sort,
      style: { row, _ in row.scope == .site && row.status.isFirm ? .plain : .dim },
      fact: { .commitment($1.dataset.slug($0.id)) })
  }

  private static let siteColumns: [Column<Commitment>] = [
    Column("id") { $1.dataset.slug($0.id) },
    Column("name", .init("Site", minimum: 16, maximum: 36, priority: 10)) {
      $1.dataset.string($0.name)
    },
    Column("scope") { row, _ in row.scope.word },
    Column("operator", .init("Operator", minimum: 8, maximum: 24, priority: 7), style: .plain) {
      $0.operatedBy.map($1.reference)
    },
    Column("customer", .init("Customer", minimum: 8, maximum: 20, priority: 4), style: .dim) {
      $0.customer.map($1.reference)
    },
    Column(
      "accelerators", .init("Accelerators", alignment: .trailing, minimum: 7, priority: 9)
    ) { row, _ in row.accelerators },
    Column("chip", .init("Chip", minimum: 6, maximum: 18, priority: 5), style: .dim) {
      $1.dataset.string($0.chip)
    },
    Column("mw", .init("MW", alignment: .trailing, minimum: 4, priority: 3), style: .dim) {
      row, _ in row.megawatts
    },
    Column(
      "status", .init("Status", minimum: 13, maximum: 13, priority: 8),
      ranked: { row, _ in status(row) }
    ) { row, _ in row.status.word },
    Column(
      "target", .init("Target", alignment: .trailing, minimum: 7, maximum: 10, priority: 6),
      style: .dim,
      entry: { row, _, _ in row.status == .operational ? .unknown : nil },
      rank: { row, _ in
        row.status == .operational ? nil : row.target.flatMap { $0.cell.number }
      }
    ) { row, _ in row.target },
    Column("date") { row, _ in row.date },
    Column("sources") { $1.ids($0.sources) },
  ]

  private static func status(_ row: Commitment) -> RankedEntry {
    let words = row.scope == .site ? row.status.words : row.scope.words
    guard row.scope == .site else {
      return RankedEntry(Table.Entry(words, style: .dim, mark: Glyph.unknown), -1)
    }
    let (mark, style, rank): (Unicode.Scalar, Style, Double) =
      switch row.status {
      case .operational: (Glyph.markFull, .plain, 4)
      case .building: (Glyph.markHalf, .plain, 3)
      case .contracted: (Glyph.markSome, .plain, 2)
      case .announced: (Glyph.markNone, .possible, 1)
      case .paused, .cancelled: (Glyph.cross, .dim, 0)
      }
    return RankedEntry(
      Table.Entry(
        words, style: row.status.isFirm ? .plain : .dim, mark: mark, markStyle: style), rank)
  }

  // MARK: Companies

  private static func companies(_ profile: CountryProfile, _ world: World, sort: SortOrder?)
    -> FactTable
  {
    FactTable(
      "Companies", name: "companies",
      columns: [
        Column("organisation", .init("Organisation", minimum: 16, maximum: 36, priority: 10)) {
          $1.reference($0.organisation)
        },
        Column(
          "layer", .init("Layer", minimum: 8, maximum: 14, priority: 8),
          words: { $1.dataset[$0.organisation].layer.words }
        ) { $1.dataset[$0.organisation].layer.word },
        Column(
          "kind", .init("Kind", minimum: 8, maximum: 14, priority: 4), style: .dim,
          words: { $1.dataset[$0.organisation].kind.words }
        ) { $1.dataset[$0.organisation].kind.word },
        Column("city", .init("City", minimum: 8, maximum: 18, priority: 5), style: .dim) {
          $1.dataset.string($1.dataset[$0.organisation].city)
        },
        Column(
          "founded", .init("Founded", alignment: .trailing, minimum: 7, maximum: 10, priority: 3),
          style: .dim
        ) { $1.dataset[$0.organisation].founded },
        .raised(
          .init("Raised", unit: "$ m", alignment: .trailing, minimum: 11, priority: 9),
          { row, _ in row.raised }, by: { $0.organisation }),
        Column(
          "undisclosed", .init("Undisclosed", alignment: .trailing, minimum: 5, priority: 2),
          style: .dim, entry: { row, _, _ in row.raised.undisclosed > 0 ? nil : .unknown },
          rank: { row, _ in row.raised.undisclosed > 0 ? Double(row.raised.undisclosed) : nil }
        ) { row, _ in row.raised.undisclosed },
      ],
      rows: profile.residents.filter { world.passes.matches(world.dataset[$0.organisation]) },
      in: world, sort: sort
    ) { .organisation($1.dataset.slug($0.organisation)) }
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
