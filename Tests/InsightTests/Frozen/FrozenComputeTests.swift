import Dataset
import Insight
import Testing

/// The figures of the frozen ledger on compute, line by line.
@Suite struct FrozenComputeTests {
  private let snapshot: Snapshot

  init() throws { snapshot = try FrozenLedger.snapshot(asOf: "2026-09-30") }

  @Test(arguments: ComputeGrouping.allCases)
  func compute(by grouping: ComputeGrouping) {
    let totals = Compute.totals(
      of: snapshot, by: grouping, folding: grouping == .vendor ? .groups : .none,
      announced: grouping == .chip ? .counted : .beside,
      unit: grouping == .operator ? .h100e : grouping == .customer ? .mw : .accelerators)
    Golden.expect(Outline(totals.json).lines(limit: 24), "compute-by-\(grouping.rawValue)")
  }

  @Test func placesStagesAndSlips() {
    let dataset = snapshot.dataset
    let parts: Outline = .fields([
      ("places", Outline(Compute.places(of: snapshot, in: .h100e), in: dataset)),
      ("funnel", Outline(Compute.funnel(of: snapshot), in: dataset)),
      ("slips", Outline(Compute.slips(in: snapshot), in: dataset)),
      ("stopped", .leaf("\(Compute.stopped(in: snapshot).count)")),
      ("purchases", Outline(AnnouncedPurchase.all(in: snapshot), in: dataset)),
      ("targets", Outline(Compute.usualTargets(in: snapshot), in: dataset)),
    ])
    Golden.expect(parts.lines(limit: 24), "compute-places-stages-slips")
  }

  @Test func models() {
    let dataset = snapshot.dataset
    let parts: Outline = .fields([
      ("frontiers", Outline(ModelFrontier.all(in: snapshot), in: dataset)),
      (
        "bases",
        .list(ModelHome.allCases.map { Outline(ModelBase.all(of: $0, in: snapshot), in: dataset) })
      ),
    ])
    Golden.expect(parts.lines(limit: 20), "models")
  }

  @Test func capacity() {
    Golden.expect(Outline(CapacityReport(of: snapshot).json).lines(limit: 16), "capacity")
  }

  @Test func stakesInMegawatts() throws {
    let index = CapacityIndex(of: snapshot, ExposureOptions(unit: .mw))
    let operators = try ["nscale", "microsoft"].map {
      try #require(snapshot.dataset.organisation($0))
    }
    let parts: Outline = .fields([
      ("operators", Outline(CapacityProfile.operators(in: index), in: snapshot.dataset)),
      (
        "profiles",
        .list(operators.map { Outline(CapacityProfile(of: $0, in: index), in: snapshot.dataset) })
      ),
      (
        "stakes",
        .list(operators.map { Outline(CustomerStake.all(of: $0, in: index), in: snapshot.dataset) })
      ),
    ])
    Golden.expect(parts.lines(limit: 12), "capacity-megawatts")
  }
}
