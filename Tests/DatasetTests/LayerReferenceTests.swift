import Dataset
import TestSupport
import Testing

/// A row may belong to a row of a package that is laid over its own.
@Suite struct LayerReferenceTests {
  private let header = "id,company,date,series,instrument,status,amount_m,currency,part_of\n"

  private func dataset() throws -> Dataset {
    try SyntheticPackage.dataset(layers: [
      [
        .organisations: """
        id,name,kind,layer,parent
        acme,Acme,company,models,
        acme-labs,Acme Labs,company,models,holding
        """,
        .rounds: header + "first,acme,2026-01-01,A,equity,closed,10,USD,whole",
      ],
      [
        .organisations: "id,name,kind,layer\nholding,Holding,company,models",
        .rounds: header + "whole,acme,2026-01-01,A,equity,closed,30,USD,",
      ],
    ])
  }

  @Test func referencesIntoALaterPackageAreFollowed() throws {
    let dataset = try dataset()
    #expect(dataset.problems.map(\.shown).isEmpty)
    let labs = try #require(dataset.organisation("acme-labs"))
    #expect(dataset[labs].parent == dataset.organisation("holding"))
    let first = try #require(dataset.rounds.first { dataset.slug($0.id) == "first" })
    #expect(first.partOf == dataset.round("whole"))
  }
}
