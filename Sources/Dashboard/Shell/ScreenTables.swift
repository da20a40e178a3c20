import Dataset

/// The tables of a screen as CSV (RFC 4180), header first.
struct ScreenTables {
  let screen: any Screen
  let world: World

  /// What stands for the whole screen: the rows of the pane it names, or of the last that has columns; of
  /// a screen that is several tables those of all panes.
  var text: String {
    if type(of: screen).csvHoldsEveryPane { return everyPane }
    return usual.map(text) ?? ""
  }

  /// The pane that stands for the whole screen.
  var usual: Int? {
    type(of: screen).csvPane ?? screen.panes.lastIndex { !$0.columns.isEmpty }
  }

  /// The rows of one pane.
  func text(of index: Int) -> String {
    guard screen.panes.indices.contains(index) else { return "" }
    let pane = screen.panes[index]
    let rows = [pane.columns] + (0..<pane.count).map { pane.cells($0).map(dataCell) }
    return rows.map { spreadsheetRecord($0) + "\n" }.joined()
  }

  /// The rows of all panes under the columns of all, with the pane and the sources of each.
  private var everyPane: String {
    let panes = screen.panes.filter { !$0.columns.isEmpty && $0.count > 0 }
    var columns: [String] = []
    for pane in panes {
      for column in pane.columns where !columns.contains(column) { columns.append(column) }
    }
    var lines = [["Pane"] + columns + ["Sources"]]
    for pane in panes {
      for row in 0..<pane.count {
        let cells = pane.cells(row).map(dataCell)
        let sources = pane.fact(row).map(world.sources) ?? []
        lines.append(
          [pane.title]
            + columns.map { column in pane.columns.firstIndex(of: column).map { cells[$0] } ?? "" }
            + [sources.map { world.dataset.slug($0) }.joined(separator: ";")])
      }
    }
    return lines.map { spreadsheetRecord($0) + "\n" }.joined()
  }
}

// What of the screen goes into a file of rows: the table one is in, as it stands on the screen.
extension State {
  /// The pane whose rows are exported: the one in focus; `nil` on a page of several tables, which is
  /// exported whole.
  var exportedPane: Int? {
    if type(of: place.screen).csvHoldsEveryPane { return nil }
    let focus = place.view.focus
    let panes = place.screen.panes
    if panes.indices.contains(focus), !panes[focus].columns.isEmpty { return focus }
    return ScreenTables(screen: place.screen, world: world).usual
  }

  /// What a file of rows will hold, in a word or two.
  var exportedRows: String {
    guard let pane = exportedPane else { return "CSV of every table" }
    return "CSV of " + place.screen.panes[pane].shortTitle
  }

  /// The rows of a pane as CSV, in the order in which they stand on the screen; `nil` for those of every
  /// table of the page.
  public func csv(ofPane pane: Int?) -> String {
    let tables = ScreenTables(screen: place.screen, world: world)
    return pane.map(tables.text) ?? tables.text
  }

  /// The name of a file that a view is exported to, without its ending. Rows that do not stand for the
  /// whole screen bear the name of their table, so that no file takes the place of another.
  public func exportName(ofPane pane: Int? = nil) -> String {
    var words = ["moat", place.page.kind.word]
    if let pane, pane != ScreenTables(screen: place.screen, world: world).usual {
      words.append(place.screen.panes[pane].shortTitle)
    }
    return (words + [world.day.description]).joined(separator: "-")
  }
}

extension Pane {
  /// The first word of the title, in lower case: `rounds`.
  var shortTitle: String {
    let word = title.prefix { $0.isLetter || $0.isNumber }
    return word.isEmpty ? "rows" : word.lowercased()
  }
}
