import Canvas
import Charts
import Dataset
import Insight

/// The detail of the target itself: its loss, the rest, and its dependents, direct or through
/// others alone.
struct TargetDetail: Sendable {
  private let lines: [[Span]]

  init(
    facts: ExposureFacts, stop: CutReport, independence: Independence,
    chokepoints: ChokepointReport, money: CircularMoney
  ) {
    let world = facts.world
    let unfiltered = [Span("Of everything the ledger holds, whatever the filter:", .dim)]
    let head = [
      world.filter.isEmpty ? nil : unfiltered, Self.delivered(facts),
      Self.loss(by: stop, in: world), Self.running(independence, world.dataset),
      Self.lossByLaw(stop, world.dataset),
    ]
    let others = chokepoints.chokepoints.filter { $0.id != facts.target }
    let tail = [
      Self.next(others, facts),
      Self.possible(others, most: chokepoints.chokepoints.map(\.possible).max(), world.dataset),
      Self.circles(money, through: facts.target, world.dataset),
    ]
    lines = (head + Self.dependents(facts) + tail).compactMap(\.self)
  }

  private static func loss(by stop: CutReport, in world: World) -> [Span]? {
    let loss = stop.accelerators.total
    let unit = stop.options.unit
    guard loss.before > 0 else { return nil }
    let most = max(loss.before, loss.mostBefore)
    let (left, least) = (loss.left.upperBound, loss.left.lowerBound)
    return [
      Span(
        TextWidth.pad("If \(world.name(of: stop.scenario)) stops", to: 18, align: .leading),
        Style(.strong, .bold)),
      Span(
        "\(unit.figure(loss.before...most)) \(Glyph.arrowRight) \(unit.figure(left)) \(unit.title)"
      ), Span(least < left ? ", possibly \(unit.figure(least))" : "", .possible),
      Span("  \(Glyph.minus)\(NumberFormat.percent(loss.share))", Style(.alarm, .bold)),
      Span(loss.uncounted > 0 ? "  and \(loss.unsizedWords(in: unit))" : "", .possible),
    ]
  }

  private static func running(_ independence: Independence, _ dataset: Dataset) -> [Span]? {
    let running = independence.rows.filter { $0.without.lowerBound > 0 }
      .sorted { $0.without.lowerBound > $1.without.lowerBound }
      .map { "\(dataset.name($0.id)) \(count(Double($0.without.lowerBound)))" }
    let unsized = independence.rows.filter { $0.without.lowerBound == 0 && !$0.sites.isEmpty }
      .map { "\(dataset.name($0.id)) \(Glyph.unknown)" }
    return line("keep running", running + unsized)
  }

  private static func lossByLaw(_ stop: CutReport, _ dataset: Dataset) -> [Span]? {
    let lost = stop.accelerators.byJurisdiction.map { group -> String in
      return
        "\(group.key.name(in: dataset)) \(Glyph.minus)\(NumberFormat.percent(group.loss.share))"
    }
    return line("lost by bloc", lost, by: "   ")
  }

  private static func dependents(_ facts: ExposureFacts) -> [[Span]?] {
    let counts = ExposedCounts(facts.main?.organisations ?? [])
    let all = "of \(counts.exposed) exposed"
    return [
      ("directly", ExposurePathWord.direct), ("through others", .indirect),
      ("way not named", .unnamed),
    ].map { title, word in
      let names = (facts.main?.organisations ?? []).filter { $0.pathWord == word }
        .map { facts.world.dataset.name($0.id) }
      return line(title, names, of: "\(names.count) \(all)")
    }
  }

  /// The greatest losses if others stop, in the unit.
  private static func next(_ others: [Chokepoint], _ facts: ExposureFacts) -> [Span]? {
    let worst = others.filter { $0.accelerators > 0 }.prefix(5)
      .map { "\(facts.world.dataset.name($0.id)) \(NumberFormat.integer($0.accelerators))" }
    return line("if others stop", worst).map {
      $0 + [Span(" \(facts.options.unit.title) lost")]
    }
  }

  /// Others that may supply as much as anybody may, and are known to supply less.
  private static func possible(_ others: [Chokepoint], most: Int?, _ dataset: Dataset) -> [Span]? {
    line(
      "possibly in all",
      others.filter { $0.possible == most && $0.accelerators < $0.possible }
        .map { dataset.name($0.id) })
  }

  private static func circles(
    _ money: CircularMoney, through target: ID<Organisation>?, _ dataset: Dataset
  ) -> [Span]? {
    let circles = money.circles.filter { circle in circle.steps.contains { $0.from == target } }
      .sorted { $0.size < $1.size }
    return line(
      "circles of money", circles.prefix(4).map { MoneyView.words($0, dataset) },
      of: "\(circles.count)")
  }

  /// The part that runs of what the target has promised in the unit, each share with its base. `nil`
  /// where the target made nothing. Example: `150,256 of its 451,504 firm, 33 %; of those and the
  /// announced, 16 %`.
  private static func delivered(_ facts: ExposureFacts) -> [Span]? {
    guard let target = facts.target, facts.supplier == .organisation(target) else { return nil }
    let totals = Compute.totals(
      of: facts.world.snapshot, by: .vendor, folding: facts.options.folding,
      unit: facts.options.unit)
    let unit = facts.options.unit
    guard let tally = totals.groups.first(where: { $0.key == .organisation(target) })?.tally
    else { return nil }
    let (firm, running) = (SizeSum(tally.firm(in: unit)), tally.runs(in: unit))
    let plans = tally.plans(in: unit)
    // The line below names the accelerators.
    let noun = unit == .accelerators ? "" : " \(unit.title)"
    func sites(_ count: Int) -> String { count == 1 ? "site" : "sites" }
    let open = [
      tally.unknown(in: unit) > 0 ? "\(tally.unknown(in: unit)) firm" : nil,
      plans.unsized > 0 ? "\(plans.unsized) announced" : nil,
    ].compactMap(\.self)
    var all = firm
    all.add(plans)
    guard let share = firm.share(of: running), let shareOfAll = all.share(of: running) else {
      return nil
    }
    return [
      Span(TextWidth.pad("running", to: 18, align: .leading), .dim),
      Span(
        "\(unit.figure(running)) of its \(unit.figure(firm.size)) firm\(noun), "
          + NumberFormat.percent(share), .strong),
      Span(
        plans.size.upperBound > 0
          ? "; of those and the announced, " + NumberFormat.percent(shareOfAll) : "", .possible),
      Span(", \(unit.figure(firm.rest(without: running))) contracted or building"),
      Span(
        open.isEmpty
          ? ""
          : ", \(open.joined(separator: " and ")) \(sites(tally.unknown(in: unit) + plans.unsized)) "
            + "of unknown \(unit.missing) left out",
        .possible),
    ]
  }

  /// The rows it takes to tell everything.
  var height: Int { lines.count }

  func draw(in area: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(area.height).enumerated() {
      canvas.put(
        line.clauses(within: area.width), x: area.x, y: area.y + row, width: area.width)
    }
  }

  private static func count(_ value: Double) -> String {
    NumberFormat.integer(value)
  }

  /// A title with its parts, and how many there are in all; `nil` without parts.
  private static func line(
    _ title: String, _ parts: [String], by separator: String = ", ", of count: String? = nil
  ) -> [Span]? {
    guard !parts.isEmpty else { return nil }
    return [
      Span(TextWidth.pad(title, to: 18, align: .leading), .dim),
      Span((count.map { "\($0): " } ?? "") + parts.joined(separator: separator)),
    ]
  }
}
