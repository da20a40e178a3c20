import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The chart of Enforcement in words, which readers of a report hear instead of the map.
@Suite struct EnforcementSlideTests {
  @Test func namesEveryMemberStateOnceAndNobodyElse() throws {
    let today = try day("2026-11-21")
    let world = World(dataset: try FrozenLedger.dataset(), today: today, day: today)
    let screen = EnforcementScreen(page: .enforcement, world: world, settings: Settings())
    let values = try #require(screen.slideChart).values
    let names = values.split(separator: ";").flatMap { part in
      part.drop { $0 != ":" }.dropFirst().split(separator: ",").map { $0.drop { $0 == " " } }
    }
    let members = EnforcementRow.all(screen.report).filter(\.isMember).map(\.name)
    #expect(members.count == 27)
    #expect(names.map(String.init).sorted() == members.sorted())
  }
}
