import Canvas
import Dataset
import TestSupport
import Testing

@testable import Dashboard

/// An enlarged list shows whole what its columns cut of the selected row.
@Suite struct WholeRowTests {
  private static let texts = (1...40).map {
    "Rule \($0): keep a record of every answer that the machine gave, by whom it was asked and on which day"
  }

  private func planner(_ size: Size) throws -> State {
    let rows = Self.texts.enumerated().map { place, text in
      "annex-iii,\(place + 9),Title \(place + 1),\"\(text)\",m,s"
    }
    let dataset = try Synthetic.dataset([
      .milestones: """
      id,date,title,instrument,scheduled,status,article,confidence,source
      m,2026-01-01,High risk,AI Act,2027-12-02,scheduled,6,confirmed,s
      """,
      .annexes: (["kind,article,title,what,by,source"] + rows).joined(separator: "\n"),
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    var state = State.opened(.planner(PlanRequest(country: "DE")), world, size: size)
    let pane = try #require(state.place.screen.panes.firstIndex { $0.name == "rules" })
    for _ in 0..<pane { state.press(.tab) }
    state.type("F")
    return state
  }

  private static func joined(_ picture: String) -> String {
    picture.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test func theRuleOfTheSelectedRowStandsWhole() throws {
    var state = try planner(Size(width: 120, height: 40))
    for _ in 0..<3 {
      let pane = state.place.screen.panes[state.place.view.focus]
      let row = state.place.view.position(state.place.view.focus).cursor ?? 0
      let text = try #require(pane.bare?(row)[2])
      #expect(text.count > 60, "the text has to be longer than its column")
      #expect(Self.joined(state.picture()).contains(text), "\(state.picture())")
      state.type("jj")
    }
  }

  @Test func aListThatStandsWholeKeepsItsRows() throws {
    var state = try planner(Size(width: 300, height: 60))
    #expect(!state.picture().contains("What it asks:"))
    state.type("j")
    #expect(!state.picture().contains("What it asks:"))
  }

  @Test func aLowWindowKeepsItsRows() throws {
    let state = try planner(Size(width: 100, height: 16))
    #expect(!state.picture().contains("What it asks:"))
  }

  /// The last row is in sight too: the lines below count as no rows of the list.
  @Test func theLastRowComesIntoSight() throws {
    var state = try planner(Size(width: 120, height: 40))
    state.type("G")
    let pane = state.place.screen.panes[state.place.view.focus]
    let title = try #require(pane.bare?(pane.count - 1)[1])
    #expect(state.picture().contains(title.prefix(20)), "\(state.picture())")
  }
}
