import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// What stands on the screen while a key is worked off aside.
@Suite struct WaitingTests {
  private static func state(_ page: Page = .capital) throws -> State {
    State.opened(
      page, World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21")),
      size: Size(width: 120, height: 40))
  }

  @Test func aSmallPackageTakesNoTime() throws {
    let state = try Self.state()
    #expect(!state.mayTakeLong(.key(.character("["))))
  }

  @Test func aLargePackageMay() throws {
    let rows = (0..<50_001).map { "s\($0)" }.joined(separator: "\n")
    let large = try SyntheticPackage.dataset([.sources: "id\ns\n" + rows])
    let state = State(world: World(dataset: large, today: try day("2026-11-21")))
    #expect(state.mayTakeLong(.key(.character("["))))
    #expect(state.mayTakeLong(.reload(large)))
    #expect(!state.mayTakeLong(.report(.note("that is told at once"))))
    #expect(try Self.state().mayTakeLong(.reload(large)))
  }

  @Test func workDoneAsideIsTheWorkOfTheKey() throws {
    var state = try Self.state()
    let (worked, effects) = state.worked(.key(.character("[")))
    #expect(effects.isEmpty)
    let today = try day("2026-11-21")
    #expect(state.world.day == today, "the state itself waits")
    state.type("[")
    #expect(worked.world.day == state.world.day)
    #expect(worked.picture() == state.picture())
  }

  @Test func theScreenSaysThatItGoesOn() throws {
    let state = try Self.state()
    let key = Action.key(.character("["))
    let soon = state.waiting(for: key, since: .milliseconds(300), isLeavable: true).picture()
    #expect(soon.contains("counting 9"))
    #expect(soon.contains(" rows …; Esc leaves it"))
    let later = state.waiting(for: key, since: .seconds(3), isLeavable: false).picture()
    #expect(later.contains(" rows for 3 s …"))
    #expect(!later.contains("Esc leaves it"))
    var left = state
    left.leaveWork()
    #expect(left.picture().contains("left; all is as it was before the key"))
  }

  @Test func aFilterStandsThereAsItIsTyped() throws {
    var state = try Self.state()
    state.type("/nsc")
    let shown = state.waiting(
      for: .paste("ale"), since: .milliseconds(300), isLeavable: true
    ).picture()
    #expect(shown.contains("/nscale "))
    #expect(shown.contains("counting …; Esc leaves it"))
    let key = state.waiting(for: .key(.backspace), since: .seconds(2), isLeavable: true).picture()
    #expect(key.contains("/ns "))
    #expect(key.contains("counting for 2 s …; Esc leaves it"))
    #expect(state.picture().contains("/nsc "))
  }
}
