import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The list of those exposed, where the target supplies few.
@Suite struct UnexposedLastTests {
  @Test func whoSurelyDoesNotDependStandsLast() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-21"))
    let mistral = try #require(world.dataset.organisation("mistral-ai"))
    let exposure = try Exposure(of: world.snapshot, to: .organisation(mistral), in: .compute)
    let depends = Set(
      exposure.organisations.filter { $0.share.possible > 0 }.map {
        Fact.organisation(world.dataset.slug($0.id))
      })
    var state = State.opened(.company("mistral-ai"), world)
    state.type("aE")
    let pane = state.place.screen.panes[0]
    let listed = (0..<pane.count).compactMap { pane.fact($0).map(depends.contains) }
    #expect(listed.contains(true) && listed.contains(false))
    #expect(listed == listed.sorted { $0 && !$1 })
  }
}
