import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// Facts that views of an older ledger had no words for.
@Suite struct StrainedFactsTests {
  private static func world(_ tables: [TableName: String]) throws -> World {
    let organisations = """
      id,name,kind,layer,country
      hub,Hub,company,models,US
      nvidia,NVIDIA,public-company,chips,US
      acme,Acme,company,infrastructure,DE
      """
    let dataset = try SyntheticPackage.dataset(
      tables.merging([.organisations: organisations]) { given, _ in given }, focus: ["nvidia"])
    return World(dataset: dataset, today: try day("2026-11-21"))
  }

  @Test func aPurchaseThatHasNotClosedIsTold() throws {
    let announced = """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      buy,hub,2026-09-02,Acquisition,acquisition,announced,12930,USD,12930
      """
    let investments = "round,investor,role\nbuy,nvidia,lead"
    let open = sheet(
      .company("hub"), try Self.world([.rounds: announced, .investments: investments]), width: 120)
    #expect(
      open.contains("to be bought by NVIDIA for $12.9 bn (2 Sep 2026, announced, not closed)"))
    let closed = sheet(
      .company("hub"),
      try Self.world([
        .rounds: announced + "\nbuy,hub,2026-10-02,Acquisition,acquisition,closed,12930,USD,12930",
        .investments: investments,
      ]), width: 120)
    #expect(!closed.contains("to be bought"))
    let silent = sheet(
      .company("hub"),
      try Self.world([
        .rounds:
          "id,company,date,series,instrument,status\nb,hub,2026-09-02,Sale,acquisition,announced"
      ]), width: 120)
    #expect(
      silent.contains("to be bought, price not disclosed (2 Sep 2026, announced, not closed)"))
  }

  @Test func oneRoundIsNoRounds() throws {
    let world = try Self.world([
      .rounds: """
      id,company,date,series,instrument,status,amount_m,currency,amount_usd_m
      a,hub,2026-09-02,A,equity,closed,100,USD,100
      """
    ])
    #expect(sheet(.company("hub"), world, width: 120).contains(" in 1 round: "))
  }

  /// Nothing counted is not the same as none.
  @Test func sitesOfUnknownSizeAreNotAtLeastNothing() throws {
    let world = try Self.world([
      .compute: """
      id,date,name,scope,operator,country,status
      a,2026-01-01,Alpha,site,acme,DE,building
      """
    ])
    let page = sheet(.country("DE"), world, width: 100)
    #expect(page.contains("1 firm site of unknown size"))
    #expect(!page.contains("at least 0"))
  }

  /// A single site as large as all others together leaves the others their bars.
  @Test func anOutlierIsCutAndTheTitleSaysSo() throws {
    let sites = (1...5).map {
      "s\($0),2026-01-01,Site \($0),site,o\($0),DE,\($0 == 1 ? 500000 : 9000),operational"
    }
    let operators = (1...5).map { "o\($0),Operator \($0),company,infrastructure,DE" }
    let world = try Self.world([
      .organisations: "id,name,kind,layer,country\n" + operators.joined(separator: "\n"),
      .compute: "id,date,name,scope,operator,country,accelerators,status\n"
        + sites.joined(separator: "\n"),
    ])
    let page = sheet(.compute, world, width: 100)
    #expect(page.contains("By operator, longest bar cut"))
    #expect(page.contains("▸") && page.contains("500.0"))
  }
}
