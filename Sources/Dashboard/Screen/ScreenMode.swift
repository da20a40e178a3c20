/// Something that is on and changes what a screen shows.
///
/// The rule for modes: while a mode is on, words in the title line say so. Esc leaves the latest
/// mode before it leaves the page.
public struct ScreenMode: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A pane has the whole screen.
    case enlarged
    case setting(Setting)
    case subject(LocalCommand)
    /// Another day is compared with.
    case since
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
      ScreenMode(.subject($0), $0 == .focus ? "only its neighbours" : "")
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
  /// Keeps the order in which the modes of the place were turned on.
  mutating func noteModes() {
    let on = place.screen.modes(in: place.view).map(\.kind)
    place.view.modes = place.view.modes.filter(on.contains)
    place.view.modes += on.filter { !place.view.modes.contains($0) }
  }

  /// Leaves the mode that was turned on last; `false` where none is on.
  mutating func leaveLatestMode() -> Bool {
    noteModes()
    guard let latest = place.view.modes.last else { return false }
    switch latest {
    case .enlarged: place.view.isEnlarged = false
    case .setting(let setting): set(setting, to: 0)
    case .since: compare(with: nil)
    case .subject(let command):
      place.view.settings.subjects[command] = nil
      place.view.corner = nil
      place.rebuild(in: world)
    }
    return true
  }
}
