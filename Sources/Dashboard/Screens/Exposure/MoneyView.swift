import Canvas
import Charts
import Dataset
import Insight

/// Circles of money: an investor that is also supplier, landlord or customer of what it funds.
struct MoneyView: Sendable {
  let table: FactTable
  private let circles: [MoneyCircle]
  private let world: World
  private let unit: ComputeUnit

  init(_ money: CircularMoney, world: World, sort: SortOrder?) {
    let dataset = world.dataset
    let circles = money.circles.enumerated().filter { circle in
      circle.element.steps.contains { world.shows(dataset[$0.from]) }
    }.sorted { left, right in
      // The shortest are the plainest; of these those of the maker in focus come first, then the largest.
      let (first, second) = (left.element, right.element)
      if first.steps.count != second.steps.count {
        return first.steps.count < second.steps.count
      }
      let (isFirst, isSecond) = (first.touches(dataset.focus), second.touches(dataset.focus))
      if isFirst != isSecond { return isFirst }
      return first.size == second.size ? left.offset < right.offset : first.size < second.size
    }.map(\.element)
    self.circles = circles
    self.world = world
    unit = money.unit
    table = FactTable(
      "Circles of money", name: "circles", columns: MoneyView.columns(in: money.unit),
      rows: circles, in: world,
      sort: sort
    ) { circle, world in
      .sum(
        title: MoneyView.words(circle, world.dataset),
        world.facts(at: MoneyView.evidence(circle).rows))
    }
  }

  private static func evidence(_ circle: MoneyCircle) -> Evidence {
    var evidence = Evidence()
    for step in circle.steps { evidence.add(step.evidence) }
    return evidence
  }

  /// The investor that a row's circle starts with.
  func investor(at row: Int) -> ID<Organisation>? {
    let order = table.rows
    return order.indices.contains(row) ? circles[order[row]].steps.first?.from : nil
  }

  /// The steps of the selected circle in words, with amounts and dates.
  func drawSteps(in area: Rect, of frame: inout Frame, view: ViewState) {
    let order = table.rows
    guard !view.isPrinted, let row = view.position(0).cursor, order.indices.contains(row) else {
      return
    }
    for (index, step) in circles[order[row]].steps.prefix(area.height).enumerated() {
      frame.canvas.put(words(step).clauses(within: area.width), x: area.x, y: area.y + index)
    }
  }

  private func words(_ step: MoneyStep) -> [Span] {
    let dataset = world.dataset
    let compute = step.bought.map { bought in
      bought.size.upperBound > 0
        ? "\(unit.figure(bought.size)) \(unit.title)"
        : "compute of unknown \(unit.missing)"
    }
    let (from, to) = (dataset.name(step.from), dataset.name(step.to))
    // Chips are bought from their maker, compute is rented: no row says what is paid for it.
    let verb = MoneyView.isMaker(step.to, dataset) ? "buys" : "rents"
    let what: [Span] =
      switch (step.flow, compute) {
      case (.funds, _): [Span(" funds ", .dim), Span(to, .strong)]
      case (.pays, nil): [Span(" pays ", .dim), Span(to, .strong)]
      case (.pays, let compute?):
        [Span(" \(verb) ", .dim), Span(compute), Span(" from ", .dim), Span(to, .strong)]
      case (.serves, nil): [Span(" serves ", .dim), Span(to, .strong)]
      case (.serves, let compute?):
        [Span(" supplies ", .dim), Span(to, .strong), Span(" with ", .dim), Span(compute)]
      }
    var spans = [Span(from, .strong)] + what
    if let dollars = step.usdMillions {
      spans.append(Span("  \(NumberFormat.money(millions: dollars))", .plain))
    }
    if step.undisclosed > 0 {
      let noun = step.undisclosed == 1 ? "round" : "rounds"
      spans.append(Span("  \(step.undisclosed) \(noun) without its amount", .possible))
    }
    let dates = step.first == step.last ? "\(step.first)" : "\(step.first) to \(step.last)"
    let count = step.evidence.sources.count
    if let bought = step.bought, bought.size.upperBound > 0, bought.unsized > 0 {
      spans.append(Span("  \(dates)  and \(unit.leftOut(bought.unsized))  ", .dim))
    } else {
      spans.append(Span("  \(dates)  ", .dim))
    }
    spans.append(Span("\(count) \(count == 1 ? "source" : "sources")", .dim))
    return spans
  }

  /// The circle as a way: `NVIDIA → Nscale → NVIDIA`.
  static func words(_ circle: MoneyCircle, _ dataset: Dataset) -> String {
    let names = circle.steps.map { dataset.name($0.from) }
    return (names + names.prefix(1)).joined(separator: " \(Glyph.arrowRight) ")
  }

  private static func isMaker(_ id: ID<Organisation>, _ dataset: Dataset) -> Bool {
    dataset[id].layer == .chips
  }

  /// The way back in words: `Nscale buys from NVIDIA`.
  private static func back(_ circle: MoneyCircle, _ dataset: Dataset) -> String {
    circle.steps.filter { $0.flow != .funds }.map { step in
      switch step.flow {
      case .pays where step.bought != nil:
        "\(dataset.name(step.from)) \(isMaker(step.to, dataset) ? "buys" : "rents") from "
          + dataset.name(step.to)
      case .pays: "\(dataset.name(step.from)) pays \(dataset.name(step.to))"
      case .serves: "\(dataset.name(step.from)) serves \(dataset.name(step.to))"
      case .funds: ""
      }
    }.joined(separator: ", ")
  }

  private static func columns(in unit: ComputeUnit) -> [Column<MoneyCircle>] {
    [
      Column(
        "circle", .init("Circle", minimum: 34, maximum: 64, priority: 10),
        words: { words($0, $1.dataset) }
      ) { circle, world in circle.steps.map { world.reference($0.from) } },
      Column(
        "flows", .init("How it comes back", minimum: 30, maximum: 60, priority: 2), style: .dim,
        words: { back($0, $1.dataset) }
      ) { circle, _ in Words(circle.steps.map { $0.flow.word }) },
      Column(
        "funded_usd_m", .init("Funded", unit: "$ m", alignment: .trailing, minimum: 10, priority: 9)
      ) { circle, _ in
        let known =
          circle.steps.filter { $0.flow == .funds }.compactMap(\.usdMillions).reduce(0, +)
        return known > 0 ? Millions(known) : nil
      },
      Column(
        "undisclosed", .init("Undisclosed", alignment: .trailing, minimum: 11, priority: 3),
        styled: { circle, _, _ in .possible }
      ) { circle, _ in
        let count = circle.steps.filter { $0.flow == .funds }.reduce(0) { $0 + $1.undisclosed }
        return count > 0 ? count : nil
      },
      .size(in: unit, minimum: unit == .mw ? 7 : 12, priority: 6) { circle, _ in circle.compute },
      Column("money_since", .init("Money since", minimum: 11, maximum: 11, priority: 8)) {
        circle, _ in
        circle.steps.filter { $0.flow == .funds }.map(\.first).min()
      },
      // The way back: chips bought, capacity rented.
      Column("chips_since", .init("Chips since", minimum: 11, maximum: 11, priority: 8)) {
        circle, _ in
        circle.steps.filter { $0.flow != .funds }.map(\.first).min()
      },
      Column("first") { circle, _ in circle.steps.map(\.first).min() },
      Column("latest", .init("Latest", minimum: 10, priority: 4), style: .dim) { circle, _ in
        circle.steps.map(\.last).max()
      },
      Column(
        "sources", .init("Sources", alignment: .trailing, minimum: 7, priority: 3), style: .dim,
        words: { circle, _ in NumberFormat.integer(evidence(circle).sources.count) },
        rank: { circle, _ in Double(evidence(circle).sources.count) }
      ) { circle, world in Words(evidence(circle).sources.map { world.dataset.slug($0) }) },
    ]
  }
}

extension MoneyCircle {
  /// True if an organisation is on the way.
  fileprivate func touches(_ id: ID<Organisation>?) -> Bool {
    id != nil && steps.contains { $0.from == id }
  }

  /// The largest of what its steps buy or rent, in the unit; `nil` where no row tells a size.
  var compute: ClosedRange<Double>? {
    steps.compactMap { $0.bought?.size }.filter { $0.upperBound > 0 }
      .max { $0.lowerBound < $1.lowerBound }
  }

  /// The fewer steps the less, and then the more compute and dollars the less.
  var size: (Int, Double, Double) {
    let dollars = steps.filter { $0.flow == .funds }.compactMap(\.usdMillions).reduce(0, +)
    return (steps.count, -(compute?.lowerBound ?? 0), -dollars)
  }
}
