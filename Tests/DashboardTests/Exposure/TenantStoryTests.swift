import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A tenant that leaves takes no compute: every line of the answer tells the same story.
@Suite struct TenantStoryTests {
  private func picture(cutting text: String) throws -> String {
    var state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 160, height: 50))
    state.type("X" + text)
    state.press(.enter)
    return state.picture()
  }

  @Test func aSiteWithoutItsTenantRunsOn() throws {
    let left = try picture(cutting: "microsoft")
    #expect(left.contains("2 sites lose their tenant: 105,000 accelerators"), "\(left)")
    #expect(left.contains("5 of 5 sites; a site that loses its tenant runs on"))
    #expect(left.contains("rented, by company"))
    let maker = try picture(cutting: "nvidia")
    #expect(!maker.contains("tenant runs on") && !maker.contains("rented, by"))
  }

  @Test func aHomeIsOfferedNextToItsPlace() throws {
    var state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 120, height: 40))
    state.type("Xus")
    guard case .cut(let line) = state.mode else {
      Issue.record("it asks what to take away")
      return
    }
    #expect(line.offers.prefix(2).map(\.text) == ["US", "home:US"], "\(line.offers)")
  }
}
