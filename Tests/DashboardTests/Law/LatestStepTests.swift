import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The page of a state, and the day to which its facts reach.
@Suite struct LatestStepTests {
  private static let tables: [TableName: String] = [
    .enforcement: """
    country,date,step,status,detail,confidence,source
    DE,2026-03-01,bill,proposed,A bill waits to be signed,confirmed,s
    DE,2026-08-01,law,in-force,"\(long)",confirmed,s
    """
  ]
  private static let long =
    "The law holds from this day on, and whoever reads this line on a page of a hundred and twenty cells "
    + "reads it to its very end and to the last word, which is zebra"

  private static func state(_ page: Page, asOf text: String = "2026-11-21") throws -> State {
    let dataset = try Synthetic.dataset(tables)
    return State.opened(
      page, World(dataset: dataset, today: try day("2026-11-21"), day: try day(text)))
  }

  @Test func aStateOpensOnTheStepLastHeardOf() throws {
    let state = try Self.state(.country("DE"))
    #expect(state.picture().contains("The law holds from this day on"))
    #expect(!state.picture().contains("waits to be signed"))
  }

  @Test func whatHappenedIsToldWhole() throws {
    let state = try Self.state(.country("DE"))
    #expect(state.picture().contains("zebra"))
  }

  @Test func theNumberOfStatesWithAllThreeAuthoritiesIsSaid() throws {
    let tables: [TableName: String] = [
      .enforcement: """
      country,date,step,status,detail,confidence,source
      DE,2026-03-01,market-surveillance,designated,x,confirmed,s
      DE,2026-03-01,notifying,designated,x,confirmed,s
      DE,2026-03-01,single-point-of-contact,designated,x,confirmed,s
      FR,2026-03-01,notifying,designated,x,confirmed,s
      """
    ]
    let world = World(dataset: try Synthetic.dataset(tables), today: try day("2026-11-21"))
    let picture = State.opened(.enforcement, world).picture()
    #expect(picture.contains("all three authorities in 1"))
  }

  @Test func aPastDayHasNoReachBehindIt() throws {
    let world = try FrozenLedger.world()
    let reach = try #require(world.dataset.reach(of: .rounds))
    #expect(DayCorner(world, CapitalScreen.self).reachWords != nil)
    let past = world.seen(from: reach.firstDay.adding(days: -30))
    #expect(DayCorner(past, CapitalScreen.self).reachWords == nil)
  }

  @Test func whatIsEnactedForALaterDayIsSaidToBe() throws {
    let world = try FrozenLedger.world()
    let reach = try #require(world.dataset.reach(of: .enforcement))
    let words = try #require(
      DayCorner(world, EnforcementScreen.self).reachWords)
    let hasLater = world.snapshot.enforcement.contains { $0.date.firstDay > reach.lastDay }
    #expect(words.contains("as enacted to") == hasLater)
  }
}
