import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A target that was aimed at is a mode: the title line says so, and Esc leads back to the target before.
@Suite struct AimModeTests {
  private func opened(_ size: Size = Size(width: 120, height: 40)) throws -> State {
    var state = State.opened(.exposure, try ReachPackage.world(), size: size)
    state.type("E")
    return state
  }

  /// Selects an organisation of the list.
  private func select(_ slug: String, in state: inout State) {
    state.press(.home)
    for _ in 0..<20 where state.selectedFact != .organisation(slug) { state.press(.down) }
    #expect(state.selectedFact == .organisation(slug))
  }

  private func title(_ state: State) -> Substring {
    state.picture().split(separator: "\n").dropFirst().first ?? ""
  }

  @Test func escLeadsBackThroughTheTargets() throws {
    var state = try opened()
    #expect(!title(state).contains("not "))
    select("fjord", in: &state)
    state.type("a")
    #expect(title(state).contains("Exposure to Fjord Compute"))
    #expect(title(state).contains("not NVIDIA"))
    #expect(state.picture().contains("aimed at Fjord Compute; Esc leads back to NVIDIA"))
    select("microsoft", in: &state)
    state.type("a")
    #expect(title(state).contains("Exposure to Microsoft"))
    #expect(title(state).contains("not Fjord Compute"))
    state.type("14")
    #expect(title(state).contains("not Fjord Compute"), "it lasts, and is still named")
    state.press(.escape)
    #expect(title(state).contains("Exposure to Fjord Compute"))
    #expect(title(state).contains("not NVIDIA"))
    state.press(.escape)
    #expect(title(state).contains("Exposure to NVIDIA") && !title(state).contains("not "))
    #expect(state.place.view.settings.subjects[.target] == nil)
  }

  @Test func theNextOfTheUsualTargetsIsNamedToo() throws {
    var state = try opened()
    state.type("A")
    #expect(title(state).contains("Exposure to TSMC") && title(state).contains("not NVIDIA"))
    select("fjord", in: &state)
    state.type("a")
    #expect(title(state).contains("not TSMC"))
    state.press(.escape)
    #expect(title(state).contains("Exposure to TSMC"))
    state.press(.escape)
    #expect(title(state).contains("Exposure to NVIDIA"))
  }

  @Test func aNarrowTitleNamesItAsWell() throws {
    var state = try opened(Size(width: 80, height: 24))
    select("fjord", in: &state)
    state.type("a")
    #expect(title(state).contains("not NVIDIA"), "\(title(state))")
  }
}
