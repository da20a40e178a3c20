import Dataset
import Insight
import TestSupport
import Testing

/// Sums of several rounds and several sites in the steps of a circle.
@Suite struct MoneyStepTests {
  private func lines(_ announced: Announced, _ rows: (Substring) -> Bool = { _ in true }) throws
    -> [String]
  {
    func kept(_ text: String) -> String {
      let lines = text.split(separator: "\n")
      return (lines.prefix(1) + lines.dropFirst().filter(rows)).joined(separator: "\n")
    }
    let snapshot = try SyntheticPackage.dataset([
      .organisations: ExposureWorld.organisations,
      .rounds: kept(
        """
        id,company,date,instrument,status,amount_m,currency
        r3,nscale,2026-01-01,equity,closed,,
        r2,nscale,2024-02-01,equity,closed,100,USD
        r4,nscale,2026-03-01,equity,announced,50,USD
        r5,nscale,2026-04-01,equity,withdrawn,900,USD
        r1,nscale,2025-03-01,equity,closed,100,USD
        """),
      .investments: """
      round,investor,amount_m,currency
      r1,nvidia,40,USD
      r2,nvidia,25,USD
      r3,nvidia,,
      r4,nvidia,7,USD
      r5,nvidia,800,USD
      """,
      .compute: kept(
        """
        id,date,scope,operator,country,accelerators,chip_vendor,status
        z,2026-02-01,site,nscale,GB,,nvidia,building
        y,2024-06-01,site,nscale,GB,30,nvidia,building
        p,2026-05-01,site,nscale,GB,4,nvidia,announced
        x,2025-05-01,site,nscale,GB,100,nvidia,building
        """),
    ]).asOf(try day("2026-06-01"))
    let money = CircularMoney(of: snapshot, ExposureOptions(announced: announced))
    return money.circles.flatMap(\.steps).map { step in
      let dollars = step.usdMillions.map { "$\($0) +\(step.undisclosed) " } ?? ""
      let count = step.accelerators.map { "\($0) +\(step.bought?.unsized ?? 0) " } ?? ""
      return "\(step.flow.word) \(dollars)\(count)\(step.first) to \(step.last)"
        + (step.isAnnounced ? " announced" : "")
    }
  }

  @Test func roundsAndSitesAddUpFromTheFirstToTheLast() throws {
    #expect(
      try lines(.beside) == [
        "funds $65.0 +1 2024-02-01 to 2026-01-01", "pays 130 +1 2024-06-01 to 2026-02-01",
      ])
    #expect(
      try lines(.counted) == [
        "funds $72.0 +1 2024-02-01 to 2026-03-01", "pays 134 +1 2024-06-01 to 2026-05-01",
      ])
  }

  @Test func aStepIsAnnouncedWhereAllOfItIs() throws {
    let plans = { (line: Substring) in line.contains("announced") }
    #expect(
      try lines(.counted, plans) == [
        "funds $7.0 +0 2026-03-01 to 2026-03-01 announced",
        "pays 4 +0 2026-05-01 to 2026-05-01 announced",
      ])
    #expect(try lines(.beside, plans).isEmpty)
  }
}
