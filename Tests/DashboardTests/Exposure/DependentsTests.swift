import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// The questions of a stranger on Exposure, answered from where the stranger stands.
@Suite struct DependentsTests {
  @Test func aCompanyLeadsToWhoDependsOnIt() throws {
    var state = try State.onFrozenLedger(.company("tsmc"))
    #expect(state.picture().contains("a who depends on it"))
    state.type("a")
    #expect(state.place.page == .exposure)
    #expect(state.picture().contains("Exposure to TSMC"))
    #expect(state.place.screen.panes[0].count > 5)
    // As everywhere what is aimed at is left first, then the page.
    state.press(.escape, .escape)
    #expect(state.place.page == .company("tsmc"))
  }

  @Test(arguments: ["who depends on tsmc", "depends on tsmc", "exposure to tsmc"])
  func itIsFoundUnderTheWordsOfTheQuestion(_ words: String) throws {
    var state = try State.onFrozenLedger(.overview)
    state.type(":\(words)")
    state.press(.enter)
    #expect(state.picture().contains("Exposure to TSMC"))
  }

  /// The part that runs of what the maker has promised stands first under the graph.
  @Test func whatRunsOfWhatWasPromisedIsTold() throws {
    let state = try State.onFrozenLedger(.exposure)
    let tally = try #require(
      Compute.totals(of: state.world.snapshot, by: .vendor).groups.first {
        $0.key == state.world.dataset.focus.map { .organisation($0) }
      }?.tally)
    let words =
      "running           \(grouped(tally.running)) of its \(grouped(tally.accelerators)) firm, "
    #expect(state.picture().contains(words))
  }

  private func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    return digits.enumerated().map { place, digit in
      place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
    }.joined()
  }

  @Test func sharesStandBesideTheLawOfTheSites() throws {
    var state = try State.onFrozenLedger(.compute)
    state.set(
      .grouping, to: ComputeOptions.grouping.number(of: .jurisdiction))
    #expect(state.picture().contains("% of all"))
  }
}
