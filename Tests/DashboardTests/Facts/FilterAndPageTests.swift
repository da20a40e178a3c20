import Canvas
import Charts
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// A filter leaves nothing out without a word, and a cursor narrows nothing without a word.
@Suite struct FilterAndPageTests {
  @Test func aWholePageIsWhole() throws {
    var state = State.opened(.country("DE"), try FrozenPackage.world())
    let before = state.place.screen.panes.map(\.count)
    state.type("/country:FR")
    state.press(.enter)
    #expect(state.place.screen.panes.map(\.count) == before)
    #expect(state.picture().contains("this page is whole"))
    #expect(!state.picture().contains("none is named"))
  }

  /// Printed through a filter the lists are filtered, and say what that leaves out.
  @Test func aPrintedPageSaysWhatTheFilterLeavesOut() throws {
    let world = try FrozenPackage.world()
    let filtered = world.through(try Filter("country:FR", in: world.dataset))
    let text = sheet(.country("DE"), filtered, width: 120)
    #expect(text.contains("0 of 4, the filter leaves out 4"), "\(text)")
    #expect(!text.contains("none is named"))
    #expect(!sheet(.country("DE"), world, width: 120).contains("leaves out"))
  }

  @Test(arguments: [(Page.capital, "below: rounds of "), (.compute, "below: sites of ")])
  func aListSaysOfWhomItIs(_ page: Page, _ words: String) throws {
    var state = State.opened(page, try FrozenPackage.world(), size: Size(width: 120, height: 40))
    #expect(!state.picture().contains("below: "))
    state.place.view.focus = 0
    state.press(.down)
    let name = try #require(state.place.screen.panes.first).cells(1)[0]
    #expect(state.picture().contains(words + name), "\(state.picture())")
    #expect(state.place.screen.panes[1].title.hasSuffix(" of \(name)"))
  }

  @Test func aViewWithoutRowsNamesTheKeyToThem() throws {
    var state = State.opened(
      .compute, try FrozenPackage.world(), size: Size(width: 120, height: 40))
    state.type("ff")
    state.type("/country:FR -text:essonne")
    state.press(.enter)
    #expect(!state.picture().contains("f lists"), "nothing passes at all")
    state.type("/")
    state.press(.control("u"))
    state.type("company:julich")
    state.press(.enter)
    #expect(state.picture().contains("f lists the"), "\(state.picture())")
  }

  @Test func aFilterCountSaysWhatIsInTheSums() throws {
    let world = try FrozenPackage.world()
    let words = world.passes.counts(in: world.snapshot).words
    #expect(words.hasPrefix("6 rounds (5 counted), 5 sites (4 firm)"), "\(words)")
  }

  /// A row that only carries the power of a campus is no site more: the count is that of the headline of Compute.
  @Test func aCampusIsNoSiteMore() throws {
    let dataset = try Synthetic.dataset([
      .organisations: """
      id,name,kind,layer,country
      acme,Acme,company,infrastructure,NO
      """,
      .compute: """
      id,operator,date,name,accelerators,mw,status,scope,country,city,confidence,source
      campus,acme,2026-01-01,Narvik campus power,0,230,building,site,NO,Narvik,confirmed,s
      first,acme,2026-01-01,Narvik first tranche,1000,,building,site,NO,Narvik,confirmed,s
      second,acme,2026-01-01,Narvik second tranche,2000,,building,site,NO,Narvik,confirmed,s
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let firm = SitesByState(of: Array(world.snapshot.compute), in: dataset).firm
    let words = world.passes.counts(in: world.snapshot).words
    #expect(words.hasPrefix("3 sites (\(firm.sites) firm)"), "\(words)")
    #expect(firm.sites == 2)
  }

  @Test func whereTheStateIsNotSaidThePlaceIsUnstated() throws {
    let dataset = try FrozenPackage.dataset([
      .countries: """
      code,name,bloc
      EU,European Union,union
      DE,Germany,EU
      """,
      .organisations: """
      id,name,layer,country,kind
      o,Operator,infrastructure,DE,company
      nvidia,NVIDIA,chips,DE,company
      """,
      .compute: """
      id,date,name,scope,operator,country,city,accelerators,chip_vendor,status,confidence,source
      a,2026-01-01,Somewhere,site,o,EU,,1000,nvidia,operational,confirmed,s
      """,
      .rounds: "id,company,date,series,instrument,status,confidence,source",
      .investments: "round,investor,role,amount_m,currency,source",
      .valuations: "company,date,value_m,currency,basis,confidence,note,source",
      .relations: "from,to,kind,date,status,source",
      .authorities: "country,authority,role,date,confidence,source",
      .enforcement: "country,step,date,status,confidence,source",
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for grouping in [ComputeGrouping.country, .jurisdiction] {
      var settings = Settings()
      settings[ComputeOptions.grouping] = grouping
      let screen = ComputeScreen(page: .compute, world: world, settings: settings)
      #expect(screen.panes[0].cells(1)[0] == "place unstated")
      #expect(screen.panes[1].text(0).contains("place unstated"))
    }
  }

  // MARK: Names of files

  @Test func aFileIsNamedForItsView() throws {
    let world = try FrozenPackage.world()
    var state = State.opened(.capital, world)
    #expect(state.exportName() == "moat-capital-2026-11-21")
    state.type("b")
    #expect(state.exportName() == "moat-capital-by-company-2026-11-21")
    #expect(state.exportName(ofPane: 1) == "moat-capital-rounds-2026-11-21")
    #expect(
      State.opened(.company("nscale"), world).exportName() == "moat-company-nscale-2026-11-21")
    var compute = State.opened(.compute, world)
    compute.type("f")
    #expect(compute.exportName().hasPrefix("moat-compute-"))
    #expect(compute.exportName() != "moat-compute-2026-11-21")
  }

  @Test(arguments: ["../../etc", "a/b c", "Ü ber", "....", String(repeating: "long-", count: 40)])
  func aWordOfAFileIsPlain(_ text: String) {
    let word = FileWord.of(text)
    #expect(word.count <= 28)
    #expect(word.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
  }

  // MARK: The overview

  /// A figure that stood still is not unchanged where its doubt moved.
  @Test func unchangedIsSaidOfWhatDidNotMove() throws {
    func change(_ rows: String) throws -> String {
      let dataset = try FrozenPackage.dataset([
        .compute: """
        id,date,name,scope,operator,country,accelerators,chip_vendor,status,confidence,source
        a,2026-01-01,Old,site,julich,DE,1000,nvidia,operational,confirmed,s
        z,2026-11-20,Latest,site,julich,DE,10,nvidia,announced,confirmed,s
        \(rows)
        """
      ])
      let world = World(dataset: dataset, today: try day("2026-11-21"))
      let figures = HeadlineFigures(world, LawReport(world.snapshot))
      return try #require(figures.all.first { $0.title == "Compute, firm" }).change
    }
    #expect(try change("") == "unchanged for 3 months")
    #expect(
      try change("b,2026-11-01,New,site,julich,DE,,nvidia,building,confirmed,s")
        == "0 unsized 3 months ago")
  }
}
