import Dataset
import Insight
import Testing

/// The figures of the frozen ledger on money, line by line.
@Suite struct FrozenMoneyTests {
  private let snapshot: Snapshot

  init() throws { snapshot = try FrozenLedger.snapshot(asOf: "2026-09-30") }

  @Test(arguments: CapitalGrouping.allCases)
  func capital(by grouping: CapitalGrouping) {
    let totals = Capital.totals(
      of: snapshot, by: grouping, folding: grouping == .country ? .groups : .none,
      announced: grouping == .layer ? .counted : .beside)
    Golden.expect(Outline(totals.json).lines(limit: 30), "capital-by-\(grouping.rawValue)")
  }

  @Test func quartersOfTheTotal() {
    let totals = Capital.totals(of: snapshot, by: .company)
    let quarters = totals.byQuarter(totals.total, in: snapshot)
    Golden.expect(Outline(quarters.json).lines(limit: 24), "capital-quarters")
  }

  @Test func moneyPerCompute() {
    let ratio = CapitalPerCompute(of: snapshot, in: .h100e)
    Golden.expect(Outline(ratio.json).lines(limit: 50), "capital-per-compute")
  }

  @Test func values() {
    let values = Outline(CompanyValue.all(in: snapshot), in: snapshot.dataset)
    Golden.expect(values.lines(limit: 24), "company-values")
  }

  @Test(arguments: ["mistral-ai", "nscale", "nvidia"])
  func companies(_ slug: String) throws {
    let id = try #require(snapshot.dataset.organisation(slug))
    let profile = Outline(CompanyProfile(id, in: snapshot, folding: .groups), in: snapshot.dataset)
    Golden.expect(profile.lines(limit: 16), "company-\(slug)")
  }

  @Test(arguments: ["nvidia", "accel"])
  func investors(_ slug: String) throws {
    let id = try #require(snapshot.dataset.organisation(slug))
    let profile = InvestorProfile(id, in: snapshot, folding: .groups)
    Golden.expect(Outline(profile.json).lines(limit: 24), "investor-\(slug)")
  }

  @Test(arguments: Layer.allCases)
  func layers(_ layer: Layer) {
    let profile = LayerProfile(layer, in: snapshot)
    Golden.expect(Outline(profile.json).lines(limit: 12), "layer-\(layer.word)")
  }

  @Test func circles() {
    let money = CircularMoney(of: snapshot, upTo: 4)
    Golden.expect(Outline(money.json).lines(limit: 24), "circular-money")
  }
}
