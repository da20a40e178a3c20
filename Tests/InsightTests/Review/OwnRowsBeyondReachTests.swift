import Dataset
import TestSupport
import Testing

@testable import Insight

/// The end of a table is no fault of the rows that somebody laid over it.
@Suite struct OwnRowsBeyondReachTests {
  @Test func theRowOfTheReachIsBlamedAndNoLaterOwnRow() throws {
    let header = "id,date,name,scope,operator,country,status,confidence,source\n"
    let curated = try TemporaryPackage(
      TemporaryPackage.foundations.merging([
        .compute: header + "hall,2026-06-01,Hall,site,acme,FR,building,confirmed,s\n"
      ]) { $1 })
    try curated.folder.write(
      #"{"title":"T","version":"1","updated":"2026-11-21","resources":["#
        + ["sources", "countries", "organisations"].map {
          #"{"name":"\#($0)","path":"\#($0).csv"},"#
        }
        .joined()
        + #"{"name":"compute","path":"compute.csv","reach":"2026-06-30"}]}"#,
      to: "datapackage.json")
    let own = try TemporaryPackage([
      .compute: header + "shed,2026-11-01,Shed,site,acme,FR,building,confirmed,s\n"
    ])
    let dataset = try Dataset(folders: [curated.folder.path, own.folder.path])
    #expect(dataset.compute.count == 2)
    let found = Review(dataset.asOf(try day("2026-11-29"))).items
      .filter { $0.pattern == .reachEnds && $0.table == .compute }
    #expect(found.map(\.key) == ["2026-06-30"])
    #expect(found.flatMap(\.rows).map(\.package) == [0])
  }
}
