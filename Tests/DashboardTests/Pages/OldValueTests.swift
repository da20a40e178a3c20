import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// A value of years ago, and the country of a company, are said to be what they are.
@Suite struct OldValueTests {
  private static func world() throws -> World {
    let dataset = try Synthetic.dataset([
      .organisations: """
      id,name,layer,country,kind
      a,Alpha,models,FR,company
      b,Beta,models,DE,company
      """,
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,confidence,source
      r,a,2023-09-13,A,equity,closed,100,USD,100,6400,USD,confirmed,s
      q,b,2026-02-01,A,equity,closed,100,USD,100,2000,USD,confirmed,s
      """,
    ])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  @Test func aValueOfYearsAgoIsSaidToBeOld() throws {
    let picture = State.opened(.valuations, try Self.world()).picture()
    #expect(picture.contains("2023-09-13 old"))
    #expect(!picture.contains("2026-02-01 old"))
  }

  @Test func theCountryIsThatOfTheCompany() throws {
    var state = State.opened(.capital, try Self.world())
    state.type("bb")
    #expect(state.picture().contains("By country, the home of the company"))
  }
}
