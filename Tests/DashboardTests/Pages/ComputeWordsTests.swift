import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The words of the compute pages for sites without a size, and for those that were withdrawn.
@Suite struct ComputeWordsTests {
  private static func world() throws -> World {
    let compute = """
      id,date,name,scope,operator,customer,country,city,accelerators,chip_vendor,chip,status,confidence,source
      stargate,2025-07-31,Stargate,site,nscale,microsoft,NO,Narvik,48000,nvidia,GB300,announced,reported,s
      stargate,2026-04-10,Stargate,site,nscale,microsoft,NO,Narvik,,nvidia,,cancelled,reported,s
      park,2026-04-09,Cobalt Park,site,nscale,,GB,Loughton,8000,nvidia,,paused,reported,s
      next,2026-04-09,Next,site,nscale,,GB,Loughton,5000,nvidia,,announced,reported,s
      hall,2026-04-09,Hall,site,nscale,,GB,Loughton,2000,nvidia,,building,reported,s
      essonne,2026-02-01,Essonne,site,mistral-ai,,FR,Bruyères,,nvidia,GB200,operational,confirmed,s
      """
    let dataset = try FrozenPackage.dataset([
      .compute: compute,
      .places: """
      city,country,latitude,longitude,source
      Narvik,NO,68.438,17.427,s
      Loughton,GB,51.65,0.07,s
      Bruyères,FR,48.592,2.189,s
      """,
    ])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  private static func printed(_ page: Page, where filter: String, keys: String = "") throws
    -> String
  {
    var state = State.opened(page, try world(), size: Size(width: 120, height: 40))
    state.type("/\(filter)")
    state.press(.enter)
    state.type(keys)
    return state.screenPicture()
  }

  @Test func whatRunsAndHasNoSizeIsNotNothing() throws {
    let some = try Self.printed(.compute, where: "country:FR,GB")
    #expect(some.contains("2,000 accelerators, 1 running site of unknown size"))
    let only = try Self.printed(.compute, where: "country:FR")
    #expect(only.contains("1 site of unknown size, 1 running"))
    let none = try Self.printed(.compute, where: "country:GB")
    #expect(none.contains("2,000 accelerators, none running"))
    for picture in [some, only, none] { #expect(!picture.contains(" 0 running")) }
    let overview = try Self.printed(.overview, where: "country:FR,GB")
    #expect(overview.contains("1 of unknown size") && !overview.contains("0 running"))
    var company = State.opened(.company("mistral-ai"), try Self.world())
    company.press(.home)
    #expect(company.picture().contains("operates 1 site of unknown size, 1 running"))
  }

  @Test func theTownOfAnUnsizedSiteSaysSo() throws {
    let map = try Self.printed(.map, where: "country:FR")
    #expect(map.contains("firm: unknown size, 1 site, 1 running"))
  }

  @Test func withdrawnSitesAreShownWithTheirLastSize() throws {
    let picture = try Self.printed(.compute, where: "status:cancelled,paused")
    #expect(picture.contains("paused or cancelled · 56,000 accelerators as last said, 2 sites"))
    #expect(picture.contains("Nscale") && picture.contains("(56.0)"))
    #expect(picture.contains("(48,000)"), "what an earlier row said stands in brackets")
    #expect(!picture.contains(" 0.0"))
  }

  @Test func announcedSitesAloneAreCalledAnnounced() throws {
    let picture = try Self.printed(.compute, where: "status:announced")
    #expect(picture.contains("Compute, announced · 5,000 accelerators, 1 site"))
    #expect(!picture.contains(" 0.0"))
  }

  @Test func theFunnelTellsWhatWasWithdrawn() throws {
    let picture = try Self.printed(.compute, where: "layer:infrastructure", keys: "f")
    #expect(picture.contains("of which 56 k withdrawn"))
    let cancelled = try #require(
      picture.split(separator: "\n").first { $0.contains(" cancelled  ") })
    #expect(cancelled.contains("48.0") && cancelled.contains("48 k from an earlier row"))
  }

  /// Counted sites stand before announced sites, and these before withdrawn sites.
  @Test func firmSitesAreListedFirst() throws {
    let screen = ComputeScreen(page: .compute, world: try Self.world(), settings: Settings())
    let facts = (0..<screen.panes[1].count).compactMap { screen.panes[1].fact($0) }
    #expect(
      facts == ["hall", "essonne", "next", "stargate", "park"].map { .commitment($0) },
      "2,000 and an unknown number firm, 5,000 announced, 48,000 and 8,000 withdrawn")
  }

  private func legend(_ world: World, showsAnnounced: Bool) -> String {
    SitePlaces(world: world, showsAnnounced: showsAnnounced)
      .legend(after: Span(""), within: 200, lines: 1).joined().map(\.text).joined()
  }

  @Test func theMapTellsFirmFromAnnounced() throws {
    let world = try Self.world()
    let both = legend(world, showsAnnounced: true)
    #expect(both.contains("N NVIDIA ●2 k ○5 k"))
    let firm = legend(world, showsAnnounced: false)
    #expect(firm.contains("N NVIDIA ●2 k") && !firm.contains("5 k"))
  }
}
