import Canvas
import Charts
import Dataset
import Insight

/// An investor: the companies, the rounds, the co-investors, by layer and year.
///
/// Investments of a group's funds count as its own unless the group is unfolded: NVIDIA's
/// investments include NVentures'.
struct InvestorScreen: Screen {
  static let title = "Investor"
  static let enteredTable: TableName? = .rounds
  static let isFiltered = false

  static let purpose = "an investor's portfolio, and who else was in it"
  static let controls: [any Control] = [
    ScreenKey("I", .turn, "the same organisation as a company", hint: "as company"),
    InvestorOptions.fold,
  ]

  let headline: [Span]
  let mainTable: String? = "companies"
  let record: any JSONConvertible & Sendable
  /// Those without a row too, for exports.
  private let all: [FactTable]
  var tables: [DataTable] { all.compactMap(\.pane.data) }
  private let facts: InvestorFacts?
  private let stack: TableStack

  var panes: [Pane] { stack.tables.map(\.pane) }

  init(page: Page, world: World, settings: Settings) {
    guard case .organisation(let slug) = page.subject, let id = world.dataset.organisation(slug)
    else {
      headline = [Span("no such organisation", .alarm)]
      record = [String]()
      facts = nil
      all = []
      stack = TableStack(tables: [])
      return
    }
    let facts = InvestorFacts(
      InvestorProfile(
        id, in: world.snapshot, folding: settings[InvestorOptions.fold]), in: world)
    self.facts = facts
    headline = facts.headline
    record = facts.profile
    let all = facts.tables(sort: settings.sort)
    stack = TableStack(tables: all.filter { $0.count > 0 })
    self.all = all
  }

  func name(of setting: Setting) -> String? {
    guard setting == .fold, let facts else { return nil }
    let count = facts.profile.members.count
    return facts.profile.folding == .groups
      ? "with its group: \(count) \(count == 1 ? "member" : "members")" : "on its own"
  }

  func draw(in area: Rect, of frame: inout Frame, view: ViewState) {
    guard let facts else { return }
    for (index, line) in facts.summary.enumerated() {
      frame.canvas.put(summary: line, in: area.row(index))
    }
    let rest = area.inset(top: facts.summary.count + 1)
    guard !stack.tables.isEmpty else {
      frame.canvas.put(
        "the ledger knows of no round it took part in by this day", x: rest.x, y: rest.y,
        style: .dim)
      return
    }
    let all = Array(stack.tables.indices)
    let left = Array(all.prefix(1)) + all.dropFirst(2)
    let right = Array(all.dropFirst().prefix(1))
    // Axes without a bar say nothing.
    guard !facts.layers.rows.isEmpty else {
      return stack.draw(all, in: rest, of: &frame, view: view)
    }
    let widths = [left, right].map { $0.map { stack.tables[$0] }.wholeWidth }
    if let columns = rest.abreast([widths[0], max(widths[1], facts.layers.wholeWidth)], gap: 3) {
      let charts = columns[1].rows([.fixed(min(20, rest.height / 2)), .share(1)], gap: 1)
      drawCharts(in: charts[0], of: &frame, facts, stacked: true)
      stack.draw(left, in: columns[0], of: &frame, view: view)
      stack.draw(right, in: charts[1], of: &frame, view: view)
    } else {
      let wanted = max(8, facts.layers.naturalHeight)
      let height = rest.height >= 18 ? min(wanted, rest.height / 3) : 0
      let parts = rest.rows([.fixed(height), .share(1)], gap: height > 0 ? 1 : 0)
      drawCharts(in: parts[0], of: &frame, facts, stacked: false)
      stack.draw(all, in: parts[1], of: &frame, view: view)
    }
  }

  private func drawCharts(
    in area: Rect, of frame: inout Frame, _ facts: InvestorFacts, stacked: Bool
  ) {
    guard area.height > 2 else { return }
    let parts =
      stacked
      ? area.rows([.fixed(facts.layers.naturalHeight), .share(1)], gap: 1)
      : area.columns([.share(1), .share(1)], gap: 4)
    facts.layers.draw(on: &frame.canvas, in: parts[0])
    facts.years.draw(on: &frame.canvas, in: parts[1])
  }

  func naturalHeight(width: Int) -> Int {
    let charts = facts.map { $0.layers.naturalHeight + 1 } ?? 0
    return max(1, (facts?.summary.count ?? 0) + 2 + stack.naturalHeight + max(8, charts))
  }
}

public enum InvestorOptions {
  /// An investor with its group, or alone.
  public static let fold = Choice(
    .fold, .groups, among: [Folding.groups, .none],
    flag: ChoiceFlag("fold", "With everyone in its group: NVentures is NVIDIA."),
    keys: [.next("z", help: "with everyone in its group, or on its own", hint: "group")],
    mode: { $0 == .none ? "on its own" : nil })
}

extension InvestorScreen {
  static func subject(named name: String) -> Page.Subject? {
    name.isEmpty ? nil : .organisation(name)
  }
}

extension Page {
  public static func investor(_ slug: String) -> Page {
    Page(InvestorScreen.self, .organisation(slug))
  }
}
