import Canvas
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The loss if a maker stops, where a size lies between two ends: no more than there is.
@Suite struct StopInUnitsTests {
  private func world() throws -> World {
    let dataset = try SyntheticPackage.dataset(
      [
        .organisations: """
        id,name,kind,layer
        acme,Acme,company,models
        nvidia,NVIDIA,company,chips
        """,
        .countries: "code,name,bloc\nDE,Germany,EU\nUS,United States,other",
        .chips: """
        id,name,vendor,bf16_tflops
        small,Small,nvidia,989.5
        large,Large,nvidia,1979
        """,
        .compute: """
        id,date,name,scope,operator,country,accelerators,chip_vendor,chips,status
        sure,2026-01-10,Sure,site,acme,DE,1000,nvidia,small,operational
        vague,2026-01-10,Vague,site,acme,DE,1000,nvidia,small;large,operational
        """,
      ], focus: ["nvidia"])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  @Test func noMoreIsLostThanThereIs() throws {
    var state = State.opened(.exposure, try world(), size: Size(width: 200, height: 60))
    state.type("u")
    let lines = state.picture().split(separator: "\n").map(String.init)
    let loss = try #require(lines.first { $0.contains("If NVIDIA stops") })
    #expect(loss.contains("2,000 → 0 H100-equivalents  −100 %"), "\(loss)")
    let blocs = try #require(lines.first { $0.contains("lost by bloc") })
    #expect(blocs.contains("EU-27 −100 %"), "\(blocs)")
    let running = try #require(lines.first { $0.contains(" firm accelerators, 100 %") })
    #expect(running.contains("2,000 of its 2,000 firm accelerators"), "\(running)")
  }
}
