import Foundation
import TestSupport
import Testing

@testable import Dataset

@Suite struct CheckTests {
  private static let rounds =
    "id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,"
    + "post_money_currency,part_of,confidence,source\n"

  private func found(_ tables: [TableName: String]) throws -> [String] {
    let dataset = try TemporaryPackage.read(tables)
    #expect(dataset.shownProblems == [])
    return dataset.check().map(\.shown).filter { !$0.contains("no row rests on") }
  }

  private func rounds(_ rows: String...) throws -> [String] {
    try found([.rounds: CheckTests.rounds + rows.joined(separator: "\n") + "\n"])
  }

  @Test func amountsNeedACurrency() throws {
    #expect(
      try rounds(
        "a,acme,2025,A,equity,closed,5,,,,,,reported,s",
        "b,acme,2025,B,equity,closed,,EUR,,,,,reported,s",
        "c,acme,2025,\"C\nc\",equity,closed,1,EUR,,9,,,reported,s",
        "d,acme,2025,D,equity,closed,,,,,EUR,,reported,s",
        "e,acme,2025,E,equity,closed,,,7,,,,reported,s",
        "f,acme,2025,F,equity,closed,5,USD,6,,,,reported,s",
        "g,acme,2025,G,equity,closed,5,USD,5,5,EUR,,reported,s")
        == [
          "rounds.csv:2:29: error: amount_m: found 5 without currency; the amount is not used",
          "rounds.csv:3:30: warning: currency: found EUR without amount_m",
          "rounds.csv:5:25: error: post_money_m: found 9 without post_money_currency; the amount is not used",
          "rounds.csv:6:33: warning: post_money_currency: found EUR without post_money_m",
          "rounds.csv:7:31: warning: amount_usd_m: is given without amount_m, the announced amount",
          "rounds.csv:8:35: warning: amount_usd_m: found 6, but amount_m is dollars too and has 5",
        ])
    #expect(
      try found([
        .rounds: CheckTests.rounds + "a,acme,2025,A,equity,closed,,,,,,,reported,s\n",
        .investments: "round,investor,role,amount_m,currency,source\na,bank,lead,5,,s\n",
        .compute: "id,date,name,scope,country,status,capital_m,confidence,source\n"
          + "x,2025,X,site,FR,announced,7,reported,s\n",
        .models:
          "id,name,developer,date,weights,licence,parameters_b,active_b,modality,confidence,source\n"
          + "m,M,acme,2025,open,MIT,7,8.5,text,reported,s\n",
      ]) == [
        "compute.csv:2:28: error: capital_m: found 7 without currency; the amount is not used",
        "investments.csv:2:13: error: amount_m: found 5 without currency; the amount is not used",
        "models.csv:2:26: warning: active_b: found 8.5, more than parameters_b 7",
      ])
  }

  @Test func whatHappensLaterIsNotKnownYet() throws {
    #expect(
      try rounds(
        "a,acme,2026-11-21,A,equity,closed,,,,,,,reported,s",
        "b,acme,2026-11-22,B,equity,closed,,,,,,,reported,s",
        "c,acme,2026-12,C,equity,closed,,,,,,,reported,s",
        "d,acme,2026,D,equity,closed,,,,,,,reported,s",
        "e,acme,2027,E,equity,closed,,,,,,,reported,s"
      ).map { $0.prefix(76) }
        == [
          "rounds.csv:3:8: error: date: found 2026-11-22, which is after 2026-11-21, the",
          "rounds.csv:4:8: error: date: found 2026-12, which is after 2026-11-21, the day",
          "rounds.csv:6:8: error: date: found 2027, which is after 2026-11-21, the day th",
        ].map { $0.prefix(76) })
    #expect(
      try found([
        .sources: "id,title,publisher,published,kind\ns,T,P,2027-01-01,news\n",
        .organisations: "id,name,kind,layer,founded,source\nacme,A,company,models,2027,s\n",
        .exchangeRates: "date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source\n2026-12-01,1,1,1,1,1,1,1,s\n",
      ]).map { $0.prefix(32) } == [
        "exchange-rates.csv:2:1: error: d", "organisations.csv:2:23: error: f",
        "sources.csv:2:7: error: publishe",
      ])
  }

  @Test func statusesMoveOn() throws {
    func round(_ statuses: String...) throws -> Int {
      try rounds(
        statuses.enumerated().map { "a,acme,202\($0)-01-01,A,equity,\($1),,,,,,,reported,s" }
          .joined(separator: "\n")
      ).count
    }
    #expect(try round("announced", "closed", "withdrawn") == 0)
    #expect(try round("announced", "conditional", "announced", "withdrawn") == 0)
    #expect(try round("closed", "announced") == 1)
    #expect(try round("withdrawn", "closed", "closed") == 1)

    func follows<Status: Vocabulary>(
      _ statuses: [Status], _ rule: (Earlier<Status>, Status) -> Bool
    ) -> [Bool] {
      var found: [Bool] = []
      var earlier: Earlier<Status>?
      for status in statuses {
        if let earlier { found.append(rule(earlier, status)) }
        earlier = Earlier(last: status, before: earlier)
      }
      return found
    }
    #expect(
      follows(
        [.announced, .contracted, .building, .operational, .operational], ComputeStatus.follows)
        == [true, true, true, true])
    #expect(
      follows([.announced, .operational, .building], ComputeStatus.follows) == [true, false])
    #expect(
      follows([.building, .paused, .building, .paused, .announced], ComputeStatus.follows)
        == [true, true, true, false])
    #expect(
      follows([.building, .cancelled, .announced, .contracted], ComputeStatus.follows)
        == [true, true, true])
    #expect(
      follows(
        [.scheduled, .proposed, .agreed, .postponed, .scheduled, .inForce], MilestoneStatus.follows)
        == [true, true, true, true, true])
    #expect(
      follows([.inForce, .scheduled, .withdrawn, .proposed], MilestoneStatus.follows)
        == [false, true, false])
    #expect(follows([.agreed, .proposed], MilestoneStatus.follows) == [false])
    #expect(
      follows(
        [.proposed, .none, .proposed, .adopted, .inForce, .partial], EnforcementStatus.follows)
        == [true, true, true, true, true])
    #expect(
      follows([.designated, .proposed, .adopted, .none], EnforcementStatus.follows)
        == [false, true, false])

    let header = "country,date,step,status,detail,confidence,source\n"
    #expect(
      try found([
        .enforcement: header + "FR,2025-06-01,law,adopted,x,reported,s\n"
          + "FR,2024-06-01,law,in-force,x,reported,s\nFR,2025-07-01,bill,none,x,reported,s\n"
      ]) == [
        "enforcement.csv:2:19: warning: status: found adopted after in-force in the row before"
      ])
  }

  @Test func wholesAndPartsFitTogether() throws {
    #expect(
      try rounds(
        "a,acme,2025,A,equity,closed,,,,,,b,reported,s",
        "b,acme,2025,B,equity,closed,,,,,,a,reported,s",
        "c,acme,2025,C,equity,closed,,,,,,c,reported,s",
        "d,acme,2025,D,equity,closed,,,,,,e,reported,s",
        "e,acme,2025,E,equity,closed,,,,,,f,reported,s",
        "f,bank,2025,F,equity,withdrawn,,,,,,,reported,s",
        "g,acme,2025,G,equity,withdrawn,,,,,,a,reported,s")
        == [
          "rounds.csv:2:34: error: part_of: found b, which is contained in this round in turn; neither is counted",
          "rounds.csv:3:34: error: part_of: found a, which is contained in this round in turn; neither is counted",
          "rounds.csv:4:34: error: part_of: found c, which is contained in this round in turn; neither is counted",
          "rounds.csv:5:34: warning: part_of: found e, which is itself part of f",
          "rounds.csv:6:34: warning: part_of: found f, which is a round of bank, not of acme",
          "rounds.csv:6:34: warning: part_of: found f, which was withdrawn; neither is counted",
          "rounds.csv:8:37: warning: part_of: found a, which is itself part of b",
        ])
    #expect(
      try found([
        .organisations: """
        id,name,kind,layer,parent,source
        a,A,company,models,b,s
        b,B,company,models,a,s
        c,C,company,models,a,s
        d,C,company,models,,s

        """,
        .relations: "from,to,kind,date,status,source\nc,c,owns,2025,active,s\n",
      ]) == [
        "organisations.csv:2:20: error: parent: found b, which belongs to this group in turn",
        "organisations.csv:3:20: error: parent: found a, which belongs to this group in turn",
        "organisations.csv:5:3: warning: name: found \"C\" as in c on line 4",
        "relations.csv:2:3: warning: to: found c, which is \"from\" too",
      ])
  }

  @Test func circlesAreFoundWhereverOneEnters() {
    #expect(Findings.circular([]) == [])
    #expect(Findings.circular([-1, 0, 1]) == [false, false, false])
    #expect(Findings.circular([0]) == [true])
    #expect(Findings.circular([1, 2, 0, 0]) == [true, true, true, false])
    #expect(Findings.circular([1, 1, 0]) == [false, true, false])
  }

  @Test func sitesStandSomewhere() throws {
    let header = "id,date,name,scope,country,city,status,confidence,source\n"
    let sites =
      header
      + "a,2025,A,site,FR,Paris,announced,reported,s\nb,2025,B,site,DE,Paris,announced,reported,s\n"
      + "c,2025,C,site,FR,\"Pa\"\"ris\",announced,reported,s\nd,2025,D,site,FR,,announced,reported,s\n"
    #expect(
      try found([
        .compute: sites, .places: "city,country,latitude,longitude,source\nParis,FR,48.9,2.4,s\n",
      ]) == [
        "compute.csv:3:18: warning: city: found \"Paris\" in DE, but places has it in FR",
        "compute.csv:4:19: warning: city: found \"Pa\"ris\", which places does not have",
      ])
    #expect(try found([.compute: sites]) == [])
  }

  @Test func authoritiesHaveASteps() throws {
    #expect(
      try found([
        .authorities: "country,authority,role,date,legal_basis,confidence,source\n"
          + "FR,CNIL,market-surveillance,2025,Law,reported,s\nFR,CNIL,notifying,2025,Law,reported,s\n",
        .enforcement: "country,date,step,status,detail,confidence,source\n"
          + "FR,2025,notifying,designated,x,reported,s\nDE,2025,market-surveillance,none,x,reported,s\n",
      ]) == [
        "authorities.csv:2:9: warning: role: found market-surveillance, but enforcement has no such step of FR"
      ])
  }

  @Test func ratesHaveNoGaps() throws {
    let header = "date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source\n"
    #expect(
      try found([
        .exchangeRates: header + "2025-01-22,1,1,1,1,1,1,1,s\n2025-01-01,1,1,1,1,1,1,1,s\n"
          + "2025-01-11,1,1,1,1,1,1,1,s\n",
        .rounds: CheckTests.rounds + "a,acme,2024,A,equity,closed,5,EUR,,,,,reported,s\n"
          + "b,acme,2024-12,B,equity,closed,5,EUR,6,,,,reported,s\nc,acme,2024,C,equity,closed,5,USD,,,,,reported,s\n",
        .valuations: "company,date,value_m,currency,basis,confidence,source\n"
          + "acme,2024,5,EUR,talks,reported,s\nacme,2024,5,USD,talks,reported,s\n",
      ]) == [
        "exchange-rates.csv:2:1: warning: date: found no rates for the 11 days since 2025-01-11",
        "rounds.csv:2:29: warning: amount_m: cannot be converted to dollars, as the rates begin on 2025-01-01; "
          + "give amount_usd_m if a source has it",
        "valuations.csv:2:11: warning: value_m: cannot be converted to dollars, as the rates begin on 2025-01-01",
      ])
  }

  @Test func sourcesAreUsedAndTextIsText() throws {
    let dataset = try TemporaryPackage.read([
      .sources:
        "id,title,publisher,url,kind\ns,T,P,https://a.example,news\nt,T,P,,news\nu,T,P,,news\n",
      .organisations: "id,name,kind,layer,note,source\r\nacme,A,company,models,\u{1B}[2J,s;t\r\n"
        + "b,B,company,models,\"a\nb\u{7F}\",t\r\nc,C,company,models,,s\r\n",
    ])
    #expect(dataset.shownProblems == [])
    #expect(
      dataset.check().map(\.shown) == [
        "organisations.csv:2:23: warning: found the control character U+001B",
        "organisations.csv:4:2: warning: found the control character U+007F",
        "sources.csv:4:1: review: id: no row rests on u",
      ])
  }

  @Test func theReportCountsWhatItDoesNotList() throws {
    let dataset = try TemporaryPackage.read([
      .rounds: CheckTests.rounds
        + (0..<3).map { "a\($0),acme,2025,A,equity,closed,5,,,,,,reported,s\n" }.joined()
        + String(repeating: "-,,,,,,,,,,,,,\n", count: 5000)
    ])
    let report = CheckReport(dataset)
    #expect(report.errors == 5000 * 8 + 3)
    #expect(report.warnings == 0)
    #expect(report.problems.count == ProblemLog.most + 3)
    #expect(report.problems == report.problems.sorted())
    let small = try TemporaryPackage.read([
      .rounds: CheckTests.rounds + "a,acme,2025,A,equity,closed,5,,,,,,reported,s\n"
    ])
    let found = CheckReport(small)
    #expect(found.errors == 1 && found.warnings == 0)
    let file = try #require(small.path(of: small.rounds[0].origin))
    #expect(
      try json(found.problems) == #"[{"column":29,"file":"\#(file)","line":2,"#
        + #""message":"amount_m: found 5 without currency; the amount is not used","severity":"error"}]"#
    )
  }

  @Test func theCuratedFactsHaveNoError() throws {
    let report = CheckReport(try FrozenLedger.dataset())
    #expect(report.problems.filter { $0.severity == .error }.map(\.description) == [])
    #expect(report.errors == 0)
  }
}
