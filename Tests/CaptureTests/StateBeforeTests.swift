import Dataset
import TestSupport
import Testing

@testable import Capture

/// The changes that own rows bring to the states before them.
@Suite struct StateBeforeTests {
  private static let header =
    "id,date,name,scope,operator,country,status,target,confidence,note,source\n"

  /// The changes of each own row, in the order of the file.
  private func changes(_ own: String) throws -> [[String]] {
    let curated = TablesOf.site(
      """
      hall,2026-03,Hall,site,acme,FR,building,2026,confirmed,Early,s
      hall,2026-06,Hall,site,acme,FR,building,2027,disputed,Late,s
      """)
    let below = try SyntheticPackage.dataset(layers: [curated])
    let all = try SyntheticPackage.dataset(layers: [curated, TablesOf.site(own)])
    let kind = try Held.kind("site")
    var states = StateBefore(kind, below: below)
    var found: [[String]] = []
    all.forEachRow(of: .compute) { row in
      guard row.origin.package == 1 else { return }
      found.append(states.changes(of: row, in: all).map(\.words))
    }
    return found
  }

  private enum TablesOf {
    static func site(_ rows: String) -> [TableName: String] {
      [
        .compute: header + rows + "\n",
        .organisations: "id,name,kind,layer,source\nacme,Acme,company,models,s\n",
      ]
    }
  }

  @Test func aRowIsComparedWithTheLatestStateUpToItsDay() throws {
    #expect(
      try changes("hall,2026-09,Hall,site,acme,FR,building,2027-06,reported,,s")
        == [["target 2027 → 2027-06", "confidence disputed → reported"]])
    #expect(
      try changes("hall,2026-04,Hall,site,acme,FR,operational,2026,confirmed,,s")
        == [["status building → operational"]])
  }

  @Test func aRowOfTheSameDayIsComparedWithWhatItReplaces() throws {
    #expect(
      try changes("hall,2026-06,Hall,site,acme,FR,operational,2027,disputed,,s")
        == [["status building → operational"]])
  }

  @Test func aFirstRowChangesNothingAndTheNextIsComparedWithIt() throws {
    #expect(
      try changes(
        """
        shed,2026-07,Shed,site,acme,FR,announced,2028,reported,,s
        shed,2026-08,Shed,site,acme,FR,announced,,reported,,s
        """) == [[], ["target 2028 → unknown"]])
  }
}
