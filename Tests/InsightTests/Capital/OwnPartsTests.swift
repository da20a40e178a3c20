import Dataset
import Testing

@testable import Insight

/// The part of an investor in a round, alone and as a group.
@Suite struct OwnPartsTests {
  /// `f` paid 10 of round 1 with its daughter `g`, and 5 of round 4; of 2 and 3 nobody says.
  private func sum(_ folding: Folding) throws -> String {
    let snapshot = try Synthetic.snapshot([
      .organisations: "id,name,kind,parent\nf,F,fund,\ng,G,fund,f\nh,H,fund,\nc,C,company,",
      .rounds: """
      id,company,date,instrument,status,amount_m,currency
      1,c,2025-01-01,equity,closed,40,USD
      2,c,2025-01-01,equity,closed,50,USD
      3,c,2025-01-01,equity,closed,60,USD
      4,c,2025-01-01,equity,closed,8,USD
      5,c,2025-01-01,equity,closed,9,USD
      """,
      .investments: """
      round,investor,amount_m,currency
      1,f,10,USD
      1,g,,
      2,f,,
      3,f,,
      3,h,,
      4,f,5,USD
      5,f,1,USD
      5,g,3,USD
      """,
    ])
    let sum = OwnParts(snapshot, folding: folding).sum(
      try #require(snapshot.dataset.organisation("f")), in: snapshot.rounds.map(\.id))
    return "known \(sum.known), unknown \(sum.unknown), alone \(sum.alone), "
      + "\(Wording.number(sum.usdMillions)) m"
  }

  @Test func whatIsKnownIsSummedAndTheRestIsCounted() throws {
    #expect(try sum(.none) == "known 3, unknown 2, alone 1, 16 m")
  }

  /// The mother's money says nothing of the daughter's; where both are known they are a single sum.
  @Test func aGroupIsOneInvestor() throws {
    #expect(try sum(.groups) == "known 2, unknown 3, alone 2, 9 m")
  }
}
