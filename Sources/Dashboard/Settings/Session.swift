import Dataset
import Insight

/// The state in which the dashboard was left, to go on from there.
public struct Session: Hashable, Sendable {
  struct Entry: Hashable, Sendable {
    var page: Page
    var focus = 0
    /// The fact selected in the focused pane.
    var selected: Fact?
    var settings = Settings()
  }

  private(set) var entries: [Entry] = []
  private(set) var filter = ""
  /// The day shown, where that was not today.
  private(set) var day: Day?
  /// The values that hold on every screen.
  private(set) var shared: [Setting: Int] = [:]

  public init(of state: State) {
    entries = Session.bounded(state.places).map { place in
      let focus = place.view.focus
      let selected = place.selections().first { $0.pane == focus }?.fact
      return Entry(
        page: place.page, focus: focus, selected: selected, settings: place.view.settings)
    }
    filter = state.world.filter.text
    // A page that has the option keeps the value by itself.
    let entries = entries
    shared = state.shared.filter { setting, value in
      value != 0 && !entries.contains { $0.settings[setting] == value }
    }
    day = state.world.isPast ? state.world.day : nil
  }

  /// The commands of screens whose choice is kept: what exposure is measured to, what is cut, and whose
  /// neighbourhood is seen.
  private static let kept: [LocalCommand] = [.target, .cut, .focus]

  /// More pages than this are not gone back through; each takes its time at the start.
  private static let mostPages = 20
  /// No pane and no column has a greater number, whatever a file says.
  private static let greatestNumber = 255

  /// The first page, and the last pages on top of it.
  private static func bounded<Page>(_ pages: [Page]) -> [Page] {
    pages.count <= mostPages ? pages : pages.prefix(1) + pages.suffix(mostPages - 1)
  }

  /// The number of a pane or a column; `nil` for what can be none.
  private static func number(_ text: String) -> Int? {
    Int(text).flatMap { (0...greatestNumber).contains($0) ? $0 : nil }
  }

  /// Reads a session, `name = value` a line; what means nothing is left out.
  public init(text: String) {
    for line in TextLines.of(text) {
      guard let sign = line.firstIndex(of: "=") else { continue }
      take(trimmed(line[..<sign]), trimmed(line[line.index(after: sign)...]))
    }
    entries = Session.bounded(entries)
  }

  private mutating func take(_ name: String, _ value: String) {
    let words = value.split(separator: " ").map(String.init)
    let last = entries.count - 1
    switch name {
    case "filter" where value.utf8.count <= 4 * LineEditor.longest: filter = value
    case "day": day = Day(value)
    case "shared" where words.count == 2:
      if let setting = Setting(rawValue: words[0]), let number = Int(words[1]) {
        shared[setting] = number
      }
    case "page": Page(name: value).map { entries.append(Entry(page: $0)) }
    case "focus" where last >= 0: entries[last].focus = Session.number(value) ?? 0
    case "select" where last >= 0: entries[last].selected = Fact(name: value)
    case "set" where last >= 0 && words.count == 2:
      if let setting = Setting(rawValue: words[0]), let number = Int(words[1]) {
        entries[last].settings[setting] = number
      }
    case "subject" where last >= 0 && words.count >= 2:
      if let command = Session.kept.first(where: { $0.rawValue == words[0] }) {
        entries[last].settings.subjects[command] = words.dropFirst().joined(separator: " ")
      }
    case "since" where last >= 0: entries[last].settings.since = Day(value)
    case "sort" where last >= 0 && words.count == 3:
      // Older sessions name the column by its number: a list has got other columns since.
      if words[0].isColumnID, words[1].isColumnID {
        entries[last].settings.sort[words[0]] = SortOrder(
          column: words[1], descending: words[2] == "down")
      }
    default: break
    }
  }

  public var text: String {
    var lines: [String] = []
    if !filter.isEmpty { lines.append("filter = \(filter)") }
    if let day { lines.append("day = \(day)") }
    for setting in Setting.allCases {
      if let number = shared[setting] { lines.append("shared = \(setting.rawValue) \(number)") }
    }
    for entry in entries {
      guard let page = entry.page.name else { continue }
      lines.append("page = \(page)")
      for setting in Setting.allCases where entry.settings[setting] != 0 {
        lines.append("set = \(setting.rawValue) \(entry.settings[setting])")
      }
      for command in Session.kept {
        if let subject = entry.settings.subjects[command] {
          lines.append("subject = \(command.rawValue) \(subject)")
        }
      }
      if let since = entry.settings.since { lines.append("since = \(since)") }
      for (list, order) in entry.settings.sort.sorted(by: { $0.key < $1.key }) {
        lines.append("sort = \(list) \(order.column) \(order.descending ? "down" : "up")")
      }
      if entry.focus != 0 { lines.append("focus = \(entry.focus)") }
      if let selected = entry.selected?.name { lines.append("select = \(selected)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Session {
  /// The former world, as far as the data still has it.
  func resumed(_ world: World) -> World {
    world.seen(from: day ?? world.today).through(text: filter)
  }

  /// The former pages with their positions, as far as the data still has them; none where the first
  /// is no screen of its own.
  func places(in world: World) -> [State.Place] {
    let known = entries.filter { world.shows($0.page) }
    guard let first = known.first, ScreenKind.numbered.contains(first.page.kind) else { return [] }
    return known.map { entry in
      var view = ViewState()
      view.settings = entry.settings.clamped(to: entry.page.kind.type)
      view.settings.subjects = view.settings.subjects.filter { world.knows($0.key, $0.value) }
      view.focus = entry.focus
      view.search = world.filter.words
      var place = State.Place(page: entry.page, world: world, view: view)
      if let selected = entry.selected { place.select(selected, in: place.view.focus) }
      place.share(from: place.view.focus)
      place.settle()
      return place
    }
  }
}

extension World {
  /// True if the data still has the choice made by a command of a screen.
  fileprivate func knows(_ command: LocalCommand, _ name: String) -> Bool {
    switch command {
    case .target, .nextTarget: exposureTarget(name) != nil
    case .cut: (try? scenarios(name)) != nil
    case .focus: dataset.organisation(name) != nil
    case .group: false
    }
  }
}

extension Settings {
  /// The same, without values that a screen does not have.
  func clamped(to screen: any Screen.Type) -> Settings {
    var settings = self
    for setting in Setting.allCases {
      let range = screen.choice(of: setting)?.numbers ?? 0...0
      settings[setting] = min(max(settings[setting], range.lowerBound), range.upperBound)
    }
    return settings
  }
}

extension String {
  /// True for the id of a column or the name of a list, and not for a number.
  fileprivate var isColumnID: Bool {
    first?.isLetter == true && allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && count <= 60
  }
}
