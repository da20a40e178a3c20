import Dataset

// The columns of the list one is in: which one, how wide, and which sorts.
extension State {
  /// Goes to the next column, or the one before; the first step goes to the second column, as one is in
  /// the first before.
  mutating func stepColumn(_ step: Int) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane) else { return }
    let count = place.screen.panes[pane].columns.count
    guard count > 1 else { return }
    let column = (place.view.columns[pane] ?? 0) + step
    place.view.columns[pane] = min(max(0, column), count - 1)
  }

  /// Sorts by the column one is in: largest first, then smallest first, then as the list comes.
  mutating func sortColumn() {
    let pane = place.view.focus
    sort(pane, by: place.view.columns[pane] ?? place.view.settings.sort[pane]?.column ?? 0)
  }

  /// Sorts a pane by a column; by the same one again the other way round.
  mutating func sort(_ pane: Int, by column: Int) {
    let current = place.view.settings.sort[pane]
    let isSame = current?.column == column
    sort(pane, SortOrder(column: column, descending: isSame ? current?.descending != true : true))
  }

  /// Sorts by the next column or the one before, first largest first, then smallest first.
  mutating func sort(by step: Int) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane) else { return }
    let columns = place.screen.panes[pane].columns.count
    // A session may name a column that the list does not have.
    let current = place.view.settings.sort[pane].flatMap {
      (0..<max(1, columns)).contains($0.column) ? $0 : nil
    }
    if let current, current.descending {
      return sort(pane, SortOrder(column: current.column, descending: false))
    }
    guard columns > 0 else { return sort(pane, SortOrder(column: 0, descending: true)) }
    let column = ((current?.column ?? (step > 0 ? -1 : columns)) + step + columns) % columns
    sort(pane, SortOrder(column: column, descending: true))
  }

  private mutating func sort(_ pane: Int, _ order: SortOrder) {
    guard place.screen.panes.indices.contains(pane),
      place.screen.panes[pane].columns.indices.contains(order.column)
    else {
      message = .note("nothing to sort by here")
      return
    }
    let isAtTop = (place.view.position(pane).cursor ?? 0) == 0
    place.view.settings.sort[pane] = order
    place.rebuild(in: world)
    guard place.screen.panes.indices.contains(pane), place.screen.panes[pane].sort == order else {
      place.view.settings.sort[pane] = nil
      message = .note("this list keeps its own order")
      return
    }
    // Who stands at the top wants to see what comes first now; a row that was gone to stays selected.
    if isAtTop, place.view.positions[pane].cursor != nil {
      place.view.positions[pane].cursor = 0
      place.share(from: pane)
      place.settle()
    }
  }

  /// Makes the column one is in wider, or narrower where `cells` is negative.
  mutating func widen(by cells: Int) {
    let pane = place.view.focus
    guard place.screen.panes.indices.contains(pane),
      !place.screen.panes[pane].columns.isEmpty
    else { return }
    let column = place.view.columns[pane] ?? 0
    place.view.columns[pane] = column
    let width = (place.view.widths[pane]?[column] ?? 0) + cells
    place.view.widths[pane, default: [:]][column] = width
  }
}
