import Canvas
import Charts
import Dataset
import Insight
import Testing

@testable import Dashboard

/// The evidence of a row follows the row: its sources, what others say of it, and the row it is compared with.
@Suite struct RowEvidenceTests {
  private static func world() throws -> World {
    let dataset = try FrozenPackage.dataset([
      .valuations: """
      company,date,value_m,currency,basis,confidence,note,source
      mistral-ai,2026-04-02,3500,USD,post-money,reported,,press
      mistral-ai,2026-04-02,4530,USD,post-money,estimate,,law
      nscale,2026-08-20,18000,USD,secondary,disputed,Others write half of it.,lead
      """
    ])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  @Test func theSourcesOfAValuationAreItsOwn() throws {
    let world = try Self.world()
    let pane = ValuationsScreen(page: .valuations, world: world, settings: Settings()).panes[0]
    let row = try #require((0..<pane.count).first { pane.text($0).hasPrefix("Nscale") })
    let fact = try #require(pane.fact(row))
    #expect(world.sources(of: fact).map { world.dataset.slug($0) } == ["lead"])
    #expect(world.subject(of: fact) == .organisation("nscale"), "w watches the company")
  }

  @Test func othersSayIsAFigureWhereTheLedgerHasIt() throws {
    let world = try Self.world()
    let pane = ValuationsScreen(page: .valuations, world: world, settings: Settings()).panes[0]
    let rows = (0..<pane.count).map(pane.text)
    let mistral = try #require(rows.first { $0.hasPrefix("Mistral") })
    #expect(mistral.contains("4,530 post money, estimate") || mistral.contains("3,500 post money"))
    let nscale = try #require(rows.first { $0.hasPrefix("Nscale") })
    #expect(nscale.contains("Others write half of it."), "prose stands as prose")
    let state = State.opened(.company("mistral-ai"), world, size: Size(width: 200, height: 60))
    #expect(state.picture().contains("Others say"))
  }

  /// A line that names a company on the page of a round is a line of the round.
  @Test func theSourcesOfAPageAreThoseOfItsFact() throws {
    var state = State.opened(.fact(.round("mistral-c")), try FrozenPackage.world())
    #expect(state.selectedFact == .organisation("mistral-ai"), "Enter still opens the company")
    state.type("s")
    guard case .sources(let sheet) = state.mode else {
      Issue.record("no sources")
      return
    }
    #expect(sheet.fact == .round("mistral-c"))
  }

  @Test func disputedRoundsBringTheirNotes() throws {
    let dataset = try FrozenPackage.dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,confidence,note,source
      a,nscale,2026-01-01,A,equity,closed,100,USD,,disputed,Another paper has 120.,s
      b,nscale,2026-02-01,B,equity,closed,200,USD,,confirmed,Quiet note.,s
      """,
      .investments: "round,investor,role,amount_m,currency,source",
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    var state = State.opened(.capital, world, size: Size(width: 120, height: 40))
    state.type("/confidence:disputed")
    state.press(.enter)
    #expect(state.picture().contains("Another paper has"), "where disputed rounds are asked for")
    let rows = RoundList(world: world, includesAll: true).table(nil, sort: nil)
    let cells = (0..<rows.count).map { rows.pane.text($0) }.joined()
    #expect(cells.contains("Another paper has 120.") && !cells.contains("Quiet note."))
  }

  @Test func aHistoryNamesTheRowItIsComparedWith() throws {
    let text = sheet(.fact(.commitment("narvik")), try FrozenPackage.world(), width: 120)
    #expect(text.contains("before 2026-04-10: accelerators 100,000"))
  }

  @Test func aSignatureCountIsThatOfItsList() throws {
    let world = World(dataset: try FrozenLedger.dataset(), today: try day("2026-11-22"))
    let details = FactDetails(of: .milestone("gpai-code-of-practice"), in: world)
    let told = try #require(details.rows.first { $0.name == "signatures" })
    let signed = details.rows.count { $0.name == "signed" }
    #expect(signed > 0 && told.text.hasPrefix("\(signed) signed in full"))
    let partly = details.rows.count { $0.name == "partly" }
    let refused = details.rows.count { $0.name == "refused" }
    #expect(partly > 0 && told.text.contains(", \(partly) in part"))
    #expect(refused > 0 && told.text.contains(", \(refused) refused"))
    #expect(told.text.hasSuffix(": \(signed + partly + refused) below"))
  }

  /// A figure that another of its day contradicts bears its mark wherever it stands.
  @Test func aContradictedValueIsMarkedInEveryList() throws {
    let dataset = try FrozenPackage.dataset([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,confidence,source
      a,mistral-ai,2026-04-02,A,equity,closed,100,USD,,confirmed,s
      """,
      .investments: "round,investor,role,amount_m,currency,source",
      .valuations: """
      company,date,value_m,currency,basis,confidence,note,source
      mistral-ai,2026-04-02,3500,USD,post-money,reported,,press
      mistral-ai,2026-04-02,4530,USD,post-money,estimate,,law
      """,
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for (page, list) in [
      (Page.valuations, "valued"), (.capital, "rounds"), (.company("mistral-ai"), "rounds"),
      (.company("mistral-ai"), "valuations"), (.layer(.models), "organisations"),
    ] {
      let state = State.opened(page, world, size: Size(width: 200, height: 60))
      let pane = try #require(state.place.screen.panes.first { $0.name == list })
      let text = (0..<pane.count).map(pane.text).joined()
      #expect(text.contains("3,500?") || text.contains("4,530?"), "\(list): \(text)")
    }
  }
}
