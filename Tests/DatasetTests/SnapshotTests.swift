import Testing

@testable import Dataset

/// The ledgers, against a plain reading of their rule.
@Suite struct SnapshotTests {
  private static let revised = "2026-06-15"

  private func dates(_ random: inout SplitMix64) -> String {
    let text = PartialDate(Day(number: Int.random(in: 20_000...20_700, using: &random))).description
    return String(text.prefix(random.pick([4, 7, 10, 10, 10])))
  }

  /// A dataset whose rounds and steps are frequent under few ids.
  private func dataset(_ random: inout SplitMix64) throws -> Dataset {
    var rounds = "id,company,date,series,instrument,status,confidence,source,note\n"
    var steps = "country,date,step,status,detail,confidence,source\n"
    var seen: Set<String> = []
    for index in 0..<60 {
      let round = "r\(Int.random(in: 0...14, using: &random)),acme,\(dates(&random))"
      if seen.insert(round).inserted {
        rounds += "\(round),A,equity,closed,reported,s,\(index)\n"
      }
      let country = random.pick(["FR", "DE"])
      let step = "\(country),\(dates(&random)),\(random.pick(["law", "bill"]))"
      if seen.insert(step).inserted { steps += "\(step),proposed,\(index),reported,s\n" }
    }
    return try TemporaryPackage.read(
      [.rounds: rounds, .enforcement: steps], updated: SnapshotTests.revised)
  }

  @Test(arguments: 1...8)
  func showTheLatestRowThatWasKnown(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let dataset = try dataset(&random)
    #expect(dataset.shownProblems == [])
    let revised = try #require(Day(SnapshotTests.revised))
    /// The rows known by a day in their order. They go by the day they became known, the more
    /// precise date later, then as they stand.
    func known<Row: DatedRow>(_ rows: [Row], by day: Day) -> [Row] {
      rows.enumerated().filter { $0.element.date.known(revised: revised) <= day }
        .sorted { left, right in
          let (one, two) = (left.element.date, right.element.date)
          return (one.known(revised: revised), one.precision.rawValue, left.offset)
            < (two.known(revised: revised), two.precision.rawValue, right.offset)
        }.map(\.element)
    }
    for number in stride(from: 19_990, through: 20_720, by: 61) {
      let day = Day(number: number)
      let snapshot = dataset.asOf(day)
      var expected: [String] = []
      for id in Set(dataset.rounds.map(\.id)).sorted() {
        let rows = known(dataset.rounds.filter { $0.id == id }, by: day)
          .map { dataset.string($0.note) }
        #expect(snapshot.history(of: id).map { dataset.string($0.note) } == rows)
        #expect(snapshot.round(id).map { dataset.string($0.note) } == rows.last)
        if let last = rows.last { expected.append(last) }
      }
      #expect(snapshot.rounds.map { dataset.string($0.note) } == expected)
      for country in dataset.countries {
        for step in [EnforcementStepKind.law, .bill, .sandbox] {
          let steps = dataset.enforcement.filter { $0.country == country.id && $0.step == step }
          let rows = known(steps, by: day).map { dataset.string($0.detail) }
          #expect(snapshot.history(of: country.id, step).map { dataset.string($0.detail) } == rows)
          let standing = snapshot.enforcement.filter { $0.country == country.id && $0.step == step }
          #expect(standing.map { dataset.string($0.detail) } == rows.suffix(1))
        }
      }
    }
  }

  @Test func aLedgerKnowsTheRowsOfEveryId() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<300 {
      var numbers: [Int32] = []
      var repeats: [Ledger.Repeat] = []
      var next: Int32 = 0
      for row in 0..<Int.random(in: 0...40, using: &random) {
        if next > 0, random.once(in: 3) {
          let number = Int32.random(in: 0..<next, using: &random)
          repeats.append(Ledger.Repeat(row: Int32(row), number: number))
          numbers.append(number)
        } else {
          numbers.append(next)
          next += 1
        }
      }
      let ledger = Ledger(repeats)
      for number in 0..<next {
        let rows = numbers.indices.filter { numbers[$0] == number }.map { Int32($0) }
        if ledger.rows(of: number) != rows { return #expect(ledger.rows(of: number) == rows) }
      }
      var seen: [Int32] = []
      ledger.forEach(rows: numbers.count) { row, number in
        if row == seen.count { seen.append(Int32(number)) }
      }
      if seen != numbers { return #expect(seen == numbers) }
      let often = Set(numbers.filter { number in numbers.filter { $0 == number }.count > 1 })
      if ledger.repeatedNumbers != often.sorted() {
        return #expect(ledger.repeatedNumbers == often.sorted())
      }
    }
  }

  @Test func relationsEnd() throws {
    let dataset = try TemporaryPackage.read([
      .relations: """
      from,to,kind,date,status,source
      acme,bank,owns,2024,active,s
      acme,chipper,owns,2024,active,s
      acme,bank,owns,2025-06-01,ended,s
      acme,bank,owns,2026-01-01,active,s

      """
    ])
    func standing(_ day: String) throws -> [String] {
      dataset.asOf(try #require(Day(day))).relations.map { dataset.slug($0.to) }
    }
    #expect(try standing("2024-12-30") == [])
    #expect(try standing("2025-01-01") == ["bank", "chipper"])
    #expect(try standing("2025-06-01") == ["chipper"])
    #expect(try standing("2026-01-01") == ["chipper", "bank"])
  }

  @Test func roundsAreContainedFromTheDayTheirWholeIsKnown() throws {
    let dataset = try TemporaryPackage.read([
      .rounds: """
      id,company,date,series,instrument,status,part_of,confidence,source
      safe,acme,2025-01-10,SAFE,safe,closed,c,reported,s
      c,acme,2025-06-10,C,equity,closed,,reported,s

      """,
      .investments: "round,investor,role,source\nsafe,bank,lead,s\nc,bank,participant,s\n",
    ])
    let before = dataset.asOf(try #require(Day("2025-06-09")))
    let after = dataset.asOf(try #require(Day("2025-06-10")))
    let safe = try #require(dataset.round("safe"))
    let whole = try #require(dataset.round("c"))
    #expect(!before.isContained(dataset.rounds[0]))
    #expect(after.isContained(dataset.rounds[0]))
    #expect(before.investments.count == 1)
    #expect(after.investments.count == 2)
    #expect(before.investments(in: whole).isEmpty)
    #expect(after.investments(in: whole).map(\.role) == [.participant])
    #expect(before.investments(in: safe).map(\.role) == [.lead])
    #expect(before.round(whole) == nil)
  }
}
