import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The rounds that name no investor or no lead, where sums go by those.
@Suite struct NamelessRoundsTests {
  private static func state() throws -> State {
    let dataset = try Synthetic.dataset([
      .organisations: """
      id,name,layer,country,kind
      a,Alpha,models,FR,company
      f,Fund,capital,US,fund
      """,
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,confidence,source
      r,a,2026-02-01,A,equity,closed,100,USD,100,confirmed,s
      q,a,2026-03-01,B,equity,closed,300,USD,300,confirmed,s
      """,
      .investments: "round,investor,role,source\nr,f,participant,s",
    ])
    return State.opened(.capital, World(dataset: dataset, today: try day("2026-11-21")))
  }

  @Test func theTitleSaysHowMuchNamesNoInvestor() throws {
    var state = try Self.state()
    #expect(!state.picture().contains("name no"))
    state.type(":investors: who funds")
    state.press(.enter)
    #expect(state.picture().contains("1 of 2 ($300 m) name no investor"))
  }

  @Test func theTitleSaysHowManyNameNoLead() throws {
    var state = try Self.state()
    state.type("B")
    #expect(state.picture().contains("2 of 2 ($400 m) name no lead"))
  }
}
