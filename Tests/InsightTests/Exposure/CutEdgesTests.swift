import Dataset
import Insight
import Testing

/// Sites that a cut counts as touched, as undated, and as rented.
@Suite struct CutEdgesTests {
  @Test func whatHasNoSizeIsCountedWhereItIsTouched() throws {
    let ledger = try ExposureLedger(
      compute: """
        sure,2025,a,,DE,,,nvidia,,,operational,
        may,2025,b,,DE,,,,,,operational,
        might,2025,d,,DE,,,,,,operational,
        other,2025,a,,DE,,,amd,,,operational,
        """)
    let cut = try ledger.scenario(ScenarioCut(ledger.organisation("nvidia")))
    let loss = cut.accelerators.total
    #expect((loss.uncounted, loss.uncountedOpen) == (3, 2))
    #expect(!loss.isNothing && loss.possible == 0)
    let companies = cut.accelerators.byCompany.map {
      "\($0.key.slug(in: ledger.dataset)) \($0.loss.uncounted) \($0.loss.uncountedOpen)"
    }
    #expect(companies == ["a 1 0", "b 1 1", "d 1 1"])
  }

  /// Of what runs nobody needs a date, and what may belong to the target is told too.
  @Test func whatMayLackADateIsUndated() throws {
    func undated(_ rows: String) throws -> UndatedSites {
      let ledger = try ExposureLedger(compute: rows)
      let cut = ScenarioCut(try ledger.organisation("nvidia"), period: .due(2027...2027))
      return try ledger.scenario(cut).undated
    }
    let runs = try undated("runs,2025,a,,DE,,100,nvidia,,,operational,")
    #expect(runs.isEmpty && runs.sites == 0)
    let may = try undated("may,2025,a,,DE,,100,,,,building,")
    #expect(!may.isEmpty)
    #expect((may.sites, may.possibleSites, may.least, may.most) == (0, 1, 0, 0))
  }

  /// The row, not a relation, says what a customer rents.
  @Test func aNamedCustomerRentsNoMore() throws {
    func custom(_ relations: String) throws -> [Double] {
      let ledger = try ExposureLedger(
        compute: """
          named,2025,a,c,DE,,100,nvidia,,,operational,
          open,2025,a,,DE,,40,nvidia,,,operational,
          other,2025,b,,DE,,7,nvidia,,,operational,
          own,2025,b,b,DE,,3,nvidia,,,operational,
          """, relations: relations)
      let loss = try ledger.scenario(ScenarioCut(ledger.organisation("c"))).custom.total
      return [loss.documented, loss.possible]
    }
    #expect(try custom("c,a,customer-of,") == [100, 100])
    #expect(try custom("c,b,customer-of,") == [100, 107], "what B uses itself it does not let")
  }

  /// A tenant of what may be made by anybody has no way to a maker; a place takes what may stand there.
  @Test func aTenantOfTheOpenLosesItToAPlaceAlone() throws {
    let ledger = try ExposureLedger(
      compute: "open,2025,a,c,EU,,10,,,,operational,")
    func tenants(_ target: CutTarget) throws -> [String] {
      try ledger.scenario(ScenarioCut(target)).tenants.map { ledger.dataset.slug($0.id) }
    }
    #expect(try tenants(ledger.organisation("nvidia")).isEmpty)
    #expect(try tenants(ledger.standing(in: "NO")) == ["c"])
    #expect(try tenants(ledger.organisation("a")) == ["c"])
  }
}
