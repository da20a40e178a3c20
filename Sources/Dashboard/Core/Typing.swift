import Dataset
import Insight

// Lines that are typed below the screen: the filter, a name for it, a day.
extension State {
  /// Opens the line of the filter, with the one that applies to go on from.
  mutating func typeFilter() {
    var line = FilterLine(before: world.filter, history: kept.history)
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
        look(through: line.before)
      }
    case .enter:
      guard line.chosen != nil else {
        return accept(line)
      }
      line.complete()
      apply(line)
    default:
      if line.take(key) { apply(line) }
    }
    return []
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
        mode = .name(LineEditor(), filter: text, nil)
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

  /// The screen follows the filter as it is typed; a mistake leaves the last good one in place.
  private mutating func apply(_ line: FilterLine) {
    var line = line
    var mistake: FilterError?
    do {
      look(through: try Filter(line.text, in: world.dataset))
    } catch {
      mistake = error
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
    guard !text.isEmpty else { return [] }
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
    sought = world.filter.isEmpty ? sought : world.filter
    kept.used(text)
    return [.keep(.history)]
  }

  mutating func takeName(_ key: Key, _ line: LineEditor, _ filter: String) -> [Effect] {
    var line = line
    switch key {
    case .escape, .control("c"): mode = .browse
    case .enter:
      let name = trimmed(line.text)
      guard SavedFilters.isName(name) else {
        mode = .name(line, filter: filter, "expected letters, digits, - or _, such as large-sites")
        return []
      }
      mode = .browse
      kept.filters.keep(filter, as: name)
      paletteEntries = nil
      message = .note("kept: @\(name) in a filter, or its name after : brings it back")
      return [.keep(.filters)]
    default:
      if line.take(key) { mode = .name(line, filter: filter, nil) }
    }
    return []
  }

  mutating func takeDay(_ key: Key, _ line: LineEditor) {
    switch key {
    case .escape, .control("c"): mode = .browse
    case .enter:
      guard let date = PartialDate(line.text) else {
        mode = .day(line, State.expectedDay)
        return
      }
      mode = .browse
      look(from: date.lastDay)
    default:
      var line = line
      if line.take(key) { mode = .day(line, nil) }
    }
  }

  private static let expectedDay = "expected a day such as 2026-03-21, a month or a year"

  /// The day to compare with; an empty line ends the comparison.
  mutating func takeSince(_ key: Key, _ line: LineEditor) {
    switch key {
    case .escape, .control("c"): mode = .browse
    case .enter:
      let date = PartialDate(line.text)
      guard date != nil || line.text.isEmpty else {
        mode = .since(line, State.expectedDay)
        return
      }
      mode = .browse
      compare(with: date?.lastDay)
    default:
      var line = line
      if line.take(key) { mode = .since(line, nil) }
    }
  }

  mutating func paste(_ text: String) -> [Effect] {
    switch mode {
    case .filter(var line):
      line.insert(text)
      apply(line)
    case .name(var line, let filter, _):
      line.insert(text)
      mode = .name(line, filter: filter, nil)
    case .day(var line, _):
      line.insert(text)
      mode = .day(line, nil)
    case .since(var line, _):
      line.insert(text)
      mode = .since(line, nil)
    case .palette(var palette):
      palette.line.insert(text)
      palette.search()
      mode = .palette(palette)
    case .browse, .sources, .help, .choice: break
    }
    return []
  }
}
