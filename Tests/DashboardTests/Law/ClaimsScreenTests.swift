import Canvas
import Dataset
import Insight
import Testing

@testable import Dashboard

@Suite struct ClaimsScreenTests {
  @Test(arguments: screenSizes)
  func looksAsKept(_ size: Size) throws {
    let state = State.opened(.claims, try FrozenPackage.world(), size: size)
    Golden.expect(state.screenPicture(), "claims-\(size.name)")
  }

  @Test func looksAsKeptInASCII() throws {
    let state = State.opened(.claims, try FrozenPackage.world(), size: Size(width: 80, height: 24))
    Golden.expect(state.screenPicture(ascii: true), "claims-80x24-ascii")
  }

  @Test func looksAsKeptPrinted() throws {
    Golden.expect(sheet(.claims, try FrozenPackage.world(), width: 100), "claims-printed")
  }

  /// On the curated data, where the figures mean something.
  @Test func headlineCountsTheCuratedClaims() throws {
    let dataset = try FrozenLedger.dataset()
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    let report = ClaimReport(world.snapshot)
    let holding = report.checks.count { $0.now == .holds }
    let screen = ClaimsScreen(page: .claims, world: world, settings: Settings())
    let headline = screen.headline.map(\.text).joined()
    #expect(headline.hasPrefix("Claims · \(holding) of \(report.checks.count) hold"))
    let noLonger = report.checks.filter(\.isNoLonger)
    #expect(headline.contains("\(noLonger.count) no longer"))
    #expect(!noLonger.isEmpty)
    // Claims that no longer hold stand first.
    for (row, check) in noLonger.enumerated() {
      #expect(screen.panes[0].fact(row) == .claim(dataset.slug(check.claim.id)))
    }
  }

  @Test func figuresHaveTheirUnit() throws {
    let dataset = try FrozenPackage.dataset([
      .claims: """
      id,briefing,claim,stated,unit,how_to_check,metric
      a,A,x,2000,USD m minimum,x,round-amount(nscale-c)
      b,A,x,100,percent,x,"share-of-vendor(nscale, nvidia)"
      c,A,x,nvidia;asml,organisations,x,"invested-in(mistral-ai, nvidia;asml)"
      d,A,x,FR,country,x,home(mistral-ai)
      e,A,x,4.5,months,x,months-until(ai-act-general-application)
      f,A,x,2026-03,date,x,round-date(nscale-c)
      """
    ])
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    let texts = report.checks.map { check -> String in
      let figure = ClaimFigure(check.claim, in: dataset)
      return figure.statedText + " | " + figure.text(check.reckonings.first?.now)
    }
    #expect(
      texts == [
        "over $2 bn | $2 bn", "100 % | 100 %", "2 named | 2 of 2", "France | France",
        "4.5 mo | 3.63 mo ago", "2026-03 | 2026-03-09",
      ])
  }

  @Test func sourcesListTheRowsBehindAClaim() throws {
    var state = State.opened(.claims, try FrozenPackage.world())
    state.press(.down)
    let rows = state.world.parts(of: try #require(state.selectedFact))
    #expect(rows.count > 1)
    state.type("s")
    #expect(state.picture().contains(state.world.title(of: rows[0])))
    // The sheet stands next to the list, which the arrows up and down move in.
    state.press(.right, .enter)
    #expect(state.place.page == state.world.page(of: rows[0]))
  }

  /// Where it was stated comes before what it is checked by.
  @Test func theFirstSourceOfAClaimIsItsBriefing() throws {
    var state = State.opened(.claims, try FrozenPackage.world())
    for row in 0..<state.place.screen.panes[0].count {
      let fact = try #require(state.place.screen.panes[0].fact(row))
      let by = state.place.screen.panes[0].cells(row)[1].lowercased()
      let first = try #require(state.world.sources(of: fact).first)
      #expect(state.world.dataset.slug(first) == "briefing-\(by)")
    }
    let by = state.place.screen.panes[0].cells(0)[1].lowercased()
    #expect(state.update(.key(.character("o"))) == [.open(url: "https://example.org/\(by)")])
    state.type("s")
    #expect(state.picture().contains("stated in The \(by == "a" ? "first" : "second") briefing"))
    #expect(state.update(.key(.character("o"))) == [.open(url: "https://example.org/\(by)")])
    state.press(.enter)
    #expect(state.place.page == .fact(.source("briefing-\(by)")))
    // The claim's own page says it too.
    state = State.opened(.claims, try FrozenPackage.world())
    state.press(.enter)
    #expect(state.picture().contains("stated in"))
  }

  @Test func aBriefingWithoutAPageIsSaidToHaveNone() throws {
    let dataset = try FrozenPackage.dataset([
      .claims: """
      id,briefing,claim,stated,unit,how_to_check,metric
      a,C,Nscale raised two billion,2000,USD m,sum,round-amount(nscale-c)
      """
    ])
    var state = State.opened(
      .claims, World(dataset: dataset, today: try day("2026-11-21")),
      size: Size(width: 110, height: 40))
    #expect(state.update(.key(.character("o"))).isEmpty)
    let words = "stated in briefing C, whose page the ledger does not have"
    #expect(state.message == .note(words))
    state.type("s")
    #expect(state.picture().contains(words))
    state.press(.escape, .enter)
    #expect(state.picture().contains(words))
  }

  @Test func enterShowsTheCalculation() throws {
    var state = State.opened(.claims, try FrozenPackage.world())
    state.press(.enter)
    guard case .fact(.row(.claims, _)) = state.place.page.subject else {
      Issue.record("opened \(state.place.page)")
      return
    }
    #expect(state.picture().contains("calculated"))
  }

  @Test func everyRowOfEvidenceIsAFact() throws {
    let dataset = try FrozenLedger.dataset()
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for check in ClaimReport(world.snapshot).checks {
      let facts = world.facts(at: check.evidence.rows)
      let ledgers: Set<TableName> = [.rounds, .compute, .milestones, .enforcement]
      // Rows of one ledger entry are one fact; every other row is its own.
      let others = check.evidence.rows.filter { !ledgers.contains($0.table) }
      #expect(facts.count >= others.count && (facts.isEmpty == check.evidence.rows.isEmpty))
    }
  }

  @Test func filterApplies() throws {
    var state = State.opened(.claims, try FrozenPackage.world())
    state.type("/briefing:B")
    state.press(.enter)
    #expect(state.place.screen.panes[0].count == 1)
    #expect(state.picture().contains("0 of 1 hold"))
  }

  @Test func oneVerdictAtATime() throws {
    var state = State.opened(.claims, try FrozenPackage.world())
    let all = state.place.screen.panes[0].count
    var sum = 0
    for _ in ClaimOutcome.allCases {
      state.type("v")
      sum += state.place.screen.panes[0].count
    }
    #expect(sum == all)
    state.type("v")
    #expect(state.place.screen.panes[0].count == all)
  }

  @Test func fitsAnywhere() throws {
    expectToFitAnywhere(.claims, try FrozenPackage.world())
    let empty = try SyntheticPackage.dataset([:])
    expectToFitAnywhere(.claims, World(dataset: empty, today: try day("2026-11-21")))
  }

  @Test func hostileWordsStayInTheirCells() throws {
    let dataset = try FrozenPackage.dataset([
      .claims: """
      id,briefing,claim,stated,unit,how_to_check,metric
      a,A,\u{1B}[31m漢字\u{202E}漢字\u{7},\u{9B}2J,\u{1B}c,x,found(1)
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    for size in screenSizes {
      #expect(hostileScalars(State.opened(.claims, world, size: size).canvas()).isEmpty)
    }
  }
}
