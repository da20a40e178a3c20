import Canvas
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The loss if a maker stops, where a size lies between two ends: no more than there is.
@Suite struct StopInUnitsTests {
  @Test func noMoreIsLostThanThereIs() throws {
    var state = State.opened(
      .exposure, try UnitsWorld.inGermany(), size: Size(width: 200, height: 60))
    state.type("u")
    let lines = state.picture().split(separator: "\n").map(String.init)
    let loss = try #require(lines.first { $0.contains("If NVIDIA stops") })
    #expect(loss.contains("2,000–3,000 → 0 H100-equivalents  −100 %"), "\(loss)")
    let blocs = try #require(lines.first { $0.contains("lost by bloc") })
    #expect(blocs.contains("EU-27 −100 %"), "\(blocs)")
    let running = try #require(lines.first { $0.contains(" firm H100-equivalents, 100 %") })
    #expect(running.contains("2,000–3,000 of its 2,000–3,000 firm"), "\(running)")
  }
}
