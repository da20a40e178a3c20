import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// Capital read for each unit of compute: title, bars, rounds and data follow the key.
@Suite struct CapitalPerComputeScreenTests {
  private func state() throws -> State { State.opened(.capital, try PagesWorld.make()) }

  @Test func theKeyGoesThroughTheUnitsAndTheTitleNamesThem() throws {
    var state = try state()
    for unit in ComputeUnit.allCases {
      state.type("u")
      let picture = state.picture()
      #expect(picture.contains("Capital per \(unit.singular)"), "\(unit)")
      #expect(picture.contains("Raised per firm \(unit.singular), by operator"), "\(unit)")
      #expect(picture.contains("left out:"), "\(unit)")
    }
    state.type("u")
    #expect(!state.picture().contains("by operator"))
  }

  @Test func aBarLeadsToTheRoundsOfItsOperator() throws {
    var state = try state()
    state.type("u")
    let bars = state.place.screen.panes[0]
    #expect(bars.count > 1)
    for row in 1..<bars.count {
      state.press(.down)
      let rounds = state.place.screen.panes[1]
      #expect(rounds.count > 0)
      for round in 0..<rounds.count {
        #expect(rounds.cells(round)[0] == bars.cells(row)[0])
      }
    }
  }

  @Test func anotherGroupingWaitsUntilTheUnitIsLeft() throws {
    var state = try state()
    state.type("u")
    let bars = state.place.screen.panes[0].count
    state.type("b")
    #expect(state.place.screen.panes[0].count == bars)
    #expect(state.picture().contains("by company, while u asks per accelerator"))
  }

  @Test func theDataNamesItsUnit() throws {
    let world = try PagesWorld.make()
    for (unit, columns) in [
      (ComputeUnit.accelerators, ["usd_per_accelerator_least", "usd_per_running_accelerator"]),
      (.h100e, ["h100e_least", "usd_per_h100e_most"]), (.mw, ["mw", "usd_per_mw_least"]),
    ] {
      var settings = Settings()
      settings[CapitalOptions.per] = unit
      let screen = CapitalScreen(page: .capital, world: world, settings: settings)
      let headers = try #require(screen.groups.pane.data?.headers)
      for column in columns { #expect(headers.contains(column), "\(column)") }
      #expect(screen.per?.unit == unit)
    }
  }

  /// Sites of a page follow its unit: a column of its own, and the largest of it first.
  @Test func sitesFollowTheUnitOfTheirPage() throws {
    let dataset = try LiveLedger.dataset()
    let world = World(dataset: dataset, today: dataset.updated)
    let plain = CompanyFacts(try #require(dataset.organisation("nscale")), in: world)
    let fast = CompanyFacts(plain.id, in: world, unit: .h100e)
    func table(_ facts: CompanyFacts) throws -> DataTable {
      let tables = facts.sections(sort: [:]).compactMap(\.pane.data)
      return try #require(tables.first { $0.name == "operated" })
    }
    #expect(try !table(plain).headers.contains("h100e_least"))
    #expect(try table(fast).headers.contains("h100e_least"))
    let ordered = SiteList.ordered(fast.operated, in: .h100e, of: dataset)
    let firm = ordered.filter(\.status.isFirm).map {
      dataset.equivalents(of: $0)?.lowerBound ?? -1
    }
    #expect(firm == firm.sorted(by: >))
    #expect(!ordered.prefix(firm.count).contains { !$0.status.isFirm })
    #expect(Set(ordered.map(\.id)) == Set(plain.operated.map(\.id)))
  }
}
