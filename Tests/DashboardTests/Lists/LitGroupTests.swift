import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// Bars of groups next to the rows of another pane.
@Suite struct LitGroupTests {
  /// Thirty investors of a round each, the largest first, and a later round that names none.
  private func world() throws -> World {
    let numbers = Array(1...30)
    let funds = numbers.map { "fund-\($0),Fund \($0),fund,capital,US,,,,,s" }
    let rounds = numbers.map { "r\($0),nscale,2025-01-01,Round,equity,closed,\(100 - $0),USD,s" }
    let parts = numbers.map { "r\($0),fund-\($0),lead,,,s" }
    let dataset = try FrozenPackage.dataset([
      .organisations: ([FrozenPackage.tables[.organisations, default: ""]] + funds)
        .joined(separator: "\n"),
      .rounds:
        (["id,company,date,series,instrument,status,amount_m,currency,source"] + rounds
        + ["late,nscale,2026-01-01,Round,equity,closed,1,USD,s"]).joined(separator: "\n"),
      .investments: (["round,investor,role,amount_m,currency,source"] + parts)
        .joined(separator: "\n"),
    ])
    return World(
      dataset: dataset, today: try day("2026-11-21"), day: try day("2026-11-21"))
  }

  @Test func theLargestStayInSightWhateverTheRowSelectedBelow() throws {
    var state = State.opened(
      .capital, try world(), size: Size(width: 120, height: 30))
    state.press(.tab)
    state.type("B")
    let picture = state.screenPicture()
    #expect(picture.contains("By lead, rounds led"))
    #expect(picture.contains("31 rounds") && !picture.contains("no lead named"))
  }

  @Test func theOwnCursorScrolls() throws {
    var state = State.opened(
      .capital, try world(), size: Size(width: 120, height: 30))
    state.type("BG")
    #expect(state.screenPicture().contains("no lead named"))
  }
}
