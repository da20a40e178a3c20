import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Messages and the palette lead where the words say.
@Suite struct LeadingWordsTests {
  @Test func aKeptFilterNamesItsFile() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    var state = State(
      world: world, page: .capital, size: Size(width: 120, height: 40),
      settingsPath: "/home/ada/.config/moat/config")
    state.type("/layer:models")
    state.press(.control("o"))
    state.type("mine")
    state.press(.enter)
    #expect(
      state.message
        == .note("kept as @mine in /home/ada/.config/moat/filters: /@mine brings it back"))
  }

  @Test func signatoriesAreFoundByTheWord() throws {
    var state = State.opened(.overview, try PagesWorld.make())
    state.type(":signator")
    #expect(state.picture().contains("Signatories: "))
    state.press(.enter)
    #expect(state.picture().contains("signed in full"))
    #expect(state.picture().contains("DeepFar"))
  }

  /// A key without a deed on a screen is not offered there.
  @Test func thePlanIsOfferedOnlyWhereItIs() throws {
    let world = try PagesWorld.make()
    for kind in ScreenKind.numbered {
      let state = State.opened(kind.page, world)
      let here = state.helpLines().prefix { !$0.isEmpty }.map { $0.map(\.text).joined() }
      let isOffered = here.contains { $0.hasPrefix("P ") }
      var pressed = state
      pressed.type("P")
      let isIdle = pressed.picture().contains("P does nothing here")
      #expect(isOffered != isIdle, "\(kind.title)")
    }
  }
}
