import Canvas
import Dataset
import Insight
import TestSupport
import Testing

@testable import Dashboard

/// How screens show chips, statistics, benchmarks, bases of models, rules of the Act, names of authorities,
/// and how a source was read.
@Suite struct NewTablesScreenTests {
  private static let tables: [TableName: String] = [
    .sources: """
    id,title,publisher,url,published,kind,retrieved
    s,Page,Someone,https://a.eu/page,2026-01-05,news,page
    dig,Heard,Digest,https://b.eu/heard,2026-01-06,news,digest
    non,Unseen,Nobody,https://c.eu/unseen,2026-01-07,news,
    """,
    .countries:
      "code,name,bloc\nDE,Germany,EU\nSK,Slovakia,EU\nUS,United States,other\nCN,China,other",
    .organisations: """
    id,name,kind,layer,country
    acme,Acme,company,models,DE
    hub,Hub,company,models,US
    nvidia,NVIDIA,public-company,chips,US
    """,
    .chips: "id,name,vendor,power_w,bf16_tflops\nh100,H100 SXM5,nvidia,700,989.4",
    .compute: """
    id,date,name,scope,operator,country,accelerators,chips,status,source
    a,2026-01-01,Alpha,site,acme,DE,1000,h100,operational,s
    b,2026-01-01,Beta,site,acme,DE,3000,h100,announced,dig
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,source
    r,acme,2026-03-01,A,equity,closed,100,USD,100,dig
    q,acme,2026-04-01,B,equity,closed,100,USD,100,non
    """,
    .statistics: "country,year,population,gdp_eur_m\nDE,2024,100000000,4000000",
    .exchangeRates: "date,USD\n2024-12-31,1",
    .benchmarks: "measure,scope,period,value,unit\nai-funding,Europe,2026-H1,400,USD m",
    .models: """
    id,name,developer,base_developer,date,weights
    own,Own,acme,,2025-01-01,open
    tuned,Tuned,acme,hub,2025-02-01,open
    """,
    .relations: """
    from,to,kind,date,status,part
    acme,hub,builds-on,2025-02-01,active,
    nvidia,acme,supplies,2025-02-01,active,accelerators
    """,
    .milestones: """
    id,date,title,instrument,scheduled,status
    ai-act-high-risk-annex-iii,2024-07-12,High-risk rules,AI Act,2027-12-02,scheduled
    """,
    .annexes: """
    kind,article,title,what,by
    annex-iii,9,Risk management,Manage the risks,ai-act-high-risk-annex-iii
    """,
    .authorities: """
    country,authority,role,date,legal_basis,confidence,source,english,acronym,website
    SK,Úrad na ochranu,notifying,2026-01-01,Law,reported,s,Office for Protection,ÚOOÚ,uoou.sk
    """,
  ]

  private static func world() throws -> World {
    World(
      dataset: try SyntheticPackage.dataset(tables, focus: ["nvidia"]),
      today: try day("2026-11-21"))
  }

  private static func json(_ page: Page, _ world: World) throws -> [String: Any] {
    try jsonObject(Sheet(page: page, world: world, settings: Settings()).record)
  }

  private func printed(_ sheet: Sheet) -> String {
    PlainText.write(sheet.canvas(width: 120, height: nil), ascii: false)
  }

  // MARK: Chips

  @Test func thePageOfAChipTellsItsSitesPowerAndSpeed() throws {
    let page = sheet(.fact(.chip("h100")), try Self.world(), width: 120)
    #expect(page.contains("H100 SXM5  chip"))
    #expect(page.contains("700 W"))
    #expect(page.contains("989.4 TFLOP/s"))
    #expect(page.contains("2 rows, 1 firm site with 1,000 accelerators"))
    #expect(page.contains("Alpha, 1,000 accelerators, operational, Acme"))
    #expect(Page(name: "fact:chip:h100") == .fact(.chip("h100")))
  }

  @Test func theListOfChipsFollowsTheSelection() throws {
    var state = State.opened(.chips, try Self.world())
    #expect(state.picture().contains("Sites with H100 SXM5 · 2"))
    state.press(.enter)
    #expect(state.place.page == .fact(.chip("h100")))
    let site = sheet(.fact(.commitment("a")), try Self.world(), width: 100)
    #expect(site.contains("H100 SXM5"))
  }

  // MARK: Statistics

  @Test func aCountryIsSetAgainstItsSize() throws {
    let world = try Self.world()
    let page = sheet(.country("DE"), world, width: 100)
    #expect(page.contains("In figures  population and GDP of 2024"))
    #expect(page.contains("firm accelerators per million people"))
    let figures = try #require(
      Sheet(page: .country("DE"), world: world, settings: Settings()).table("figures"))
    #expect((0..<figures.count).map { figures.row($0)[1] }[2] == .number(2))
    let slovakia = sheet(.country("SK"), world, width: 100)
    #expect(slovakia.contains("In figures  no population or GDP is known"))
  }

  @Test func sumsByCountryHaveColumnsBySize() throws {
    let world = try Self.world()
    var settings = Settings()
    settings[CapitalOptions.grouping] = .country
    let money = Sheet(page: .capital, world: world, settings: settings)
    let groups = try #require(money.table("groups"))
    #expect(groups.headers.suffix(3) == ["usd_per_head", "of_gdp", "statistic_year"])
    #expect(groups.row(0).suffix(3) == [.number(2), .number(0.00005), .integer(2024)])
    #expect(printed(money).contains("$2 per head, 0.005 % of GDP"))
    settings = Settings()
    settings[ComputeOptions.grouping] = .country
    let sites = try #require(
      Sheet(page: .compute, world: world, settings: settings).table("groups"))
    #expect(sites.row(0).suffix(3) == [.number(10), .number(0.25), .integer(2024)])
  }

  // MARK: Benchmarks

  @Test func benchmarksSayHowMuchIsHeld() throws {
    let world = try Self.world()
    let page = sheet(.benchmarks, world, width: 140)
    #expect(page.contains("Someone counts $400 m for 2026-H1, this ledger holds $200 m (50 %)"))
    #expect(sheet(.capital, world, width: 140).contains("this ledger holds $200 m (50 %)"))
    let entries = try #require(try Self.json(.benchmarks, world)["benchmarks"] as? [[String: Any]])
    #expect(entries.first?["held"] as? [Double] == [200, 200])
    #expect((entries.first?["difference"] as? String)?.contains("closed rounds") == true)
  }

  // MARK: Models

  @Test func theLayerOfModelsShowsOnWhoseBaseTheyStand() throws {
    let world = try Self.world()
    let page = sheet(.layer(.models), world, width: 140)
    #expect(
      page.contains("On whose base Europe's models stand · 1 of 2 on one made outside Europe"))
    let bases = try #require(
      Sheet(page: .layer(.models), world: world, settings: Settings()).table("bases"))
    #expect((0..<bases.count).map { bases.row($0)[0] } == [.text("own"), .text("us")])
    let records = try #require(try Self.json(.layer(.models), world)["bases"] as? [[String: Any]])
    #expect(records.last?["models"] as? [String] == ["tuned"])
    #expect(sheet(.fact(.model("tuned")), world, width: 100).contains("built on a model of"))
  }

  @Test func aBaseLeadsToTheModelsThatStandOnIt() throws {
    var state = State.opened(.layer(.models), try Self.world())
    var found: [Fact] = []
    for _ in 0..<4 {
      state.press(.home)
      for _ in 0..<2 {
        if let fact = state.selectedFact, !found.contains(fact) { found.append(fact) }
        state.press(.down)
      }
      state.press(.tab)
    }
    #expect(found.contains(.sum(title: "Models on a US base", [.model("tuned")])), "\(found)")
    #expect(
      found.contains(.sum(title: "Models on their makers' own base", [.model("own")])), "\(found)")
  }

  @Test func aCompanyTellsWhatItBuildsOnAndWhichPartIsSupplied() throws {
    let world = try Self.world()
    let page = sheet(.company("acme"), world, width: 140)
    #expect(page.contains("builds on Hub"))
    let relations = try #require(
      Sheet(page: .company("acme"), world: world, settings: Settings()).table("relations"))
    let part = try #require(relations.headers.firstIndex(of: "part"))
    let parts = (0..<relations.count).map { relations.row($0)[part] }
    #expect(Set(parts) == [.text("accelerators"), .null])
  }

  // MARK: Rules

  @Test func thePlannerAndTheMilestoneTellTheRules() throws {
    let world = try Self.world()
    let plan = Page.planner(PlanRequest(country: "DE"))
    #expect(sheet(plan, world, width: 140).contains("Asks for  1"))
    #expect(sheet(plan, world, width: 140).contains("Manage the risks"))
    let rules = try #require(try Self.json(plan, world)["rules"] as? [[String: Any]])
    #expect(rules.first?["from"] as? String == "2027-12-02")
    let milestone = sheet(.fact(.milestone("ai-act-high-risk-annex-iii")), world, width: 140)
    #expect(milestone.contains("1 rule of the Act hold"))
    #expect(milestone.contains("Article 9"))
    let rule = FactDetails(of: .row(.annexes, .number(0)), in: world)
    #expect(rule.rows.contains { $0.name == "holds with" && $0.text == "High-risk rules" })
  }

  // MARK: Authorities

  @Test(arguments: ["urad na ochranu", "ÚRAD", "office for prot", "uoou", "ÚOOÚ"])
  func aBodyIsFoundByEachOfItsNames(_ typed: String) throws {
    var state = State.opened(.overview, try Self.world())
    state.type(":")
    state.type(typed)
    state.press(.enter)
    #expect(state.place.page == .country("SK"))
  }

  @Test func theCountryShowsTheNamesOfABody() throws {
    let world = try Self.world()
    #expect(sheet(.country("SK"), world, width: 180).contains("Office for Protection"))
    let table = try #require(
      Sheet(page: .country("SK"), world: world, settings: Settings()).table("authorities"))
    for header in ["english", "acronym", "website"] { #expect(table.headers.contains(header)) }
    let filtered = try world.through(Filter("\"office for protection\"", in: world.dataset))
    #expect(world.dataset.authorities.filter(filtered.passes.matches).count == 1)
  }

  // MARK: Sources

  @Test func howASourceWasReadIsSaid() throws {
    let world = try Self.world()
    let page = sheet(.sources, world, width: 140)
    #expect(
      page.contains("3, 1 known from a digest, 1 page not read yet"))
    let table = try #require(
      Sheet(page: .sources, world: world, settings: Settings()).table("sources"))
    let column = try #require(table.headers.firstIndex(of: "retrieved"))
    #expect(
      (0..<table.count).map { table.row($0)[column] } == [.text("page"), .text("digest"), .null])
    let digest = sheet(.fact(.round("r")), world, width: 100)
    #expect(digest.contains("known from digests alone: none of its pages was read"))
    #expect(digest.contains("(known from a digest)"))
    let unseen = sheet(.fact(.round("q")), world, width: 100)
    #expect(unseen.contains("rests on pages that were not read: a lead to be confirmed"))
    #expect(!sheet(.fact(.commitment("a")), world, width: 100).contains("rests on"))
  }

  /// A page that nobody read still has an address.
  @Test func theSheetShowsTheAddressOfWhatWasNotRead() throws {
    var state = State.opened(.fact(.round("q")), try Self.world())
    state.press(.down)
    state.type("s")
    let picture = state.picture()
    #expect(picture.contains("not read: a lead to be confirmed"))
    #expect(picture.contains("https://c.eu/unseen"))
  }

  // MARK: Order

  @Test func namesSortByTheirLetters() throws {
    let dataset = try SyntheticPackage.dataset([
      .organisations: """
      id,name,kind,layer
      a,Zeta,company,models
      b,Österreich,company,models
      c,Pi,company,models
      d,Łódź,company,models
      e,Mu,company,models
      """
    ])
    let world = World(dataset: dataset, today: try day("2026-11-21"))
    var settings = Settings()
    settings.sort["organisations"] = SortOrder(column: "organisation", descending: false)
    let table = try #require(
      Sheet(page: .layer(.models), world: world, settings: settings).table("organisations"))
    #expect(
      (0..<table.count).map { table.row($0)[0] } == ["d", "e", "b", "c", "a"].map { .text($0) })
  }
}
