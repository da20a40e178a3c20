import Dataset
import TestSupport
import Testing

@testable import Insight

/// The sites with an operator, sized in each unit.
@Suite struct SizedSiteTests {
  private func lines(_ unit: ComputeUnit, _ filter: String? = nil) throws -> [String] {
    let ledger = try ExposureLedger(
      compute: """
        campus,2025,a,,NO,Narvik,0,nvidia,,230,operational,
        inside,2025,a,,NO,Narvik,52,nvidia,hopper,,contracted,
        none,2025,a,,DE,,0,nvidia,,,operational,
        nobody,2025,,,DE,,40,nvidia,hopper,3,operational,
        open,2025,b,,DE,,,nvidia,,7,building,
        plan,2025,b,,DE,,900,nvidia,hopper,9,announced,
        two,2025,b,,DE,,10,nvidia,hopper;rubin,,building,
        dark,2025,b,,DE,,6,nvidia,hopper;mute,0,building,
        still,2025,b,,DE,,5,nvidia,hopper;still,,building,
        """,
      chips: ExposureLedger.chips + "\nmute,nvidia,2022,500,\nstill,nvidia,2022,500,0")
    let snapshot = try ledger.snapshot()
    let found = try SizedSite.all(
      in: snapshot, ExposureOptions(unit: unit),
      where: filter.map { try CompiledFilter($0, for: snapshot) } ?? .everything)
    return found.map { sized in
      let size = sized.size.map {
        "\(ledger.digits($0.lowerBound)) \(ledger.digits($0.upperBound))"
      }
      return "\(ledger.dataset.slug(sized.site.id)) \(size ?? "?")"
        + (sized.isInsideCampus ? " inside" : "")
    }.sorted()
  }

  @Test func aSiteWithoutAcceleratorsIsOneForItsPowerAlone() throws {
    #expect(
      try lines(.accelerators)
        == ["dark 6 6", "inside 52 52", "open ?", "still 5 5", "two 10 10"])
    // Of a chip without a speed nothing is told, nor of all chips named with it.
    #expect(
      try lines(.h100e) == ["dark ?", "inside 52 52", "open ?", "still ?", "two 10 40"])
    // What computes draws power, so that a power of 0 is none told.
    #expect(
      try lines(.mw) == [
        "campus 230 230", "dark ?", "inside ? inside", "none ?", "open 7 7", "still ?", "two ?",
      ])
  }

  @Test func aFilterLeavesTheOthersOut() throws {
    #expect(try lines(.accelerators, "operator:a") == ["inside 52 52"])
  }
}
