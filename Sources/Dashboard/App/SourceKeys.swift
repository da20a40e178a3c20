import Canvas
import Charts
import Dataset

// The sources of the selected fact: over the list in a narrow window, next to it and following it
// in a wide window.
extension State {
  /// The width from which on the sources stand next to the list.
  private static let widthBeside = 120

  /// The cells that sources next to a list take, the border included; 0 where there are none.
  var sourcesWidth: Int {
    guard case .sources = mode, size.width >= State.widthBeside else { return 0 }
    return max(42, min(72, size.width / 3))
  }

  /// The fact whose sources are asked for: the selected fact.
  ///
  /// On the page of a fact a line that names a company or a country is a line of that fact: its sources are the
  /// fact's, not all that is known of the company.
  var sourcedFact: Fact? {
    guard case .fact(let fact) = place.page.subject, case .row(let table, _)? = selectedFact,
      table == .organisations || table == .countries
    else { return selectedFact }
    return fact
  }

  /// Tells of the fact that is selected now, where the sources stand next to the list.
  mutating func followWithSources() {
    guard case .sources(let sheet) = mode, sourcesWidth > 0, sourcedFact != sheet.fact else {
      return
    }
    mode = .sources(SourceSheet(of: sourcedFact, in: world))
  }

  mutating func takeSheet(_ key: Key, _ sheet: SourceSheet) -> [Effect] {
    var sheet = sheet
    guard let command = keymap.command(for: key, on: place.page.kind) else { return [] }
    switch command {
    case .back, .sources, .quit: mode = .browse
    case .move(let move) where sourcesWidth == 0 || move == .left || move == .right:
      let step =
        sourcesWidth > 0
        ? (move == .right ? 1 : -1)
        : rows(of: move, count: sheet.lines.count, visible: visible[-1] ?? 8)
      sheet.position = sheet.position.moved(
        by: step, count: sheet.lines.count, visible: visible[-1] ?? 8)
      mode = .sources(sheet)
    case .open:
      mode = .browse
      guard let line = sheet.position.cursor, sheet.lines.indices.contains(line) else { return [] }
      switch sheet.lines[line] {
      case .source(let id), .stated(let id): go(to: .fact(.source(world.dataset.slug(id))))
      case .fact(let fact, _): world.page(of: fact).map { go(to: $0) }
      case .missing(let words): message = .note(words)
      }
    case .openLink:
      if let line = sheet.position.cursor, sheet.lines.indices.contains(line),
        case .missing(let words) = sheet.lines[line]
      {
        message = .note(words)
        return []
      }
      return openLink(sheet.source(at: sheet.position.cursor))
    case .copy:
      guard let id = sheet.source(at: sheet.position.cursor) else { return [] }
      return [.copy(citation(of: id))]
    default: return sourcesWidth > 0 ? browseBeside(key, sheet) : []
    }
    return []
  }

  /// Takes a key for the list while the sources stand next to it: they stay, unless something else
  /// opened.
  private mutating func browseBeside(_ key: Key, _ sheet: SourceSheet) -> [Effect] {
    mode = .browse
    let effects = browse(key)
    if case .browse = mode { mode = .sources(sheet) }
    return effects
  }
}
