import Canvas
import Charts
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The sums by investor count whole rounds; the own part stands next to them.
@Suite struct OwnPartTests {
  private static func dataset() throws -> Dataset {
    try FrozenPackage.dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,part_of,confidence,note,source
      a,nscale,2026-02-01,Facility,debt,closed,1000,USD,,,,,confirmed,,s
      b,fjord,2026-03-01,Loan,debt,closed,500,USD,,,,,confirmed,,s
      c,nscale,2026-04-01,Series D,equity,closed,300,USD,,,,,confirmed,,s
      """,
      .investments: """
      round,investor,role,amount_m,currency,source
      a,big-fund,lead,250,USD,s
      a,asml,participant,,,s
      b,big-fund,participant,,,s
      c,asml,lead,,,s
      """,
    ])
  }

  private static func screen(_ filter: String = "") throws -> CapitalScreen {
    let world = World(dataset: try dataset(), today: try day("2026-11-21"))
    var settings = Settings()
    settings[CapitalOptions.grouping] = .investor
    return CapitalScreen(
      page: .capital, world: world.through(try Filter(filter, in: world.dataset)),
      settings: settings)
  }

  @Test func knowsTheOwnPartWhereItWasPublished() throws {
    let dataset = try Self.dataset()
    let snapshot = dataset.asOf(try day("2026-11-21"))
    let parts = OwnParts(snapshot, folding: .none)
    let (fund, asml) = (
      try #require(dataset.organisation("big-fund")), try #require(dataset.organisation("asml"))
    )
    let rounds = snapshot.rounds.map(\.id)
    let own = parts.sum(fund, in: rounds.filter { dataset.slug($0) != "c" })
    #expect(own.known == 1 && own.unknown == 1 && own.alone == 1)
    #expect(own.usdMillions == 250)
    #expect(parts.usdMillions(asml, in: rounds[0]) == nil)
    #expect(parts.isAlone(in: rounds[2]) && !parts.isAlone(in: rounds[0]))
  }

  @Test func theViewSaysThatRoundsCountWhole() throws {
    var state = State.opened(
      .capital, World(dataset: try Self.dataset(), today: try day("2026-11-21")))
    state.type("bbbbbb")
    #expect(state.picture().contains("By investor, rounds taken part in, counted whole"))
    #expect(state.picture().contains("own part $250 m in 1 of 2"))
    #expect(state.picture().contains("own part not published"))
  }

  @Test func theRoundsOfAnInvestorHaveItsOwnPart() throws {
    let screen = try Self.screen("form:debt")
    var view = ViewState()
    view.positions = [ListPosition(cursor: 1), ListPosition(cursor: 0)]
    let fund = try #require(screen.following(view))
    let rows = (0..<fund.panes[1].count).map(fund.panes[1].text)
    #expect(rows.count == 2)
    #expect(rows.contains { $0.contains("\t250\t") }, "\(rows)")
    #expect(rows.contains { $0.contains("named alone") }, "\(rows)")
    #expect(!screen.panes[1].text(0).contains("named alone"), "no column without an investor")
  }

  @Test(arguments: [
    ("lender", CapitalGrouping.investor), ("lent", .investor), ("loans", .investor),
    ("debt", .investor), ("borrowed", .investor), ("borrowers", .company),
  ])
  func thePaletteLeadsToLenders(_ word: String, _ grouping: CapitalGrouping) throws {
    var state = State.opened(.overview, try FrozenPackage.world())
    state.type(":\(word)")
    state.press(.enter)
    #expect(state.place.page == .capital)
    #expect(state.world.filter.text == "form:debt")
    #expect((state.place.screen as? CapitalScreen)?.totals.grouping == grouping)
    #expect(state.place.view.focus == 0, "the groups are what was asked for")
  }
}
