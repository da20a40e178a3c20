import Canvas
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// An event of an unknown day of a year stands apart in the picture of time, on no day.
@Suite struct UndatedEventsTests {
  private static func state(_ size: Size) throws -> State {
    let rounds =
      FrozenPackage.tables[.rounds, default: ""]
      + "\nundated-a,nscale,2026,Undated one,equity,closed,77,USD,,,,,confirmed,,s"
      + "\nundated-b,aleph,2026,Undated two,equity,closed,78,USD,,,,,confirmed,,s"
    let world = World(
      dataset: try FrozenPackage.dataset([.rounds: rounds]), today: try day("2026-11-21"))
    return State.opened(.timeline, world, size: size)
  }

  @Test func theyStandUnderTheirLane() throws {
    let lines = try Self.state(Size(width: 120, height: 40)).screenPicture().split(separator: "\n")
    let lane = try #require(lines.firstIndex { $0.hasPrefix(" Rounds") })
    #expect(lines[lane + 1].hasPrefix(" 2 undated"))
  }

  @Test func noneIsDrawnOnTheDayShown() throws {
    var state = try Self.state(Size(width: 160, height: 60))
    let screen = try #require(state.place.screen as? TimelineScreen)
    let drawn = screen.axis.chart.events.filter { $0.lane >= 0 }
    #expect(!drawn.contains { $0.label.contains("$77 m") || $0.label.contains("$78 m") })
    #expect(screen.axis.chart.undated.reduce(0, +) == 2)
    // They are in the list, at its end, and can be selected there.
    state.press(.tab, .tab, .end)
    #expect(state.picture().contains("Undated"))
    #expect(state.picture().contains("day unknown"))
  }

  @Test func aLowPictureCountsThemBelowItsAxis() throws {
    let picture = try Self.state(Size(width: 80, height: 20)).screenPicture()
    #expect(picture.contains("2 undated"))
  }
}
