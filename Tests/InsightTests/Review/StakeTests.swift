import Dataset
import Testing

@testable import Insight

/// The stakes of a finding.
@Suite struct StakeTests {
  @Test func noStakeIsNegativeOrEndless() {
    var stake = Stake()
    #expect(stake.isEmpty && stake.words.isEmpty)
    stake[.dollars] = .infinity
    stake[.megawatts] = .nan
    stake[.states] = -3
    #expect(stake.isEmpty)
    stake[.states] = 1
    #expect(!stake.isEmpty)
  }

  @Test(arguments: [
    (Stake.Unit.states, 1.0, "1 state"), (.states, 2, "2 states"),
    (.accelerators, 52_000, "52,000 accelerators"), (.megawatts, 7.46, "7.5 MW"),
    (.megawatts, 75.4, "75 MW"), (.dollars, 9.96, "USD 10 m"), (.dollars, 0.25, "USD 0.3 m"),
    (.valuation, 1200, "a price of USD 1,200 m"),
    (.announcedAccelerators, 5, "5 accelerators announced"),
    (.accelerators, 1, "1 accelerator"), (.announcedAccelerators, 1, "1 accelerator announced"),
    (.announcedMegawatts, 5, "5 MW announced"), (.announcedDollars, 5, "USD 5 m announced"),
  ])
  func words(_ unit: Stake.Unit, _ amount: Double, _ words: String) {
    #expect(Stake(unit, amount).words == words)
  }

  @Test func stakesAddUp() {
    var sum = Stake(.dollars, 5)
    sum += Stake(.dollars, 6)
    sum += Stake(.states, 2)
    #expect(sum[.dollars] == 11 && sum[.states] == 2 && sum[.megawatts] == 0)
  }

  /// The largest part of a total, and a fifth of what stands apart from the totals.
  @Test func theLargestPartOfATotalIsTheWeight() {
    var totals = Stake(.dollars, 100)
    totals[.states] = 4
    totals[.announcedAccelerators] = 50
    #expect(Stake(.dollars, 30).weight(in: totals) == 0.3)
    #expect(Stake(.dollars, 300).weight(in: totals) == 1)
    #expect(Stake(.states, 1).weight(in: totals) == 0.25)
    #expect(Stake(.announcedAccelerators, 25).weight(in: totals) == 0.1)
    #expect(Stake(.megawatts, 5).weight(in: totals) == 0, "of nothing")
    #expect(Stake(.megawatts, 0.25).weight(in: Stake(.megawatts, 0.5)) == 0.5, "of half a megawatt")
    var both = Stake(.dollars, 10)
    both[.states] = 3
    #expect(both.weight(in: totals) == 0.75)
    both[.states] = 0
    both[.announcedAccelerators] = 50
    #expect(both.weight(in: totals) == 0.2)
  }

  /// A figure from ten on is told without decimals.
  @Test func tenIsToldWhole() {
    #expect(Stake(.megawatts, 9.94).words == "9.9 MW")
    #expect(Stake(.megawatts, 10.4).words == "10 MW")
  }
}
