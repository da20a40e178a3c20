import Dataset

struct ScreenTables {
  let screen: any Screen

  /// The list that stands for the whole screen: the list it names, or else the last.
  var main: DataTable? {
    let tables = screen.tables
    return screen.mainTable.flatMap { name in tables.first { $0.name == name } } ?? tables.last
  }

  /// The list of a name; the main list where no name is given.
  func table(_ name: String?) -> DataTable? {
    guard let name else { return main }
    return screen.tables.first { $0.name == name }
  }
}

// The part of the screen that goes into a file of rows: the list in focus, as it stands on the screen.
extension State {
  /// The pane whose rows are exported: the pane in focus; `nil` where that is a picture.
  var exportedPane: Int? {
    let focus = place.view.focus
    let panes = place.panes
    return panes.indices.contains(focus) && panes[focus].data != nil ? focus : nil
  }

  /// The rows of a pane in the order in which they stand on the screen. Where it has none those that stand
  /// for the screen.
  public func exportedTable(ofPane pane: Int?) -> DataTable? {
    if let pane, place.panes.indices.contains(pane), let data = place.panes[pane].data {
      return data
    }
    return ScreenTables(screen: place.screen).main
  }

  /// The rows of a pane as CSV; `nil` where they have more bytes than allowed.
  public func csv(ofPane pane: Int?, atMost bytes: Int = .max) -> String? {
    struct TooLong: Error {}
    guard let table = exportedTable(ofPane: pane) else { return "" }
    var text = ""
    do {
      try DataWriter(table).csv {
        text += $0
        if text.utf8.count > bytes { throw TooLong() }
      }
    } catch { return nil }
    return text
  }

  /// The name of a file that a view is exported to, without its ending.
  ///
  /// The rule: it says of what the view is, and the list that the rows are of. A picture, and the rows that stand
  /// for the whole screen, bear what was chosen on it: `moat-capital-by-investor-2026-11-21`.
  public func exportName(ofPane pane: Int? = nil) -> String {
    var words = ["moat", place.page.kind.word]
    if let name = place.page.name, let colon = name.firstIndex(of: ":") {
      words.append(FileWord.of(name[name.index(after: colon)...], most: 40))
    }
    if let pane, let name = exportedTable(ofPane: pane)?.name,
      name != ScreenTables(screen: place.screen).main?.name
    {
      words.append(name)
    } else {
      words += FileWord.chosen(on: place)
    }
    words.removeAll { $0.isEmpty }
    return (words + [world.day.description]).joined(separator: "-")
  }

  /// Tells one view from another: what is shown, of which facts, and how. A file written for one of them
  /// may be written again for it alone.
  public var exportedView: String {
    let settings = place.view.settings
    let chosen = Setting.allCases.map { "\(settings[$0])" }.joined(separator: " ")
    return "\(place.page) \(chosen) \(settings.subjects) \(settings.since?.description ?? "") "
      + "\(world.filter.text) \(world.day)"
  }
}
