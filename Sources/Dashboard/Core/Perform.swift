import Canvas
import Charts
import Dataset
import Insight

extension State {
  /// Does what a key, a click or the palette asks for.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .show(let page): show(page)
    case .nextPane: focus(by: 1)
    case .previousPane: focus(by: -1)
    case .move(let move): self.move(move)
    case .open: open()
    case .back: back()
    case .filter: mode = .filter(LineEditor(world.filter.text), nil)
    case .nextMatch: findMatch(1)
    case .previousMatch: findMatch(-1)
    case .palette: mode = .palette(Palette(world: world, keymap: keymap))
    case .sources: showSources()
    case .openLink: return openLink(selectedFact.flatMap { world.sources(of: $0).first })
    case .copy: return copySelection()
    case .export: return [.export(place.page)]
    case .edit: return edit()
    case .sortEarlier: sort(by: -1)
    case .sortLater: sort(by: 1)
    case .monthBack: look(from: world.day.adding(months: -1))
    case .monthForward: look(from: world.day.adding(months: 1))
    case .eventBack: lookFromEvent(-1)
    case .eventForward: lookFromEvent(1)
    case .chooseDay: mode = .day(LineEditor(world.day.description), nil)
    case .today: look(from: world.today)
    case .watch: message = .failure("the watchlist is not kept yet")
    case .changes: go(to: .changes(since: lastVisit ?? world.day.adding(months: -1)))
    case .problems: go(to: .problems)
    case .help: mode = .help(0)
    case .quit: return [.quit]
    case .cycle(let setting, let step): cycle(setting, step)
    case .local(let command): choose(command)
    }
    return []
  }

  // MARK: Pages

  /// Goes to one of the screens on the digit keys; it is found as it was left.
  private mutating func show(_ page: Page) {
    for place in places { left[place.page] = place.view }
    if place.page == page, places.count == 1 { return }
    places = [Place(page: page, world: world, view: left[page] ?? ViewState())]
  }

  /// Opens a page on top of the one seen.
  mutating func go(to page: Page) {
    mode = .browse
    if ScreenKind.numbered.contains(page.kind) { return show(page) }
    if place.page == page { return }
    places.append(Place(page: page, world: world))
  }

  private mutating func open() {
    guard let fact = selectedFact else { return }
    if let page = world.page(of: fact) {
      go(to: page)
    } else {
      showSources()
    }
  }

  private mutating func back() {
    if places.count > 1 {
      places.removeLast()
      places[places.count - 1].rebuild(in: world)
    } else if !place.view.settings.subjects.isEmpty {
      places[0].view.settings.subjects = [:]
      places[0].rebuild(in: world)
    } else if !world.filter.isEmpty {
      look(through: .everything)
    } else if world.isPast {
      look(from: world.today)
    }
  }

  // MARK: The selection

  private mutating func focus(by step: Int) {
    let count = place.screen.panes.count
    guard count > 0 else { return }
    places[places.count - 1].view.focus = (place.view.focus + step + count) % count
  }

  private mutating func move(_ move: Move) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane) else { return }
    let count = place.screen.panes[pane].count
    let visible = visible[pane] ?? max(1, size.height - 6)
    let position = place.view.positions[pane]
    if let row = place.screen.destination(of: move, from: position.cursor ?? 0, in: pane) {
      places[places.count - 1].view.positions[pane].cursor = row
    } else {
      places[places.count - 1].view.positions[pane] = position.moved(
        by: rows(of: move, count: count, visible: visible), count: count, visible: visible)
    }
    places[places.count - 1].share(from: pane)
    places[places.count - 1].settle()
  }

  /// Looks for the words of the filter, or of the selected row's first word, in the rows that follow.
  private mutating func findMatch(_ step: Int) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane), !place.view.search.isEmpty else {
      message = .note("nothing to look for: / filters by any words")
      return
    }
    let list = place.screen.panes[pane]
    let wanted = place.view.search.lowercased()
    let start = place.view.positions[pane].cursor ?? 0
    guard list.count > 0 else { return }
    for distance in 1...list.count {
      let row = ((start + step * distance) % list.count + list.count) % list.count
      if list.text(row).lowercased().contains(wanted) {
        places[places.count - 1].view.positions[pane].cursor = row
        places[places.count - 1].share(from: pane)
        places[places.count - 1].settle()
        return
      }
    }
    message = .note("no row here has \"\(place.view.search)\"")
  }

  private mutating func sort(by step: Int) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane) else { return }
    let columns = place.screen.panes[pane].columns.count
    guard columns > 0 else {
      message = .note("nothing to sort by here")
      return
    }
    let current = place.view.settings.sort[pane]
    let order: SortOrder
    if let current, current.descending {
      order = SortOrder(column: current.column, descending: false)
    } else {
      let column = ((current?.column ?? (step > 0 ? -1 : columns)) + step + columns) % columns
      order = SortOrder(column: column, descending: true)
    }
    places[places.count - 1].view.settings.sort[pane] = order
    places[places.count - 1].rebuild(in: world)
  }

  private mutating func cycle(_ setting: Setting, _ step: Int) {
    guard let count = type(of: place.screen).settings[setting], count > 0 else { return }
    let current = place.view.settings[setting]
    places[places.count - 1].view.settings[setting] = (current + step + count) % count
    places[places.count - 1].rebuild(in: world)
    if let name = place.screen.name(of: setting) { message = .note(name) }
  }

  private mutating func choose(_ command: LocalCommand) {
    let last = places.count - 1
    if case .organisation(let slug)? = selectedFact, place.view.settings.subjects[command] != slug {
      places[last].view.settings.subjects[command] = slug
    } else {
      places[last].view.settings.subjects[command] = nil
    }
    places[last].rebuild(in: world)
  }

  // MARK: Facts

  private mutating func showSources() {
    guard let fact = selectedFact else {
      message = .note("nothing is selected")
      return
    }
    let sheet = SourceSheet(of: fact, in: world)
    if sheet.lines.isEmpty {
      message = .note("no source is named for \(world.title(of: fact))")
    } else {
      mode = .sources(sheet)
    }
  }

  mutating func openLink(_ source: ID<Source>?) -> [Effect] {
    guard let source else {
      message = .note("no source is named for this")
      return []
    }
    let url = world.dataset.string(world.dataset[source].url)
    guard !url.isEmpty else {
      message = .note("the page of this source was not retrieved: \(citation(of: source))")
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

  private mutating func copySelection() -> [Effect] {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane),
      let row = place.view.positions[pane].cursor, row < place.screen.panes[pane].count
    else { return [] }
    return [.copy(place.screen.panes[pane].text(row))]
  }

  private mutating func edit() -> [Effect] {
    guard let origin = selectedFact.flatMap(world.origin), let path = world.dataset.path(of: origin)
    else {
      message = .note("this is no single row that could be edited")
      return []
    }
    return [.edit(path: path, line: Int(origin.line))]
  }

  // MARK: Time and filter

  /// Looks from another day.
  mutating func look(from day: Day) {
    guard day != world.day else { return }
    world = world.seen(from: day)
    places[places.count - 1].rebuild(in: world)
  }

  /// Looks through another filter.
  mutating func look(through filter: Filter) {
    world = world.through(filter)
    places[places.count - 1].view.search = filter.words
    places[places.count - 1].rebuild(in: world)
  }

  private mutating func lookFromEvent(_ step: Int) {
    let day = world.eventDay(step > 0 ? .after : .before)
    if let day {
      look(from: day)
    } else {
      message = .note(step > 0 ? "no later event in the ledger" : "no earlier event in the ledger")
    }
  }

  /// Shows the data as it stands on disk now.
  mutating func reload(_ dataset: Dataset) {
    reloadFailure = nil
    problemCount = dataset.problems.count + dataset.unlistedProblems
    let filter = (try? Filter(world.filter.text, in: dataset)) ?? .everything
    world = World(dataset: dataset, today: world.today, day: world.day, filter: filter)
    places[places.count - 1].rebuild(in: world)
    message = .note("the data changed on disk and is shown anew")
  }

  // MARK: Mouse

  mutating func click(_ x: Int, _ y: Int, _ double: Bool) -> [Effect] {
    guard case .browse = mode else { return [] }
    var frame = Frame(size: size)
    draw(on: &frame)
    switch frame.target(at: x, y) {
    case .tab(let page): show(page)
    case .command(let command): return perform(command)
    case .pane(let pane): places[places.count - 1].view.focus = pane
    case .row(let pane, let row):
      places[places.count - 1].view.focus = pane
      places[places.count - 1].view.positions[pane].cursor = row
      places[places.count - 1].share(from: pane)
      places[places.count - 1].settle()
      if double { open() }
    case nil: break
    }
    return []
  }

  mutating func scroll(_ x: Int, _ y: Int, _ rows: Int) {
    for _ in 0..<abs(rows) { _ = perform(.move(rows > 0 ? .down : .up)) }
  }
}
