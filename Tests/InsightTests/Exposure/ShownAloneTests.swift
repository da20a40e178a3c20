import Dataset
import TestSupport
import Testing

@testable import Insight

/// Reports with the organisations alone that a filter lets through.
@Suite struct ShownAloneTests {
  private static let compute = """
    x,nscale,microsoft,DE,60,nvidia,building,s1
    y,nebius,mistral,NO,40,amd,building,s1
    """

  private func isOne(_ slug: String, _ world: ExposureWorld) -> (ID<Organisation>) -> Bool {
    { world.dataset.slug($0) == slug }
  }

  @Test func operatorsAndTheFreeAreLeftOut() throws {
    let world = try ExposureWorld(compute: Self.compute)
    let (snapshot, slug) = (
      try world.snapshot(), world.dataset.slug as (ID<Organisation>) -> String
    )
    let capacity = CapacityReport(of: snapshot)
    #expect(capacity.operators.map { slug($0.profile.id) } == ["nscale", "nebius"])
    #expect(
      capacity.only(isOne("nebius", world)).operators.map { slug($0.profile.id) } == ["nebius"])
    let free = Independence(of: snapshot, from: try world.target("nvidia"))
    #expect(free.rows.map { slug($0.id) } == ["mistral", "nebius", "nscale"])
    #expect(free.only(isOne("nscale", world)).rows.map { slug($0.id) } == ["nscale"])
  }

  @Test func aCircleIsShownWithAnyOfItsMembers() throws {
    let world = try ExposureWorld(
      compute: Self.compute, relations: "asml,mistral,customer-of,active,s2",
      rounds: "a,nscale,closed,100\nb,mistral,closed,100",
      investments: "a,nvidia,50\nb,asml,50")
    let money = CircularMoney(of: try world.snapshot())
    func starts(_ money: CircularMoney) -> [String] {
      money.circles.compactMap { $0.steps.first }.map { world.dataset.slug($0.from) }
    }
    #expect(starts(money) == ["asml", "nvidia"])
    #expect(starts(money.only(isOne("nscale", world))) == ["nvidia"])
    #expect(starts(money.only(isOne("asml", world))) == ["asml"])
    #expect(starts(money.only(isOne("nebius", world))).isEmpty)
  }

  /// The index and the total stay those of the whole market.
  @Test func aMarketShowsItsPartsAlone() throws {
    let ledger = try ExposureLedger(
      compute: """
        x,2025,a,,DE,,100,nvidia,hopper;rubin,,operational,
        y,2025,b,,DE,,50,nvidia,rubin,,operational,
        """)
    func text(_ unit: ComputeUnit, _ shown: String) throws -> String {
      let report = ConcentrationReport(of: try ledger.snapshot(), ExposureOptions(unit: unit))
      return try json(report.only { ledger.dataset.slug($0) == shown })
    }
    let exact = try text(.accelerators, "b")
    #expect(exact.contains(#""parts":[{"amount":50,"id":"b"}]"#), "\(exact)")
    #expect(exact.contains(#""total":150"#))
    #expect(!exact.contains("amount_most") && !exact.contains("total_most"))
    let open = try text(.h100e, "a")
    #expect(open.contains(#"[{"amount":100,"amount_most":400,"id":"a"}]"#), "\(open)")
    #expect(open.contains(#""total":300,"total_most":600"#), "\(open)")
  }
}
