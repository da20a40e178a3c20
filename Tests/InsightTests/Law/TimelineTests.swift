import Dataset
import Insight
import Testing

@Suite struct TimelineTests {
  private static let tables: [TableName: String] = [
    .organisations: "id,name\nnscale,Nscale\nopenai,OpenAI\naker,Aker",
    .milestones: """
    id,date,scheduled,status,title,article
    annex-iii,2024-07-12,2026-08-02,scheduled,Annex III applies,6(2)
    annex-iii,2025-11-19,2027-12-02,proposed,Annex III applies,6(2)
    annex-iii,2026-07-27,2027-12-02,postponed,Annex III applies,6(2)
    """,
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency,post_money_m,post_money_currency
    n-c,nscale,2026-03-09,Series C,equity,closed,2000,USD,14600,USD
    n-p,nscale,2026,Plan,plan,announced,2500,GBP,,
    """,
    .valuations: "company,date,value_m,currency,basis\nnscale,2025-09-25,3100,USD,talks",
    .compute: """
    id,date,name,scope,operator,customer,country,accelerators,status,target
    narvik,2025-07-31,Narvik,site,nscale,openai,NO,100000,announced,2026-06
    narvik,2026-01-01,Narvik,site,nscale,openai,NO,48000,announced,2026-09
    narvik,2026-10-15,Narvik,site,nscale,,NO,,cancelled,
    arctic,2025-01-01,Arctic,site,aker,,NO,100,building,2025-12
    """,
    .enforcement: """
    country,date,step,status
    DE,2025-01-01,penalties,none
    DE,2025-02-01,penalties,proposed
    DE,2025-03-01,penalties,proposed
    DE,2026-07-29,penalties,in-force
    """,
  ]

  private func lines(
    on date: String, basis: TimelineBasis = .happened,
    kinds: Set<TimelineEvent.Kind> = Set(TimelineEvent.Kind.allCases)
  ) throws -> [String] {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let timeline = Timeline(dataset.asOf(try day(date)), basis: basis, kinds: kinds)
    return timeline.events.map { event in
      var line = "\(event.date) \(event.nature.rawValue) \(timeline.title(event))"
      if let slip = event.slip { line += " (\(slip.months) months)" }
      if let days = event.timeliness?.daysLate { line += " late \(days)" }
      return line
    }
  }

  @Test func thingsStandOnTheirDayAndMovedOnesTwice() throws {
    #expect(
      try lines(on: "2026-08-15") == [
        "2025-01-01 happened Arctic",
        "2025-02-01 happened Germany: penalties proposed",
        "2025-07-31 happened Narvik",
        "2025-09-25 proposed Nscale at USD 3,100 m, talks",
        "2025-12 planned Arctic late 227",
        "2026-03-09 happened Nscale Series C, USD 2,000 m",
        "2026-03-09 happened Nscale at USD 14,600 m, Series C post-money",
        "2026-06 former Narvik (3 months)",
        "2026-07-29 happened Germany: penalties in force",
        "2026-08-02 former Annex III applies (16 months)",
        "2026-09 planned Narvik (3 months)",
        "2027-12-02 planned Annex III applies (16 months)",
      ])
  }

  @Test func whatWasNotYetKnownIsNotShown() throws {
    #expect(
      try lines(on: "2026-01-15", kinds: [.regulation, .compute, .enforcement]) == [
        "2025-01-01 happened Arctic",
        "2025-02-01 happened Germany: penalties proposed",
        "2025-07-31 happened Narvik",
        "2025-12 planned Arctic late 15",
        "2026-06 former Narvik (3 months)",
        "2026-08-02 planned Annex III applies",
        "2026-09 planned Narvik (3 months)",
        "2027-12-02 proposed Annex III applies (16 months)",
      ])
  }

  @Test func knownThenPlacesRowsOnTheDayTheyBecameKnown() throws {
    #expect(
      try lines(on: "2026-08-15", basis: .known, kinds: [.regulation, .compute]) == [
        "2024-07-12 happened Annex III applies: scheduled for 2026-08-02",
        "2025-01-01 happened Arctic",
        "2025-07-31 happened Narvik",
        "2025-11-19 happened Annex III applies: proposed for 2027-12-02",
        "2026-01-01 happened Narvik",
        "2026-07-27 happened Annex III applies: postponed for 2027-12-02",
      ])
  }

  @Test func whatWasCancelledHasNoTarget() throws {
    let lines = try lines(on: "2026-11-21", kinds: [.compute])
    #expect(lines.contains("2026-10-15 dropped Narvik"))
    #expect(!lines.contains { $0.contains("planned Narvik") })
  }

  @Test func theFilterDecidesWhichRowsAreLaidOut() throws {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    let timeline = Timeline(dataset.asOf(try day("2026-11-21"))) { row in
      guard case .commitment(let index) = row else { return false }
      return dataset.slug(dataset.compute[index].id) == "arctic"
    }
    #expect(timeline.events.count == 2)
    #expect(
      timeline.events.filter { $0.timeliness?.isOverdue == true }.map { timeline.subject($0) } == [
        "aker"
      ])
  }

  /// The events from a day on are the end of the whole timeline, whichever the day.
  @Test func sinceADayIsTheEndOfTheWhole() throws {
    let snapshot = try FrozenLedger.dataset().asOf(try day("2026-11-21"))
    let whole = Timeline(snapshot).events
    for text in [
      "2023-01-01", "2025-12-31", "2026-01-01", "2026-03-09", "2027-12-02", "2040-01-01",
    ] {
      let since = try day(text)
      let wanted = whole.filter { $0.day >= since }
      #expect(Timeline(snapshot, since: since).events.map(\.row) == wanted.map(\.row))
    }
  }

  @Test func theDocumentHasTheKeysOfTheDesign() throws {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    let document = try jsonObject(Timeline(dataset.asOf(try day("2026-08-15"))))
    #expect(document["as_of"] as? String == "2026-08-15")
    let events = try #require(document["events"] as? [[String: Any]])
    let round = try #require(events.first { $0["kind"] as? String == "round" })
    #expect(round["date"] as? String == "2026-03-09")
    #expect(round["title"] as? String == "Nscale Series C, USD 2,000 m")
    #expect(round["subject"] as? String == "nscale")
    #expect(round["status"] as? String == "closed")
    #expect(round["sources"] as? [String] == ["s"])
    let kinds = Set(events.compactMap { $0["kind"] as? String })
    #expect(kinds == ["regulation", "round", "valuation", "compute", "enforcement"])
  }

  @Test func knowledgeOnlyGrows() throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<10 {
      let dataset = try SyntheticPackage.dataset([
        .milestones: "id,date,scheduled,status\n"
          + RandomLedger.milestones(rows: 40, using: &random),
        .compute: "id,date,target,status,accelerators,scope,country\n"
          + RandomLedger.compute(rows: 40, using: &random),
        .enforcement: "country,date,step,status\n"
          + RandomLedger.enforcement(rows: 60, using: &random),
      ])
      try #require(dataset.problems.isEmpty)
      var before: Set<TimelineEvent.Row> = []
      var subjects: Set<String> = []
      var today = try day("2025-01-01")
      while today <= (try day("2026-11-21")) {
        let snapshot = dataset.asOf(today)
        let known = Timeline(snapshot, basis: .known)
        let rows = Set(known.events.map(\.row))
        #expect(rows.isSuperset(of: before))
        for event in known.events { #expect(event.day <= today) }
        let happened = Timeline(snapshot)
        let now = Set(happened.events.map { happened.subject($0) })
        #expect(now.isSuperset(of: subjects))
        #expect(Set(happened.events.map(\.row)).isSubset(of: rows))
        for event in happened.events where event.nature == .happened {
          if case .step = event.row { #expect(event.day <= today) }
        }
        (before, subjects) = (rows, now)
        today = today.adding(days: 31)
      }
    }
  }

  @Test func theCuratedTimelineIsInOrderAndSourced() throws {
    let dataset = try FrozenLedger.dataset()
    for basis in TimelineBasis.allCases {
      let timeline = Timeline(dataset.asOf(try day("2026-11-21")), basis: basis)
      #expect(timeline.events.count > 500)
      for (first, second) in zip(timeline.events, timeline.events.dropFirst()) {
        #expect(first.day <= second.day)
      }
      for event in timeline.events {
        #expect(!timeline.evidence(event).sources.isEmpty)
        #expect(!timeline.title(event).isEmpty)
      }
    }
  }
}
