import Dataset
import Testing

@testable import Insight

/// The order of what a page lists, ties among them, and shares of nothing.
@Suite struct ProfileOrderTests {
  private static func slugs(_ ids: [ID<Organisation>], _ dataset: Dataset) -> [String] {
    ids.map { dataset.slug($0) }
  }

  private static let investor: [TableName: String] = [
    .organisations: """
    id,name,layer
    inv,Investor,capital
    one,One,capital
    two,Two,capital
    three,Three,capital
    four,Four,capital
    b,B,models
    a,A,models
    d,D,infrastructure
    c,C,chips
    e,E,models
    f,F,models
    """,
    .rounds: """
    id,company,date,instrument,status,amount_m,currency
    r1,a,2023-01-01,equity,closed,90,USD
    r2,b,2023-05-01,equity,closed,100,USD
    r3,d,2025-06-01,equity,closed,60,USD
    r4,c,2025-06-01,equity,closed,60,USD
    r5,a,2025-07-01,equity,closed,10,USD
    r6,e,2025-07-01,equity,closed,80,USD
    """,
    .investments: """
    round,investor,role
    r1,inv,lead
    r2,inv,lead
    r3,inv,participant
    r4,inv,participant
    r5,inv,lead
    r2,three,participant
    r2,four,participant
    r1,two,participant
    r5,two,participant
    r1,one,participant
    r4,one,participant
    """,
    .relations: """
    from,to,kind,date,status
    inv,e,invests-in,2025-01-01,active
    inv,f,owns,2025-02-01,active
    inv,a,invests-in,2025-03-01,active
    inv,e,supplies,2025-04-01,active
    f,inv,finances,2025-04-01,active
    """,
  ]

  /// `a` and `b` raised 100 each, `c` and `d` 60. `one` was in two rounds of two companies, `two`
  /// in two of one.
  @Test func thePortfolioStandsByMoneyThenById() throws {
    let dataset = try SyntheticPackage.dataset(Self.investor)
    let id = try #require(dataset.organisation("inv"))
    let profile = InvestorProfile(id, in: dataset.asOf(try day("2026-01-01")))
    #expect(Self.slugs(profile.holdings.map(\.company), dataset) == ["a", "b", "c", "d"])
    #expect(profile.holdings.map(\.led) == [2, 1, 0, 0])
    #expect(profile.byLayer.map(\.layer) == [.models, .chips, .infrastructure])
    #expect(profile.byLayer.map(\.tally.usdMillions) == [200, 60, 60])
    #expect(profile.byYear.map(\.year) == [2023, 2024, 2025])
    #expect(profile.byYear.map(\.tally.usdMillions) == [190, 0, 130])
    #expect(
      Self.slugs(profile.coInvestors.map(\.investor), dataset) == ["one", "two", "four", "three"])
    #expect(profile.coInvestors.map(\.companies) == [2, 1, 1, 1])
    #expect(profile.rounds.map { dataset.slug($0.id) } == ["r5", "r3", "r4", "r2", "r1"])
    #expect(profile.shareOfRounds == 5.0 / 6)
    #expect(profile.shareOfMoney == 0.8)
    #expect(Self.slugs(profile.others.map(\.to), dataset) == ["f", "e"])
  }

  @Test func ofNoMoneyNobodyHasAShare() throws {
    let dataset = try SyntheticPackage.dataset([.organisations: "id,name\ninv,Investor"])
    let id = try #require(dataset.organisation("inv"))
    let profile = InvestorProfile(id, in: dataset.asOf(try day("2026-01-01")))
    #expect(profile.shareOfRounds == 0 && profile.shareOfMoney == 0)
    #expect(profile.byYear.isEmpty && profile.parts == 0)
  }

  /// By money, then by accelerators, then by id.
  @Test func aLayerStandsByMoneyThenAcceleratorsThenId() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,layer\n"
        + ["z", "y", "b", "a", "m", "n"].map { "\($0),\($0),infrastructure\n" }.joined()
        + "o,o,models",
      .rounds: "id,company,date,instrument,status,amount_m,currency\n"
        + "r,m,2025-01-01,equity,closed,5,USD\ns,n,2025-01-01,equity,closed,6,USD",
      .compute: "id,date,scope,operator,country,accelerators,status\n"
        + "s,2025-01-01,site,z,DE,100,building\nt,2025-01-01,site,y,DE,200,building\n"
        + "u,2025-01-01,site,o,DE,900,building",
    ])
    let layer = LayerProfile(.infrastructure, in: dataset.asOf(try day("2026-01-01")))
    #expect(
      Self.slugs(layer.members.map(\.organisation), dataset) == ["n", "m", "y", "z", "a", "b"])
    #expect(layer.compute.accelerators == 300)
  }

  /// The lists follow a filter, the sums stay those of the whole layer.
  @Test func aLayerFilteredKeepsItsSums() throws {
    let snapshot = try FilterData.snapshot()
    let whole = LayerProfile(.models, in: snapshot)
    let openai = try #require(snapshot.dataset.organisation("openai"))
    let some = whole.only({ $0 == openai }, try CompiledFilter("weights:open", for: snapshot))
    #expect(some.members.map(\.organisation) == [openai])
    #expect(some.models.map { snapshot.dataset.slug($0.id) } == ["small"])
    #expect(some.capital.usdMillions == whole.capital.usdMillions)
    #expect(whole.members.count == 2)
  }

  private static let mentioned: [TableName: String] = [
    .sources: "id\nself\nprice\nmodel\nsign\nlaw\nother",
    .organisations: "id,name,layer,source\nacme,Acme,models,self\nhub,Hub,models,other",
    .valuations:
      "company,date,value_m,currency,basis,source\nacme,2025-01-01,5,USD,market-cap,price",
    .models: "id,name,developer,date,source\nm,M,acme,2025-01-01,model\nn,N,hub,2025-01-01,other",
    .signatories: """
    organisation,instrument,date,status,source
    acme,first,2025-01-01,signed,sign
    acme,second,2025-03-01,refused,sign
    hub,first,2025-01-01,signed,other
    """,
    .milestones: """
    id,date,title,scheduled,status,note,source
    first,2025-01-01,The code of ACME,,scheduled,,law
    second,2025-02-01,Acmeville opens,,scheduled,,other
    third,2025-03-01,A day,,scheduled,"Asked for by Acme, and granted",law
    fourth,2025-03-01,acme again,,scheduled,,law
    """,
  ]

  /// A name counts as a whole word, whatever its case; of a date the order of the file stays.
  @Test func aPageHasWhatNamesTheCompanyLatestFirst() throws {
    let dataset = try SyntheticPackage.dataset(Self.mentioned)
    let id = try #require(dataset.organisation("acme"))
    let profile = CompanyProfile(id, in: dataset.asOf(try day("2026-01-01")))
    #expect(profile.milestones.map { dataset.slug($0.id) } == ["third", "fourth", "first"])
    #expect(profile.signatures.map { dataset.slug($0.instrument) } == ["second", "first"])
    #expect(
      profile.evidence.slugs(in: dataset) == ["self", "price", "model", "sign", "law"])
  }

  /// The largest first, an unknown number behind none at all, of equals by id. Its own sites are
  /// neither rented nor supplied by it.
  @Test func computeStandsBySizeAndByWhoHasIt() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,layer\nacme,Acme,models\nhub,Hub,models",
      .compute: """
      id,date,operator,customer,chip_vendor,country,accelerators,status
      dark,2025-01-01,acme,,,DE,,building
      zero,2025-01-01,acme,,,DE,0,building
      five-b,2025-01-01,acme,acme,acme,DE,5,building
      five-a,2025-01-01,acme,,,DE,5,building
      nine,2025-01-01,acme,hub,,DE,9,building
      guest,2025-01-01,hub,acme,acme,DE,7,building
      made,2025-01-01,hub,,acme,DE,8,building
      theirs,2025-01-01,hub,hub,hub,DE,99,building
      """,
    ])
    let id = try #require(dataset.organisation("acme"))
    let profile = CompanyProfile(id, in: dataset.asOf(try day("2026-01-01")))
    func slugs(_ entries: [CommitmentHistory]) -> [String] {
      entries.map { dataset.slug($0.commitment.id) }
    }
    #expect(slugs(profile.operated) == ["nine", "five-a", "five-b", "zero", "dark"])
    #expect(slugs(profile.rented) == ["guest"])
    #expect(slugs(profile.supplied) == ["made", "guest"])
  }

  /// Makers stand by the number of their models, of equals by id.
  @Test func basesNameTheirMakersMostFrequentFirst() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: "id,name,layer,country\n"
        + ["c", "b", "a"].map { "\($0),\($0),models,FR\n" }.joined()
        + ["z", "y", "x"].map { "\($0),\($0),models,US\n" }.joined(),
      .models: "id,name,developer,base_developer,date\n"
        + ["c,z", "b,y", "a,y", "c,x", "b,", "a,x", "c,y"].enumerated().map {
          "m\($0),M,\($1),2025-01-0\($0 + 1)\n"
        }.joined(),
    ])
    let bases = ModelBase.all(of: .europe, in: dataset.asOf(try day("2026-01-01")))
    #expect(bases.map(\.home) == [nil, .us])
    #expect(Self.slugs(bases[1].builders, dataset) == ["c", "a", "b"])
    #expect(Self.slugs(bases[1].developers, dataset) == ["y", "x", "z"])
    #expect(bases.map(\.share) == [1.0 / 7, 6.0 / 7])
    #expect(
      try json(bases[0].json(in: dataset))
        == #"{"builders":["b"],"developers":[],"home":"own","models":["m4"]}"#)
  }
}
