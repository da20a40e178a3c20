import Dataset
import Insight

// The selected organisation, and the commands that are about it.
extension ExposureScreen {
  /// The pane whose selection a command means: the main part where a list under it has the focus.
  private func subjectPane(in view: ViewState) -> Int {
    cutList(at: view.focus) != nil || (view.focus == 1 && shown != .capacity) ? 0 : view.focus
  }

  /// The organisation that the selected row of a pane is about.
  func organisation(at pane: Int, in view: ViewState) -> ID<Organisation>? {
    guard !view.isPrinted, cutList(at: pane) == nil, let row = view.position(pane).cursor
    else {
      return nil
    }
    switch content {
    case .graph(let graph, _) where pane == 0: return graph.organisation(at: row)
    case .table(let table) where pane == 0 && row < table.count:
      return table.fact(row)?.id(in: .organisations).flatMap { world.dataset.organisation($0) }
    case .capacity(let capacity):
      if pane == 0 { return capacity.ids.indices.contains(row) ? capacity.ids[row] : nil }
      return capacity.customer(at: row)
    case .money(let money): return money.investor(at: row)
    default: return nil
    }
  }

  func destination(of move: Move, from row: Int, in pane: Int) -> Int? {
    guard case .graph(let graph, _) = content, pane == 0 else { return nil }
    return graph.destination(of: move, from: row)
  }

  func settings(
    after command: LocalCommand, on fact: Fact?, in view: ViewState
  ) -> Settings? {
    var settings = view.settings
    let selected = organisation(at: subjectPane(in: view), in: view).map { world.dataset.slug($0) }
    switch command {
    case .nextTarget: settings.subjects[.target] = facts.nextTarget
    case .target, .focus, .cut:
      guard let selected else { return nil }
      settings.subjects[command] = settings.subjects[command] == selected ? nil : selected
    case .group:
      guard case .graph(let graph, _) = content, let row = view.position(0).cursor else {
        return nil
      }
      settings.subjects[.group] = graph.fold(after: settings.subjects[.group], at: row)
    }
    return settings
  }

  /// The rule of aiming: a target that was chosen is a mode. The title line names the target that Esc leads
  /// back to, as long as that is another.
  func words(of subject: LocalCommand, in view: ViewState) -> String {
    switch subject {
    case .focus: "only its neighbours"
    // Esc leads nowhere on paper.
    case .target:
      view.isPrinted || before(in: view) == facts.questionName ? "" : "not \(before(in: view))"
    case .nextTarget, .cut, .group: ""
    }
  }

  func aimed(in view: ViewState) -> String? {
    view.settings.subjects[.target] == nil || before(in: view) == facts.questionName
      ? "aimed at \(facts.questionName) again"
      : "aimed at \(facts.questionName); Esc leads back to \(before(in: view))"
  }

  /// The name of the target that was aimed at before, or else of the usual target.
  private func before(in view: ViewState) -> String {
    if let before = view.aims.last.flatMap(world.exposureTarget) { return world.name(of: before) }
    let usual = Compute.usualMaker(in: world.snapshot, facts.options.folding)
    guard facts.dimension != .location, let usual else { return Jurisdiction.eu27.word }
    return world.dataset.name(usual)
  }

  /// Cuts of the target and of who is selected: what is due by year, what does not run yet, and half of
  /// each.
  func cuts(in view: ViewState) -> [String] {
    let selected = organisation(at: subjectPane(in: view), in: view).map { world.dataset.slug($0) }
    let target = facts.supplier.slug(in: world.dataset)
    let periods =
      world.snapshot.yearsDue(of: facts.supplier, facts.options).map { CutPeriod.due($0...$0) }
      + [.deliveries]
    let things = [target, selected].compactMap { $0 }
    var offers = things + periods.map { target + $0.suffix } + things.map { $0 + "=50" }
    if let now = view.settings.subjects[.cut] { offers.insert(now, at: 0) }
    var seen: Set<String> = []
    return offers.filter { seen.insert($0).inserted }
  }
}
