import Canvas
import Dataset
import Testing

@testable import Dashboard

@Suite struct FindingTests {
  private static func state(_ page: Page) throws -> State {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    return State.opened(page, world, size: Size(width: 120, height: 40))
  }

  @Test func itGoesFromMatchToMatchWhenTheFilterIsTakenAway() throws {
    var state = try Self.state(.sources)
    state.type("/law")
    state.press(.enter, .escape)
    #expect(state.world.filter.isEmpty)
    var seen: [Fact] = []
    for _ in 0..<3 {
      state.type("n")
      seen.append(try #require(state.selectedFact))
    }
    #expect(Set(seen) == [.source("law")] || Set(seen).count > 1)
    let forward = seen
    state.type("N")
    #expect(state.selectedFact == forward[1])
  }

  @Test func aFieldIsFoundThroughTheFactOfTheRow() throws {
    var state = try Self.state(.enforcement)
    state.type("/country:DE")
    state.press(.enter, .escape)
    state.type("n")
    #expect(state.selectedFact == .country("DE"))
  }

  @Test func nothingToLookForIsSaid() throws {
    var state = try Self.state(.sources)
    state.type("n")
    #expect(state.message == .note("nothing to look for yet: / filters"))
  }

  @Test(arguments: ScreenKind.numbered)
  func itWorksInEveryPaneOfEveryScreen(_ kind: ScreenKind) throws {
    var state = try Self.state(kind.page)
    state.type("/nscale")
    state.press(.enter, .escape)
    for _ in state.place.screen.panes {
      state.type("nN")
      state.press(.tab)
    }
  }
}
