import Dataset
import FoundationEssentials
import Testing

@testable import Insight

@Suite struct CompanyProfileTests {
  private func profile(_ slug: String, _ folding: Folding = .none, asOf day: String = "2026-12-31")
    throws -> CompanyProfile
  {
    let snapshot = try FilterData.snapshot(asOf: day)
    return CompanyProfile(
      try #require(snapshot.dataset.organisation(slug)), in: snapshot, folding: folding)
  }

  @Test func aCompanyIsShownWhole() throws {
    let nscale = try profile("nscale")
    let dataset = nscale.snapshot.dataset
    #expect(
      nscale.rounds.map { dataset.slug($0.round.id) } == ["nscale-c", "nscale-loan", "nscale-b"])
    // Who led stands first, whatever the order of the file.
    #expect(
      nscale.rounds[0].investments.map { dataset.slug($0.investor) } == ["nventures", "nvidia"])
    #expect(nscale.capital.equityUSDMillions == 3100)
    #expect(nscale.operated.map { dataset.slug($0.commitment.id) } == ["narvik", "umbrella"])
    #expect(nscale.rented.isEmpty)
    #expect(nscale.relations.map(\.kind) == [.investsIn, .hosts])
    #expect(nscale.claims.map { dataset.slug($0.id) } == ["size"])
    #expect(nscale.investor == nil)
    #expect(nscale.evidence.slugs(in: dataset) == ["paper", "rumour"])
  }

  @Test func theOtherSidesAreShownToo() throws {
    let openai = try profile("openai")
    #expect(openai.rented.map { openai.snapshot.dataset.slug($0.commitment.id) } == ["narvik"])
    let nvidia = try profile("nvidia")
    let dataset = nvidia.snapshot.dataset
    #expect(nvidia.supplied.map { dataset.slug($0.commitment.id) } == ["narvik", "jupiter"])
    #expect(nvidia.claims.map { dataset.slug($0.id) } == ["share"])
    let mistral = try profile("mistral-ai")
    #expect(mistral.models.map { dataset.slug($0.id) } == ["small", "large"])
  }

  @Test func aDayBeforeKnowsLess() throws {
    let nscale = try profile("nscale", asOf: "2026-03-08")
    #expect(nscale.rounds.count == 2)
    #expect(nscale.capital.last == nil)
  }
}

@Suite struct InvestorProfileTests {
  @Test func aPortfolioCountsEachRoundOnce() throws {
    let snapshot = try FilterData.snapshot()
    let dataset = snapshot.dataset
    let nvidia = try #require(dataset.organisation("nvidia"))
    let alone = InvestorProfile(nvidia, in: snapshot)
    #expect(alone.holdings.map { dataset.slug($0.company) } == ["nscale"])
    #expect(alone.raised.usdMillions == 3100)
    #expect(alone.led.isEmpty)
    #expect(alone.coInvestors.map { dataset.slug($0.investor) } == ["nventures"])
    #expect(alone.coInvestors.first?.rounds.map { dataset.slug($0) } == ["nscale-c"])
    #expect(alone.ownUndisclosed == 2)
    #expect(alone.shareOfRounds == 2.0 / 6.0)

    let group = InvestorProfile(nvidia, in: snapshot, folding: .groups)
    #expect(group.holdings.map { dataset.slug($0.company) } == ["nscale", "mistral-ai"])
    #expect(group.holdings.map(\.led) == [1, 0])
    #expect(group.raised.rounds.count == 3)
    #expect(group.coInvestors.isEmpty)
    #expect(group.ownUSDMillions == 200)
    #expect(group.led.map { dataset.slug($0.id) } == ["nscale-c"])
    #expect(group.shareOfMoney == group.raised.usdMillions / group.everything.usdMillions)
  }

  @Test func whoNeverInvestedHasNoShare() throws {
    let snapshot = try FilterData.snapshot()
    let arm = try #require(snapshot.dataset.organisation("arm"))
    let profile = InvestorProfile(arm, in: snapshot)
    #expect(profile.holdings.isEmpty)
    #expect(profile.shareOfMoney == 0)
  }
}

@Suite struct LayerProfileTests {
  @Test func aLayerIsItsMembers() throws {
    let snapshot = try FilterData.snapshot()
    let dataset = snapshot.dataset
    let layer = LayerProfile(.infrastructure, in: snapshot)
    #expect(layer.members.map { dataset.slug($0.organisation) } == ["nscale", "aker-nscale"])
    #expect(layer.members[0].value?.value.millions == 14600)
    #expect(layer.capital.usdMillions == 4500)
    #expect(layer.compute.accelerators == 52000)
    #expect(layer.suppliers.map { $0.key.slug(in: dataset) } == ["nvidia"])
    let models = LayerProfile(.models, in: snapshot)
    #expect(models.models.map { dataset.slug($0.id) } == ["small", "large"])
    // Essonne is announced, and announcements are no capacity.
    #expect(models.compute.accelerators == 0)
    #expect(models.compute.announced == 18000)
  }

  @Test func layersAddUpToTheWhole() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let layers = Layer.allCases.map { LayerProfile($0, in: snapshot) }
    let capital = Capital.totals(of: snapshot, by: .layer).total
    let compute = Compute.totals(of: snapshot, by: .status).total
    #expect(layers.reduce(0) { $0 + $1.capital.rounds.count } == capital.rounds.count)
    #expect(layers.reduce(0) { $0 + $1.compute.accelerators } == compute.accelerators)
    #expect(
      layers.reduce(0) { $0 + $1.members.count } == snapshot.dataset.organisations.count)
  }

  @Test func modelsAreCountedByHome() throws {
    let frontiers = ModelFrontier.all(in: try FilterData.snapshot())
    let europe = frontiers[0].count
    #expect(europe.models == 2 && europe.open == 1)
    #expect(europe.onNVIDIA == 1 && europe.unknownChips == 1)
    #expect(frontiers[1].count == ModelFrontier.Count())
  }
}
