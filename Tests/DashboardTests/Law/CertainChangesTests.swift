import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// What is certain to be new is told before what may be.
@Suite struct CertainChangesTests {
  @Test func factsOfTheYearAreNotCountedAsNew() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer\nacme,Acme,company,models",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      exact,acme,2026-10-01,A,equity,closed,100,USD,100
      vague,acme,2026,B,equity,closed,100,USD,100
      other,acme,2026,C,equity,closed,100,USD,100
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let picture = State.opened(.changes(since: try day("2026-09-01")), world).picture()
    #expect(picture.contains("1 new, 0 changed"))
    #expect(picture.contains("2 more perhaps"))
  }
}
