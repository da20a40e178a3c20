import Dataset
import Insight
import Testing

/// The figures of the frozen ledger on dependence, line by line.
@Suite struct FrozenExposureTests {
  private let snapshot: Snapshot

  init() throws { snapshot = try FrozenLedger.snapshot(asOf: "2026-09-30") }

  private func organisation(_ slug: String) throws -> ID<Organisation> {
    try #require(snapshot.dataset.organisation(slug))
  }

  @Test(arguments: [ExposureDimension.compute, .capital, .customers])
  func exposure(in dimension: ExposureDimension) throws {
    let report = try Exposure(
      of: snapshot, to: .organisation(organisation("nvidia")), in: dimension,
      ExposureOptions(announced: dimension == .capital ? .counted : .beside, folding: .groups))
    Golden.expect(Outline(report.json).lines(limit: 16), "exposure-\(dimension.rawValue)")
  }

  @Test func location() throws {
    let report = try Exposure(of: snapshot, to: .jurisdiction(.us), in: .location)
    Golden.expect(Outline(report.json).lines(limit: 16), "exposure-location")
  }

  @Test func cuts() throws {
    let chips = try CutReport(
      of: snapshot, cutting: Scenario(.organisation(organisation("nvidia")), fraction: 0.5),
      ExposureOptions(unit: .h100e))
    let home = CutReport(of: snapshot, cutting: Scenario(.home(in: .jurisdiction(.us))))
    Golden.expect(Outline(chips.json).lines(limit: 16), "cut-nvidia")
    Golden.expect(Outline(home.json).lines(limit: 16), "cut-home-us")
  }

  @Test func chokepointsAndConcentration() {
    Golden.expect(Outline(ChokepointReport(of: snapshot).json).lines(limit: 16), "chokepoints")
    Golden.expect(
      Outline(ConcentrationReport(of: snapshot).json).lines(limit: 20), "concentration")
  }

  @Test func independence() throws {
    let report = Independence(of: snapshot, from: .organisation(try organisation("nvidia")))
    Golden.expect(Outline(report.json).lines(limit: 30), "independence")
  }

  @Test func lawsAndCourse() throws {
    Golden.expect(Outline(LawMatrix(of: snapshot).json).lines(limit: 24), "law-matrix")
    let course = ComputeCourse(of: snapshot, to: try organisation("nvidia"))
    Golden.expect(Outline(course.json).lines(limit: 60), "compute-course")
  }
}
