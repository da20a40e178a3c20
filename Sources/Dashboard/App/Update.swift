import Canvas
import Charts
import Dataset
import Insight

extension State {
  /// The state after an action, and what is to be done outside.
  public mutating func update(_ action: Action) -> [Effect] {
    let before = (place.page, place.view.settings, place.view.isEnlarged)
    note(action)
    let effects = isTooSmall ? takeUnseen(action) : take(action)
    if before != (place.page, place.view.settings, place.view.isEnlarged) { noteModes() }
    settleReach()
    followWithSources()
    if let ready = place.screen.prepared(for: body.size) { place.screen = ready }
    return effects
  }

  /// Notes that something happened: a picture that was begun before it comes too late, and a
  /// picture that somebody works with is not rearranged.
  private mutating func note(_ action: Action) {
    switch action {
    case .refined, .report: return
    case .key, .paste, .click, .scroll:
      if let touched = place.screen.touched { place.screen = touched }
    case .resize, .reload, .reloadFailed, .today, .keptElsewhere, .entry: break
    }
    moment += 1
  }

  /// The work that makes the picture on the screen better while nothing happens; `nil` where there is none.
  public var refinement: (@Sendable () -> any Screen)? {
    guard case .browse = mode, !isTooSmall else { return nil }
    return place.screen.refinement
  }

  /// Takes a key where nothing can be shown: keys with an invisible effect do nothing.
  private mutating func takeUnseen(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key):
      switch keymap.command(for: key, on: place.page.kind) {
      case .quit: return [.quit]
      case .repaint: return [.repaint]
      default: return []
      }
    case .paste, .click, .scroll: return []
    case .resize, .reload, .reloadFailed, .today, .keptElsewhere, .report, .entry,
      .refined:
      return take(action)
    }
  }

  private mutating func take(_ action: Action) -> [Effect] {
    switch action {
    case .key(let key):
      message = nil
      return take(key)
    case .paste(let text): return paste(text)
    case .click(let x, let y, let double): return click(x, y, double)
    case .scroll(let x, let y, let rows): return scroll(x, y, rows)
    case .resize(let size): self.size = size
    case .reload(let dataset): reload(dataset)
    case .reloadFailed(let problem): keepOld(because: problem)
    case .today(let day, let follows): turn(to: day, follows: follows)
    case .keptElsewhere(let watchlist, let filters): take(watchlist, filters)
    case .report(let message): self.message = message
    case .refined(let screen, let moment):
      if moment == self.moment { place.screen = screen }
    case .entry(let answer): take(answer)
    }
    return []
  }

  /// Takes over what a drawing settled: scrolling goes on from what was seen.
  public mutating func settle(_ frame: Frame) {
    for (pane, position) in frame.settled
    where place.view.positions.indices.contains(pane) {
      place.view.positions[pane] = position
    }
    visible = frame.visible
    cut = frame.cut
    drawn = frame.widths
  }

  private mutating func take(_ key: Key) -> [Effect] {
    if canTakeBack {
      canTakeBack = false
      if key == .control("z") { return [.takeBack] }
    }
    switch mode {
    case .browse: return browse(key)
    case .filter(let line): return takeFilter(key, line)
    case .name(let line, let named, _): return takeName(key, line, named)
    case .day(let prompt): takeDay(key, prompt)
    case .cut(let line): takeCut(key, line)
    case .palette(let palette): return takePalette(key, palette)
    case .row(let sheet): return takeRow(key, sheet)
    case .sources(let sheet): return takeSheet(key, sheet)
    case .help(let sheet): takeHelp(key, sheet)
    case .form(let form): return takeForm(key, form)
    case .question(let question):
      mode = .browse
      return question.effects(for: key)
    }
    return []
  }

  mutating func browse(_ key: Key) -> [Effect] {
    guard let command = keymap.command(for: key, on: place.page.kind) else {
      let help = keymap.bindings.first { $0.command == .help }?.keys.first?.label
      message = .note(
        "\(key.label) does nothing here" + (help.map { "; \($0) names every key" } ?? ""))
      return []
    }
    return perform(command)
  }

  private mutating func takePalette(_ key: Key, _ palette: Palette) -> [Effect] {
    var palette = palette
    let rows = visible[-1] ?? 10
    let count = palette.count
    switch key {
    case .escape, .control("c"):
      mode = .browse
      return []
    case .enter:
      mode = .browse
      return palette.position.cursor.flatMap(palette.entry).map { follow($0.destination) } ?? []
    case .down, .control("n"), .tab:
      palette.position = palette.position.moved(by: 1, count: count, visible: rows)
    case .up, .control("p"), .backTab:
      palette.position = palette.position.moved(by: -1, count: count, visible: rows)
    case .pageDown:
      palette.position = palette.position.moved(by: rows, count: count, visible: rows)
    case .pageUp:
      palette.position = palette.position.moved(by: -rows, count: count, visible: rows)
    default: if palette.line.take(key) { palette.search() }
    }
    mode = .palette(palette)
    return []
  }

  mutating func follow(_ destination: Palette.Destination) -> [Effect] {
    switch destination {
    case .page(let page): go(to: page)
    case .command(let command): return perform(command)
    case .filter(let text): return use(filter: text)
    case .filtered(let page, let text): return go(to: page, filteredBy: text)
    case .since(let first): showChanges(after: first)
    case .period(let first, let last): showNews(after: first, to: last)
    case .dependents(let slug): showDependents(on: slug)
    case .scenario(let text):
      go(to: .exposure)
      takeAway(text)
    case .whatIf:
      go(to: .exposure)
      askForCut()
    case .theme(let name): return choose(theme: name)
    case .settings: return editSettings()
    case .view(let page, let values, let pane, let filter):
      go(to: page)
      if !values.isEmpty { leaveModes(but: values.map(\.setting)) }
      for value in values { set(value.setting, to: value.number) }
      let effects = filter.map { use(filter: $0) } ?? []
      // A filter moves the focus to the rows; the entry names the groups or a pane of its own.
      let wanted = pane ?? (filter == nil ? nil : 0)
      if let wanted, place.view.positions.indices.contains(wanted) { place.view.focus = wanted }
      if filter == nil { message = nil }
      return effects
    }
    return []
  }

  /// Leaves the modes and the orders that were chosen on the page, but for some: an entry of the palette names
  /// all that it shows.
  private mutating func leaveModes(but kept: [Setting]) {
    for choice in type(of: place.screen).choices
    where !choice.isShared && !kept.contains(choice.setting)
      && choice.mode(at: place.view.settings[choice.setting]) != nil
    {
      place.view.settings[choice.setting] = 0
    }
    place.view.settings.sort = [:]
  }

  /// The number of rows that a move goes, in a list that stops at both ends.
  func rows(of move: Move, count: Int, visible: Int) -> Int {
    switch move {
    case .up: -1
    case .down: 1
    case .pageUp: -max(1, visible - 1)
    case .pageDown: max(1, visible - 1)
    case .top: -count
    case .bottom: count
    case .left, .right: 0
    }
  }
}
