import Dataset
import Insight

// Lines that are typed below the screen: the filter, a name for it, a day.
extension State {
  /// Opens the line of the filter, starting from the filter that applies.
  mutating func typeFilter() {
    let table = type(of: place.screen).isFiltered ? type(of: place.screen).filteredTable : nil
    var line = FilterLine(
      before: world.filter, anchor: place.selections(), history: kept.history,
      silent: table.map { FilterField.silent(about: $0, in: world.snapshot) } ?? [],
      noun: table.flatMap(FilterReach.noun) ?? "row")
    line.refresh(in: world, saved: kept.filters, error: nil)
    mode = .filter(line)
  }

  mutating func takeFilter(_ key: Key, _ line: FilterLine) -> [Effect] {
    var line = line
    if let command = keymap.lineCommand(for: key) { return take(command, line) }
    switch key {
    case .escape, .control("c"):
      if line.chosen != nil {
        line.chooseNone()
        mode = .filter(line)
      } else {
        mode = .browse
        look(through: line.before, selecting: line.anchor)
      }
    case .enter:
      guard line.chosen != nil else {
        return accept(line)
      }
      line.complete()
      apply(line)
    case .pageDown, .pageUp:
      let rows = State.offersInSight(size.height)
      line.page(by: key == .pageDown ? rows : -rows)
      mode = .filter(line)
    default:
      let before = line.text
      guard line.take(key) else { return [] }
      tellCut(line.editor)
      // The facts are asked again only where there is something else to ask.
      if line.editor.isCut, line.text == before { mode = .filter(line) } else { apply(line) }
    }
    return []
  }

  /// Says that a line is as long as it may be.
  mutating func tellCut(_ line: LineEditor) {
    guard line.isCut else { return }
    message = .failure("a line holds \(LineEditor.longest) characters; the rest is left out")
  }

  private mutating func take(_ command: LineCommand, _ line: FilterLine) -> [Effect] {
    var line = line
    switch command {
    case .take:
      line.complete()
      apply(line)
    case .next: line.choose(by: 1)
    case .previous: line.choose(by: -1)
    case .earlier, .later:
      line.recall(command == .earlier ? 1 : -1)
      apply(line)
    case .keep:
      let text = kept.filters.expanded(trimmed(line.text))
      if line.error == nil, !text.isEmpty {
        mode = .name(LineEditor(), of: .filter(text), nil)
      } else {
        message = .note("write a filter first, then keep it")
      }
      return []
    }
    if command == .next || command == .previous { mode = .filter(line) }
    return []
  }

  /// Writes an offer that was clicked.
  mutating func takeOffer(_ index: Int, of line: FilterLine) -> [Effect] {
    var line = line
    line.choose(by: index - (line.chosen ?? -1))
    line.complete()
    apply(line)
    return []
  }

  /// The screen follows the filter as it is typed; of a term that does not read nothing applies, and the
  /// title says so: what the letters typed before would have meant is no state that was asked for.
  private mutating func apply(_ line: FilterLine) {
    var line = line
    var mistake: FilterError?
    do {
      look(through: try Filter(line.text, in: world.dataset), selecting: line.anchor)
    } catch {
      mistake = error
      if let rest = try? Filter(error.textBefore, in: world.dataset), rest.text != world.filter.text
      {
        look(through: rest, selecting: line.anchor)
      }
    }
    line.refresh(in: world, saved: kept.filters, error: mistake)
    mode = .filter(line)
  }

  /// Enter: the filter holds, unless something is wrong with it.
  private mutating func accept(_ line: FilterLine) -> [Effect] {
    var line = line
    let text = trimmed(kept.filters.expanded(line.text))
    if text != line.text {
      line.replace(with: text)
      apply(line)
      guard case .filter(let applied) = mode else { return [] }
      line = applied
    }
    guard line.error == nil else {
      // Nothing is offered any more, so that the mistake is pointed at.
      line.settle()
      mode = .filter(line)
      return []
    }
    mode = .browse
    sought = world.filter.isEmpty ? sought : world.filter
    if world.filter.text != line.before.text { noteFilter() }
    guard !text.isEmpty else { return [] }
    goToLedger()
    kept.used(text)
    return [.keep(.history)]
  }

  /// Looks through a filter that is written elsewhere: kept under a name, or given by the palette.
  mutating func use(filter text: String) -> [Effect] {
    mode = .browse
    do {
      look(through: try Filter(text, in: world.dataset))
    } catch {
      message = .failure(error.message)
      return []
    }
    noteFilter()
    sought = world.filter.isEmpty ? sought : world.filter
    goToLedger()
    kept.used(text)
    return [.keep(.history)]
  }

  /// Moves the focus from the picture of sums to the rows that passed.
  private mutating func goToLedger() {
    guard place.view.focus == 0, let pane = type(of: place.screen).ledgerPane,
      place.panes.indices.contains(pane)
    else { return }
    place.view.focus = pane
  }

  mutating func takeName(_ key: Key, _ line: LineEditor, _ named: Named) -> [Effect] {
    var line = line
    switch key {
    case .escape, .control("c"): mode = .browse
    case .enter:
      let name = trimmed(line.text)
      guard SavedFilters.isName(name) else {
        mode = .name(
          line, of: named, "cannot keep: use letters, digits, - or _, such as large-sites")
        return []
      }
      mode = .browse
      paletteEntries = nil
      switch named {
      case .filter(let text):
        kept.filters.keep(text, as: name)
        message = .note("kept as @\(name)\(place(of: "filters")): /@\(name) brings it back")
        return [.keep(.filters)]
      case .scenario(let text):
        kept.scenarios.keep(text, as: name)
        takeAway(text)
        message = .note(
          "kept as @\(name)\(place(of: "scenarios")): :\(name) brings it back, @\(name) stands for it in X"
        )
        return [.keep(.scenarios)]
      }
    default:
      if line.take(key) { mode = .name(line, of: named, nil) }
    }
    return []
  }

  /// The file next to the settings in which something is kept, in words; empty where there is no folder.
  private func place(of file: String) -> String {
    guard let settingsPath, let slash = settingsPath.lastIndex(of: "/") else { return "" }
    return " in \(settingsPath[...slash])\(file)"
  }

  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .filter(var line):
      let before = line.text
      line.insert(text)
      tellCut(line.editor)
      if line.text != before { apply(line) }
    case .name(var line, let named, _):
      line.insert(text)
      tellCut(line)
      mode = .name(line, of: named, nil)
    case .day(var prompt):
      prompt.line.insert(text)
      prompt.error = nil
      tellCut(prompt.line)
      mode = .day(prompt)
    case .cut(var line):
      line.editor.insert(text)
      tellCut(line.editor)
      changed(line)
    case .palette(var palette):
      palette.line.insert(text)
      tellCut(palette.line)
      palette.search()
      mode = .palette(palette)
    case .form(var form):
      form.insert(text)
      mode = .form(form)
    case .help(var sheet):
      sheet.line.insert(text)
      sheet.top = 0
      mode = .help(sheet)
    case .browse, .row, .sources, .question: break
    }
    return []
  }
}
