import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct InvestorScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.investor("nvidia"), try PagesWorld.make(), size: size)
    Golden.expect(state.screenPicture(), "investor-\(size.name)")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(
      sheet(.investor("big-fund"), try PagesWorld.make(), width: 100), "investor-printed")
  }

  @Test func fitsAnywhere() throws {
    let world = try PagesWorld.make()
    expectToFitAnywhere(.investor("nvidia"), world)
    expectToFitAnywhere(.investor("julich"), world)
    expectToFitAnywhere(.investor("nobody"), world)
  }

  @Test func enterOnAnInvestorOpensItsPage() throws {
    let world = try PagesWorld.make()
    #expect(world.page(of: .organisation("big-fund")) == .investor("big-fund"))
    #expect(world.page(of: .organisation("nvidia")) == .company("nvidia"), "it makes chips too")
    var state = State.opened(.company("nvidia"), world)
    state.press(.character("I"))
    #expect(state.place.page == .investor("nvidia"))
    #expect(state.places.count == 1)
    state.press(.enter)
    #expect(state.place.page == .company("nscale"), "the largest company of the portfolio")
    state.press(.escape, .character("I"))
    #expect(state.place.page == .company("nvidia"))
    state = State.opened(.company("nscale"), world)
    state.press(.character("I"))
    #expect(state.place.page == .company("nscale"))
    #expect(state.picture().contains("no round it took part in"))
  }

  @Test func thePaletteFindsInvestors() throws {
    var state = State.opened(.overview, try PagesWorld.make())
    state.press(.character(":"))
    state.type("big fund")
    #expect(state.picture().contains("investor"))
  }

  /// The rounds listed are those counted and those apart from them, each said.
  @Test func theTwoCountsOfItsRoundsAgree() throws {
    let rounds = """
      id,company,date,series,instrument,status,amount_m,currency,confidence,source
      a,nscale,2025-05,A,equity,closed,2,USD,confirmed,s
      b,nscale,2026-05-03,B,equity,announced,3,USD,confirmed,s
      c,aleph,2026-06-01,Purchase,acquisition,closed,4,USD,confirmed,s
      d,fjord,2026-02-01,D,equity,closed,1,USD,confirmed,s
      """
    let parts = "round,investor,role,source\na,nvidia,lead,s\nb,nvidia,lead,s\nc,nvidia,lead,s"
    let dataset = try FrozenPackage.dataset([.rounds: rounds, .investments: parts])
    let state = State.opened(
      .investor("nvidia"), World(dataset: dataset, today: try day("2026-11-21")))
    #expect(
      state.picture().contains(
        "took part in 1 of 2 rounds counted (50 %), not counted: 1 acquisition, 1 announced"))
    #expect(
      state.picture().contains("Rounds it was in · 3: 1 counted, 1 acquisition, 1 announced"))
  }

  @Test func itSaysWhichWayItCounts() throws {
    let world = try PagesWorld.make()
    var state = State.opened(.investor("nvidia"), world)
    #expect(state.picture().contains("with 1 more of its group"))
    state.press(.character("z"))
    #expect(!state.picture().contains("of its group"))
  }
}
