import Canvas
import Dataset
import Testing

@testable import Dashboard

/// Lists that share the height of a screen: by need, and where they are narrow next to each other.
@Suite struct FairSharesTests {
  private func stack(_ lines: Int...) -> PaneStack {
    PaneStack(parts: lines.map { PaneStack.Part([], lines: $0) })
  }

  @Test func whatIsLeftGoesToWhoHasTheFewest() {
    #expect(
      FairShares(wanted: [3, 20, 20], given: [0, 0, 0], among: [0, 1, 2], room: 13).given
        == [3, 5, 5])
    #expect(
      FairShares(wanted: [3, 20], given: [1, 9], among: [0, 1], room: 90).given == [3, 20])
    #expect(FairShares(wanted: [9, 9], given: [0, 0], among: [1], room: 4).given == [0, 4])
    #expect(FairShares(wanted: [], given: [], among: [], room: 4).given.isEmpty)
  }

  @Test func noPaneStaysAtARowWhileAnotherHasDozens() throws {
    let heights = stack(12, 44, 6, 35).heights(in: 60, focus: 0).compactMap(\.self)
    #expect(heights[0] == 12 && heights[2] == 6)
    #expect(abs(heights[1] - heights[3]) <= 1, "\(heights)")
    let sections = StackedHeights(natural: [14, 40, 6, 30], focus: 0, room: 60).heights
    #expect(sections[2] == 7 && abs(sections[1] - sections[3]) <= 1, "\(sections)")
  }

  /// In a low window the pane in focus takes what is left.
  @Test func thePaneInFocusIsReadFirst() {
    #expect(stack(20, 20, 20).heights(in: 20, focus: 1) == [2, 11, 2])
    #expect(StackedHeights(natural: [30, 30, 30], focus: 2, room: 24).heights == [6, 6, 12])
  }

  @Test func aLargeWindowShowsEveryListOfACountry() throws {
    let state = State.opened(
      .country("FR"), try FrozenLedger.world(), size: Size(width: 200, height: 60))
    let picture = state.picture()
    let organisations = picture.split(separator: "\n").drop { !$0.contains("Organisations") }
    let rows = organisations.dropFirst(2).prefix { !$0.contains("In figures") }
    #expect(rows.count > 4, "\(picture)")
  }
}
