import Dataset
import Insight
import Testing

/// The order of providers, their tenants and the dates of a plan, ties among them.
@Suite struct ProviderOrderTests {
  private static func plan(_ tables: [TableName: String], on date: String = "2026-11-21") throws
    -> Plan
  {
    let dataset = try SyntheticPackage.dataset(tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let country = try #require(dataset.country("DE"))
    return Plan(
      Plan.Question(kind: .annexIII, country: country), in: dataset.asOf(try day(date)))
  }

  private static func slugs(_ ids: [ID<Organisation>], _ plan: Plan) -> [String] {
    ids.map { plan.snapshot.dataset.slug($0) }
  }

  /// `most` has most in the Union, `whole` as much there as the others and more elsewhere.
  @Test func mostInTheUnionComesFirstThenMostOfAllThenTheId() throws {
    let plan = try Self.plan([
      .organisations: "id,name,kind,layer,country\n"
        + ["tie-b", "tie-a", "whole", "most", "none"].map {
          "\($0),\($0),company,infrastructure,FR\n"
        }.joined(),
      .compute: """
      id,date,scope,operator,country,accelerators,status
      a,2025-01-01,site,tie-b,DE,100,building
      b,2025-01-01,site,tie-a,FR,100,operational
      c,2025-01-01,site,whole,DE,100,building
      d,2025-01-01,site,whole,NO,1,building
      e,2025-01-01,site,most,DE,101,building
      f,2025-01-01,site,none,NO,5000,building
      g,2025-01-01,site,tie-b,NO,5000,announced
      """,
    ])
    #expect(
      Self.slugs(plan.providers.map(\.organisation), plan) == [
        "most", "whole", "tie-a", "tie-b", "none",
      ])
    #expect(plan.providers.map(\.firm) == [101, 101, 100, 100, 5000])
  }

  /// By accelerators: 51, then 50 and 20 + 30, then an unknown number, then a customer without a
  /// site.
  @Test func tenantsStandByAcceleratorsThenById() throws {
    let plan = try Self.plan([
      .organisations: "id,name,kind,layer,country\ngrid,Grid,company,infrastructure,FR\n"
        + ["word", "dark", "two", "one", "big", "plan", "ended"].map {
          "\($0),\($0),company,models,FR\n"
        }.joined(),
      .compute: """
      id,date,scope,operator,customer,country,accelerators,status
      a,2025-01-01,site,grid,two,DE,50,building
      b,2025-01-01,site,grid,one,DE,20,building
      c,2025-01-01,site,grid,one,DE,30,operational
      d,2025-01-01,site,grid,big,DE,51,building
      e,2025-01-01,site,grid,dark,DE,,contracted
      f,2025-01-01,site,grid,plan,DE,900,announced
      g,2025-01-01,site,grid,grid,DE,900,building
      h,2025-01-01,site,grid,,DE,,announced
      """,
      .relations: """
      from,to,kind,date,status
      word,grid,customer-of,2025-01-01,active
      one,grid,customer-of,2025-01-01,active
      ended,grid,customer-of,2025-01-01,ended
      plan,grid,supplies,2025-01-01,active
      """,
    ])
    let grid = try #require(plan.providers.first)
    #expect(Self.slugs(grid.tenants, plan) == ["big", "one", "two", "dark", "word"])
    let sites = try #require(grid.sites(in: .eu27))
    #expect((sites.running, sites.firm, sites.unknown) == (30, 1051, 1))
    #expect((sites.announced, sites.announcedUnknown) == (900, 1))
    #expect(grid.sites(in: .us) == nil)
  }

  /// European companies alone, by id: none whose group has a site, and none of an unknown home.
  @Test func whoHasNoSiteStandsById() throws {
    let plan = try Self.plan([
      .organisations: """
      id,name,kind,layer,country,parent
      swiss,Swiss,company,infrastructure,CH,
      british,British,public-company,infrastructure,GB,
      american,American,company,infrastructure,US,
      mist,Mist,company,infrastructure,,
      lab,Lab,public-lab,infrastructure,DE,
      maker,Maker,company,chips,DE,
      head,Head,company,infrastructure,FR,
      part,Part,company,infrastructure,FR,head
      """,
      .compute: "id,date,scope,operator,country,accelerators,status\n"
        + "a,2025-01-01,site,part,DE,5,building",
    ])
    #expect(Self.slugs(plan.otherProviders, plan) == ["british", "swiss"])
    #expect(plan.snapshot.dataset.slug(try #require(plan.providers.first).owner) == "head")
  }

  /// The duty first, then by date, those of a date in the order of the kind, those without a date
  /// last.
  @Test func theDatesOfAPlanStandInOrder() throws {
    let plan = try Self.plan([
      .milestones: """
      id,date,title,scheduled,status,article
      ai-act-sandboxes,2025-01-01,S,2026-08-02,scheduled,57
      ai-act-literacy,2025-01-01,L,,proposed,4
      jtc21-standards,2025-01-01,J,2026-08-02,scheduled,
      ai-act-governance,2025-01-01,G,2025-08-02,scheduled,64
      ai-act-high-risk-guidelines,2025-01-01,H,2026-08-03,scheduled,6
      ai-act-high-risk-annex-iii,2025-01-01,A,2027-12-02,scheduled,6
      other,2025-01-01,O,2025-01-02,scheduled,1
      """
    ])
    let dataset = plan.snapshot.dataset
    #expect(
      plan.obligations.map { "\(dataset.slug($0.obligation.id)) \($0.part.rawValue)" } == [
        "ai-act-high-risk-annex-iii duty", "ai-act-governance power", "jtc21-standards help",
        "ai-act-sandboxes help", "ai-act-high-risk-guidelines help", "ai-act-literacy duty",
      ])
  }

  /// On the last day on which the longest assessment can start nothing is late yet.
  @Test func aStartIsLateFromTheNextDayOn() throws {
    func starts(_ date: String) throws -> [String] {
      let plan = try Self.plan(
        [
          .milestones: "id,date,title,scheduled,status,article\n"
            + "ai-act-high-risk-annex-iii,2025-01-01,A,2027-11-21,scheduled,6"
        ], on: date)
      let late = plan.late.compactMap { late -> Int? in
        if case .start(let start) = late { start.months } else { nil }
      }
      return plan.starts.map { "\($0.months): \($0.daysLeft)" } + late.map { "late: \($0)" }
    }
    #expect(try starts("2026-11-21") == ["6: 181", "12: 0"])
    #expect(try starts("2026-11-22") == ["6: 180", "12: -1", "late: 12"])
    #expect(try starts("2027-05-22") == ["6: -1", "12: -182", "late: 12", "late: 6"])
  }
}
