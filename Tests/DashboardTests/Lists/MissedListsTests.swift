import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

/// Lists that people looked for and did not find, each a column or a row away now.
@Suite struct MissedListsTests {
  private static func table(
    _ page: Page, _ name: String, _ settings: Settings = Settings()
  ) throws -> [[String]] {
    let sheet = Sheet(page: page, world: try FrozenLedger.world(), settings: settings)
    let data = try #require(sheet.table(name))
    return DataWriter(data).csv().split { $0.isNewline }.map { cells(String($0)) }
  }

  /// The cells of a line of CSV; a comma inside quotes parts none.
  private static func cells(_ line: String) -> [String] {
    var (cells, isQuoted) = ([""], false)
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func column(_ table: [[String]], _ name: String) throws -> [String] {
    let place = try #require(table.first?.firstIndex { $0 == name }, "\(name)")
    return table.dropFirst().map { $0.count > place ? $0[place] : "" }
  }

  @Test func theMostValuedStandsFirstWithBasisAndConfidence() throws {
    let table = try Self.table(.valuations, "valued")
    let values = try Self.column(table, "usd_m").compactMap(Double.init)
    #expect(values.count > 20 && values == values.sorted(by: >))
    #expect(try Self.column(table, "basis").contains("post money"))
    #expect(try Self.column(table, "confidence").contains("reported"))
  }

  @Test func roundsNameTheirLayer() throws {
    let layers = try Self.column(try Self.table(.capital, "rounds"), "layer")
    #expect(Set(layers).isSubset(of: Set(Layer.allCases.map(\.word))) && layers.count > 100)
  }

  @Test func leadsAreListedByRounds() throws {
    var settings = Settings()
    settings[CapitalOptions.grouping] = .lead
    let table = try Self.table(.capital, "groups", settings)
    let named = try zip(Self.column(table, "key"), Self.column(table, "rounds"))
      .filter { $0.0 != "unknown" }.compactMap { Int($0.1) }
    #expect(named == named.sorted(by: >) && named[0] > 3)
    #expect(try Self.column(table, "key").last == "unknown", "nobody is no investor")
    var state = State.opened(.capital, try FrozenLedger.world(), size: Size(width: 120, height: 40))
    state.set(.grouping, to: CapitalOptions.grouping.number(of: .lead))
    #expect(state.picture().contains("By lead, rounds led"))
  }

  @Test func circlesTellWhenTheMoneyAndWhenTheChipsCame() throws {
    var settings = Settings()
    settings[ExposureChoices.view] = .money
    let table = try Self.table(.exposure, "circles", settings)
    let (money, chips) = (
      try Self.column(table, "money_since"), try Self.column(table, "chips_since")
    )
    #expect(money.count > 3 && !money.contains("") && !chips.contains(""))
    #expect(money != chips)
    let sizes = table.dropFirst().map { $0[0].split(separator: ";").count }
    #expect(sizes == sizes.sorted(), "direct ones first")
    var state = State.opened(
      .exposure, try FrozenLedger.world(), size: Size(width: 120, height: 40))
    state.type("$")
    #expect(state.picture().contains("Money since") && state.picture().contains("Chips since"))
  }

  @Test func authoritiesAndPenaltiesAreLateApart() throws {
    let report = EnforcementReport(try FrozenLedger.world().snapshot)
    for state in report.members {
      let (both, one, other) = (
        state.daysLate, state.daysLate(.authorities), state.daysLate(.penalties)
      )
      #expect(both == [one, other].compactMap(\.self).max() || one == nil || other == nil)
    }
    #expect(
      report.members.contains { $0.daysLate(.authorities) == 0 && $0.daysLate(.penalties) ?? 0 > 0 }
    )
    let picture = State.opened(
      .enforcement, try FrozenLedger.world(), size: Size(width: 80, height: 24)
    )
    .picture()
    #expect(picture.contains("Art. 70") && picture.contains("Art. 99"))
  }

  @Test func aStateNamesTheStepThatGainedItItsAuthority() throws {
    let report = EnforcementReport(try FrozenLedger.world().snapshot)
    #expect(!report.full.isEmpty)
    for state in report.full {
      let since = try #require(state.fullSince)
      #expect(!state.gainedBy.isEmpty)
      for step in state.gainedBy { #expect(state[step].heldSince?.lastDay == since) }
    }
    #expect(report.members.filter { !$0.isFull }.allSatisfy { $0.gainedBy.isEmpty })
    let table = try Self.table(.enforcement, "states")
    #expect(try Self.column(table, "gained_by").contains { !$0.isEmpty })
  }

  @Test func theActThatMovedADateIsNamed() throws {
    let table = try Self.table(.timeline, "next")
    let (moved, slips) = (
      try Self.column(table, "moved_by"), try Self.column(table, "slip_days")
    )
    #expect(zip(moved, slips).allSatisfy { $0.0.isEmpty == $0.1.isEmpty })
    #expect(moved.contains { !$0.isEmpty })
  }

  @Test func whatIsLateStandsBeforeWhatIsNext() throws {
    let world = try FrozenLedger.world()
    let law = LawReport(world.snapshot)
    #expect(!law.overdue.isEmpty)
    let table = try Self.table(.timeline, "next")
    let late = law.overdue.map { world.dataset.slug($0.id) }
    #expect(try Self.column(table, "id").prefix(late.count).elementsEqual(late))
  }

  @Test func operatorsNameTheirLargestTenant() throws {
    var settings = Settings()
    settings[ExposureChoices.view] = .capacity
    let table = try Self.table(.exposure, "operators", settings)
    let tenants = try Self.column(table, "largest_tenant")
    let place = try #require(try Self.column(table, "operator").firstIndex(of: "nscale"))
    #expect(tenants[place] == "microsoft")
    let share = try #require(Double(try Self.column(table, "tenant_share")[place]))
    #expect(share > 0.9 && share <= 1)
  }
}
