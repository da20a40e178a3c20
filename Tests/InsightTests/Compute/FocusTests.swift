import Dataset
import Insight
import Testing

/// The organisations that exposure is usually measured to come from the package.
@Suite struct FocusTests {
  private static let tables: [TableName: String] = [
    .organisations: "id,name\namd,AMD\nintel,Intel\ncerebras,Cerebras\nnscale,Nscale",
    .compute: """
    id,date,name,scope,operator,country,accelerators,chip_vendor,status
    a,2025-01-01,A,site,nscale,NO,100,intel,operational
    b,2025-01-01,B,site,nscale,NO,900,amd,contracted
    c,2025-01-01,C,site,nscale,NO,50,cerebras,building
    d,2025-01-01,D,site,nscale,NO,90000,cerebras,announced
    """,
  ]

  private func targets(_ snapshot: Snapshot) -> [String] {
    Compute.usualTargets(in: snapshot).map { snapshot.dataset.slug($0) }
  }

  @Test func aPackageThatNamesNoneIsMeasuredToItsLargestMakers() throws {
    let snapshot = try SyntheticPackage.dataset(Self.tables).asOf(try day("2026-01-01"))
    #expect(snapshot.dataset.focus == nil)
    #expect(Compute.usualMaker(in: snapshot).map { snapshot.dataset.slug($0) } == "amd")
    #expect(targets(snapshot) == ["amd", "intel", "cerebras"])
  }

  @Test func aPackageNamesThemInTheirOrder() throws {
    let dataset = try SyntheticPackage.dataset(Self.tables, focus: ["gone", "cerebras", "nscale"])
    let snapshot = dataset.asOf(try day("2026-01-01"))
    #expect(dataset.focus.map { dataset.slug($0) } == "cerebras")
    #expect(targets(snapshot) == ["cerebras", "nscale"])
  }

  /// Five at most, named by the package or not; who makes nothing firm comes last.
  @Test func fiveAreEnough() throws {
    let names = (1...7).map { "m\($0),M\($0)" }.joined(separator: "\n")
    let rows = (1...7).map {
      "s\($0),2025-01-01,site,DE,\($0)00,m\($0),\($0 == 7 ? "announced" : "operational")"
    }
    let tables: [TableName: String] = [
      .organisations: "id,name\n" + names,
      .compute: "id,date,scope,country,accelerators,chip_vendor,status\n"
        + rows.joined(separator: "\n"),
    ]
    func targets(_ focus: [String]) throws -> String {
      let dataset = try SyntheticPackage.dataset(tables, focus: focus)
      return self.targets(dataset.asOf(try day("2026-01-01"))).joined(separator: " ")
    }
    #expect(try targets([]) == "m6 m5 m4 m3 m2")
    #expect(try targets(["m4"]) == "m4 m6 m5 m3 m2")
    #expect(try targets(["m1", "m7"]) == "m1 m7")
  }

  @Test func theFrozenLedgerSaysWhoComesFirst() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    #expect(snapshot.dataset.focus == snapshot.dataset.organisation("nvidia"))
    #expect(targets(snapshot) == ["nvidia", "tsmc", "microsoft", "amd", "asml"])
  }
}
