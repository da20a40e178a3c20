import Canvas
import Dataset
import Foundation
import Insight
import Testing

@testable import Dashboard

/// The changes since a day, counted by kind of row: rounds, valuations and sites apart.
@Suite struct ChangesByKindTests {
  private static func screen(_ filter: String = "", since: String = "2026-01-01") throws
    -> ChangesScreen
  {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let passed = world.through(try Filter(filter, in: world.dataset))
    return ChangesScreen(
      page: .changes(since: try day(since)), world: passed, settings: Settings())
  }

  @Test func everyCountFollowsOneRule() throws {
    let screen = try Self.screen()
    let pane = screen.panes[0]
    let lists = screen.list
    #expect(lists.tally.possible > 0, "the ledger has facts dated by a year alone")
    // The title, the kinds and the bars count those that surely fell between the days.
    let byKind = lists.kinds.reduce(0) { $0 + $1.tally.certain }
    let byScreen = lists.groups.dropFirst().reduce(0) { $0 + $1.tally.certain }
    #expect(byKind == lists.tally.certain && byScreen == lists.tally.certain)
    let all = pane.text(0)
    #expect(all.contains("\(lists.tally.possible)"))
    let words = screen.headline.map(\.text).joined()
    #expect(words.contains("\(lists.tally.new) new, \(lists.tally.changed) changed"))
    #expect(lists.groups[0].tally.words.hasSuffix("\(lists.tally.possible) perhaps older"))
  }

  @Test func theLinesCountRoundsValuationsAndSitesApart() throws {
    let screen = try Self.screen()
    let lines = screen.list.kindLines(width: 200).map { $0.map(\.text).joined() }
    for table in [TableName.rounds, .valuations, .compute] {
      let tally = try #require(screen.list.kinds.first { $0.table == table }).tally
      #expect(lines[0].contains(table.counted(tally.new)), "\(lines[0])")
    }
    #expect(lines.last?.contains("perhaps older") == true)
    for width in [40, 71, 111] {
      for line in screen.list.kindLines(width: width) {
        #expect(line.reduce(0) { $0 + TextWidth.of($1.text) } <= width + 1)
      }
    }
  }

  /// A word that the column of kinds prints is a value of the field of that name.
  @Test func aPrintedKindFilters() throws {
    let all = try Self.screen()
    #expect(all.list.kinds.count > 6)
    for kind in all.list.kinds {
      let filtered = try Self.screen("kind:\(kind.table.noun)")
      #expect(filtered.list.kinds.map(\.table) == [kind.table])
      #expect(filtered.list.tally.certain == kind.tally.certain)
      #expect(filtered.list.tally.possible == kind.tally.possible)
    }
  }

  @Test func programsReadTheSameCounts() throws {
    let screen = try Self.screen()
    let text = try json(screen.record.json)
    let read = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let kinds = try #require(read?["by_kind"] as? [[String: Any]])
    #expect(kinds.count == screen.list.kinds.count)
    let rounds = try #require(kinds.first { $0["kind"] as? String == "round" })
    let tally = try #require(screen.list.kinds.first { $0.table == .rounds }).tally
    #expect(rounds["certain_new"] as? Int == tally.new)
    #expect(rounds["without_known_day"] as? Int == tally.possible)
  }

  @Test(arguments: ["changed since 2026", "what has changed since 1 January", "rounds valuations"])
  func thePaletteLeadsThere(_ words: String) throws {
    var state = State.opened(.overview, try FrozenPackage.world())
    state.type(":\(words)")
    state.press(.enter)
    #expect(state.place.page == .changes(since: try day("2025-12-31")))
    #expect(state.world.day == (try day("2026-11-21")), "the day shown stays")
  }
}
