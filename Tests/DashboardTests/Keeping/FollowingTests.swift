import Canvas
import Dataset
import Testing

@testable import Dashboard

@Suite("The data on disk and the clock go on")
struct FollowingTests {
  private static let failure = Problem(
    file: "/data/organisations.csv", line: 1, column: 1, severity: .error,
    message: "cannot be read: no such file or directory")

  private func bottom(_ state: State, width: Int) -> String {
    var frame = Frame(size: Size(width: width, height: 24))
    state.draw(on: &frame)
    return PlainText.write(frame.canvas).split(separator: "\n").map(String.init)
      .first { $0.contains("does not read") } ?? ""
  }

  @Test(arguments: [40, 60, 80, 100, 240])
  func oldDataIsSaidInAnyWidth(_ width: Int) throws {
    var state = State(world: try PagesWorld.make(), size: Size(width: width, height: 24))
    _ = state.update(.reloadFailed(Self.failure))
    #expect(bottom(state, width: width).contains("old data; the new does not read"))
    // The message of a key does not take its place.
    _ = state.update(.key(.character("<")))
    _ = state.update(.report(.note("done")))
    #expect(bottom(state, width: width).contains("old data; the new does not read"))
    #expect(bottom(state, width: width).contains("done") || width < 60)
    _ = state.update(.reload(state.world.dataset))
    #expect(bottom(state, width: width).isEmpty)
    #expect(state.world.notices.isEmpty)
  }

  @Test func oldDataComesFirstAmongTheProblems() throws {
    var state = State(world: try PagesWorld.make())
    _ = state.update(.reloadFailed(Self.failure))
    _ = state.update(.reloadFailed(Self.failure))
    #expect(state.world.problems.first == Self.failure)
    #expect(state.world.notices == [Self.failure])
  }

  @Test func theDayFollowsTheClockUnlessAnotherWasChosen() throws {
    let world = try PagesWorld.make()
    let next = world.today.adding(days: 1)
    var state = State(world: world)
    _ = state.update(.today(next, follows: true))
    #expect(state.world.day == next)
    #expect(!state.world.isPast)

    var past = State(world: world)
    _ = past.update(.key(.character("[")))
    let chosen = past.world.day
    _ = past.update(.today(next, follows: true))
    #expect(past.world.day == chosen)
    _ = past.update(.key(.character("T")))
    #expect(past.world.day == next)

    var named = State(world: world)
    _ = named.update(.today(next, follows: false))
    #expect(named.world.day == world.today)
    #expect(named.world.isPast)
  }
}
