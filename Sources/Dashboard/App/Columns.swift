import Dataset

// The columns of the list in focus: the current column, its width, and the column that sorts.
extension State {
  /// Goes to the next column, or the column before; the first step goes from the first column to
  /// the second.
  mutating func stepColumn(_ step: Int) {
    let pane = place.view.focus
    guard let list = sortableList, list.columns.count > 1 else { return }
    let count = list.columns.count
    let column = (place.view.columns[pane] ?? 0) + step
    place.view.columns[pane] = min(max(0, column), count - 1)
  }

  /// Sorts by the current column: largest first, then smallest first, then as the list comes.
  mutating func sortColumn() {
    let pane = place.view.focus
    sort(pane, by: place.view.columns[pane] ?? sortedColumn(of: pane) ?? 0)
  }

  /// The number of the column that a pane is sorted by.
  private func sortedColumn(of pane: Int) -> Int? {
    guard place.panes.indices.contains(pane) else { return nil }
    let pane = place.panes[pane]
    return pane.sort.flatMap { pane.ids.firstIndex(of: $0.column) }
  }

  /// Sorts a pane by a column; by the same column again the other way round.
  mutating func sort(_ pane: Int, by column: Int) {
    let isSame = sortedColumn(of: pane) == column
    let isDescending = isSame && place.panes[pane].sort?.descending == true
    sort(pane, by: column, descending: !isDescending)
  }

  /// Sorts by the next column or the column before, largest first, then smallest first.
  mutating func sort(by step: Int) {
    let pane = place.view.focus
    guard place.panes.indices.contains(pane) else { return }
    let columns = place.panes[pane].columns.count
    let current = sortedColumn(of: pane)
    if let current, place.panes[pane].sort?.descending == true {
      return sort(pane, by: current, descending: false)
    }
    guard columns > 0 else { return sort(pane, by: 0, descending: true) }
    let column = ((current ?? (step > 0 ? -1 : columns)) + step + columns) % columns
    sort(pane, by: column, descending: true)
  }

  private mutating func sort(_ pane: Int, by column: Int, descending: Bool) {
    guard place.panes.indices.contains(pane),
      place.panes[pane].columns.indices.contains(column)
    else {
      message = .note("nothing to sort by here")
      return
    }
    let name = place.panes[pane].name
    let order = SortOrder(
      column: place.panes[pane].ids[column], descending: descending)
    let isAtTop = (place.view.position(pane).cursor ?? 0) == 0
    place.view.settings.sort[name] = order
    place.rebuild(in: world)
    guard place.panes.indices.contains(pane), place.panes[pane].sort == order else {
      place.view.settings.sort[name] = nil
      message = .note("this list keeps its own order")
      return
    }
    // Who stands at the top wants to see what comes first now; a row that was gone to stays selected.
    if isAtTop, place.view.positions[pane].cursor != nil {
      place.view.positions[pane].cursor = 0
      place.share(from: pane)
      place.settle()
    }
    let list = place.panes[pane]
    let words = list.orders.indices.contains(column) ? list.orders[column] : .text
    message = .note(
      "sorted by \(list.columns[column]), \(words.words(descending: descending))")
  }

  /// Makes the current column wider, or narrower where `cells` is negative, within what it can use.
  mutating func widen(by cells: Int) {
    let pane = place.view.focus
    let column = place.view.columns[pane] ?? 0
    guard let list = sortableList, list.columns.indices.contains(column),
      let widths = list.widths?(column)
    else {
      message = .note("there are no columns here whose width could change")
      return
    }
    place.view.columns[pane] = column
    let now = place.view.widths[pane]?[column] ?? drawn[pane]?[column] ?? widths.asked
    let width = min(widths.clamped(now + cells), max(widths.least, body.width - 10))
    let name = list.columns[column]
    guard width != now else {
      message = .note(
        cells > 0
          ? "\(name) cannot be wider: all of it is shown" : "\(name) cannot be narrower")
      return
    }
    place.view.widths[pane, default: [:]][column] = width
    message = .note("\(name): \(width) cells wide; \(label(.resetColumns)) resets")
  }

  /// Gives the columns of the list the widths that they ask for, and shows it from the first on.
  mutating func resetColumns() {
    let pane = place.view.focus
    guard sortableList != nil else {
      message = .note("there are no columns here")
      return
    }
    place.view.widths[pane] = nil
    place.view.columns[pane] = nil
    message = .note("column widths reset")
  }

  /// The list in focus, where it has columns with titles.
  private var sortableList: Pane? {
    let panes = place.panes
    guard panes.indices.contains(place.view.focus) else { return nil }
    let pane = panes[place.view.focus]
    return pane.columns.contains { !$0.isEmpty } ? pane : nil
  }

  /// The title of the column that was gone to in the list in focus.
  var currentColumn: String? {
    guard let column = place.view.columns[place.view.focus], let list = sortableList,
      list.columns.indices.contains(column)
    else { return nil }
    let title = list.columns[column]
    // A column of bars has no title over it, and a name all the same.
    guard title.allSatisfy(\.isWhitespace), list.ids.indices.contains(column) else { return title }
    return list.ids[column].replacing("_", with: " ")
  }

  /// The first key of a command.
  func label(_ command: Command) -> String {
    keymap.label(of: command) ?? "the palette"
  }
}
