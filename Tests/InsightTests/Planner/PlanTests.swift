import Dataset
import Insight
import Testing

@Suite struct PlanTests {
  private static let tables: [TableName: String] = [
    .organisations: """
    id,name,kind,layer,country,parent
    nvidia,NVIDIA,public-company,chips,US,
    nscale,Nscale,company,infrastructure,GB,
    iliad,iliad,company,infrastructure,FR,
    scaleway,Scaleway,company,infrastructure,FR,iliad
    ovh,OVHcloud,public-company,infrastructure,FR,
    lab,Lab,public-lab,public,DE,
    mistral,Mistral AI,company,models,FR,
    own,Own Use,company,applications,DE,
    microsoft,Microsoft,public-company,infrastructure,US,
    asml,ASML,public-company,chips,DE,
    """,
    .compute: """
    id,date,scope,operator,customer,country,accelerators,chip_vendor,chip,status
    a,2025-01-01,site,nscale,microsoft,NO,300,nvidia,GB300,contracted
    b,2025-01-01,site,nscale,,DE,100,nvidia,Rubin,operational
    c,2025-01-01,site,nscale,,DE,100,,,building
    d,2025-01-01,site,nscale,,DE,,nvidia,GB300,contracted
    e,2025-01-01,site,nscale,microsoft,US,900,nvidia,GB300,announced
    f,2025-01-01,site,scaleway,,FR,50,nvidia,H100,operational
    g,2025-01-01,site,lab,,DE,9000,nvidia,H100,operational
    h,2025-01-01,site,mistral,,FR,400,nvidia,GB300,operational
    i,2025-01-01,site,own,,DE,400,nvidia,GB300,operational
    j,2025-01-01,programme,ovh,,FR,400,nvidia,GB300,contracted
    """,
    .relations: """
    from,to,kind,date,status
    asml,mistral,customer-of,2025-01-01,active
    asml,nscale,customer-of,2025-01-01,announced
    """,
    .milestones: """
    id,date,title,scheduled,status,article
    ai-act-high-risk-annex-iii,2024-07-12,Annex III,2026-08-02,scheduled,6(2)
    ai-act-high-risk-annex-iii,2025-11-19,Annex III,2027-12-02,proposed,6(2)
    ai-act-high-risk-annex-iii,2026-07-27,Annex III,2027-12-02,postponed,6(2)
    ai-act-high-risk-guidelines,2024-07-12,Guidelines,2026-02-02,scheduled,6(5)
    ai-act-prohibitions,2024-07-12,Prohibitions,2025-02-02,scheduled,5
    ai-act-prohibitions,2025-02-02,Prohibitions,2025-02-02,in-force,5
    ai-act-gpai-obligations,2025-08-02,Models,2025-08-02,in-force,53
    ai-act-gpai-enforcement,2024-07-12,Fines,2026-08-02,scheduled,101
    ai-act-gpai-enforcement,2026-08-02,Fines,2026-08-02,in-force,101
    """,
    .authorities: """
    country,authority,role,date
    DE,BNetzA,market-surveillance,2025-08-01
    DE,BNetzA,single-point-of-contact,2025-08-01
    DE,DAkkS,notifying,2025-08-01
    """,
    .enforcement: """
    country,date,step,status
    DE,2025-08-01,market-surveillance,designated
    DE,2026-07-29,penalties,in-force
    DK,2025-08-01,market-surveillance,designated
    DK,2026-07-29,penalties,adopted
    FR,2025-08-01,market-surveillance,designated
    """,
  ]

  private func plan(
    _ kind: SystemKind, _ code: String = "DE", months: ClosedRange<Int> = 9...9,
    on date: String = "2026-11-21"
  ) throws -> Plan {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let country = try #require(dataset.country(code))
    return Plan(
      Plan.Question(kind: kind, country: country, assessmentMonths: months),
      in: dataset.asOf(try day(date)))
  }

  @Test func anAssessmentHasToStartSoManyMonthsBeforeTheDuty() throws {
    let now = try plan(.annexIII)
    #expect(now.duty?.scheduled?.description == "2027-12-02")
    #expect(now.starts.map(\.day) == [try day("2027-03-02")])
    #expect(now.starts.first?.daysLeft == 101)
    let range = try plan(.annexIII, months: 6...12)
    #expect(range.starts.map(\.months) == [6, 12])
    #expect(range.starts.map(\.day) == [try day("2027-06-02"), try day("2026-12-02")])
    #expect(range.latestStart(months: 9)?.day == (try day("2027-03-02")))
    #expect(range.latestStart(months: 0)?.day == (try day("2027-12-02")))
    #expect(try plan(.prohibited).latestStart(months: 9) == nil)
  }

  @Test func aPlanReadsTheLawAsItStoodThatDay() throws {
    let march = try plan(.annexIII, months: 6...12, on: "2026-03-01")
    #expect(march.duty?.scheduled?.description == "2026-08-02")
    #expect(march.duty?.proposal?.scheduled?.description == "2027-12-02")
    #expect(march.starts.map(\.daysLeft) == [-27, -211])
    let days = march.late.map { late -> Int in
      switch late {
      case .start(let start): -start.daysLeft
      case .obligation(_, let days), .state(_, let days): days
      }
    }
    #expect(days == [211, 211, 211, 211, 27, 27])
  }

  @Test func whoActsAndWhetherTheyCanFine() throws {
    let germany = try plan(.annexIII)
    let dataset = germany.snapshot.dataset
    #expect(germany.authorities.map { dataset.string($0.name) } == ["BNetzA", "DAkkS", "BNetzA"])
    #expect(germany.finingPower == .yes(since: try #require(PartialDate("2026-07-29"))))
    #expect(try plan(.annexIII, on: "2026-07-01").finingPower == .no)
    #expect(try plan(.prohibited, "DK").finingPower == .possibly)
    #expect(try plan(.prohibited, "FR").finingPower == .no)
    #expect(try plan(.prohibited, "NO").finingPower == .outsideTheUnion)
    #expect(try plan(.prohibited, "DK").penalties?.status == .adopted)
  }

  @Test func aModelIsForTheCommission() throws {
    let model = try plan(.generalPurpose, "FR")
    #expect(model.authorities.isEmpty)
    #expect(model.finingPower == .yes(since: try #require(PartialDate("2026-08-02"))))
    #expect(model.late.isEmpty)
    #expect(model.starts.isEmpty)
    #expect(try plan(.generalPurpose, "FR", on: "2026-08-01").finingPower == .no)
  }

  @Test func whatIsNotInTheLedgerIsLeftOut() throws {
    let none = try plan(.none)
    #expect(none.duty == nil)
    #expect(none.obligations.isEmpty)
  }

  @Test func providersStandSideBySide() throws {
    let plan = try plan(.annexIII)
    let dataset = plan.snapshot.dataset
    #expect(
      plan.providers.map { dataset.slug($0.organisation) } == ["mistral", "nscale", "scaleway"])
    #expect(plan.otherProviders.map { dataset.slug($0) } == ["ovh"])
    let nscale = plan.providers[1]
    #expect(nscale.ownerHome == .uk)
    let union = try #require(nscale.sites(in: .eu27))
    #expect((union.running, union.firm, union.unknown) == (100, 200, 1))
    #expect(nscale.sites(in: .us)?.announced == 900)
    #expect(nscale.chips == ["GB300", "Rubin"])
    #expect(nscale.nvidia.documented == 0.8)
    #expect(nscale.nvidia.possible == 1)
    #expect(nscale.nvidia.uncounted == 1)
    #expect(nscale.tenants.map { dataset.slug($0) } == ["microsoft"])
    #expect(plan.providers[0].tenants.map { dataset.slug($0) } == ["asml"])
    #expect(dataset.slug(plan.providers[2].owner) == "iliad")
  }

  @Test func theDocumentAnswersTheQuestion() throws {
    let document = try jsonObject(try plan(.annexIII, months: 6...12))
    #expect(document["kind"] as? String == "annex-iii")
    #expect(document["country"] as? String == "DE")
    #expect(document["deadline"] as? String == "2027-12-02")
    #expect(document["can_fine"] as? String == "yes")
    let starts = try #require(document["latest_start"] as? [[String: Any]])
    #expect(starts.map { $0["day"] as? String } == ["2027-06-02", "2026-12-02"])
    let obligations = try #require(document["obligations"] as? [[String: Any]])
    #expect(obligations.first?["article"] as? String == "6(2)")
    #expect(obligations.first?["sources"] as? [String] == ["s"])
    #expect((document["providers"] as? [Any])?.count == 3)
    #expect(document["note"] as? String == Plan.note)
  }

  @Test func theDocumentSaysHowLateEverythingIs() throws {
    let document = try jsonObject(try plan(.annexIII, months: 6...12, on: "2026-03-01"))
    let late = try #require(document["late"] as? [[String: Any]])
    let lines = late.map { "\($0["what"] ?? "") \($0["id"] ?? "") \($0["days"] ?? "")" }
    #expect(
      lines.contains("start 6 months 27") && lines.contains("start 12 months 211"), "\(lines)")
    #expect(lines.contains("obligation ai-act-high-risk-guidelines 27"), "\(lines)")
  }

  /// A regime in force for a part of the Act says in its row what it covers.
  @Test(arguments: [
    (
      "Criminal fines for prohibited practices, false information and obstruction; other duties of the "
        + "Act are not covered", "prohibited practices" as String?
    ),
    ("Fines for transparency; other duties of the Act are not covered", "transparency"),
    ("Fines up to 7 percent of turnover for anything", nil),
    ("Other duties of the Act are not covered", nil),
    ("Fines; other duties of the Act are not covered", nil),
  ])
  func penaltiesForAPartOfTheActAreSaid(_ detail: String, _ only: String?) throws {
    let dataset = try SyntheticPackage.dataset([
      .enforcement:
        "country,date,step,status,detail\nDK,2025-08-02,penalties,in-force,\"\(detail)\""
    ])
    let row = try #require(dataset.enforcement.first)
    #expect(row.coveredOnly(in: dataset) == only)
  }

  /// The rule counts the state as full all the same; the figure says what it can fine for.
  @Test func denmarkCanFineForProhibitedPracticesOnly() throws {
    let dataset = try FrozenLedger.dataset()
    let snapshot = dataset.asOf(try day("2026-11-21"))
    var limited: [String] = []
    for state in EnforcementReport(snapshot).full {
      let plan = Plan(Plan.Question(kind: .prohibited, country: state.country), in: snapshot)
      guard let only = plan.fineableOnly else { continue }
      limited.append("\(dataset.code(state.country)): \(only)")
      #expect(try jsonObject(plan)["can_fine_only"] as? String == only)
    }
    #expect(limited == ["DK: prohibited practices"])
  }

  @Test func aPartialDateHasNoDaysLeft() throws {
    let dataset = try SyntheticPackage.dataset([
      .milestones: """
      id,date,title,scheduled,status,article
      ai-act-high-risk-annex-iii,2024-07-12,Annex III,2027,scheduled,6(2)
      """
    ])
    let country = try #require(dataset.country("DK"))
    let plan = Plan(
      Plan.Question(kind: .annexIII, country: country), in: dataset.asOf(try day("2026-11-21")))
    let rows = try #require(try jsonObject(plan)["obligations"] as? [[String: Any]])
    #expect(rows.first?["date"] as? String == "2027")
    #expect(rows.first?["days_left"] as? Int == nil)
  }

  @Test(arguments: SystemKind.allCases)
  func everyKindFindsItsMilestonesInTheCuratedData(_ kind: SystemKind) throws {
    let dataset = try FrozenLedger.dataset()
    let germany = try #require(dataset.country("DE"))
    let plan = Plan(
      Plan.Question(kind: kind, country: germany), in: dataset.asOf(try day("2026-11-21")))
    #expect(plan.duty != nil)
    #expect(plan.obligations.count >= 4)
    #expect(plan.finingPower != .no)
    for item in plan.obligations {
      #expect(!item.obligation.evidence(in: dataset).sources.isEmpty)
    }
    #expect(plan.starts.map(\.day).isEmpty == !kind.isAssessed)
  }
}
