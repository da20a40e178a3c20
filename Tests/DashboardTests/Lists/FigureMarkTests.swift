import Canvas
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The marks of figures are the same wherever a figure stands.
@Suite struct FigureMarkTests {
  private static func world() throws -> World {
    let dataset = try Synthetic.dataset([
      .organisations: """
      id,name,layer,country,kind
      a,Alpha,models,FR,company
      b,Beta,models,FR,company
      c,Gamma,models,FR,company
      """,
      .exchangeRates: "date,USD,source\n2026-01-02,1.5,s",
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,confidence,source
      r,a,2026-02-01,A,equity,closed,100,USD,100,6400,USD,disputed,s
      q,b,2026-02-01,A,equity,closed,100,EUR,,2000,EUR,confirmed,s
      p,c,2026-02-01,A,equity,closed,100,USD,100,,,confirmed,s
      """,
      .valuations: """
      company,date,value_m,currency,basis,confidence,source
      c,2026-02-01,4530,USD,post-money,confirmed,s
      """,
    ])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  private static func valued(_ page: Page, _ list: String, _ column: String) throws -> [String] {
    let state = State.opened(page, try world(), size: Size(width: 200, height: 60))
    let pane = try #require(state.place.screen.panes.first { $0.name == list })
    let place = try #require(pane.columns.firstIndex { $0.hasPrefix(column) })
    return (0..<pane.count).map { pane.cells($0)[place] }
  }

  @Test func aDisputedValueBearsItsMarkInEveryList() throws {
    #expect(try Self.valued(.valuations, "valued", "Value").contains("6,400?"))
    #expect(try Self.valued(.capital, "rounds", "Valued").contains("6,400?"))
    #expect(try Self.valued(.company("a"), "valuations", "Value") == ["6,400?"])
    #expect(try Self.valued(.layer(.models), "organisations", "Valued").contains("6,400?"))
  }

  @Test func aConvertedValueBearsItsMarkInEveryList() throws {
    #expect(try Self.valued(.valuations, "valued", "Value").contains("~3,000"))
    #expect(try Self.valued(.capital, "rounds", "Valued").contains("~3,000"))
    #expect(try Self.valued(.company("b"), "valuations", "Value") == ["~3,000"])
    #expect(try Self.valued(.layer(.models), "organisations", "Valued").contains("~3,000"))
  }

  @Test func aValueToldApartStandsWithItsRound() throws {
    #expect(try Self.valued(.company("c"), "rounds", "Valued") == ["4,530"])
  }
}
