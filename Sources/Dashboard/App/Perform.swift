import Canvas
import Capture
import Charts
import Dataset
import Insight

extension State {
  /// Does what a key, a click or the palette asks for: a line a command, so that none is forgotten.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .show(let page): show(page)
    case .visit(let page): go(to: page)
    case .turn: turn()
    case .dependents: showDependentsOfPage()
    case .mark: mark()
    case .compare: compare()
    case .nextPane: focus(by: 1)
    case .previousPane: focus(by: -1)
    case .enlarge: enlarge()
    case .move(let move): self.move(move)
    case .open: open()
    case .back: back()
    case .filter: typeFilter()
    case .nextMatch: findMatch(1)
    case .previousMatch: findMatch(-1)
    case .palette: openPalette()
    case .sources: showSources()
    case .openLink: return openPageOfSelection()
    case .copy: askWhatToCopy()
    case .export: askHowToExport()
    case .edit: return edit()
    case .sortEarlier: sort(by: -1)
    case .sortLater: sort(by: 1)
    case .monthBack: look(from: world.day.adding(months: -1))
    case .monthForward: look(from: world.day.adding(months: 1))
    case .eventBack: lookFromEvent(-1)
    case .eventForward: lookFromEvent(1)
    case .chooseDay: mode = .day(DayPrompt(.look, offering: world.day))
    case .today: look(from: world.today)
    case .sortColumn: sortColumn()
    case .wider: widen(by: 4)
    case .narrower: widen(by: -4)
    case .resetColumns: resetColumns()
    case .mouse: return takeOrFreeMouse()
    case .repaint: return [.repaint]
    case .watch: return watchSelection()
    case .changes: showChanges()
    case .plan: go(to: .planner(PlanRequest(country: selectedCountry)))
    case .chooseCut: askForCut()
    case .chooseSince: mode = .day(DayPrompt(.compare, offering: place.view.settings.since))
    case .problems: go(to: .problems)
    case .help: mode = .help(HelpSheet())
    case .quit: return [.quit]
    case .cycle(let setting, let step): cycle(setting, step)
    case .choose(let setting, let value): set(setting, to: value)
    case .pan(let x, let y): pan(Point(x: x, y: y))
    case .local(let command): choose(command)
    case .enterNew(let kind): enterNew(kind)
    case .moveOn: moveOn()
    case .takeBack: mode = .question(.takeBack)
    case .line: break
    }
    return []
  }

  // MARK: Pages

  /// Goes to one of the screens on the digit keys; it is found as it was left.
  mutating func show(_ page: Page) {
    for place in places where ScreenKind.numbered.contains(place.page.kind) {
      left[place.page] = place
    }
    if place.page == page, under.isEmpty { return }
    under = []
    place = left[page] ?? opened(page)
    // Where the facts are still the same, so is the screen; where not, what was selected is found again.
    settleIn()
  }

  mutating func go(to page: Page) {
    mode = .browse
    if ScreenKind.numbered.contains(page.kind) { return show(page) }
    if place.page == page { return }
    under.append(place)
    place = opened(page)
  }

  mutating func open() {
    guard let fact = selectedFact else { return showRow(page: nil) }
    let pane = place.view.focus
    let row = place.view.position(pane).cursor
    switch row.flatMap({ place.screen.form(row: $0, in: pane) }) {
    case .new(let table)?:
      if let kind = EntryKind(table) { return enterNew(kind) }
    case .later(let subject)?:
      if let (kind, subject) = movable(subject) { return moveOn(subject, kind) }
    case nil: break
    }
    let page = world.page(of: fact)
    if cut.contains(pane) {
      // The cell that was gone to and is not whole comes before the page it leads to.
      showRow(page: page == place.page ? nil : page)
    } else if page == place.page {
      showRow(page: nil)
    } else if let page {
      go(to: page)
    } else {
      showSources()
    }
  }

  private mutating func showDependentsOfPage() {
    if case .organisation(let slug) = place.page.subject { showDependents(on: slug) }
  }

  private mutating func showChanges() {
    go(
      to: world.hasEntered
        ? .entered : .changes(since: lastVisit ?? world.day.adding(months: -1)))
  }

  private mutating func back() {
    noteModes()
    switch wayBack {
    case .mode(let mode): leave(mode)
    case .page:
      guard let earlier = under.popLast() else { return }
      place = earlier
      settleIn()
    case .filter: look(through: .everything)
    case .day: look(from: world.today)
    case nil: break
    }
  }

  // MARK: The selection

  private mutating func focus(by step: Int) {
    let count = place.panes.count
    guard count > 0 else { return }
    place.view.focus = (place.view.focus + step + count) % count
  }

  private mutating func move(_ move: Move) {
    place.view.corner = nil
    let pane = place.view.focus
    guard place.panes.indices.contains(pane) else { return }
    let count = place.panes[pane].count
    let visible = visible[pane] ?? max(1, size.height - 6)
    let position = place.view.positions[pane]
    if let turn = place.screen.turn(move, row: position.cursor ?? 0, in: pane) {
      return cycle(turn.setting, turn.step)
    }
    if let row = place.screen.destination(of: move, from: position.cursor ?? 0, in: pane) {
      place.view.positions[pane].cursor = row
    } else if move == .left || move == .right {
      return stepColumn(move == .right ? 1 : -1)
    } else if move == .pageDown || move == .pageUp {
      place.view.positions[pane] = position.paged(
        by: rows(of: move, count: count, visible: visible), count: count, visible: visible)
    } else {
      place.view.positions[pane] = position.moved(
        by: rows(of: move, count: count, visible: visible), count: count, visible: visible)
    }
    place.share(from: pane)
    place.settle()
  }

  private mutating func cycle(_ setting: Setting, _ step: Int) {
    guard let choice = type(of: place.screen).choice(of: setting) else { return }
    if let why = place.screen.idle(setting) {
      message = .note(why)
      return
    }
    // From a day that was chosen the key leads out, not on to its own days.
    if setting == .since, place.view.settings.since != nil { return set(setting, to: 0) }
    set(setting, to: choice.number(place.view.settings[setting], movedBy: step))
  }

  mutating func set(_ setting: Setting, to value: Int) {
    place.view.settings[setting] = value
    share(setting)
    // Chosen once more, it is the latest mode.
    place.view.modes.removeAll { $0 == .setting(setting) }
    if setting == .since { place.view.settings.since = nil }
    place.view.corner = nil
    // Another view has other columns and other rows.
    if setting == .view { place.view.settings.sort = [:] }
    // Other groups come in their own order; the list below them is the same.
    if setting == .grouping, let groups = place.panes.first {
      place.view.settings.sort[groups.name] = nil
    }
    place.rebuild(in: world, keeping: State.keeping(after: setting))
    let words = type(of: place.screen).choice(of: setting)?.words(at: place.view.settings[setting])
    let name = place.screen.name(of: setting)
    if let words = name ?? words {
      let ahead = name == nil && setting == .grouping ? aheadOfGrouping : ""
      message = .note(words + ahead)
    }
  }

  /// The groupings that the key leads to next: `; then country, quarter, year …`.
  private var aheadOfGrouping: String {
    guard let choice = type(of: place.screen).choice(of: .grouping) else { return "" }
    let names = choice.groupings(after: place.view.settings[.grouping])
    let more = names.count > 3 ? " \(Glyph.ellipsis)" : ""
    return names.isEmpty ? "" : "; then \(names.prefix(3).joined(separator: ", "))\(more)"
  }

  /// The parts of a selection that outlive another value of an option.
  private static func keeping(after setting: Setting) -> Place.Keeping {
    switch setting {
    case .view: .facts(focus: 0)
    // The question of a plan stands in a list whose rows these change.
    case .kind, .country, .months: .places
    default: .facts(focus: nil)
    }
  }

  private mutating func choose(_ command: LocalCommand) {
    guard
      let settings = place.screen.settings(after: command, on: selectedFact, in: place.view)
    else { return }
    let before = place.view.settings.subjects[.target]
    place.view.settings = settings
    place.view.corner = nil
    let target = settings.subjects[.target]
    if command == .target, target != before {
      // Aimed at once more, it is left as by Esc.
      if target == nil {
        place.view.settings.subjects[.target] = place.view.aims.popLast()
      } else if let before {
        place.view.aims.append(before)
      }
    }
    place.rebuild(in: world)
    if [.target, .nextTarget].contains(command), let words = place.screen.aimed(in: place.view) {
      message = .note(words)
    }
  }

  /// Moves what is in sight of a large picture; the selection stays where it is.
  private mutating func pan(_ steps: Point) {
    let corner = place.screen.corner(after: place.view, movedBy: steps, in: body.size)
    place.view.corner = corner
    if corner == nil { message = .note("all of it is in sight") }
  }

  /// The country of the page seen, or of the selected fact.
  private var selectedCountry: String? {
    if case .country(let code) = place.page.subject { return code }
    return selectedFact?.id(in: .countries)
  }

  // MARK: Facts

  private mutating func showSources() {
    guard let fact = sourcedFact else {
      message = .note("nothing is selected")
      return
    }
    let sheet = SourceSheet(of: fact, in: world)
    if size.width < 120, case .missing? = sheet.lines.first, sheet.lines.count == 1 {
      message = .note("no source is named for \(world.title(of: fact))")
    } else {
      mode = .sources(sheet)
    }
  }

  private mutating func openPageOfSelection() -> [Effect] {
    if let words = sourcedFact.flatMap(world.missingPage) {
      message = .note(words)
      return []
    }
    return openLink(sourcedFact.flatMap { world.sources(of: $0).first })
  }

  mutating func openLink(_ source: ID<Source>?) -> [Effect] {
    guard let source else {
      message = .note("no source is named for this")
      return []
    }
    let url = world.dataset.string(world.dataset[source].url)
    guard !url.isEmpty else {
      message = .note("no address is known of this source: \(citation(of: source))")
      return []
    }
    return [.open(url: url)]
  }

  /// A source in one line: title, publisher, date, address.
  func citation(of id: ID<Source>) -> String {
    let source = world.dataset[id]
    let parts = [
      world.dataset.string(source.title), world.dataset.string(source.publisher),
      source.published?.description ?? "", world.dataset.string(source.url),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private mutating func askHowToExport() {
    mode = .question(
      .export(pane: exportedPane, list: exportedTable(ofPane: exportedPane)?.name))
  }

  private mutating func edit() -> [Effect] {
    if case .problem(let problem)? = selectedFact {
      return [.edit(path: problem.file, line: problem.line)]
    }
    guard let origin = selectedFact.flatMap(world.origin), let path = world.dataset.path(of: origin)
    else {
      message = .note("cannot edit a total: select a single row")
      return []
    }
    return [.edit(path: path, line: Int(origin.line))]
  }

  private mutating func takeOrFreeMouse() -> [Effect] {
    hasMouse.toggle()
    message = .note(
      hasMouse
        ? "the mouse selects, scrolls and opens again"
        : "the mouse is the terminal's: select text with it")
    return [.mouse(hasMouse)]
  }

  // MARK: Time and filter

  mutating func look(from day: Day) {
    guard day != world.day else { return }
    let days = world.spokenOf
    guard days.contains(day) else {
      message = .note("choose a day from \(days.lowerBound) to \(days.upperBound)")
      return
    }
    world = world.seen(from: day)
    paletteEntries = nil
    place.rebuild(in: world)
  }

  mutating func look(
    through filter: Filter, selecting anchor: [Place.Selection]? = nil
  ) {
    world = world.through(filter)
    place.view.search = filter.words
    place.rebuild(in: world, selecting: anchor)
  }

  /// Compares with another day on the screen seen; `nil` ends the comparison.
  ///
  /// The rule for comparing: there is a single comparison. A day that is chosen takes the place of the days that a
  /// key goes through, and that key ends it, as Esc does.
  mutating func compare(with day: Day?) {
    place.view.settings.since = day
    if day != nil { place.view.settings[.since] = 0 }
    place.rebuild(in: world)
    if let day { message = .note("compared with \(readable(day)); Esc ends it") }
  }

  private mutating func lookFromEvent(_ step: Int) {
    let day = world.eventDay(step > 0 ? .after : .before)
    if let day {
      look(from: day)
    } else {
      message = .note(step > 0 ? "no later event in the ledger" : "no earlier event in the ledger")
    }
  }
}
