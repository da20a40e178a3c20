import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// Two sources, two figures: both are told, and which figure counts.
@Suite struct DisputedFigureTests {
  private static func world() throws -> World {
    let dataset = try FrozenPackage.dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,confidence,note,source
      aleph-b,aleph,2026-05-01,Series B,equity,closed,500,USD,,4000,USD,reported,,s
      aleph-c,aleph,2026-06-01,Series C,equity,closed,70,USD,,,,disputed,Others had 55m,s
      """,
      .investments: "round,investor,role,source",
      .valuations: """
      company,date,value_m,currency,basis,confidence,source
      aleph,2026-05-01,3500,USD,post-money,disputed,press
      aleph,2026-05-01,4200,USD,post-money,confirmed,s
      """,
    ])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  @Test func aDisputedAmountBearsAQuestionMark() throws {
    let world = try Self.world()
    let table = RoundList.table(world.snapshot.rounds, in: world)
    let rows = (0..<table.count).map(table.pane.text)
    #expect(rows.first { $0.contains("Series C") }?.contains("\t70?\t") == true)
    #expect(rows.first { $0.contains("Series B") }?.contains("\t500\t") == true)
  }

  @Test func theCompanySaysWhichValueIsTaken() throws {
    let text = sheet(.company("aleph"), try Self.world(), width: 140)
    #expect(
      text.contains(
        "worth $4.2 bn May 26 (confirmed, used; $4 bn reported, $3.5 bn disputed)"))
    let rows = text.split(separator: "\n").filter { $0.contains("post money") }
    #expect(rows.count == 3)
    #expect(rows.count { $0.contains("not used") } == 2)
  }
}
