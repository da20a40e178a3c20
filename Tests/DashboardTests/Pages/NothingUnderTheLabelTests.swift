import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A question that a filter or a package cannot answer is left out, never answered with something else.
@Suite("What cannot be answered")
struct NothingUnderTheLabelTests {
  private static func dataset(vendor: String = "", organisations more: String = "") throws
    -> Dataset
  {
    try SyntheticPackage.dataset([
      .organisations: "id,name,kind,layer,country\naaa,Aaa Robots,company,applications,NO\n"
        + "acme,Acme,company,infrastructure,FR\nmaker,Maker,company,chips,FR\n" + more,
      .rounds: "id,company,date,series,instrument,status,amount_m,currency\n"
        + "r,acme,2025-01-01,Seed,equity,closed,5,USD\n",
      .compute: "id,date,name,scope,operator,country,accelerators,chip_vendor,status\n"
        + "c,2025-01-01,Site,site,acme,FR,100,\(vendor),operational\n",
    ])
  }

  @Test(arguments: [
    "company:gone", "-company:gone", "country:FR company:gone", "layer:models company:gone",
  ])
  func aFilterThatFailsLetsNothingThrough(_ text: String) throws {
    let dataset = try Self.dataset()
    let today = try day("2026-11-21")
    let world = World(dataset: dataset, today: today, filter: try Filter(text))
    for world in [world, world.seen(from: try day("2026-01-01")), world.watching(Watchlist())] {
      #expect(world.filter.text == text)
      #expect(dataset.rounds.allSatisfy { !world.passes.matches($0) })
      #expect(dataset.compute.allSatisfy { !world.passes.matches($0) })
      #expect(world.problems.contains { $0.message.contains("nothing is shown") })
    }
    #expect(sheet(.capital, world, width: 100).contains("$0 m in 0 rounds"))
  }

  @Test func whereItIsDroppedItsLabelGoesToo() throws {
    let today = try day("2026-11-21")
    let before = try Self.dataset(organisations: "gone,Gone,company,models,FR\n")
    let world = World(dataset: before, today: today, filter: try Filter("company:gone"))
    let after = world.over(try Self.dataset())
    #expect(after.filter.isEmpty)
    #expect(after.dataset.rounds.allSatisfy { after.passes.matches($0) })
    #expect(after.problems.contains { $0.message.contains("everything is shown without it") })
  }

  @Test func withoutTheUsualFocusTheLargestMakerIsMeant() throws {
    let dataset = try Self.dataset(vendor: "maker")
    let today = try day("2026-11-21")
    #expect(dataset.focus == nil)
    #expect(Compute.usualMaker(in: dataset.asOf(today)) == dataset.organisation("maker"))
    let world = World(dataset: dataset, today: today)
    for page in [Page.overview, .company("acme"), .compute] {
      let text = sheet(page, world, width: 120)
      #expect(!text.contains("NVIDIA"))
      #expect(!text.contains("Chips Aaa"))
    }
  }

  @Test func withoutAnyMakerTheFigureIsLeftOut() throws {
    let world = World(dataset: try Self.dataset(), today: try day("2026-11-21"))
    #expect(Compute.usualMaker(in: world.snapshot) == nil)
    for page in [Page.overview, .company("acme"), .compute] {
      let text = sheet(page, world, width: 120)
      #expect(!text.contains("NVIDIA") && !text.contains("Aaa Robots"), "\(text)")
    }
  }

  @Test func theFigureBearsTheNameOfWhoIsMeasured() throws {
    let dataset = try SyntheticPackage.dataset(
      [
        .organisations: "id,name,kind,layer,country\nacme,Acme,company,infrastructure,FR\n"
          + "other,Otherchip,company,chips,FR\n",
        .compute: "id,date,name,scope,operator,country,accelerators,chip_vendor,status\n"
          + "c,2025-01-01,Site,site,acme,FR,100,other,operational\n",
      ], focus: ["other"])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for page in [Page.overview, .company("acme"), .compute] {
      let text = sheet(page, world, width: 120)
      #expect(text.contains("Otherchip") && !text.contains("NVIDIA"), "\(text)")
    }
  }
}
