import Dataset
import Insight
import Testing

/// An investor's ticket is a share of its round, and the only investor named is not the only
/// investor there is.
@Suite struct TicketTests {
  private func dataset(rounds: String, investments: String) throws -> Dataset {
    try SyntheticPackage.dataset([
      .sources: "id\ns",
      .organisations: ExposureWorld.organisations,
      .rounds: "id,company,date,instrument,status,amount_m,currency,amount_usd_m,source\n" + rounds,
      .investments: "round,investor,role,amount_m,currency,source\n" + investments,
      .exchangeRates: "date,USD,GBP,NOK,SEK,DKK,CHF,PLN,source\n2026-01-01,1.5,1,10,10,7,1,4,s",
    ])
  }

  private func cut(_ slug: String, _ dataset: Dataset) throws -> CutLoss {
    let id = try #require(dataset.organisation(slug))
    return CutReport(of: dataset.asOf(try day("2026-06-01")), cutting: Scenario(.organisation(id)))
      .capital
      .total
  }

  /// By the source the round was worth 110 dollars, by the rate of its day 150.
  @Test func aTicketInTheRoundsCurrencyIsAShareOfIt() throws {
    let dataset = try dataset(
      rounds: "a,mistral,2026-01-02,equity,closed,100,EUR,110,s",
      investments: """
        a,fund,lead,40,EUR,s
        a,asml,participant,60,EUR,s
        """)
    #expect(try cut("fund", dataset).documented == 44)
    #expect(try cut("asml", dataset).possible == 66)
    let round = try #require(dataset.rounds.first)
    let ticket = try #require(dataset.investments.first)
    #expect(dataset.dollars(ticket, in: round)?.millions == 44)
  }

  @Test func aTicketInAnotherCurrencyIsConvertedOnTheDayOfTheRound() throws {
    let dataset = try dataset(
      rounds: "a,mistral,2026-01-02,equity,closed,100,EUR,110,s",
      investments: "a,fund,lead,55,USD,s")
    #expect(try cut("fund", dataset).documented == 55)
  }

  @Test func aTicketOfAnUndisclosedRoundIsTouchedAndNotCounted() throws {
    let dataset = try dataset(
      rounds: "a,mistral,2026-01-02,equity,closed,,,,s", investments: "a,fund,lead,40,USD,s")
    let (fund, asml) = (try cut("fund", dataset), try cut("asml", dataset))
    #expect((fund.uncounted, fund.uncountedOpen, fund.possible) == (1, 1, 0))
    #expect(asml.isNothing)
  }

  /// With one investor in each round, whatever a cut takes of it is that investor's chokepoint.
  @Test func theMoneyOfAChokepointIsWhatACutTakes() throws {
    let dataset = try dataset(
      rounds: """
        a,mistral,2026-01-02,equity,closed,100,USD,,s
        b,mistral,2026-01-02,equity,closed,100,USD,,s
        c,mistral,2026-01-02,equity,closed,50,USD,,s
        d,mistral,2026-01-02,equity,closed,,,,s
        """,
      investments: """
        a,fund,lead,100,USD,s
        b,nvidia,lead,,,s
        c,asml,lead,20,USD,s
        d,amd,lead,,,s
        """)
    let points = ChokepointReport(of: dataset.asOf(try day("2026-06-01"))).chokepoints
    let expected = ["fund": (100.0, 100.0), "nvidia": (0, 100), "asml": (20, 20), "amd": (0, 0)]
    for (slug, money) in expected {
      let point = try #require(points.first { dataset.slug($0.id) == slug })
      let loss = try cut(slug, dataset)
      #expect(point.usdMillions == loss.documented && point.possibleUSDMillions == loss.possible)
      #expect((point.usdMillions, point.possibleUSDMillions) == money, "\(slug)")
    }
  }
}
