/// Something that is on and changes what a screen shows.
///
/// The rule for modes: while a mode is on, words in the title line say so. Esc leaves the latest mode
/// before it leaves the page. A filter is one where it was typed. On other pages it is left after the
/// page (`State.wayBack`). So is a value that was chosen on another screen.
public struct ScreenMode: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A pane has the whole screen.
    case enlarged
    case setting(Setting)
    case subject(LocalCommand)
    /// Another day is compared with.
    case since
    /// A filter that was typed here; the title line has it anyway.
    case filter
  }

  public let kind: Kind
  /// The words for the title line; empty where the headline says it.
  public let words: String

  init(_ kind: Kind, _ words: String) {
    self.kind = kind
    self.words = words
  }
}

extension Screen {
  /// The modes that are on, in the order of the keys that turn them on.
  func modes(in view: ViewState) -> [ScreenMode] {
    let settings = view.settings
    var modes = Self.choices.compactMap { choice in
      choice.mode(at: settings[choice.setting]).map { ScreenMode(.setting(choice.setting), $0) }
    }
    // Since when, and whom a question is about, stands in the headline.
    if settings.since != nil { modes.append(ScreenMode(.since, "")) }
    modes += settings.subjects.keys.sorted { $0.rawValue < $1.rawValue }.map {
      ScreenMode(.subject($0), words(of: $0, in: view))
    }
    if view.isEnlarged, panes.indices.contains(view.focus) {
      modes.append(ScreenMode(.enlarged, "full pane"))
    }
    return modes
  }

  /// The words of the modes for the title line.
  func modeWords(in view: ViewState) -> String {
    modes(in: view).map(\.words).filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension State {
  /// Something that Esc leaves.
  enum WayBack: Hashable {
    case mode(ScreenMode.Kind)
    case page, filter, day
  }

  /// Keeps the order in which the modes of the place were turned on.
  mutating func noteModes() {
    let on = place.screen.modes(in: place.view).map(\.kind)
    place.view.modes = place.view.modes.filter {
      on.contains($0) || ($0 == .filter && !world.filter.isEmpty)
    }
    place.view.modes += on.filter { !place.view.modes.contains($0) }
  }

  /// Notes that a filter was typed here: it is the latest mode.
  mutating func noteFilter() {
    place.view.modes.removeAll { $0 == .filter }
    if !world.filter.isEmpty { place.view.modes.append(.filter) }
  }

  /// The thing that Esc leaves next: the latest mode of the page, then the page. After it come modes
  /// chosen on other pages, the filter and the day.
  var wayBack: WayBack? {
    let (own, others) = (
      place.view.modes.filter { !isAdopted($0) }, place.view.modes.filter(isAdopted)
    )
    if let latest = own.last { return latest == .filter ? .filter : .mode(latest) }
    if !under.isEmpty { return .page }
    if let latest = others.last { return .mode(latest) }
    return !world.filter.isEmpty ? .filter : world.isPast ? .day : nil
  }

  private func isAdopted(_ mode: ScreenMode.Kind) -> Bool {
    if case .setting(let setting) = mode { place.view.adopted.contains(setting) } else { false }
  }

  mutating func leave(_ mode: ScreenMode.Kind) {
    switch mode {
    case .enlarged: place.view.isEnlarged = false
    case .setting(let setting): set(setting, to: 0)
    case .since: compare(with: nil)
    case .subject(let command):
      place.view.settings.subjects[command] = command == .target ? place.view.aims.popLast() : nil
      place.view.corner = nil
      place.rebuild(in: world)
    case .filter: look(through: .everything)
    }
  }
}
