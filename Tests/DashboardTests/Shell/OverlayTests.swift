import Canvas
import Dataset
import Testing

@testable import Dashboard

/// A user's package laid over another: marked wherever its rows are seen.
@Suite struct OverlayTests {
  private static func world() throws -> World {
    let own: [TableName: String] = [
      .sources: "id,title,publisher,url,published,kind\nmine,A call,Me,,2026-11-20,company",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,confidence,source
      nscale-d,nscale,2026-11-20,Series D,equity,closed,900,USD,900,reported,mine
      """,
    ]
    return World(
      dataset: try SyntheticPackage.dataset(layers: [FrozenPackage.tables, own]),
      today: try day("2026-11-21"))
  }

  @Test func itsRowsAreMarkedAndItsSourcesSayWhereTheyAreFrom() throws {
    let world = try Self.world()
    #expect(world.dataset.problems.map(\.description) == [])
    #expect(world.isLaidOver(.round("nscale-d")))
    #expect(!world.isLaidOver(.round("nscale-c")))
    #expect(world.isLaidOver(.sum(title: "both", [.round("nscale-c"), .round("nscale-d")])))
    var state = State.opened(.company("nscale"), world, size: Size(width: 120, height: 40))
    let rows = state.picture().split(separator: "\n")
    #expect(rows.contains { $0.contains("+ 2026-11-20") })
    #expect(rows.contains { $0.contains("2026-03-09") && !$0.contains("+ 2026-03-09") })
    state.type("s")
    #expect(state.picture().contains("laid over"))
    #expect(sheet(.company("nscale"), world, width: 120).contains("+ 2026-11-20"))
  }

  @Test func onePackageAloneHasNoMarksAndNoRoomForThem() throws {
    let world = World(dataset: try FrozenPackage.dataset(), today: try day("2026-11-21"))
    #expect(RowMarks(world, isPrinted: false) == nil)
  }
}
