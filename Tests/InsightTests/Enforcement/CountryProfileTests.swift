import Dataset
import Insight
import Testing

@Suite struct CountryProfileTests {
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,country
    small,Small,DE
    big,Big,DE
    quiet,Quiet,DE
    far,Far,FR
    """,
    .rounds: """
    id,company,date,instrument,status,amount_m,currency
    s,small,2025-01-01,equity,closed,10,USD
    b,big,2025-01-01,equity,closed,100,USD
    f,far,2025-01-01,equity,closed,1000,USD
    """,
    .compute: """
    id,date,name,scope,operator,country,accelerators,status
    x,2025-01-01,X,site,far,DE,500,operational
    y,2025-01-01,Y,site,big,DE,900,contracted
    z,2025-01-01,Z,site,big,DE,5000,announced
    w,2025-01-01,W,site,big,DE,7000,cancelled
    v,2025-01-01,V,site,big,FR,7000,contracted
    """,
    .authorities: """
    country,authority,role,date,legal_basis
    DE,BNetzA,market-surveillance,2025-08-01,KI-MIG
    DE,Later,notifying,2026-08-01,KI-MIG
    FR,DGCCRF,market-surveillance,2025-08-01,Draft
    """,
    .enforcement: """
    country,date,step,status
    DE,2025-03-01,penalties,proposed
    DE,2025-02-01,bill,proposed
    FR,2025-02-01,bill,proposed
    DE,2026-07-29,penalties,in-force
    """,
  ]

  private func profile(_ code: String, on date: String) throws -> CountryProfile {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return CountryProfile(try #require(dataset.country(code)), in: dataset.asOf(try day(date)))
  }

  @Test func aCountryShowsItsStepsBodiesSitesAndCompanies() throws {
    let germany = try profile("DE", on: "2026-01-01")
    let dataset = germany.snapshot.dataset
    #expect(
      germany.ledger.map { "\($0.date) \($0.step.word)" } == [
        "2025-02-01 bill", "2025-03-01 penalties",
      ])
    #expect(
      germany.enforcement?.authorities(.marketSurveillance).map { dataset.string($0.name) } == [
        "BNetzA"
      ])
    #expect(germany.enforcement?.authorities(.notifying).isEmpty == true)
    #expect(germany.commitments.map { dataset.slug($0.id) } == ["y", "x", "z"])
    #expect(germany.compute.accelerators == 1400)
    #expect(germany.compute.running == 500)
    #expect(germany.residents.map { dataset.slug($0.organisation) } == ["big", "small", "quiet"])
    #expect(germany.capital.usdMillions == 110)
    #expect(germany.evidence.rows.count == 6)
  }

  /// Of equal sums more rounds stand first, then the id; a number of 0 stands above none.
  @Test func equalsStandByRoundsThenById() throws {
    let snapshot = try SyntheticPackage.dataset([
      .organisations: "id,name,country\nr,R,DE\no,O,DE\ns,S,DE\np,P,DE\nq,Q,DE\nx,X,FR",
      .rounds: """
      id,company,date,instrument,status,amount_m,currency
      1,p,2025-01-01,equity,closed,10,USD
      2,q,2025-01-01,equity,closed,4,USD
      3,q,2025-02-01,equity,closed,6,USD
      4,s,2025-02-01,equity,closed,,
      """,
      .compute: """
      id,date,scope,country,accelerators,status
      programme,2025-01-01,programme,DE,9000,building
      plan,2025-01-01,site,DE,7,announced
      z-none,2025-01-01,site,DE,,building
      paused,2025-01-01,site,DE,8,paused
      zero,2025-01-01,site,DE,0,building
      a-none,2025-01-01,site,DE,,operational
      bid,2025-01-01,bid,DE,10000,announced
      """,
    ]).asOf(try day("2026-01-01"))
    let germany = CountryProfile(try #require(snapshot.dataset.country("DE")), in: snapshot)
    #expect(
      germany.residents.map { snapshot.dataset.slug($0.organisation) } == ["q", "p", "s", "o", "r"])
    #expect(
      germany.commitments.map { snapshot.dataset.slug($0.id) }
        == ["zero", "a-none", "z-none", "paused", "plan", "bid", "programme"])
  }

  /// A filter shortens the lists; the sums stay those of the country.
  @Test func aFilterShortensEveryList() throws {
    let germany = try profile("DE", on: "2026-11-21")
    func only(_ filter: String) throws -> CountryProfile {
      germany.only(try CompiledFilter(filter, for: germany.snapshot))
    }
    let dataset = germany.snapshot.dataset
    #expect(try only("status:proposed").ledger.map(\.step) == [.bill, .penalties])
    #expect(
      try only("status:contracted").commitments.map { dataset.slug($0.id) } == ["y"])
    #expect(
      try only("role:notifying").authorities.map { dataset.string($0.name) } == ["Later"])
    let small = try only("organisation:small")
    #expect(small.residents.map { dataset.slug($0.organisation) } == ["small"])
    #expect(small.compute.accelerators == 1400 && small.capital.usdMillions == 110)
  }

  @Test func aCountryOfWhichNothingIsKnownIsEmpty() throws {
    let states = try profile("US", on: "2026-01-01")
    #expect(states.enforcement == nil)
    #expect(states.commitments.isEmpty)
    #expect(states.residents.isEmpty)
    #expect(states.capital.isEmpty)
    let document = try jsonObject(states)
    #expect(document["country"] as? String == "US")
    #expect((document["ledger"] as? [Any])?.isEmpty == true)
  }

  @Test func theDocumentHoldsWhatTheScreenShows() throws {
    let document = try jsonObject(try profile("DE", on: "2026-11-21"))
    #expect(document["bloc"] as? String == "EU")
    let state = try #require(document["enforcement"] as? [String: Any])
    #expect(state["penalties"] as? String == "in-force")
    let ledger = try #require(document["ledger"] as? [[String: Any]])
    #expect(ledger.count == 3)
    #expect(ledger.first?["sources"] as? [String] == ["s"])
    let companies = try #require(document["companies"] as? [[String: Any]])
    #expect(companies.first?["usd_m"] as? Double == 100)
    let compute = try #require(document["compute"] as? [String: Any])
    #expect(compute["accelerators"] as? Int == 1400)
    #expect((document["authorities"] as? [Any])?.count == 2)
  }
}
