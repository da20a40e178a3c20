import Canvas
import Charts
import Dataset

// Deeds on the selected row: copied, watched, clicked.
extension State {
  /// The pane that keys go to and the row selected in it.
  private var selection: (pane: Pane, row: Int)? {
    let focus = place.view.focus
    guard place.panes.indices.contains(focus) else { return nil }
    let pane = place.panes[focus]
    guard let row = place.view.position(focus).cursor, row < pane.count else { return nil }
    return (pane, row)
  }

  /// Asks what of the selected row goes to the clipboard.
  mutating func askWhatToCopy() {
    guard let (pane, row) = selection else {
      message = .note("nothing is selected")
      return
    }
    var answers = [
      Question.Answer(key: "y", words: "row", effects: [.copy(pane.text(row))])
    ]
    if let figure = figure(of: row, in: pane) {
      answers.append(Question.Answer(key: "f", words: figure, effects: [.copy(figure)]))
    }
    if let source = sourcedFact.flatMap({ world.sources(of: $0).first }) {
      answers.append(
        Question.Answer(key: "s", words: "source", effects: [.copy(citation(of: source))]))
    }
    if let data = pane.data {
      // A row of sums alone, such as that of everything, is no row of the data.
      let place = row - (pane.count - data.count)
      if place >= 0 {
        answers.append(
          Question.Answer(
            key: "c", words: "row as CSV",
            effects: [.copy(DataWriter(data).csv(rows: [place]))]))
      }
      answers.append(
        Question.Answer(
          key: "t", words: data.count == 1 ? "list as CSV" : "\(data.count) rows as CSV",
          effects: [.copyRows(pane: self.place.view.focus)]))
    }
    mode = .question(Question(question: "copy", answers: answers))
  }

  /// The cell of the current column, or the first that holds a figure.
  private func figure(of row: Int, in pane: Pane) -> String? {
    let cells = pane.bare?(row) ?? pane.cells(row)
    if let column = place.view.columns[place.view.focus], cells.indices.contains(column) {
      return cells[column].isEmpty ? nil : cells[column]
    }
    return cells.dropFirst().first { $0.contains(where: \.isNumber) }
  }

  /// Watches what the selected row is about, or stops watching it.
  mutating func watchSelection() -> [Effect] {
    let shown = place.page.thing
    guard let subject = selectedFact.flatMap(world.subject) ?? shown.flatMap(world.subject) else {
      message = .note("cannot watch this: select a company, a country, a site or a date")
      return []
    }
    var watchlist = world.watchlist
    let isWatched = watchlist.toggle(subject)
    world = world.watching(watchlist)
    // Rows come and go with it where the filter asks for what is watched.
    if !world.filter.isEmpty { place.rebuild(in: world) }
    paletteEntries = nil
    let title = world.title(of: subject)
    message = .note(
      isWatched
        ? "watching \(title); the filter watched:yes shows all of it"
        : "no longer watching \(title)")
    return [.keep(.watchlist)]
  }

  // MARK: Mouse

  mutating func click(_ x: Int, _ y: Int, _ double: Bool) -> [Effect] {
    var frame = Frame(size: size)
    draw(on: &frame)
    let target = frame.target(at: x, y)
    if case .line(let line)? = target { return clickLine(line, double) }
    guard case .browse = mode else { return [] }
    switch target {
    case .tab(let page): show(page)
    case .command(let command): return perform(command)
    case .pane(let pane): place.view.focus = pane
    case .column(let pane, let column):
      place.view.focus = pane
      place.view.columns[pane] = column
      sort(pane, by: column)
    case .row(let pane, let row):
      place.view.focus = pane
      place.view.positions[pane].cursor = row
      place.share(from: pane)
      place.settle()
      if double { open() }
    case .line, nil: break
    }
    return []
  }

  /// A click on a line of what lies over the screen: a single click selects, a double click
  /// chooses.
  private mutating func clickLine(_ line: Int, _ double: Bool) -> [Effect] {
    switch mode {
    case .palette(var palette):
      palette.position.cursor = line
      mode = .palette(palette)
      return double ? update(.key(.enter)) : []
    case .sources(var sheet):
      sheet.position.cursor = line
      mode = .sources(sheet)
      return double ? update(.key(.enter)) : []
    case .filter(let filter):
      return takeOffer(line, of: filter)
    case .form(var form):
      form.go(to: line)
      mode = .form(form)
      return []
    case .row(var sheet):
      sheet.chosen = line
      mode = .row(sheet)
      return double ? update(.key(.enter)) : []
    case .cut(var cut):
      cut.choose(line)
      mode = .cut(cut)
      return double ? update(.key(.enter)) : []
    case .browse, .name, .day, .help, .question: return []
    }
  }

  /// The wheel moves in the list under the pointer.
  mutating func scroll(_ x: Int, _ y: Int, _ rows: Int) -> [Effect] {
    switch mode {
    case .browse:
      var frame = Frame(size: size)
      draw(on: &frame)
      switch frame.target(at: x, y) {
      case .row(let pane, _), .pane(let pane), .column(let pane, _):
        if place.panes.indices.contains(pane) {
          place.view.focus = pane
        }
      case .tab, .command, .line, nil: break
      }
      for _ in 0..<abs(rows) { _ = perform(.move(rows > 0 ? .down : .up)) }
    case .palette, .row, .sources, .help, .filter, .form, .cut:
      for _ in 0..<abs(rows) { _ = update(.key(rows > 0 ? .down : .up)) }
    case .name, .day, .question: break
    }
    return []
  }
}
