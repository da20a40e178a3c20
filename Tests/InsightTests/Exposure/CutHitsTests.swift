import Dataset
import Insight
import TestSupport
import Testing

/// The sites that a cut hits, the firm apart from the announced, and what keeps running.
@Suite struct CutHitsTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        runs,2025,a,c,DE,Bonn,100,nvidia,,20,operational,
        other,2025,b,,DE,Kiel,40,amd,,,operational,
        tacit,2025,b,,DE,Ulm,,nvidia,,5,operational,
        due,2025,a,c,NO,Oslo,60,nvidia,,30,contracted,2027
        open,2025,b,,DE,Jena,9,,,4,building,2027
        blank,2025,b,,DE,Gera,,nvidia,,,building,2027
        own,2025,b,,DE,Trier,70,amd,,,contracted,2028
        plan,2025,a,,NO,Bodo,500,nvidia,,200,announced,2027
        guess,2025,b,,DE,Hof,300,,,,announced,2027
        dream,2025,b,,DE,Hamm,,,,80,announced,2027
        far,2025,b,,DE,Celle,11,nvidia,,,announced,2029
        """)
  }

  private func cut(
    _ slug: String, _ period: CutPeriod = .everything, _ fraction: Double = 1
  ) throws -> CutReport {
    let ledger = try ledger()
    return try ledger.scenario(
      ScenarioCut(ledger.organisation(slug), fraction: fraction, period: period))
  }

  private func slugs(_ rows: [CutReport.Site]) throws -> [String] {
    let dataset = try ledger().dataset
    return rows.map { dataset.slug($0.id) }
  }

  private func words(_ sum: SitesSum) -> String {
    "\(sum.sites) sites, \(sum.accelerators), \(sum.unsized) unsized, \(sum.megawatts) MW, "
      + "\(sum.unstated) unstated"
  }

  @Test func eachStateHasItsOwnSumOfTheRowsInItsList() throws {
    let hits = try cut("nvidia", .due(2027...2027)).hits
    #expect(try slugs(hits.firm.rows) == ["due", "blank", "open"], "the sure first, then by size")
    #expect(words(hits.firm.sure) == "2 sites, 60, 1 unsized, 30.0 MW, 1 unstated")
    #expect(words(hits.firm.possible) == "1 sites, 9, 0 unsized, 4.0 MW, 0 unstated")
    #expect(try slugs(hits.announced.rows) == ["plan", "guess", "dream"])
    #expect(words(hits.announced.sure) == "1 sites, 500, 0 unsized, 200.0 MW, 0 unstated")
    #expect(words(hits.announced.possible) == "2 sites, 300, 1 unsized, 80.0 MW, 1 unstated")
  }

  /// Sites that the unit does not size stand last of their state.
  @Test func theRowsFollowTheUnit() throws {
    let ledger = try ledger()
    func hits(_ unit: ComputeUnit, _ slug: String = "nvidia") throws -> CutHits {
      let cut = ScenarioCut(try ledger.organisation(slug), period: .due(2027...2027))
      return CutReport(
        of: try ledger.snapshot(), cutting: Scenario([cut]), ExposureOptions(unit: unit)
      ).hits
    }
    #expect(try slugs(hits(.accelerators).announced.rows) == ["plan", "guess", "dream"])
    #expect(try slugs(hits(.mw).announced.rows) == ["plan", "dream", "guess"])
    #expect(try slugs(hits(.mw).firm.rows) == ["due", "blank", "open"])
    #expect(words(try hits(.mw).firm.sure) == "2 sites, 60, 1 unsized, 30.0 MW, 1 unstated")
    // No chip is named, so that only the ids are left.
    #expect(try slugs(hits(.h100e).firm.rows) == ["blank", "due", "open"])
    #expect(try !hits(.mw).firm.isEmpty && !hits(.mw).announced.isEmpty)
    #expect(try hits(.mw, "google").firm.isEmpty && hits(.mw, "google").announced.isEmpty)
  }

  @Test func announcedSitesEnterNoLossUnlessAskedFor() throws {
    let report = try cut("nvidia", .due(2027...2027))
    #expect(report.accelerators.total.documented == 60)
    let ledger = try ledger()
    let counted = CutReport(
      of: try ledger.snapshot(),
      cutting: Scenario([
        ScenarioCut(try ledger.organisation("nvidia"), period: .due(2027...2027))
      ]),
      ExposureOptions(announced: .counted))
    #expect(counted.accelerators.total.documented == 560)
    #expect(try slugs(counted.hits.firm.rows) == slugs(report.hits.firm.rows))
    #expect(try slugs(counted.hits.announced.rows) == slugs(report.hits.announced.rows))
  }

  /// A customer's leaving hits sites that lose no compute.
  @Test func aLostCustomerIsAHit() throws {
    let report = try cut("c")
    #expect(try slugs(report.hits.firm.rows) == ["runs", "due"])
    #expect(words(report.hits.firm.sure) == "2 sites, 160, 0 unsized, 50.0 MW, 0 unstated")
    #expect(report.hits.firm.possible.sites == 0)
    #expect(report.standing.sure == 3, "whoever rents it, it keeps running")
    #expect(report.standing.running.left == 140...140)
  }

  @Test func whatKeepsRunningIsCountedOfWhatRunsToday() throws {
    let standing = try cut("nvidia").standing
    #expect(standing.sites == 3 && standing.sure == 1 && standing.possible == 0)
    #expect(standing.running.before == 140 && standing.running.left == 40...40)
    #expect(try slugs(standing.keeping) == ["other"])
    #expect(try slugs(standing.coming) == ["own", "open"], "the sure first, then the first due")
  }

  @Test func aPartThatIsLeftKeepsRunning() throws {
    let standing = try cut("nvidia", .everything, 0.5).standing
    #expect(standing.sure == 3 && standing.unsized == 1)
    #expect(standing.running.left == 90...90)
    let due = try cut("nvidia", .due(2027...2027)).standing
    #expect(due.sure == 3 && due.running.left == 140...140, "what runs has been delivered")
  }

  /// A row with the power of a campus is no site more, and its power counts once.
  @Test func aCampusIsNoSiteMore() throws {
    let ledger = try ExposureLedger(
      compute: """
        campus,2025,a,,NO,Narvik,0,nvidia,,230,operational,
        first,2025,a,,NO,Narvik,52,nvidia,,,contracted,2027
        second,2025,a,,NO,Narvik,30,nvidia,,,contracted,2027
        """)
    let report = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia")))
    #expect(report.hits.firm.sure.sites == 2 && report.hits.firm.sure.campuses == 1)
    #expect(report.hits.firm.sure.accelerators == 82)
    #expect(report.hits.firm.sure.megawatts == 230 && report.hits.firm.sure.unstated == 0)
    #expect(report.standing.sites == 0, "a campus runs nothing itself")
  }

  @Test func theDocumentHasBothStatesAndWhatIsLeft() throws {
    let document = try jsonObject(try cut("nvidia", .due(2027...2027)))
    let hits = try #require(document["hits"] as? [String: [String: Any]])
    let announced = try #require(hits["announced"]?["sure"] as? [String: Double])
    #expect(announced["accelerators"] == 500 && announced["mw"] == 200)
    #expect((hits["firm"]?["sites"] as? [Any])?.count == 3)
    let left = try #require(document["keeps_running"] as? [String: Any])
    #expect(left["sites"] as? Int == 3 && left["of_sites"] as? Int == 3)
  }
}
