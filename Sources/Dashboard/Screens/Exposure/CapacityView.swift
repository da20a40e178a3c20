import Canvas
import Charts
import Dataset
import Insight

/// An operator's capacity by maker and customer, and its loss if a customer leaves: Europe's
/// largest operator may run on the chips of one American maker for one American customer, outside
/// the Union.
struct CapacityView: Sendable {
  let operators: FactTable
  let customers: FactTable
  let stakes: [CustomerStake]
  private let world: World
  private let unit: ComputeUnit
  private let index: CapacityIndex
  private let profile: CapacityProfile?

  /// The operator that a row of the list is about.
  let ids: [ID<Organisation>]

  init(
    world: World, facts: ExposureFacts, of id: ID<Organisation>?, sort: [String: SortOrder]
  ) {
    let dataset = world.dataset
    let index = CapacityIndex(of: world.snapshot, facts.options)
    let unit = facts.options.unit
    let parts = CapacityProfile.operators(in: index).filter { part in
      guard case .organisation(let id) = part.key else { return false }
      return world.shows(dataset[id])
    }
    let operators = FactTable(
      unit == .accelerators ? "Operators" : "Operators \(Glyph.separator) \(unit.title)",
      name: "operators",
      columns: [
        Column("operator", .init("Operator", minimum: 12, maximum: 40, priority: 9)) {
          $1.reference($0.key)
        },
        .size(in: unit, minimum: 7, priority: 8) { part, _ in
          part.size.upperBound > 0 ? part.size : nil
        },
        Column(
          "largest_tenant", .init("Largest tenant", minimum: 14, maximum: 24, priority: 7),
          style: .dim
        ) { part, world in
          CapacityView.largest(part, in: index).map { world.reference($0.id) }
        },
        Column(
          "tenant_share", .init("Share", alignment: .trailing, minimum: 6, priority: 7)
        ) { part, _ -> Fraction? in
          guard let largest = CapacityView.largest(part, in: index) else { return nil }
          return part.sum.share(of: largest.sum.size).map { Fraction($0.lowerBound) }
        },
        Column("unsized") { part, _ in part.unsized > 0 ? part.unsized : nil },
      ], rows: parts, in: world, sort: sort["operators"]
    ) { .organisation($0.key.slug(in: $1.dataset)) }
    let ids = operators.rows.compactMap { row -> ID<Organisation>? in
      if case .organisation(let id) = parts[row].key { return id }
      return nil
    }
    self.init(
      world: world, index: index, unit: unit, operators: operators, ids: ids,
      of: id.flatMap { ids.contains($0) ? $0 : nil } ?? ids.first, sort: sort)
  }

  /// The customer that rents the most of an operator's firm compute; `nil` where none has a size.
  private static func largest(
    _ part: CapacityProfile.Part, in index: CapacityIndex
  ) -> CustomerStake? {
    guard case .organisation(let id) = part.key, part.size.upperBound > 0 else { return nil }
    return CustomerStake.all(of: id, in: index).first { $0.sum.size.upperBound > 0 }
  }

  /// The same list with another operator told of: nothing of the others is asked again.
  func telling(of id: ID<Organisation>?, sort: [String: SortOrder]) -> CapacityView {
    CapacityView(
      world: world, index: index, unit: unit, operators: operators, ids: ids, of: id ?? ids.first,
      sort: sort)
  }

  private init(
    world: World, index: CapacityIndex, unit: ComputeUnit, operators: FactTable,
    ids: [ID<Organisation>], of chosen: ID<Organisation>?, sort: [String: SortOrder]
  ) {
    self.world = world
    self.unit = unit
    self.index = index
    self.operators = operators
    self.ids = ids
    profile = chosen.map { CapacityProfile(of: $0, in: index) }
    let found = chosen.map { CustomerStake.all(of: $0, in: index) } ?? []
    stakes = found
    let whole = profile?.whole.sum ?? SizeSum()
    // Where nothing is open, a column that says so would only take room.
    let isOpen = found.contains { $0.mayRent.upperBound > 0 }
    customers = FactTable(
      unit == .accelerators ? "Customers" : "Customers \(Glyph.separator) \(unit.title)",
      name: "customers", columns: CapacityView.columns(of: whole, in: unit), rows: found,
      in: world, sort: sort["customers"], hidden: isOpen ? [] : ["possible"]
    ) { stake, world in
      let relation = stake.relation.map { world.facts(at: [$0.origin]) } ?? []
      let sites = (stake.firm + stake.plans).map { Fact.commitment(world.dataset.slug($0.id)) }
      return .sum(title: "What \(world.dataset.name(stake.id)) rents", sites + relation)
    }
  }

  private static func columns(of whole: SizeSum, in unit: ComputeUnit) -> [Column<CustomerStake>] {
    [
      Column("customer", .init("If it leaves", minimum: 12, maximum: 28, priority: 10)) {
        $1.reference($0.id)
      },
      lost(in: unit),
      Column("share", .init("Share", alignment: .trailing, minimum: 6, priority: 8)) { stake, _ in
        stake.sum.size.upperBound > 0 ? whole.share(of: stake.sum.size) : nil
      },
      Column(
        "possible", .init("Perhaps", alignment: .trailing, minimum: 7, priority: 4),
        style: .possible,
        words: { stake, _ in
          stake.mayRent.upperBound > 0 ? unit.figure(stake.mayRent.upperBound) : nil
        }
      ) { stake, _ in
        stake.mayRent.upperBound > 0 ? Int(nearest: stake.mayRent.upperBound) : nil
      },
      Column(
        "unsized", .init("Unsized", alignment: .trailing, minimum: 7, priority: 5),
        style: .possible
      ) {
        stake, _ in stake.sum.unsized > 0 ? stake.sum.unsized : nil
      },
      Column(
        "relation", .init("Customer", minimum: 12, maximum: 24, priority: 6), style: .dim,
        words: { stake, _ in stake.relation.map { "\($0.status.word) \($0.date)" } }
      ) { stake, _ in stake.relation?.status.word },
      Column("since") { stake, _ in stake.relation?.date },
      Column("commitments") { stake, world in
        Words((stake.firm + stake.plans).map { world.dataset.slug($0.id) })
      },
    ]
  }

  /// The firm compute that leaves with a customer, in the unit.
  private static func lost(in unit: ComputeUnit) -> Column<CustomerStake> {
    .size(
      in: unit, minimum: 7, priority: 9, title: "Lost",
      styled: { stake, _, _ in stake.sum.size.upperBound > 0 ? .alarm : .dim },
      words: { stake, _ in stake.sum == SizeSum() ? "nothing firm" : nil }
    ) { stake, _ in
      stake.sum.size.upperBound > 0 ? stake.sum.size : stake.sum.unsized > 0 ? nil : 0...0
    }
  }

  /// The plans with each customer that are not firm, in words.
  private var plans: Flow {
    let dataset = world.dataset
    return Flow(
      stakes.filter { !$0.plans.isEmpty }.map { stake in
        let plans = stake.plans.map { plan in
          let size = stake.planned[plan.id].map { " \(unit.figure($0)) \(unit.title)" } ?? ""
          return "\(dataset.string(plan.name))\(size), \(plan.status.word)"
        }
        return .paragraph([
          Span("Not firm with \(dataset.name(stake.id)): ", .dim),
          Span(plans.joined(separator: ", "), .possible),
        ])
      })
  }

  /// The customer that a row of the second list is about.
  func customer(at row: Int) -> ID<Organisation>? {
    let order = customers.rows
    return order.indices.contains(row) ? stakes[order[row]].id : nil
  }

  /// The rows it takes to show everything.
  var naturalHeight: Int { min(24, max(16, operators.naturalHeight)) }

  // MARK: Drawing

  /// The columns below which nothing stands side by side.
  private static let narrow = 60

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    // In a narrow window the operators stand over what they have, so that each keeps its figure.
    let columns =
      area.width < CapacityView.narrow
      ? area.rows([.fixed(max(5, area.height * 2 / 5)), .share(1)])
      : area.columns(
        [.fixed(area.width >= 110 && !view.isWhole ? 52 : max(18, area.width * 2 / 5)), .share(1)],
        gap: 2)
    operators.draw(0, in: columns[0], of: &frame, view: view)
    guard let profile else { return }
    let right = columns[1]
    frame.canvas.put(heading(profile).clauses(within: right.width), x: right.x, y: right.y)
    var y = right.y + 1
    let blocks: [(title: String, parts: [CapacityProfile.Part])] = [
      ("chips of", profile.byVendor), ("rented to", profile.byCustomerHome),
      ("under law", profile.byJurisdiction),
    ]
    let room = CapacityView.rows(
      of: blocks.map(\.parts.count), in: right.height - 3 - min(4, stakes.count))
    for block in blocks {
      let isCut = block.parts.count > room
      let shown = block.parts.prefix(isCut ? max(1, room - 1) : room)
      for (index, part) in shown.enumerated() where y < right.maxY {
        draw(
          part, title: index == 0 ? block.title : "", of: profile,
          in: Rect(x: right.x, y: y, width: right.width, height: 1), on: &frame.canvas)
        y += 1
      }
      if isCut, shown.count < room, y < right.maxY {
        frame.canvas.put(
          "\(block.parts.count - shown.count) more", x: right.x + 11, y: y, style: .dim,
          width: right.width - 11)
        y += 1
      }
      if right.height >= 26 { y += 1 }
    }
    let rest = right.inset(top: y - right.y + (right.height >= 18 ? 1 : 0))
    let rows = min(rest.height, customers.naturalHeight)
    customers.draw(
      1, in: Rect(x: rest.x, y: rest.y, width: rest.width, height: rows), of: &frame, view: view)
    plans.draw(on: &frame.canvas, in: rest.inset(top: rows + (rest.height > rows + 4 ? 1 : 0)))
  }

  /// The most rows that each of some blocks may have so that all together fit into `height`.
  static func rows(of blocks: [Int], in height: Int) -> Int {
    let longest = blocks.max() ?? 1
    let fitting = (1...max(1, longest)).last { most in
      blocks.reduce(0) { $0 + min($1, most) } <= height
    }
    return fitting ?? 1
  }

  private func heading(_ profile: CapacityProfile) -> [Span] {
    var spans = [
      Span(world.dataset.name(profile.id), Style(.strong, .bold)),
      Span("  \(unit.figure(profile.whole.size)) \(unit.title)", .plain),
    ]
    if profile.whole.unsized > 0 {
      spans.append(Span(", \(unit.leftOut(profile.whole.unsized)) left out", .possible))
    }
    return spans
  }

  private func draw(
    _ part: CapacityProfile.Part, title: String, of profile: CapacityProfile, in row: Rect,
    on canvas: inout Canvas
  ) {
    let share = profile.whole.sum.share(of: part.size) ?? 0...0
    let isOpen = part.key == .unknown
    let name = isOpen ? "not named" : world.name(ofPlace: part.key)
    // Two ends of a share and of a size take more cells than one figure of each.
    let figures = unit == .h100e ? 26 : 16
    let bar = max(4, min(40, row.width - 11 - 15 - figures - 2))
    canvas.put(title, x: row.x, y: row.y, style: .dim, width: 10)
    canvas.put(name, x: row.x + 11, y: row.y, style: isOpen ? .possible : .plain, width: 14)
    Bar(
      share: (isOpen ? 0 : share.lowerBound)...share.upperBound, style: style(of: part)
    )
    .draw(on: &canvas, in: Rect(x: row.x + 26, y: row.y, width: bar, height: 1))
    let room = max(0, row.width - 27 - bar)
    let width = min(room, figures)
    let whole =
      part.size.upperBound > 0 ? words(part) : part.unsized > 0 ? "unknown \(unit.missing)" : "0"
    // Shares stand under shares and counts under counts, be they of one list or of another.
    let all = profile.byVendor + profile.byCustomerHome + profile.byJurisdiction
    let widest = all.filter { $0.size.upperBound > 0 }.map { TextWidth.of(words($0)) }.max() ?? 0
    let shareEnd = width - 2 - widest
    if part.size.upperBound > 0, shareEnd > 0 {
      canvas.put(
        TextWidth.pad(NumberFormat.percent(share), to: shareEnd, align: .trailing),
        x: row.x + 27 + bar, y: row.y)
    }
    let count = max(0, width - TextWidth.of(whole))
    canvas.put(whole, x: row.x + 27 + bar + count, y: row.y, width: max(0, room - count))
  }

  /// A part in the unit, as it is written.
  private func words(_ part: CapacityProfile.Part) -> String {
    unit == .h100e ? unit.compact(part.size) : unit.figure(part.size)
  }

  private func style(of part: CapacityProfile.Part) -> Style {
    switch part.key {
    case .organisation(let id) where id == world.dataset.focus: .target
    case .unknown: .possible
    default: .plain
    }
  }
}
