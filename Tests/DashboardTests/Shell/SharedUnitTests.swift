import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The unit of compute holds on every screen that has it, and Esc leaves the latest mode first.
@Suite struct SharedUnitTests {
  private static func state(_ page: Page, _ session: Session? = nil) throws -> State {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    guard let session else { return State.opened(page, world, size: Size(width: 160, height: 45)) }
    return State(world: world, size: Size(width: 160, height: 45), resuming: session)
  }

  private static func title(_ state: State) -> String {
    String(state.picture().split(separator: "\n", omittingEmptySubsequences: false)[1])
  }

  @Test func aUnitHoldsOnEveryScreen() throws {
    var state = try Self.state(.exposure)
    state.type("u")
    for keys in ["3", "m", "4"] {
      state.type(keys)
      #expect(Self.title(state).contains("H100-equivalents"), "\(keys)")
    }
    state.go(to: .company("nscale"))
    #expect(Self.title(state).contains("H100-equivalents"))
    state.type("u")
    state.press(.escape, .escape)
    state.type("3")
    #expect(!Self.title(state).contains("H100-equivalents") && !Self.title(state).contains("in MW"))
  }

  /// A page that the unit came to with others is left before it; where it was chosen it is a mode.
  @Test func escLeavesAPageBeforeAUnitThatWasChosenElsewhere() throws {
    var state = try Self.state(.compute)
    state.type("u")
    state.go(to: .company("nscale"))
    #expect(state.places.count == 2)
    state.press(.escape)
    #expect(state.places.count == 1)
    #expect(Self.title(state).contains("in H100-equivalents"))
    state.press(.escape)
    #expect(!Self.title(state).contains("H100-equivalents"))
    // On another screen of a digit key it goes before the filter.
    state.type("u4")
    #expect(Self.title(state).contains("in H100-equivalents"))
    state.press(.escape)
    #expect(!Self.title(state).contains("H100-equivalents"))
  }

  @Test func aSessionKeepsTheUnitOfAllScreens() throws {
    var state = try Self.state(.exposure)
    state.type("uu1")
    let session = Session(text: Session(of: state).text)
    var resumed = try Self.state(.overview, session)
    #expect(resumed.place.page == .overview)
    resumed.type("3")
    #expect(Self.title(resumed).contains("in MW"))
    let older = Session(text: "page = exposure\nset = unit 1\n")
    var old = try Self.state(.overview, older)
    old.type("3")
    #expect(Self.title(old).contains("in H100-equivalents"))
  }

  @Test func escLeavesAFilterThatWasTypedLast() throws {
    var state = try Self.state(.exposure)
    state.type("u/layer:models")
    state.press(.enter)
    #expect(state.clearing == "Esc clears it")
    state.press(.escape)
    #expect(state.world.filter.isEmpty && Self.title(state).contains("in H100-equivalents"))
    state.type("/layer:models")
    state.press(.enter)
    state.type("u")
    #expect(state.clearing.contains("Ctrl-U"))
    state.press(.escape)
    #expect(!state.world.filter.isEmpty && !Self.title(state).contains("in MW"))
    state.press(.escape)
    #expect(state.world.filter.isEmpty)
  }

  /// A key that changes nothing in what is shown says so, and has no hint.
  @Test func groupsHaveNoKeyWhereThereAreNone() throws {
    var state = try Self.state(.compute)
    #expect(state.picture().contains("b by "))
    state.type("f")
    let before = state.place.view.settings
    state.type("b")
    #expect(state.place.view.settings == before)
    #expect(state.picture().contains("the funnel has no groups: f twice leads back to them"))
    #expect(!state.picture().contains("b by "))
    state.type("fb")
    #expect(state.picture().contains("slips have no groups: f leads back to them"))
  }

  @Test(arguments: ["h100", "h100e", "megawatts"])
  func thePaletteFindsTheUnit(_ words: String) throws {
    var state = try Self.state(.overview)
    state.type(":" + words)
    state.press(.enter)
    #expect(state.place.page == .compute)
    #expect(state.place.view.settings[ComputeOptions.unit] == (words.hasPrefix("h") ? .h100e : .mw))
  }
}
