import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The view of concentration in the unit that `u` chooses, and what its sums leave out.
@Suite struct ConcentrationScreenTests {
  @Test func theUnitIsFollowedAndWhatIsLeftOutIsSaid() throws {
    var state = State.opened(
      .exposure, try ReachPackage.world(), size: Size(width: 160, height: 40))
    state.type("I")
    #expect(state.picture().contains("Accelerators by maker of the chips"))
    #expect(!state.picture().contains("left out"), "every site has a number")
    // No chip of the package has a speed, and three sites have no power.
    state.type("u")
    #expect(state.picture().contains("no site has a size in H100-equivalents"))
    #expect(!state.picture().contains("by maker of the chips"))
    state.type("u")
    #expect(state.picture().contains("MW by maker of the chips"))
    #expect(state.picture().contains("3 sites of unknown size left out"))
  }
}
