import Dataset
import Insight
import Testing

/// Sites of which no row names the operator, and companies whose home no row names.
@Suite struct NobodysSiteTests {
  private func world() throws -> ExposureWorld {
    try ExposureWorld(
      compute: """
        x,,microsoft,DE,30,nvidia,building,s1
        y,,,NO,7,amd,building,s1
        z,nscale,,NO,5,amd,building,s1
        """,
      relations: "openai,nscale,customer-of,active,s2",
      rounds: "r,csc,closed,100", investments: "r,fund,60")
  }

  private func cut(_ slug: String, _ world: ExposureWorld) throws -> CutReport {
    CutReport(of: try world.snapshot(), cutting: Scenario(CutTarget(try world.target(slug))))
  }

  private func words(_ groups: [CutBreakdown.Group], _ world: ExposureWorld) -> [String] {
    groups.map { "\($0.key.slug(in: world.dataset)) \(world.digits($0.loss.documented))" }
  }

  @Test func theLossIsThatOfNobodyNamed() throws {
    let world = try world()
    let lost = try cut("nvidia", world).accelerators
    #expect(words(lost.byCompany, world) == ["unknown 30"])
    #expect(words(lost.byLayer, world) == ["unknown 30"])
    #expect(words(lost.byCustomer, world) == ["microsoft 30"])
    let money = try cut("fund", world).capital
    #expect(words(money.byCountry, world) == ["unknown 60"])
    #expect(words(money.byJurisdiction, world) == ["unknown 60"])
  }

  /// A customer by relation may rent what its operator has, not what nobody operates.
  @Test func itIsNoCustomersByARelation() throws {
    let world = try world()
    let custom = try cut("openai", world).custom.total
    #expect((custom.documented, custom.possible, custom.before) == (0, 5, 42))
    #expect(
      world.lines(try world.exposure(to: "microsoft", in: .customers)) == ["nscale 0 to 1 none"])
  }

  @Test func itStandsUnderALawAndItsMakerTakesIt() throws {
    let world = try world()
    let slug = { (key: GroupKey) in key.slug(in: world.dataset) }
    let rows = LawMatrix(of: try world.snapshot()).rows.map {
      "\(slug($0.operatorHome)) \(slug($0.law)) \(slug($0.tenantHome)) \($0.size.lowerBound)"
    }
    #expect(
      rows == ["unknown EU-27 US 30.0", "unknown EEA unknown 7.0", "UK EEA unknown 5.0"])
    let points = ChokepointReport(of: try world.snapshot()).chokepoints
      .filter { !$0.commitments.isEmpty }
      .map { point in
        let sites = point.commitments.map { world.dataset.slug($0) }.joined(separator: " ")
        return "\(world.dataset.slug(point.id)) \(point.accelerators) \(sites)"
      }
    #expect(points == ["nvidia 30 x", "amd 12 y z", "nscale 5 z"])
  }
}
