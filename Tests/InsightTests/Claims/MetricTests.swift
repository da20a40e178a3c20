import Dataset
import Insight
import Testing

/// The result of each metric on a few rows.
@Suite struct MetricTests {
  private static let tables: [TableName: String] = [
    .sources: "id,published\ns,\nbriefing-a,2026-03-21",
    .organisations: """
    id,name,country,city,founded,parent
    nscale,Nscale,GB,London,2024,
    aker-nscale,Aker Nscale,NO,,,nscale
    ami,AMI Labs,FR,Paris,2025,
    nvidia,NVIDIA,US,,,
    nventures,NVentures,US,,,nvidia
    openai,OpenAI,US,,,
    microsoft,Microsoft,US,,,
    mystery,Mystery,,,,
    cloud,US Cloud,US,,,
    """,
    .exchangeRates: "date,USD\n2025-12-01,1.1",
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,amount_usd_m,post_money_m,post_money_currency,part_of
    n-a,nscale,2024-12,Series A,equity,closed,155,USD,,,,
    n-safe,nscale,2025-10-01,SAFE,safe,closed,433,USD,,,,n-c
    n-debt,nscale,2026-02,Loan,debt,closed,1000,EUR,,,,
    n-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,,14600,USD,
    n-plan,nscale,2026-01-01,Plan,plan,announced,2500,USD,,,,
    ami-seed,ami,2026-03-10,Seed,equity,closed,1030,USD,,,,
    ami-quiet,ami,2026-01-10,Bridge,equity,closed,,,,,,
    ami-2026,ami,2026,Grant,grant,closed,5,USD,,,,
    cloud-1,cloud,2025-01-01,Series Z,equity,closed,9000,USD,,,,
    """,
    .investments: """
    round,investor
    n-c,nventures
    n-c,openai
    ami-seed,nvidia
    n-debt,microsoft
    """,
    .valuations: """
    company,date,value_m,currency,basis,confidence
    ami,2026-03-10,3500,USD,post-money,disputed
    ami,2026-03-10,4530,USD,post-money,estimate
    """,
    .compute: """
    id,date,name,scope,operator,customer,country,accelerators,chip_vendor,chip,status,target
    stargate,2025-07-31,Stargate,site,nscale,openai,NO,100000,nvidia,GB300,announced,2026
    stargate,2026-01-15,Stargate,site,nscale,openai,NO,48000,nvidia,GB300,announced,2026
    stargate,2026-04-15,Stargate,site,nscale,openai,NO,,nvidia,,cancelled,
    narvik,2025-10-15,Narvik,site,aker-nscale,microsoft,NO,52000,nvidia,Rubin,contracted,2026
    sines,2025-10-14,Sines,site,nscale,microsoft,DE,12000,nvidia,GB300,building,2026
    hidden,2025-10-14,Hidden,site,nscale,mystery,DE,6000,,,contracted,
    dark,2025-10-14,Dark,site,nscale,,DE,,,,operational,
    program,2025-10-14,Programme,programme,nscale,,DE,90000,nvidia,GB300,contracted,
    """,
    .milestones: """
    id,date,scheduled,status
    general,2024-07-12,2026-08-02,scheduled
    annex,2024-07-12,2026-08-02,scheduled
    annex,2025-11-19,2027-12-02,proposed
    annex,2026-07-27,2027-12-02,postponed
    """,
    .enforcement: """
    country,date,step,status
    DE,2025-01-01,market-surveillance,designated
    DE,2025-01-01,notifying,designated
    DE,2025-01-01,single-point-of-contact,designated
    DE,2026-06-01,penalties,in-force
    """,
  ]

  /// The result of a metric on the briefing's day and on 21 November 2026, and how many rows are open.
  private func values(_ metric: String) throws -> (then: String, now: String, unknown: Int) {
    var tables = Self.tables
    tables[.claims] = "id,briefing,metric\nc,A,\"\(metric)\""
    let dataset = try SyntheticPackage.dataset(tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let report = ClaimReport(dataset.asOf(try day("2026-11-21")))
    let reckoning = try #require(report.checks.first?.reckonings.first, "\(report.problems)")
    #expect(!reckoning.then.words.isEmpty)
    return (
      reckoning.then.text(in: dataset), reckoning.now.text(in: dataset), reckoning.then.unknown
    )
  }

  @Test(arguments: [
    ("round-amount(n-c)", "2000", "2000", 0),
    ("round-amount(n-c;ami-quiet)", "2000", "2000", 1),
    ("round-amount(ami-quiet)", "", "", 0),
    ("new-money(n-c)", "1567", "1567", 0),
    ("post-money(n-c)", "14600", "14600", 0),
    ("post-money(ami-seed)", "4530", "4530", 0),
    ("pre-money(ami-seed)", "3500", "3500", 0),
    ("post-money(n-a)", "", "", 0),
    ("round-date(n-a)", "2024-12", "2024-12", 0),
    ("round-rank(ami-seed, equity)", "2", "2", 1),
    ("round-rank(n-c, equity)", "1", "1", 1),
    ("age-at-round(n-c)", "14.2903-26.2581", "14.2903-26.2581", 0),
    ("raised-to-date(nscale, equity+safe)", "2155", "2155", 0),
    ("raised-to-date(nscale, equity+debt+safe)", "3255", "3255", 0),
    ("raised-to-date(ami, equity)", "1030", "1030", 1),
    ("raised-before(nscale, 2026, equity+safe)", "155", "155", 0),
    ("raised-in-quarter(2026-Q1, nscale;ami, equity+grant)", "3030", "3030", 1),
    ("raised-total(2026-Q1, equity)", "3030", "3030", 1),
    ("raised-in-quarter(2026-Q4, ami, grant)", "", "", 0),
    ("raised-total(2025-Q1, equity)", "", "", 0),
    ("invested-in(nscale, nvidia;openai;microsoft)", "nvidia;openai", "nvidia;openai", 0),
    ("holdings(nvidia, nscale;ami;openai)", "nscale;ami", "nscale;ami", 0),
    ("home(ami)", "FR", "FR", 0),
    ("home(mystery)", "", "", 0),
  ])
  func capital(_ metric: String, _ then: String, _ now: String, _ unknown: Int) throws {
    let found = try values(metric)
    #expect(found == (then, now, unknown))
  }

  @Test(arguments: [
    ("accelerators(stargate)", "48000", "", 0),
    ("accelerators(stargate;narvik;dark)", "100000", "52000", 1),
    ("largest-commitment(stargate)", "100000", "", 0),
    ("accelerators-in(nscale, NO;DE, contracted+building)", "70000", "70000", 0),
    ("accelerators-in(nscale, DE, operational)", "", "", 1),
    ("accelerators-in(nscale, US, operational)", "0", "0", 0),
    ("target-date(stargate)", "2026", "", 0),
    ("status(stargate)", "announced", "cancelled", 0),
    ("tenant(stargate;narvik)", "openai;microsoft", "microsoft", 0),
    ("chip(stargate;narvik;dark)", "GB300;Rubin", "Rubin", 1),
    ("chip-family(stargate;narvik)", "Blackwell;Rubin", "Rubin", 0),
    ("share-in-bloc(nscale, EU)", "25.7143", "25.7143", 1),
    ("share-of-vendor(nscale, nvidia)", "91.4286-100", "91.4286-100", 1),
    ("share-of-tenant-home(nscale, US)", "91.4286-100", "91.4286-100", 0),
    ("share-in-bloc(cloud, EU)", "", "", 0),
  ])
  func compute(_ metric: String, _ then: String, _ now: String, _ unknown: Int) throws {
    let found = try values(metric)
    #expect(found == (then, now, unknown))
  }

  @Test(arguments: [
    ("milestone-date(annex)", "2026-08-02", "2027-12-02", 0),
    ("proposed-date(annex)", "2027-12-02", "2027-12-02", 0),
    ("proposed-date(general)", "", "", 0),
    ("milestone-delay(annex)", "16", "16", 0),
    ("milestone-delay(general)", "0", "0", 0),
    ("months-until(general)", "4.3871", "-3.6333", 0),
    ("full-authority()", "0", "1", 0),
  ])
  func law(_ metric: String, _ then: String, _ now: String, _ unknown: Int) throws {
    let found = try values(metric)
    #expect(found == (then, now, unknown))
  }
}
