import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The option that lets announced purchases count, where it is said and what it changes.
@Suite struct PurchaseOptionTests {
  @Test func theTitleSaysItWhileItIsOn() throws {
    for page in [Page.exposure, .company("nscale")] {
      var state = try State.onFrozenLedger(page)
      #expect(!state.picture().contains("purchases counted"))
      state.type("b")
      #expect(state.picture().contains("purchases counted"))
      state.press(.escape)
      #expect(!state.picture().contains("purchases counted"))
    }
  }

  @Test func theBoughtStandsWithItsBuyer() throws {
    var state = try State.onFrozenLedger(.exposure)
    state.type("E")
    func listed(_ state: State) -> Set<String> {
      let pane = state.place.screen.panes[0]
      return Set((0..<pane.count).map { pane.cells($0)[0] })
    }
    let before = listed(state)
    state.type("b")
    let gone = before.subtracting(listed(state))
    let dataset = state.world.dataset
    let bought = Set(
      AnnouncedPurchase.all(in: state.world.snapshot).map { dataset.name($0.bought) })
    #expect(!gone.isEmpty && gone.isSubset(of: bought))
  }

  @Test func aCompanyBoughtByTheTargetDependsOnItWholly() throws {
    let dataset = try FrozenPackage.dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,confidence,source
      sale,aleph,2026-05-03,Acquisition,acquisition,announced,9000,USD,confirmed,s
      """,
      .investments: "round,investor,role,source\nsale,nvidia,lead,s",
      .relations: "from,to,kind,date,status,source\nnvidia,aleph,owns,2026-05-03,announced,s",
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let id = try #require(dataset.organisation("aleph"))
    func share(_ purchases: Announced) -> ClosedRange<Double>? {
      CompanyFacts(id, in: world, purchases: purchases).bars.first?.known(of: id)
    }
    #expect(share(.counted) == 1...1)
    #expect(share(.beside) == nil)
    var state = State.opened(
      .company("aleph"), world, size: Size(width: 160, height: 40))
    #expect(state.picture().contains("not closed"))
    state.type("b")
    #expect(state.picture().contains("counted as closed"))
  }
}
