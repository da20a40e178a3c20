import Canvas
import Charts
import Dataset
import Insight

/// The lists of a cut.
enum CutList: Hashable, Sendable {
  /// The groups that lose.
  case groups
  /// The sites hit.
  case hit
  /// The sites of which something is left.
  case standing
}

// The lines over the groups and the lists: the loss in all, the sites hit by state, and what keeps running.
extension CutDetail {
  /// A line over the groups.
  struct Head: Sendable {
    enum Part: Hashable, Sendable {
      case name, loss, rented, firm, announced, standing, undated, capital, tenants
    }

    let part: Part
    let isOther: Bool
    var spans: [Span]
  }

  /// The columns below which lines begin farther left.
  private static let narrow = 100
  /// The rows that a list keeps under its lines, its titles among them.
  private static let listRows = 7

  /// Every line.
  func heads(width: Int, isPrinted: Bool = false) -> [Head] {
    heads(over: nil, width: width, isPrinted: isPrinted)
  }

  /// The lines over a list that has the keys. Where not all leave the list some rows, those stand that
  /// are the title of the list, then the answers before the details.
  func heads(over list: CutList?, in area: Size) -> [Head] {
    let heads = heads(over: list, width: area.width)
    let room = area.height - Self.listRows
    guard heads.count > room else { return heads }
    let title: [Head.Part]? =
      switch list {
      case .hit: [.name, .firm, .announced]
      case .standing: [.name, .standing]
      case .groups, nil: nil
      }
    if let title { return heads.filter { title.contains($0.part) && !$0.isOther } }
    var kept = heads
    for detail in [Head.Part.capital, .tenants, .undated, .rented] where kept.count > room {
      kept.removeAll { $0.part == detail }
    }
    return kept
  }

  func draw(_ heads: [Head], in area: Rect, on canvas: inout Canvas) {
    for (row, head) in heads.prefix(area.height).enumerated() {
      canvas.put(head.spans.clauses(within: area.width), x: area.x, y: area.y + row)
    }
  }

  private func heads(over list: CutList?, width: Int, isPrinted: Bool = false) -> [Head] {
    var lines: [Head] = []
    for (mark, report, hits) in reports {
      func add(_ part: Head.Part, _ spans: [Span]) {
        lines.append(Head(part: part, isOther: mark == "B  ", spans: spans))
      }
      func add(_ part: Head.Part, _ title: String, isLit: Bool, _ clauses: [Clause]) {
        let style = isLit ? Style(.accent, .bold) : Style.dim
        for line in Self.wrapped(title, style, clauses, width: width) { add(part, line) }
      }
      let name = world.name(of: report.scenario)
      add(
        .name,
        [Span("\(mark)If \(name) \(verb(of: report.scenario))", Style(.strong, .bold))]
          + (mark == "B  " || isPrinted
            ? []
            : [
              Span("  Tab: groups, sites hit, sites left; X cuts something else, Esc back", .dim)
            ]))
      add(.loss, line(report.options.unit.title, report.accelerators.total, figure(of: report)))
      // That no capacity loses its tenant is no news where the supplier is nobody's tenant.
      if report.custom.total.possible > 0 {
        add(.rented, line("still rented", report.custom.total, figure(of: report)))
      }
      add(.firm, "firm sites hit", isLit: list == .hit, clauses(of: hits.firm, report))
      add(.announced, "announced hit", isLit: list == .hit, clauses(of: hits.announced, report))
      add(.standing, "keep running", isLit: list == .standing, clauses(of: report.standing, report))
      if let undated = undated(in: report) { add(.undated, undated) }
      // Nor that no money is lost where compute is.
      if report.capital.total.before > 0,
        !report.capital.total.isNothing || report.accelerators.total.isNothing
      {
        add(.capital, line("capital", report.capital.total) { NumberFormat.money(millions: $0) })
      }
      let tenants = tenants(of: report)
      if !tenants.isEmpty { add(.tenants, [Span(label("tenants lose"), .dim), Span(tenants)]) }
    }
    return lines
  }

  /// The scenarios, with the letter that tells two apart.
  private var reports: [(mark: String, report: CutReport, hits: CutHits)] {
    guard let other, let otherHits else { return [("", cut, hits)] }
    return [("A  ", cut, hits), ("B  ", other, otherHits)]
  }

  // MARK: Lines that go on in the next row

  /// A part of a line, and the sign that parts it from the part before.
  struct Clause {
    var sign = ""
    let span: Span
  }

  /// A title and clauses in as many rows as they take: none of them is left out for want of room.
  private static func wrapped(
    _ title: String, _ style: Style, _ clauses: [Clause], width: Int
  ) -> [[Span]] {
    // In a narrow window a second row begins farther left, so that it takes no third.
    let isNarrow = width < narrow
    let label = isNarrow ? title + " " : TextWidth.pad(title, to: 16, align: .leading)
    let indent = isNarrow ? 4 : 16
    var lines: [[Span]] = [[Span(label, style)]]
    var taken = TextWidth.of(label)
    for (place, clause) in clauses.enumerated() {
      let width = clause.sign == "; " ? width - rest(of: clauses[place...]) : width
      let needed = TextWidth.of(clause.sign + clause.span.text)
      if taken + needed > width, let last = lines.last, last.count > 1 {
        lines.append([Span(TextWidth.pad("", to: indent, align: .leading), .dim)])
        taken = indent
        lines[lines.count - 1].append(clause.span)
        taken += TextWidth.of(clause.span.text)
      } else {
        lines[lines.count - 1].append(Span(clause.sign, .dim))
        lines[lines.count - 1].append(clause.span)
        taken += needed
      }
    }
    return lines
  }

  /// The cells of the clauses that belong to the first: those up to the next semicolon, where they fit into
  /// a row at all.
  private static func rest(of clauses: ArraySlice<Clause>) -> Int {
    let rest = clauses.dropFirst().prefix { $0.sign != "; " }
    return rest.reduce(0) { $0 + TextWidth.of($1.sign + $1.span.text) }
  }

  // MARK: The sites hit

  /// The sites of a state: `11 sites: 182,208 accelerators (5 unsized), 517 MW (7 unstated); possibly 1
  /// more, unsized`.
  private func clauses(of part: CutHits.Part, _ report: CutReport) -> [Clause] {
    guard !part.isEmpty else { return [Clause(span: Span("none", .plain))] }
    let isSure = !part.sure.isEmpty
    let leaves = Self.onlyTenantsLeave(report)
    let tenant = leaves ? part.sure.sites == 1 ? " loses its tenant" : " lose their tenant" : ""
    let sure = isSure ? Self.clauses(of: part.sure, "", "", .strong, tenant) : []
    guard !part.possible.isEmpty else { return sure }
    return sure
      + Self.clauses(
        of: part.possible, isSure ? "; " : "", "possibly ", .possible, isMore: isSure)
  }

  private static func clauses(
    of sum: SitesSum, _ sign: String, _ before: String, _ style: Style, _ tenant: String = "",
    isMore: Bool = false
  ) -> [Clause] {
    let noun = isMore ? "\(sum.sites) more" : counted(sum.sites, "site")
    let head = "\(before)\(noun)\(tenant)"
    guard sum.sites > 0 else {
      return [
        Clause(
          sign: sign,
          span: Span("\(before)the power of \(counted(sum.campuses, "row")) of campuses", style))
      ] + power(of: sum, style)
    }
    guard sum.unsized < sum.sites else {
      let all = sum.sites == 1 ? "unsized" : "all unsized"
      return [Clause(sign: sign, span: Span("\(head), \(all)", style))] + power(of: sum, style)
    }
    let unsized = sum.unsized > 0 ? " (\(sum.unsized) unsized)" : ""
    return [
      Clause(
        sign: sign,
        span: Span(
          "\(head): \(NumberFormat.integer(sum.accelerators)) accelerators\(unsized)", style))
    ] + power(of: sum, style)
  }

  private static func power(of sum: SitesSum, _ style: Style) -> [Clause] {
    guard sum.megawatts > 0 else { return [] }
    let unstated = sum.unstated > 0 ? " (\(sum.unstated) unstated)" : ""
    return [
      Clause(
        sign: ", ", span: Span("\(ComputeUnit.mw.figure(sum.megawatts)) MW\(unstated)", style))
    ]
  }

  // MARK: What keeps running

  /// The rest that runs today: `12,345 of 67,890 accelerators, 9 of 20 sites`. Where none of it is sure
  /// to run, the first that would is named.
  private func clauses(of standing: CutStanding, _ report: CutReport) -> [Clause] {
    let unit = report.options.unit
    guard standing.sites > 0 else {
      return [Clause(span: Span("no firm site runs today"))] + first(of: standing)
    }
    let (running, most) = (standing.running, standing.sure + standing.possible)
    let whole = unit.figure(running.before...max(running.before, running.mostBefore))
    if most == 0 {
      return [
        Clause(
          span: Span(
            "none of \(whole) \(unit.title), none of \(counted(standing.sites, "site"))",
            Style(.alarm, .bold)))
      ] + first(of: standing)
    }
    let unsized = standing.unsized > 0 ? " (\(standing.unsized) unsized)" : ""
    let isOpen = standing.sure == 0
    let sites =
      isOpen
      ? "possibly \(standing.possible)"
      : NumberFormat.interval("\(standing.sure)", "\(most)")
    let left = running.left.upperBound > 0 ? unit.figure(running.left) : "none"
    return [
      Clause(span: Span("\(left) of \(whole) \(unit.title)", .strong)),
      Clause(
        sign: ", ", span: Span("\(sites) of \(counted(standing.sites, "site"))\(unsized)", .strong)),
    ] + (isOpen ? first(of: standing) : [])
      + (Self.onlyTenantsLeave(report)
        ? [Clause(sign: "; ", span: Span("a site that loses its tenant runs on", .dim))] : [])
  }

  /// The first of the sites that are left and do not run yet.
  private func first(of standing: CutStanding) -> [Clause] {
    guard let site = standing.coming.first, let row = world.snapshot.commitment(site.id) else {
      return [Clause(sign: "; ", span: Span("nothing is left to run later", .plain))]
    }
    let name = world.dataset.string(row.name)
    let possibly = site.lost.possible < 1 ? "" : "possibly "
    let due = row.target.map { ", due \($0)" } ?? ", without a date"
    return [
      Clause(
        sign: "; ",
        span: Span(
          "the first of \(standing.coming.count) still to come: \(possibly)\(name)\(due)",
          possibly.isEmpty ? .plain : .possible))
    ]
  }

  private func figure(of report: CutReport) -> (Double) -> String {
    report.options.unit == .mw ? { NumberFormat.figure($0) } : { NumberFormat.integer($0) }
  }

  private func label(_ text: String) -> String {
    TextWidth.of(text) < 16 ? TextWidth.pad(text, to: 16, align: .leading) : text + " "
  }

  /// Before and after, with the part that is lost: at least what is documented, at most what is possible.
  private func line(_ title: String, _ loss: CutLoss, _ figure: (Double) -> String) -> [Span] {
    let label = Span(label(title), .dim)
    guard loss.before > 0 else { return [label, Span("none counted", .dim)] }
    let unsized =
      loss.uncounted > 0 ? ", \(loss.unsizedWords(in: cut.options.unit)) hit" : ""
    guard loss.possible > 0 else {
      return [label, Span("\(figure(loss.before)), none lost", .dim), Span(unsized, .possible)]
    }
    let after = loss.left
    let low =
      after.lowerBound < after.upperBound ? ", possibly \(figure(after.lowerBound))" : ""
    let beside =
      loss.uncounted > 0 ? ", and \(loss.unsizedWords(in: cut.options.unit))" : ""
    let before = NumberFormat.interval(
      figure(loss.before), figure(max(loss.before, loss.mostBefore)))
    let lost = NumberFormat.interval(
      figure(loss.documented), figure(min(loss.possible, max(loss.before, loss.mostBefore))))
    return [
      label, Span("\(before) \(Glyph.arrowRight) \(figure(after.upperBound))", .plain),
      Span(low, .possible),
      Span("  \(Glyph.minus)\(NumberFormat.percent(loss.share))", Style(.alarm, .bold)),
      Span(", lost \(lost)", .dim),
      Span(beside, .possible),
    ]
  }

  /// The verb for what is cut: `stops`; deliveries of some years do not come.
  private func verb(of scenario: Scenario) -> String {
    scenario.cuts.allSatisfy { $0.period.years != nil } ? "do not come" : "stops"
  }

  /// The sites that a cut of some years passes over.
  private func undated(in report: CutReport) -> [Span]? {
    let undated = report.undated
    guard report.scenario.hasYears, !undated.isEmpty else { return nil }
    let figure = figure(of: report)
    var parts: [String] = []
    if undated.most > 0 {
      parts.append(
        NumberFormat.interval(figure(undated.least), figure(undated.most))
          + " \(report.options.unit.title)")
    }
    if undated.uncounted > 0 { parts.append("\(undated.uncounted) of unknown size") }
    let possible =
      undated.possibleSites == 0 ? "" : ", possibly \(undated.possibleSites) more"
    return [
      Span(label("without a date"), .dim),
      Span("\(counted(undated.sites, "site"))\(possible), not cut"),
      Span(parts.isEmpty ? "" : ": " + parts.joined(separator: ", "), .possible),
    ]
  }

  private func tenants(of report: CutReport) -> String {
    let figure = figure(of: report)
    return report.tenants.filter { $0.share.documented > 0 || !$0.rented.isEmpty }.prefix(6)
      .map { tenant in
        let name = world.dataset.name(tenant.id)
        let rented = tenant.rented
        guard rented.before > 0, rented.possible > 0 else {
          let share = NumberFormat.percent(tenant.share.documented...tenant.share.possible)
          return "\(name) \(share)"
        }
        let lost = NumberFormat.interval(
          figure(rented.documented), figure(min(rented.possible, rented.mostBefore)))
        return "\(name) \(lost) of \(figure(rented.before))"
      }.joined(separator: ", ")
  }

}
