import Dataset
import Testing

@testable import Insight

@Suite struct ComputeSlipsTests {
  private static let tables: [TableName: String] = [
    .compute: """
    id,date,name,scope,operator,country,accelerators,status,target,confidence,source
    later,2025-01-01,Later,site,,DE,10,announced,2026-03,reported,s
    later,2025-06-01,Later,site,,DE,10,contracted,2026-09,reported,s
    later,2026-01-01,Later,site,,DE,10,building,2027-03,reported,s
    sooner,2025-01-01,Sooner,site,,DE,10,announced,2027-12,reported,s
    sooner,2026-01-01,Sooner,site,,DE,10,building,2027-06,reported,s
    overdue,2025-01-01,Overdue,site,,DE,10,building,2026-06-30,reported,s
    intime,2025-01-01,In time,site,,DE,10,building,2026-06,reported,s
    intime,2026-05-01,In time,site,,DE,10,operational,2026-06,reported,s
    ahead,2026-01-01,Ahead,site,,DE,10,contracted,2028,reported,s
    gone,2025-01-01,Gone,site,,DE,10,announced,2026,reported,s
    gone,2026-01-01,Gone,site,,DE,10,cancelled,2028,reported,s
    """
  ]

  private func lines(
    asOf day: String, _ tables: [TableName: String] = Self.tables
  ) throws -> [String] {
    let snapshot = try Synthetic.snapshot(tables, asOf: day)
    return Compute.slips(in: snapshot).map { schedule in
      "\(snapshot.dataset.slug(schedule.current.id)) \(schedule.slip?.months ?? 0) "
        + "\(schedule.overdueDays ?? 0)"
    }
  }

  @Test func thoseThatMovedOrPassedAreListedTheWorstFirst() throws {
    #expect(
      try lines(asOf: "2026-10-08") == [
        "later 12 0", "overdue 0 100", "intime -1 0", "sooner -6 0",
      ])
  }

  /// A day of delay stands above any days overdue; of those the most stand first, then by id.
  @Test func ofEqualDelaysTheMostOverdueStandFirst() throws {
    let rows = """
      id,date,name,scope,country,status,target
      z,2025-01-01,Z,site,DE,building,2026-06-30
      x,2025-01-01,X,site,DE,building,2026-06-30
      y,2025-01-01,Y,site,DE,building,2026-03-22
      w,2025-01-01,W,site,DE,building,2026-10-07
      v,2025-01-01,V,site,DE,building,2026-10-08
      late,2025-01-01,Late,site,DE,building,2027-01-01
      late,2025-02-01,Late,site,DE,building,2027-01-02
      """
    #expect(
      try lines(asOf: "2026-10-08", [.compute: rows])
        == ["late 0 0", "y 0 200", "x 0 100", "z 0 100", "w 0 1"])
  }

  /// Programmes, bids and options past their target count; no site, nor what runs or stopped.
  @Test func whatIsNotJudgedIsCounted() throws {
    let snapshot = try Synthetic.snapshot(
      [
        .compute: """
        id,date,name,scope,country,status,target
        a,2025-01-01,A,programme,DE,contracted,2026-06
        b,2025-01-01,B,bid,DE,announced,2026-10-07
        c,2025-01-01,C,programme,DE,contracted,2026-10-08
        d,2025-01-01,D,programme,DE,operational,2026-06
        e,2025-01-01,E,programme,DE,cancelled,2026-06
        f,2025-01-01,F,option,DE,announced,
        g,2025-01-01,G,site,DE,contracted,2026-06
        h,2025-01-01,H,option,DE,contracted,2025-06
        """
      ], asOf: "2026-10-08")
    #expect(Compute.unjudged(in: snapshot) == 3)
    let filter = try CompiledFilter("scope:bid", for: snapshot)
    #expect(Compute.unjudged(in: snapshot, where: filter) == 1)
  }

  @Test func aDayBeforeKnowsLess() throws {
    #expect(try lines(asOf: "2025-05-01") == [])
    #expect(try lines(asOf: "2025-07-01") == ["later 6 0"])
  }
}
