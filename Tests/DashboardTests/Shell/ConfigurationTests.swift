import Canvas
import Dataset
import Testing

@testable import Dashboard

@Suite struct ConfigurationTests {
  private static func read(_ text: String) -> Configuration {
    Configuration(text: text, path: "/home/me/.config/moat/config", home: "/home/me")
  }

  private static func problems(_ text: String) -> [String] {
    read(text).problems.map { "\($0.line):\($0.column): \($0.message)" }
  }

  @Test func itIsRead() {
    let configuration = Self.read(
      """
      # what I like
      theme = Colour-Blind

        screen=capital
      data = ~/notes
      data = /srv/rounds
      data = own
      restore = no
      mouse = no
      key quit = Q Ctrl-X F10
      key watch = none
      key  capital.grouping = Space
      """)
    #expect(configuration.problems == [])
    #expect(configuration.theme == .colourBlind)
    #expect(configuration.screen == Page.capital.kind)
    #expect(
      configuration.data == ["/home/me/notes", "/srv/rounds", "/home/me/.config/moat/own"])
    #expect(!configuration.restores)
    #expect(!configuration.mouse)
    let keymap = configuration.keymap
    #expect(keymap.command(for: .character("Q"), on: Page.overview.kind) == .quit)
    #expect(keymap.command(for: .function(10), on: Page.overview.kind) == .quit)
    #expect(keymap.command(for: .character("q"), on: Page.overview.kind) == nil)
    #expect(keymap.command(for: .character("w"), on: Page.overview.kind) == nil)
    #expect(keymap.command(for: .character(" "), on: Page.capital.kind) == .cycle(.grouping, by: 1))
    #expect(keymap.markdown.contains("| `Q` `Ctrl-X` `F10` | quit | quit |"))
    #expect(keymap.markdown.contains("| none | watch it, or stop watching | watch |"))
  }

  /// The keymap keeps what it was asked; keys bound later must not be answered from that.
  @Test func keysThatWereAskedForBeforeAreBoundAllTheSame() {
    var keymap = Keymap.standard
    #expect(keymap.command(for: .character("q"), on: Page.overview.kind) == .quit)
    #expect(keymap.label(of: .quit) == "q")
    #expect(keymap.bindings(on: Page.overview.kind).contains { $0.keys.contains(.character("q")) })
    _ = keymap.bind("quit", to: [.function(10)])
    #expect(keymap.command(for: .character("q"), on: Page.overview.kind) == nil)
    #expect(keymap.command(for: .function(10), on: Page.overview.kind) == .quit)
    #expect(keymap.label(of: .quit) == "F10")
    #expect(!keymap.bindings(on: Page.overview.kind).contains { $0.keys.contains(.character("q")) })
    #expect(Keymap.standard.label(of: .quit) == "q")
  }

  @Test func theDefaultThemeHasTwoNames() {
    #expect(Self.read("theme = default").theme == .standard)
    #expect(Self.read("theme = standard").theme == .standard)
  }

  /// Line, what was found, and what is allowed.
  @Test(arguments: [
    (
      "\ntheme = blu",
      "2:9: found \"blu\", expected one of default, standard, light, high-contrast, colour-blind, "
        + "monochrome"
    ),
    (
      "theme = colour-blnd",
      "1:9: found \"colour-blnd\", expected one of default, standard, light, high-contrast, "
        + "colour-blind, monochrome; did you mean \"colour-blind\"?"
    ),
    (
      "screen = money",
      "1:10: found \"money\", expected one of overview, capital, compute, exposure, enforcement, "
        + "timeline, claims, sources"
    ),
    ("mouse = perhaps", "1:9: found \"perhaps\", expected one of yes, no"),
    (
      "colour = red",
      "1:1: there is no setting \"colour\", expected one of theme, screen, data, facts, pull, "
        + "restore, mouse, key ACTION"
    ),
    ("theme =", "1:8: theme has no value"),
    (
      "just words",
      "1:1: found \"just words\", expected one of theme, screen, data, facts, pull, restore, "
        + "mouse, key ACTION, a = and a value"
    ),
    (
      "key quti = Q",
      "1:1: there is no action \"quti\"; did you mean \"quit\"?; moat keys names them all"
    ),
    ("key quit = Hyper", "1:12: found key \"Hyper\", expected none or some of: \(Key.names)"),
    (
      "key quit = Q\nkey quit = X", "2:1: quit has its keys from line 1 already"
    ),
    (
      "key quit = Q\nkey help = Q", "2:12: Q is bound to quit on line 1 already"
    ),
    (
      "key quit = w", "1:12: watch has no key left; give it a key with: key watch = …"
    ),
  ])
  func aMistakeIsNamedWithItsPlace(_ text: String, _ expected: String) {
    #expect(Self.problems(text) == [expected])
  }

  @Test func theRestOfTheFileHolds() {
    let configuration = Self.read("theme = blue\nscreen = claims\nkey quit = Q")
    #expect(configuration.problems.count == 1)
    #expect(configuration.screen == Page.claims.kind)
    #expect(configuration.keymap.command(for: .character("Q"), on: Page.overview.kind) == .quit)
  }

  @Test func everyKeyComesBackByItsLabel() {
    let keys = Set(Keymap.standard.bindings.flatMap(\.keys))
    for key in keys { #expect(Key(name: key.label) == key, "\(key.label)") }
  }

  /// Names bind keys, so none may mean two things.
  @Test func everyActionHasANameOfItsOwn() {
    let names = Keymap.standard.bindings.map(\.action)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains(" ") && $0 == $0.lowercased() })
  }

  @Test func mistakesStandAmongTheProblems() throws {
    let world = World(
      dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"),
      notices: Self.read("theme = blue").problems)
    var state = State.opened(.overview, world, size: Size(width: 120, height: 40))
    #expect(state.picture().contains("! 1 problem in the settings"))
    state.type("!")
    #expect(state.picture().contains("found \"blue\", expected one of default"))
    #expect(
      state.update(.key(.character("e")))
        == [.edit(path: "/home/me/.config/moat/config", line: 1)])
  }
}
