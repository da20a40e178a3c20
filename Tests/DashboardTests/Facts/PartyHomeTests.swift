import Insight
import Testing

@testable import Dashboard

/// The page of a site says where those who run and rent it are at home.
@Suite struct PartyHomeTests {
  @Test func operatorAndCustomerBearTheirHomes() throws {
    let today = try day("2026-11-21")
    let world = World(dataset: try FrozenPackage.dataset(), today: today, day: today)
    let site = try #require(
      world.snapshot.compute.first { $0.operatedBy != nil && $0.customer != nil })
    let details = FactDetails(of: .commitment(world.dataset.slug(site.id)), in: world)
    for (name, party) in [("operator", site.operatedBy), ("customer", site.customer)] {
      let organisation = world.dataset[try #require(party)]
      let home = world.dataset.name(try #require(organisation.country))
      let row = try #require(details.rows.first { $0.name == name })
      #expect(row.text == "\(world.dataset.string(organisation.name)), \(home)")
      #expect(row.fact == .organisation(world.dataset.slug(organisation.id)))
    }
  }
}
