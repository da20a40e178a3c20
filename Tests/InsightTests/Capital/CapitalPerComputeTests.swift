import Dataset
import Insight
import Testing

/// Money for each accelerator, H100-equivalent and megawatt of its operator; every figure is done by hand.
@Suite struct CapitalPerComputeTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        h,2025,a,,DE,,100,nvidia,hopper;rubin,2,operational,
        s,2025,a,,DE,,300,nvidia,hopper,,contracted,
        u,2025,b,,DE,,,nvidia,,,building,
        w,2025,d,a,US,,50,amd,mi,1,operational,
        x,2026,c,,FR,,10,nvidia,hopper,4,announced,
        """,
      rounds: """
        r1,a,closed,40
        r2,a,closed,
        r3,b,closed,5
        r4,c,closed,7
        r5,a,announced,100
        """)
  }

  private func lines(_ unit: ComputeUnit, announced: Announced = .beside) throws -> [String] {
    let ledger = try ledger()
    let per = CapitalPerCompute(of: try ledger.snapshot(), in: unit, announced: announced)
    let rows = per.operators.map { row in
      let figure = row.dollars.map {
        "\(ledger.digits($0.lowerBound)) to \(ledger.digits($0.upperBound))"
      }
      let running = row.dollarsRunning.map { ", \(ledger.digits($0)) running" } ?? ""
      let bounds =
        (row.isAtLeast ? " at least" : "") + (row.isAtMost(in: unit) ? " at most" : "")
      return "\(row.key.slug(in: ledger.dataset)) \(figure ?? "none")\(running)\(bounds)"
    }
    let left = per.leftOut
    return rows + [
      "left out \(left.companies) of \(ledger.digits(left.usdMillions)) m, \(left.operators) of "
        + ledger.digits(left.compute)
    ]
  }

  /// A tenant's compute counts for its operator, and what is announced for nobody.
  @Test func moneyIsSharedOutOverTheFirmComputeOfItsOperator() throws {
    #expect(
      try lines(.accelerators) == [
        "a 100000 to 100000, 400000 running at least", "b none at most",
        "left out 1 of 7 m, 1 of 50",
      ])
  }

  @Test func theUnitDividesAndBounds() throws {
    // 40 m over 400 to 700 H100-equivalents; of the part that runs at least 100.
    #expect(
      try lines(.h100e) == [
        "a 57142.8571 to 100000, 400000 running at least", "b none at most",
        "left out 1 of 7 m, 1 of 25",
      ])
    #expect(
      try lines(.mw) == [
        "a 20000000 to 20000000, 20000000 running at least at most", "b none at most",
        "left out 1 of 7 m, 1 of 1",
      ])
  }

  @Test func announcedMoneyIsSharedOutOverAnnouncedComputeToo() throws {
    #expect(
      try lines(.accelerators, announced: .counted) == [
        "c 700000 to 700000", "a 350000 to 350000, 1400000 running at least", "b none at most",
        "left out 0 of 0 m, 1 of 50",
      ])
  }

  @Test func theWholeIsThatOfThoseWithAFigure() throws {
    let per = CapitalPerCompute(of: try ledger().snapshot(), in: .accelerators)
    #expect(per.whole.capital.usdMillions == 40)
    #expect(per.whole.compute.accelerators == 400)
    #expect(per.whole.dollars == 100_000...100_000)
    #expect(per.totals.groups.map(\.key) == per.operators.map(\.key))
  }

  private func order(_ compute: String, _ rounds: String, _ unit: ComputeUnit = .accelerators)
    throws -> [String]
  {
    let ledger = try ExposureLedger(compute: compute, rounds: rounds)
    return CapitalPerCompute(of: try ledger.snapshot(), in: unit).operators.map { row in
      row.key.slug(in: ledger.dataset) + " "
        + (row.dollars.map { "\($0.lowerBound)" } ?? "none")
    }
  }

  @Test func theDearestStandFirstThenTheMoneyThenTheId() throws {
    let sites = """
      s,2025,a,,DE,,5,nvidia,,,operational,
      t,2025,b,,DE,,1,nvidia,,,operational,
      u,2025,c,,DE,,5,nvidia,,,operational,
      v,2025,d,,DE,,10,nvidia,,,operational,
      """
    #expect(
      try order(sites, "r,c,closed,10\nq,a,closed,10\np,d,closed,20\no,b,closed,4")
        == ["b 4000000.0", "d 2000000.0", "a 2000000.0", "c 2000000.0"])
  }

  /// A dollar for two devices is a figure, and stands above none.
  @Test func aSmallFigureStandsAboveNone() throws {
    let sites = """
      s,2025,a,,DE,,200,nvidia,,,operational,
      t,2025,b,,DE,,,nvidia,,,operational,
      u,2025,c,,DE,,10,nvidia,,,operational,
      v,2025,d,,DE,,0,nvidia,,,operational,
      """
    #expect(
      try order(sites, "r,a,closed,0.0001\nq,b,closed,5\np,c,closed,\no,d,closed,3")
        == ["a 0.5", "b none", "d none", "c none"])
  }

  @Test func aSingleDeviceAndHalfAMegawattAreASize() throws {
    let site = "s,2025,a,,DE,,1,nvidia,,0.5,operational,"
    #expect(try order(site, "r,a,closed,40") == ["a 40000000.0"])
    #expect(try order(site, "r,a,closed,40", .mw) == ["a 80000000.0"])
    let per = CapitalPerCompute(
      of: try ExposureLedger(compute: site, rounds: "r,a,closed,40").snapshot(), in: .mw)
    #expect(per.operators.map(\.dollarsRunning) == [80_000_000])
  }

  @Test func theDocumentHasBothEndsOfAFigure() throws {
    let document = try jsonObject(CapitalPerCompute(of: try ledger().snapshot(), in: .h100e))
    let groups = try #require(document["groups"] as? [[String: Any]])
    let figures = groups.map { ($0["usd_per_unit"] as? [Double])?.map { Int($0) } }
    #expect(figures == [[57142, 100_000], nil])
    #expect(groups.first?["firm"] as? [Double] == [400, 700])
  }
}
