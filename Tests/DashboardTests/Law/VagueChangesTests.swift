import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// A fact without a known day is not said to be new.
@Suite struct VagueChangesTests {
  @Test func aFactOfTheYearIsNotNew() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\nacme,Acme,company,models",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      exact,acme,2026-10-01,A,equity,closed,100,USD,100
      vague,acme,2026,B,equity,closed,100,USD,100
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let page = Page.changes(since: try day("2026-09-01"))
    let table = try #require(Sheet(page: page, world: world).table("changes"))
    let known = try #require(table.headers.firstIndex(of: "day_known"))
    #expect((0..<table.count).map { table.row($0)[known] } == [.flag(true), .flag(false)])
    let lines = sheet(page, world, width: 140).split(separator: "\n")
    #expect(lines.contains { $0.contains("2026-10-01") && $0.contains(" new ") })
    #expect(lines.contains { $0.contains("Acme B") && $0.contains("perhaps older") })
    let vague = lines.compactMap { $0.split(separator: "Acme B", maxSplits: 1).dropFirst().first }
    #expect(!vague.isEmpty && !vague.contains { $0.contains(" new ") })
    // The title tells first what is certain.
    let picture = State.opened(page, world).picture()
    #expect(picture.contains("1 new, 0 changed"))
    #expect(picture.contains("1 more perhaps"))
  }
}
