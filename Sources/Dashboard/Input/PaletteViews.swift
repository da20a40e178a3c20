import Canvas
import Insight

// Views of a screen with something chosen on it, and the settings, under the words people try.
extension PaletteEntries {
  /// Views that are a key or two behind a screen.
  static var views: [Palette.Entry] {
    ScreenKind.allCases.flatMap { kind in
      kind.type.views.map { view in
        Palette.Entry(
          view.title, other: view.also, kind: view.kind ?? kind.title,
          view.chosen.isEmpty && view.pane == nil && view.filter == nil
            ? .page(view.page)
            : .view(view.page, view.chosen, pane: view.pane, filter: view.filter))
      }
    }
  }

  /// The line that asks what to take away, and the deliveries of the usual maker, year by year.
  static func whatIfs(_ world: World, _ keymap: Keymap) -> [Palette.Entry] {
    let words = "whatif outage scenario cut loss lost deliver deliveries delivery supplier fails"
    let key = keymap.bindings.first { $0.command == .chooseCut }?.keys.first?.label
    let ask = Palette.Entry(
      "What if it stops, or delivers less", other: words,
      kind: key.map { "key \($0) on Exposure" } ?? "Exposure", .whatIf)
    guard let maker = Compute.usualMaker(in: world.snapshot, .none) else { return [ask] }
    let years = world.snapshot.yearsDue(of: .organisation(maker), ExposureOptions())
    let (name, slug) = (world.dataset.name(maker), world.dataset.slug(maker))
    func entry(_ when: String, _ period: CutPeriod) -> Palette.Entry {
      Palette.Entry(
        "What if \(name) delivers nothing \(when)", other: words, kind: "what if",
        .scenario(slug + period.suffix))
    }
    return [ask] + years.map { entry("in \($0)", .due($0...$0)) } + [entry("more", .deliveries)]
  }

  /// The colours, to be tried at once, and the file that keeps them.
  static func settings(_ path: String?) -> [Palette.Entry] {
    Theme.all.map {
      Palette.Entry(
        "Theme: \($0.name)", other: "colour colours color scheme", kind: "theme", .theme($0.name))
    }
      + [
        Palette.Entry(
          "Settings: edit \(path ?? "the configuration, which needs a home folder")",
          other: "configuration config preferences options colours keys", kind: "settings",
          .settings)
      ]
  }
}

extension State {
  mutating func choose(theme name: String) -> [Effect] {
    guard let theme = Theme.named(name) else { return [] }
    let keeping = settingsPath.map { "; to keep it: theme = \(name) in \($0)" } ?? ""
    message = .note("theme \(name) until you quit\(keeping)")
    return [.theme(theme)]
  }

  mutating func editSettings() -> [Effect] {
    guard let settingsPath else {
      message = .failure("there is no home folder, and so no configuration")
      return []
    }
    message = .note("what \(settingsPath) says holds from the next start on")
    return [.editSettings]
  }
}
