import Dataset
import Insight
import Testing

/// Deliveries that are cut by the year in which they are due.
@Suite struct CutPeriodTests {
  private func ledger() throws -> ExposureLedger {
    try ExposureLedger(
      compute: """
        runs,2025,a,c,DE,,100,nvidia,,,operational,2027
        first,2025,a,c,NO,,60,nvidia,,,building,2027
        month,2025,b,,DE,,30,nvidia,,,contracted,2027-06
        next,2025,b,c,DE,,7,nvidia,,,contracted,2028-01-31
        late,2025,b,,DE,,5,nvidia,,,contracted,2025
        undated,2025,a,,NO,,40,nvidia,,,building,
        unsized,2025,d,,NO,,,nvidia,,,building,
        open,2025,d,,NO,,10,,,,building,
        maybe,2025,d,,NO,,9,,,,building,2027
        other,2025,b,,NO,,80,amd,,,contracted,2027
        """)
  }

  private func cut(_ years: ClosedRange<Int>, _ fraction: Double = 1) throws -> CutReport {
    let ledger = try ledger()
    return try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), fraction: fraction, period: .due(years)))
  }

  private func ends(_ loss: CutLoss) -> [Double] { [loss.documented, loss.possible] }

  @Test func takesWhatIsDueInTheYearAndDoesNotRun() throws {
    let found = try cut(2027...2027)
    #expect(ends(found.accelerators.total) == [90, 99])
    #expect(found.accelerators.total.before == 341, "the whole is everything counted")
    #expect(found.accelerators.byYear.map(\.key) == [.year(2027)])
    #expect(ends(try cut(2028...2028).accelerators.total) == [7, 7])
    #expect(ends(try cut(2025...2025).accelerators.total) == [5, 5], "overdue is due in its year")
    #expect(ends(try cut(2030...2030).accelerators.total) == [0, 0])
  }

  @Test func severalYearsAreTheirSumAndAPartIsAPart() throws {
    #expect(ends(try cut(2027...2028).accelerators.total) == [97, 106])
    #expect(ends(try cut(2027...2027, 0.5).accelerators.total) == [45, 49.5])
  }

  @Test func whoIsHitIsTold() throws {
    let ledger = try ledger()
    let found = try cut(2027...2027)
    func words(_ groups: [CutBreakdown.Group]) -> [String] {
      groups.map { "\($0.key.slug(in: ledger.dataset)) \(ledger.digits($0.loss.documented))" }
    }
    #expect(words(found.accelerators.byCompany) == ["a 60", "b 30", "d 0"])
    #expect(words(found.accelerators.byCustomer) == ["c 60", "unknown 30"])
    #expect(found.tenants.map { ledger.dataset.slug($0.id) } == ["c"])
    #expect(found.tenants.first.map { ends($0.rented) } == [60, 60])
  }

  @Test func whatHasNoDateIsCountedAndNotCut() throws {
    let undated = try cut(2027...2027).undated
    #expect(undated.sites == 2 && undated.uncounted == 1)
    #expect(undated.possibleSites == 1, "its maker is not named")
    #expect(undated.least == 40 && undated.most == 40)
    let ledger = try ledger()
    let whole = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), period: .deliveries))
    #expect(whole.undated.isEmpty, "it is cut there")
    let tenant = try ledger.scenario(
      ScenarioCut(ledger.organisation("c"), period: .due(2027...2027)))
    #expect(ends(tenant.custom.total) == [60, 60], "what is rented by then loses its tenant")
  }

  @Test func ofTwoYearsEachTakesItsOwn() throws {
    let ledger = try ledger()
    let found = try ledger.scenario(
      ScenarioCut(ledger.organisation("nvidia"), period: .due(2027...2027)),
      ScenarioCut(ledger.organisation("nvidia"), fraction: 0.5, period: .due(2028...2028)))
    #expect(found.accelerators.total.documented == 93.5)
    #expect(found.scenario.slug(in: ledger.dataset) == "nvidia:2027,nvidia:2028=50")
    let document = try jsonObject(found)
    #expect((document["undated"] as? [String: Any])?["sites"] as? Int == 2)
  }

  @Test func theDocumentNamesTheYears() throws {
    let document = try jsonObject(try cut(2027...2028))
    #expect(document["cut"] as? String == "nvidia")
    #expect(document["deliveries"] as? Bool == true)
    #expect(document["due"] as? [String: Int] == ["from": 2027, "to": 2028])
    let ledger = try ledger()
    let plain = try jsonObject(try ledger.scenario(ScenarioCut(ledger.organisation("nvidia"))))
    #expect(plain["due"] == nil && plain["undated"] == nil && plain["deliveries"] == nil)
  }

  @Test func theYearsOfATargetAreThoseAhead() throws {
    let snapshot = try ledger().snapshot()
    func years(_ slug: String) throws -> [Int] {
      let id = try #require(snapshot.dataset.organisation(slug))
      return snapshot.yearsDue(of: .organisation(id), ExposureOptions())
    }
    #expect(try years("nvidia") == [2027, 2028])
    #expect(try years("amd") == [2027])
    #expect(try years("tsmc") == [2027, 2028], "who makes none himself stands behind all")
  }

  /// Whoever rents what runs loses none of it in a year, though it is the target's.
  @Test(arguments: [CutPeriod.due(2027...2027), .deliveries])
  func whoRentsWhatRunsIsNoTenantOfTheLost(period: CutPeriod) throws {
    let ledger = try ExposureLedger(
      compute: """
        runs,2025,a,c,DE,,100,nvidia,,,operational,
        due,2025,b,d,DE,,60,nvidia,,,building,2027
        """)
    let found = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia"), period: period))
    #expect(found.tenants.map { ledger.dataset.slug($0.id) } == ["d"])
    let nothing = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia"), fraction: 0))
    #expect(nothing.tenants.isEmpty && nothing.sites.isEmpty && nothing.makers.isEmpty)
  }

  @Test func moneyOfAClosedRoundHasBeenDelivered() throws {
    let ledger = try ExposureLedger(rounds: "r,c,closed,100", investments: "r,nvidia,40")
    func capital(_ period: CutPeriod) throws -> [Double] {
      let cut = ScenarioCut(try ledger.organisation("nvidia"), fraction: 0.5, period: period)
      let loss = try ledger.scenario(cut).capital.total
      return ends(loss) + [loss.before]
    }
    #expect(try capital(.everything) == [20, 20, 100])
    #expect(try capital(.deliveries) == [0, 0, 100])
    #expect(try capital(.due(2026...2026)) == [0, 0, 100])
  }

  @Test func theYearsOfAPlaceAreThoseOfAllAndTheDaysOwnIsAhead() throws {
    let snapshot = try ledger().snapshot()
    let norway = try #require(snapshot.dataset.country("NO"))
    #expect(snapshot.yearsDue(of: .country(norway), ExposureOptions()) == [2027, 2028])
    let ledger = try ExposureLedger(
      compute: """
        past,2024,a,,DE,,1,nvidia,,,building,2025
        now,2024,a,c,DE,,1,nvidia,,,building,2026-01
        runs,2024,a,,DE,,1,nvidia,,,operational,2027
        ahead,2024,b,,DE,,1,nvidia,,,building,2028
        """)
    func years(_ slug: String) throws -> [Int] {
      let id = try #require(ledger.dataset.organisation(slug))
      return try ledger.snapshot().yearsDue(of: .organisation(id), ExposureOptions())
    }
    #expect(try years("a") == [2026])
    #expect(try years("c") == [2026], "what it rents")
    #expect(try years("d") == [2026, 2028])
  }

  @Test(arguments: [
    ("deliveries", CutPeriod.deliveries), ("2027", .due(2027...2027)),
    ("2027-2029", .due(2027...2029)), ("2028-2027", nil), ("202", nil), ("20277", nil), ("", nil),
    ("2027-", nil), ("-2027", nil), ("2027-2028-2029", nil), ("٢٠٢٧", nil), ("+202", nil),
  ])
  func aPeriodIsReadAsItIsWritten(text: String, period: CutPeriod?) {
    #expect(CutPeriod(typed: text) == period)
    if let period { #expect(period.suffix == ":" + text) }
  }
}
