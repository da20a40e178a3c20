import Foundation
import Testing

/// Questions about time and law, answered by the real program in at most four keys each.
@Suite(.serialized) struct LawInTerminalTests {
  private static let moat = Program.path

  private func opened(
    width: Int = 120, height: Int = 40, _ command: String = moat
  ) throws -> Terminal {
    let terminal = try Terminal(command, width: width, height: height)
    try terminal.wait(for: "1 Over")
    return terminal
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60)])
  func whichStatesGainedFullAuthorityInAYear(_ width: Int, _ height: Int) throws {
    let terminal = try opened(width: width, height: height)
    try terminal.type("5", "v", "v", "v")
    try terminal.wait(for: "2 → 7 of 27 since 22 Nov 2025")
    try terminal.wait(for: "gained Germany, Finland,")
  }

  @Test func whichStatesGainedFullAuthorityBetweenAnyTwoDays() throws {
    let terminal = try opened()
    try terminal.type("5", "a")
    try terminal.wait(for: "compare with")
    try terminal.write("2026-03-21")
    try terminal.type("Enter")
    try terminal.wait(for: "gained Germany, Greece, Malta")
    try terminal.type("Escape")
  }

  /// The row of Annex III among what comes next says its date, the slip and, opened, the date before.
  @Test func whatAnnexIIIsDateWasAndIs() throws {
    let terminal = try opened()
    try terminal.type("6")
    try terminal.wait(for: "High-risk rules for stand-alone")
    let row = try #require(
      try terminal.screen().split(separator: "\n").first {
        $0.contains("2027-12-02") && $0.contains("High-risk rules for stand-alone")
      })
    #expect(row.contains("2026-08-02"), "the date before")
    #expect(row.contains("+16 mo"))
  }

  @Test func whatAnnexIIIsDateWasOnADay() throws {
    let terminal = try opened("\(Self.moat) --as-of 2026-03-01")
    try terminal.type("6")
    try terminal.wait(for: "as of 1 Mar 2026")
    try terminal.wait(for: "2026-08-02  High-risk")
    let row = try #require(
      try terminal.screen().split(separator: "\n").first { $0.contains("2026-08-02  High-risk") })
    #expect(row.contains("(+16 mo)"), "what was proposed by then")
  }

  @Test func byWhenAnAssessmentInGermanyStartsAndBeforeWhom() throws {
    let terminal = try opened()
    try terminal.type("5", "P", "P", "+")
    try terminal.wait(for: "start by 2 Mar 2027 · Annex III, Germany")
    let screen = try terminal.screen()
    #expect(screen.contains("9 mo: 2 Mar 2027, in 100 d"))
    #expect(screen.contains("Supervisor   BNetzA, Bundesnetzagentur"))
    #expect(screen.contains("no legal advice"))
    try terminal.type("s")
    try terminal.wait(for: "Sources of")
  }

  /// The screen starts with them; the claim selected says how it is reckoned, then and now.
  @Test func whichClaimsNoLongerHoldAndWhy() throws {
    let terminal = try opened()
    try terminal.type("7")
    try terminal.wait(for: "8 no longer")
    let rows = try terminal.screen().split(separator: "\n").filter { $0.contains("no longer") }
    for claim in ["Stargate Norway reaches", "OpenAI is the partner", "Nscale raised 4.68"] {
      #expect(rows.contains { $0.contains(claim) }, "\(claim)")
    }
    try terminal.type("Down", "Down", "Down", "Down")
    try terminal.wait(for: "$4.66 bn")
  }

  @Test func mistralsValuationOverTime() throws {
    let terminal = try opened(width: 160, height: 50)
    try terminal.type(":")
    try terminal.write("mis")
    try terminal.type("Enter")
    try terminal.wait(for: "Valuation")
    try terminal.wait(for: "valued $13.7 bn")
  }

  @Test func theLastVisitIsRemembered() throws {
    let folder = try TemporaryFolder()
    let state = "XDG_STATE_HOME=\(folder.path)"
    let days = "2026-07-01 2026-11-22"
    let terminal = try Terminal(
      "for day in \(days); do \(state) MOAT_TODAY=$day \(Self.moat); done")
    try terminal.wait(for: "as of 1 Jul 2026")
    try terminal.type("q")
    try terminal.wait(for: "as of 22 Nov 2026")
    try terminal.type("c")
    try terminal.wait(for: "1 Jul 2026 to 22 Nov 2026")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
    let kept = try String(contentsOf: folder.url.appending(path: "moat/visit"), encoding: .utf8)
    #expect(kept == "2026-07-01\n2026-11-22\n")
  }

  @Test func aVisitThatCannotBeNotedHarmsNothing() throws {
    let terminal = try Terminal("XDG_STATE_HOME=/dev/null/no \(Self.moat)")
    try terminal.wait(for: "1 Overview")
    try terminal.type("c")
    try terminal.wait(for: "22 Oct 2026 to 22 Nov 2026")
    try terminal.type("q")
    try terminal.wait(for: "[ended 0]")
  }

  @Test func aClaimThatCannotBeReadIsSaidWithItsPlace() throws {
    let overlay = try Overlay(claims: Overlay.good, Overlay.badName)
    let terminal = try opened("\(Self.moat) --data \(Program.data) --data \(overlay.folder)")
    try terminal.type("7")
    try terminal.wait(for: "1 unread: !")
    try terminal.type("NPage", "NPage")
    try terminal.wait(for: "Seven states can enforce the Act")
    try terminal.type("!")
    try terminal.wait(for: "claims.csv")
    try terminal.wait(for: "full-autority")
  }

  @Test func knownThenAndTrueThenAreOneKeyApart() throws {
    let terminal = try opened("\(Self.moat) --as-of 2026-03-21")
    try terminal.type("5")
    try terminal.wait(for: "4 of 27, possibly 5 ·")
    try terminal.wait(for: "by effective date")
    try terminal.type("b")
    try terminal.wait(for: "3 of 27, possibly 4")
    try terminal.type("6")
    try terminal.wait(for: "Timeline · ")
    try terminal.type("b")
    try terminal.wait(for: "by publication date   as of")
  }
}
