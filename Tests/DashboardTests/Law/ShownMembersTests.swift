import Insight
import Testing

@testable import Dashboard

/// The states that a filter lets through, next to a count of the 27.
@Suite struct ShownMembersTests {
  private func picture(_ filter: String) throws -> String {
    let today = try day("2026-11-21")
    let world = World(dataset: try FrozenPackage.dataset(), today: today, day: today)
    var state = State.opened(.enforcement, world)
    state.type("/" + filter)
    state.press(.enter)
    return state.picture()
  }

  @Test func statesOutsideTheUnionAreCountedApart() throws {
    #expect(try picture("country:IE,NO").contains("· 1 member and 1 other shown"))
    #expect(try picture("country:IE,IT,NO,CH").contains("· 2 members and 2 others shown"))
    #expect(try picture("country:IE,IT").contains("· 2 shown"))
  }
}
