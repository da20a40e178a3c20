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
    chokepoints: ChokepointReport,
    money: CircularMoney
  ) {
    let world = facts.world
    let dataset = world.dataset
    var lines: [[Span]] = []
    if !world.filter.isEmpty {
      lines.append([Span("Of everything the ledger holds, whatever the filter:", .dim)])
    }
    if let delivered = Self.delivered(facts) { lines.append(delivered) }
    let loss = stop.accelerators.total
    if loss.before > 0 {
      let (left, least) = (loss.before - loss.documented, loss.before - loss.possible)
      let share = (loss.documented / loss.before)...(loss.possible / loss.before)
      lines.append([
        Span(
          TextWidth.pad("If \(world.name(of: stop.scenario)) stops", to: 18, align: .leading),
          Style(.strong, .bold)),
        Span("\(Self.count(loss.before)) \(Glyph.arrowRight) \(Self.count(left)) accelerators"),
        Span(least < left ? ", possibly \(Self.count(least))" : "", .possible),
        Span("  \(Glyph.minus)\(NumberFormat.percent(share))", Style(.alarm, .bold)),
        Span(
          loss.uncounted > 0 ? "  and \(counted(loss.uncounted, "site")) of unknown size" : "",
          .possible),
      ])
    }
    let running = independence.rows.filter { $0.without.lowerBound > 0 }
      .sorted { $0.without.lowerBound > $1.without.lowerBound }
      .map { "\(dataset.name($0.id)) \(Self.count(Double($0.without.lowerBound)))" }
    let unsized = independence.rows.filter { $0.without.lowerBound == 0 && !$0.sites.isEmpty }
      .map { "\(dataset.name($0.id)) \(Glyph.unknown)" }
    if !(running + unsized).isEmpty {
      lines.append(Self.line("keep running", (running + unsized).joined(separator: ", ")))
    }
    let lost = stop.accelerators.byJurisdiction.map { group -> String in
      let before = max(1, group.loss.before)
      let share = (group.loss.documented / before)...(group.loss.possible / before)
      return "\(group.key.name(in: dataset)) \(Glyph.minus)\(NumberFormat.percent(share))"
    }
    if !lost.isEmpty { lines.append(Self.line("lost by bloc", lost.joined(separator: "   "))) }
    for (title, reach) in [
      ("directly", Exposure.Reach.direct), ("through others", .indirect),
    ] {
      let found = (facts.main?.organisations ?? []).filter { $0.reach == reach }
      guard !found.isEmpty else { continue }
      let names = found.map { dataset.name($0.id) }.joined(separator: ", ")
      lines.append(Self.line(title, "\(found.count): \(names)"))
    }
    let worst = chokepoints.chokepoints.filter { $0.id != facts.target && $0.accelerators > 0 }
      .prefix(5).map { "\(dataset.name($0.id)) \(NumberFormat.integer($0.accelerators))" }
    if !worst.isEmpty { lines.append(Self.line("next losses", worst.joined(separator: ", "))) }
    let most = chokepoints.chokepoints.map(\.possible).max() ?? 0
    let under = chokepoints.chokepoints.filter {
      $0.id != facts.target && $0.possible == most && $0.accelerators < most
    }.map { dataset.name($0.id) }
    if !under.isEmpty { lines.append(Self.line("may supply all", under.joined(separator: ", "))) }
    let circles = money.circles.filter { circle in
      circle.steps.contains { $0.from == facts.target }
    }.sorted { $0.size < $1.size }
    if !circles.isEmpty {
      let told = circles.prefix(4).map { MoneyView.words($0, dataset) }.joined(separator: ", ")
      lines.append(Self.line("circles of money", "\(circles.count): \(told)"))
    }
    self.lines = lines
  }

  /// The part that runs of what the target has promised: `150,256 of 451,504 run, 33 %, 301,248 contracted
  /// or building, 496,040 more announced`; `nil` where the target made nothing.
  private static func delivered(_ facts: ExposureFacts) -> [Span]? {
    guard let target = facts.target, facts.supplier == .organisation(target) else { return nil }
    let totals = Compute.totals(
      of: facts.world.snapshot, by: .vendor, folding: facts.options.folding)
    guard let tally = totals.groups.first(where: { $0.key == .organisation(target) })?.tally,
      tally.accelerators > 0
    else { return nil }
    let (firm, running) = (tally.accelerators, tally.running)
    let open = tally.unknown + tally.announcedUnknown
    return [
      Span(TextWidth.pad("running", to: 18, align: .leading), .dim),
      Span(
        "\(NumberFormat.integer(running)) of \(NumberFormat.integer(firm)), "
          + NumberFormat.percent(Double(running) / Double(firm))),
      Span(", \(NumberFormat.integer(firm - running)) contracted or building"),
      Span(
        tally.announced > 0 ? ", \(NumberFormat.integer(tally.announced)) more announced" : "",
        .possible),
      Span(open > 0 ? ", \(counted(open, "site")) of unknown size" : "", .possible),
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

  private static func line(_ title: String, _ text: String) -> [Span] {
    [Span(TextWidth.pad(title, to: 18, align: .leading), .dim), Span(text)]
  }
}
