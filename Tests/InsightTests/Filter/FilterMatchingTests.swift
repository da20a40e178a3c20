import Dataset
import Testing

@testable import Insight

@Suite struct FilterMatchingTests {
  private static let all =
    "nscale-b nscale-loan nscale-c mistral-seed mistral-d arm-ipo charm-seed"

  @Test(arguments: [
    ("", all),
    ("company:nscale", "nscale-b nscale-loan nscale-c"),
    ("company:mistral", "mistral-seed mistral-d"),
    ("company:\"mistral ai\"", "mistral-seed mistral-d"),
    ("company:arm", "arm-ipo"),
    ("company:ar", "arm-ipo charm-seed"),
    ("company=charm,arm", "arm-ipo charm-seed"),
    ("layer:infrastructure", "nscale-b nscale-loan nscale-c"),
    ("layer:mod,app", "mistral-seed mistral-d charm-seed"),
    ("country:FR,DE", "mistral-seed mistral-d charm-seed"),
    ("country:germany", "charm-seed"),
    ("bloc:EU", "mistral-seed mistral-d charm-seed"),
    ("jurisdiction:UK", "nscale-b nscale-loan nscale-c arm-ipo"),
    ("kind:public-company", "arm-ipo"),
    ("investor:nvidia", "nscale-b nscale-c mistral-seed"),
    ("investor=nvidia", "nscale-b nscale-c"),
    ("investor:nventures", "nscale-c mistral-seed"),
    ("lead:nventures", "nscale-c"),
    ("lead:nvidia", "nscale-c"),
    ("lead=nvidia", ""),
    ("role:strategic", "nscale-b"),
    ("instrument:debt,safe", "nscale-loan charm-seed"),
    ("instrument:eq", "nscale-b nscale-c mistral-seed"),
    ("series:seed", "mistral-seed charm-seed"),
    ("series=seed", "mistral-seed"),
    ("series:\"series b\",\"series c\"", "nscale-b nscale-c"),
    ("-series:seed company:mistral", "mistral-d"),
    ("status:announced", "mistral-d"),
    ("status:closed confidence:reported", "mistral-seed charm-seed"),
    ("confidence:disputed", "mistral-d"),
    ("source:rumour", "nscale-c mistral-d charm-seed"),
    ("publisher:paper", "nscale-b nscale-loan nscale-c mistral-seed arm-ipo"),
    ("source:\"big round\"", "nscale-b nscale-loan nscale-c mistral-seed arm-ipo"),
    ("missing:amount", "mistral-d"),
    ("missing:url", "mistral-d charm-seed"),
    ("missing:investor", "nscale-loan mistral-d arm-ipo charm-seed"),
    ("has:valuation", "nscale-c"),
    ("id=nscale-c", "nscale-c"),
    ("id=nscale", ""),
    ("id:nscale", "nscale-b nscale-loan nscale-c"),
    ("amount>100", "nscale-b nscale-loan nscale-c mistral-seed arm-ipo"),
    ("amount>116", "nscale-b nscale-loan nscale-c arm-ipo"),
    ("amount>=2bn", "nscale-c arm-ipo"),
    ("amount<=1m", "charm-seed"),
    ("amount:2000", "nscale-c"),
    ("-amount>100", "mistral-d charm-seed"),
    ("valuation>14bn", "nscale-c"),
    ("since:2026", "nscale-loan nscale-c mistral-d"),
    ("since:2026-03", "nscale-c mistral-d"),
    ("until:2025-06-30", "mistral-seed arm-ipo charm-seed"),
    ("since:2025-06 until:2025-09", "nscale-b charm-seed"),
    ("year:2023", "mistral-seed arm-ipo"),
    ("year>=2026", "nscale-loan nscale-c mistral-d"),
    ("quarter:2026-Q1", "nscale-loan nscale-c"),
    ("quarter:2025q2,2025-q3", "nscale-b charm-seed"),
    ("norway", "nscale-b"),
    ("\"series b\"", "nscale-b"),
    ("zurich", "mistral-d"),
    ("ZÜRICH", "mistral-d"),
    ("nvid", "nscale-b nscale-c"),
    ("text:nothing,loan", "nscale-loan"),
    ("group:nscale", "nscale-b nscale-loan nscale-c"),
    ("accelerators>10", ""),
    ("-accelerators>10", all),
    ("layer:infrastructure amount>100 since:2026 -instrument:debt", "nscale-c"),
  ])
  func roundsPass(_ text: String, _ expected: String) throws {
    #expect(try FilterData.rounds(text, FilterData.snapshot()) == expected)
  }

  @Test(arguments: [
    ("company:openai", "narvik"),
    ("operator:nscale", "narvik umbrella"),
    ("tenant:openai", "narvik"),
    ("vendor:nvidia", "narvik jupiter"),
    ("missing:vendor", "essonne umbrella"),
    ("chip:gb300", "narvik essonne"),
    ("chip=gb300", "narvik"),
    ("chip:\"gb300, first\"", "essonne"),
    ("city:julich", "jupiter"),
    ("scope:site", "narvik jupiter essonne"),
    ("status:firm", "narvik jupiter"),
    ("status:operational", "jupiter"),
    ("country:NO", "narvik"),
    ("bloc:EEA,unstated", "narvik umbrella"),
    ("region:europe bloc:EEA,unstated", "narvik umbrella"),
    ("-bloc:Europe bloc:EEA,unstated", ""),
    ("layer:research", "jupiter"),
    ("accelerators>20k", "narvik jupiter"),
    ("gpus<20000", "essonne"),
    ("mw>=18", "jupiter essonne"),
    ("target<2027", "narvik"),
    ("target:2027", "essonne"),
    ("target>2027", "umbrella"),
    ("since:2025-09", "narvik"),
    ("investor:nventures", "narvik essonne umbrella"),
    ("id:jupiter", "jupiter"),
    ("forschungs", "jupiter"),
    ("amount>1", ""),
    ("series:seed", ""),
  ])
  func commitmentsPass(_ text: String, _ expected: String) throws {
    #expect(try FilterData.sites(text, FilterData.snapshot()) == expected)
  }

  @Test func everyTableHasItsRows() throws {
    let snapshot = try FilterData.snapshot()
    let dataset = snapshot.dataset
    func filter(_ text: String) throws -> CompiledFilter { try CompiledFilter(text, for: snapshot) }

    var filtered = try filter("missing:penalties bloc:EU")
    let states = dataset.countries.filter { filtered.matches($0) }.map { dataset.code($0.id) }
    #expect(states == ["FR"])
    filtered = try filter("has:penalties")
    #expect(dataset.countries.filter { filtered.matches($0) }.map { dataset.code($0.id) } == ["DE"])

    filtered = try filter("status:in-force,adopted step:pen")
    #expect(snapshot.enforcement.filter { filtered.matches($0) }.count == 2)
    filtered = try filter("instrument:\"AI Act\" status:postponed since:2027")
    #expect(snapshot.milestones.filter { filtered.matches($0) }.count == 1)
    filtered = try filter("kind:invests-in company:nvidia")
    #expect(snapshot.relations.filter { filtered.matches($0) }.count == 1)
    filtered = try filter("status:announced")
    #expect(snapshot.relations.filter { filtered.matches($0) }.count == 1)
    filtered = try filter("investor:nventures role:lead company:nscale amount>=200")
    #expect(snapshot.investments.filter { filtered.matches($0) }.count == 1)
    filtered = try filter("briefing:b nvidia")
    #expect(dataset.claims.filter { filtered.matches($0) }.map { dataset.slug($0.id) } == ["share"])
    filtered = try filter("kind:news,aggregator missing:url")
    #expect(
      dataset.sources.filter { filtered.matches($0) }.map { dataset.slug($0.id) } == ["rumour"])
    filtered = try filter("weights:open parameters<100")
    #expect(
      snapshot.models.filter { filtered.matches($0) }.map { dataset.slug($0.id) } == ["small"])
    filtered = try filter("vendor:nvidia accelerators>1k")
    #expect(
      snapshot.models.filter { filtered.matches($0) }.map { dataset.slug($0.id) } == ["large"])
    filtered = try filter("investor:nventures country:GB")
    let funded = dataset.organisations.filter { filtered.matches($0) }.map { dataset.slug($0.id) }
    #expect(funded == ["nscale"])
    filtered = try filter("group:nvidia")
    let group = dataset.organisations.filter { filtered.matches($0) }.map { dataset.slug($0.id) }
    #expect(group == ["nvidia", "nventures"])
  }

  /// Read off data/enforcement.csv by hand: of the states without penalties in force these four have the
  /// three designations.
  @Test func missingExactlyIsWhatLacksNothingElse() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let dataset = snapshot.dataset
    func states(_ text: String) throws -> [String] {
      let filter = try CompiledFilter(text, for: snapshot)
      return dataset.countries.filter { filter.matches($0) }.map { dataset.code($0.id) }.sorted()
    }
    #expect(try states("missing=penalties") == ["CY", "IE", "IT", "LT"])
    #expect(try states("lacks=penalties") == ["CY", "IE", "IT", "LT"])
    #expect(try states("missing=notifying,market-surveillance") == ["PL"])
    #expect(try states("missing=notifying") == [])
    #expect(try states("missing:penalties bloc:EU").count == 19)
    // It is what the report says of each state.
    let report = EnforcementReport(snapshot)
    let only = report.members.filter { $0.missing == [.penalties] }.map { dataset.code($0.country) }
    #expect(only.sorted() == ["CY", "IE", "IT", "LT"])
    // The rows of such a state pass as well, and the words must be whole.
    let filter = try CompiledFilter("missing=penalties", for: snapshot)
    let rows = Set(
      snapshot.enforcement.filter { filter.matches($0) }.map { dataset.code($0.country) })
    #expect(rows == ["CY", "IE", "IT", "LT"])
    #expect(throws: FilterError.self) { try states("missing=pen") }
  }

  @Test func hasExactlyIsWhatHasNothingElse() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-22")
    let report = EnforcementReport(snapshot)
    let filter = try CompiledFilter("has=single-point-of-contact bloc:EU", for: snapshot)
    let found = snapshot.dataset.countries.filter { filter.matches($0) }.map(\.id)
    let expected = report.members.filter {
      $0.missing.count == 3 && $0[.singlePointOfContact].holds
    }
    #expect(found == expected.map(\.country) && !found.isEmpty)
  }

  @Test func aFilterIsOfADay() throws {
    let before = try FilterData.snapshot(asOf: "2026-03-08")
    #expect(try FilterData.rounds("investor=nvidia", before) == "nscale-b")
    let state = try FilterData.snapshot(asOf: "2025-12-31")
    let filter = try CompiledFilter("has:penalties", for: state)
    #expect(!state.dataset.countries.contains { filter.matches($0) })
  }

  /// Whatever a term is, a row passes either it or its opposite, and two terms together exactly where
  /// both pass.
  @Test func termsAreALogic() throws {
    let snapshot = try FilterData.snapshot()
    let terms = [
      "company:nscale", "layer:models", "country:FR", "bloc:EU", "investor:nvidia", "series:seed",
      "amount>100", "since:2026", "quarter:2026-Q1", "missing:amount", "has:investor", "norway",
      "status:closed", "chip:gb300", "mw>10", "missing:vendor", "id:nscale", "publisher:paper",
      "confidence:reported", "kind:company", "lead:nventures", "valuation>1", "scope:site",
    ]
    var random = SplitMix64(seed: 4)
    for _ in 0..<60 {
      let (first, second) = (
        terms[Int.random(in: terms.indices, using: &random)],
        terms[Int.random(in: terms.indices, using: &random)]
      )
      let one = try CompiledFilter(first, for: snapshot)
      let other = try CompiledFilter(second, for: snapshot)
      let both = try CompiledFilter("\(first) \(second)", for: snapshot)
      let opposite = try CompiledFilter("-\(first)", for: snapshot)
      for round in snapshot.rounds {
        #expect(one.matches(round) != opposite.matches(round), "\(first)")
        #expect(both.matches(round) == (one.matches(round) && other.matches(round)), "\(second)")
      }
      for site in snapshot.compute {
        #expect(one.matches(site) != opposite.matches(site), "\(first)")
        #expect(both.matches(site) == (one.matches(site) && other.matches(site)), "\(second)")
      }
    }
  }

  @Test func totalsFollowTheFilter() throws {
    let snapshot = try FilterData.snapshot()
    let filter = try CompiledFilter("company:nscale instrument:equity", for: snapshot)
    #expect(Capital.totals(of: snapshot, by: .company, where: filter).total.usdMillions == 3100)
    let sites = try CompiledFilter("country:NO,DE", for: snapshot)
    let compute = Compute.totals(of: snapshot, by: .country, where: sites)
    #expect(compute.total.accelerators == 76000)
  }
}

@Suite struct WatchedTests {
  @Test func aRowIsWatchedByItsOrganisationItsCountryOrItself() throws {
    let snapshot = try FilterData.snapshot()
    func rounds(_ text: String, _ watching: Watching) throws -> String {
      let filter = try Filter(text).compiled(for: snapshot, watching: watching)
      return snapshot.rounds.filter(filter.matches).map { snapshot.dataset.slug($0.id) }
        .joined(separator: " ")
    }
    #expect(try rounds("watched:yes", .nothing) == "")
    #expect(
      try rounds("watched:yes", Watching(organisations: ["arm"], rows: ["nscale-c"]))
        == "nscale-c arm-ipo")
    #expect(
      try rounds("watched:yes amount>0", Watching(countries: ["DE"]))
        == (try rounds("country:DE amount>0", .nothing)))
    #expect(
      try rounds("-watched:y company:nscale", Watching(rows: ["nscale-c"]))
        == "nscale-b nscale-loan")
    #expect(
      try rounds("watched:no company:nscale", Watching(rows: ["nscale-c", "gone"]))
        == "nscale-b nscale-loan")
  }

  @Test func anotherWordIsAMistake() {
    #expect(throws: FilterError.self) {
      try Filter("watched:perhaps").compiled(for: FilterData.snapshot())
    }
  }

  /// A partial date counts from the day its own package was revised, whatever lies over it.
  @Test func aPartialDateCountsFromItsOwnPackage() throws {
    let header = "id,company,date,instrument,status,amount_m,currency\n"
    let base: [TableName: String] = [
      .organisations: "id,name,kind,layer\nacme,Acme,company,models",
      .rounds: header + "base,acme,2026,equity,closed,1,USD",
    ]
    let notes: [TableName: String] = [.rounds: header + "mine,acme,2026,equity,closed,1,USD"]
    let dataset = try SyntheticPackage.dataset(
      layers: [(base, "2026-06-30"), (notes, "2026-11-21")])
    let snapshot = dataset.asOf(try day("2026-12-31"))
    #expect(try FilterData.rounds("until:2026-07", snapshot) == "base")
    #expect(try FilterData.rounds("since:2026-07", snapshot) == "mine")
    #expect(try FilterData.rounds("since:2026", snapshot) == "base mine")
  }

  /// An event of a later year has not come because the data was revised in this year.
  @Test func aScheduledYearIsNotTheYearOfTheData() throws {
    let milestones = """
      id,date,title,instrument,scheduled,status
      soon,2026-01-01,Soon,Act,2026-12,scheduled
      later,2026-01-01,Later,Act,2028,scheduled
      """
    let snapshot = try SyntheticPackage.dataset([.milestones: milestones])
      .asOf(try day("2026-11-21"))
    func titles(_ text: String) throws -> [String] {
      let filter = try CompiledFilter(text, for: snapshot)
      return snapshot.milestones.filter { filter.matches($0) }
        .map { snapshot.dataset.string($0.title) }
    }
    #expect(try titles("until:2027") == ["Soon"])
    #expect(try titles("since:2027") == ["Later"])
  }

  @Test func countsSayHowManyPass() throws {
    let snapshot = try FilterData.snapshot()
    let counts = try Filter("company:nscale").compiled(for: snapshot).counts(in: snapshot)
    #expect(counts.rounds == 3)
    #expect(counts.words.hasPrefix("3 rounds, "))
    #expect(CompiledFilter.everything.counts(in: snapshot).rounds == snapshot.rounds.count)
    let none = try Filter("zzz").compiled(for: snapshot).counts(in: snapshot)
    #expect(none.words == "nothing fits")
    #expect(none.total == 0)
  }
}
