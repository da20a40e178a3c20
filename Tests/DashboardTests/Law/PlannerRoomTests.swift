import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// The room that a plan gives to what the Act asks.
@Suite struct PlannerRoomTests {
  @Test func whatIsAskedHasMoreRoomThanWhomItIsAskedOf() throws {
    let rule = "Write down what the machine may do and keep it for ten years"
    let dataset = try Synthetic.dataset([
      .milestones: """
      id,date,title,instrument,scheduled,status,article,confidence,source
      m,2026-01-01,High risk,AI Act,2027-12-02,scheduled,6,confirmed,s
      """,
      .annexes: """
      kind,article,title,what,by,source
      annex-iii,9,A system for the management of risks and more,\(rule),m,s
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    var state = State.opened(.planner(PlanRequest(country: "DE")), world)
    let pane = try #require(state.place.screen.panes.firstIndex { $0.name == "rules" })
    for _ in 0..<pane { state.press(.tab) }
    state.type("F")
    #expect(state.picture().contains(String(rule.prefix(45))))
    #expect(state.picture().contains("provider"))
  }
}
