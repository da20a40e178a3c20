import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// A picture says what it shows, where it shows something, and a list shows what was asked of it.
@Suite struct FindingsTests {
  private static func picture(_ page: Page, _ width: Int, _ height: Int, _ keys: String = "") throws
    -> String
  {
    var state = State.opened(
      page, try FrozenLedger.world(), size: Size(width: width, height: height))
    state.type(keys)
    return state.picture()
  }

  @Test func theOverviewSaysItsFindings() throws {
    let world = try FrozenLedger.world()
    let source = HeadlineFigures(world, LawReport(world.snapshot))
    let wide = try Self.picture(.overview, 200, 60)
    for finding in [source.makersFinding, source.layersFinding, source.placesFinding] {
      #expect(!finding.isEmpty && wide.contains(finding), "\(finding)")
    }
    #expect(source.makersFinding.hasSuffix(" are NVIDIA's"))
    let narrow = try Self.picture(.overview, 80, 24)
    #expect(narrow.contains("Accelerators by jurisdiction"), "a finding is whole or not there")
  }

  @Test func anEmptyPictureOfReachSaysWhy() throws {
    var state = State.opened(
      .exposure, try FrozenLedger.world(), size: Size(width: 120, height: 40))
    state.type("/missing=penalties")
    state.press(.enter)
    #expect(state.picture().contains("nothing here passes the filter missing=penalties"))
  }

  @Test func theLargestTenantIsInSight() throws {
    let picture = try Self.picture(.exposure, 120, 40, "P")
    #expect(picture.contains("Largest tenant") && picture.contains("Share"))
    #expect(picture.contains("Microsoft"))
  }

  @Test func whatHasNoDayStandsApartOnTheTimeline() throws {
    let state = State.opened(
      .timeline, try FrozenLedger.world(), size: Size(width: 120, height: 40))
    let pane = state.place.screen.panes[TimelineScreen.Part.events]
    let dates = (0..<pane.count).map { pane.cells($0)[0] }
    let first = try #require(dates.firstIndex { $0.count == 4 })
    #expect(dates[first...].allSatisfy { $0.count == 4 })
    #expect((first..<pane.count).contains { pane.cells($0).contains("day unknown") })
  }
}
