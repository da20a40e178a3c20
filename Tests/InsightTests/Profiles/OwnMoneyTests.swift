import Dataset
import Testing

@testable import Insight

/// An investor's own money is that of the rounds that count, and so are the rounds it led.
@Suite struct OwnMoneyTests {
  @Test func aPledgeAndATakeoverAreNoMoneyPaid() throws {
    let dataset = try SyntheticPackage.dataset([
      .sources: "id\ns",
      .organisations: ExposureWorld.organisations,
      .rounds: """
      id,company,date,instrument,status,amount_m,currency,part_of
      closed,nscale,2025-01-01,equity,closed,1000,USD,
      other,nscale,2025-02-01,equity,closed,50,USD,
      talks,nscale,2026-01-01,safe,announced,1000,USD,
      pledge,nscale,2025-03-01,plan,announced,500,USD,
      takeover,mistral,2026-02-01,acquisition,closed,12930,USD,
      part,nscale,2024-12-01,safe,closed,100,USD,closed
      """,
      .investments: """
      round,investor,role,amount_m,currency,source
      closed,nvidia,lead,200,USD,s
      other,nvidia,participant,,,s
      talks,nvidia,lead,1000,USD,s
      pledge,nvidia,lead,500,USD,s
      takeover,nvidia,lead,12930,USD,s
      part,nvidia,lead,30,USD,s
      """,
    ])
    let investor = try #require(dataset.organisation("nvidia"))
    let profile = InvestorProfile(investor, in: dataset.asOf(try day("2026-06-01")))
    #expect(profile.raised.rounds.count == 2)
    #expect(profile.ownUSDMillions == 200)
    #expect(profile.parts == 2 && profile.ownKnown == 1)
    #expect(profile.led.map { dataset.slug($0.id) } == ["closed"])
    let parts = OwnParts(dataset.asOf(try day("2026-06-01")), folding: .none)
    #expect(parts.sum(investor, in: dataset.rounds.map(\.id)).alone == 1, "its money in `other`")
    // Every round stays listed, counted or not.
    #expect(profile.rounds.count == 6)
  }
}
