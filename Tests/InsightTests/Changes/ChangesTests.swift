import Dataset
import Insight
import Testing

@Suite struct ChangesTests {
  private static let tables: [TableName: String] = [
    .organisations: "id,name\nnscale,Nscale\nopenai,OpenAI\nmicrosoft,Microsoft",
    .rounds: """
    id,company,date,series,instrument,status,amount_m,currency
    a,nscale,2025-01-01,Series A,equity,closed,155,USD
    b,nscale,2026-01-01,Series B,equity,announced,1000,USD
    b,nscale,2026-05-01,Series B,equity,closed,1100,USD
    """,
    .valuations: "company,date,value_m,currency,basis\nnscale,2026-02,3100,USD,talks",
    .compute: """
    id,date,name,scope,operator,customer,country,accelerators,chip,status,target
    narvik,2025-07-31,Narvik,site,nscale,openai,NO,100000,GB300,announced,2026
    narvik,2025-10-15,Narvik,site,nscale,openai,NO,48000,GB300,announced,2026
    narvik,2026-04-15,Narvik,site,nscale,microsoft,NO,,,cancelled,
    """,
    .relations: """
    from,to,kind,date,status
    openai,nscale,customer-of,2025-07-31,active
    openai,nscale,customer-of,2026-04-15,ended
    """,
    .enforcement: """
    country,date,step,status
    DE,2025-01-01,penalties,proposed
    DE,2026-07-29,penalties,in-force
    DE,2026-08-29,penalties,in-force
    """,
    .milestones: """
    id,date,title,scheduled,status
    annex,2024-07-12,Annex III,2026-08-02,scheduled
    annex,2026-07-27,Annex III,2027-12-02,postponed
    """,
  ]

  private func lines(_ from: String, _ to: String) throws -> [String] {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    let changes = Changes(dataset, from: try day(from), to: try day(to))
    return changes.changes.map { change in
      let differences = changes.differences(change).map { "\($0.field) \($0.old)>\($0.new)" }
      return "\(change.date) \(change.isNew ? "+" : "~") \(changes.title(change))"
        + (differences.isEmpty ? "" : ": " + differences.joined(separator: ", "))
    }
  }

  @Test func aPeriodTellsWhatWasAddedAndWhatChanged() throws {
    #expect(
      try lines("2025-08-01", "2026-08-30") == [
        "2026-05-01 + Nscale Series B, USD 1,100 m",
        "2026-02 + Nscale at USD 3,100 m, talks",
        "2026-04-15 ~ Narvik: customer OpenAI>Microsoft, accelerators 100,000>, chip GB300>, "
          + "status announced>cancelled, target 2026>",
        "2026-04-15 ~ OpenAI is a customer of Nscale: status active>ended",
        "2026-08-29 ~ Germany: penalties in force: status proposed>in-force",
        "2026-07-27 ~ Annex III: scheduled 2026-08-02>2027-12-02, status scheduled>postponed",
      ])
  }

  @Test func aRowThatOnlyConfirmsChangesNothingElse() throws {
    #expect(try lines("2026-08-01", "2026-08-30") == ["2026-08-29 ~ Germany: penalties in force"])
  }

  @Test func theOrderOfTheDaysDoesNotMatter() throws {
    #expect(try lines("2026-08-30", "2025-08-01") == (try lines("2025-08-01", "2026-08-30")))
    #expect(try lines("2026-02-01", "2026-02-01").isEmpty)
  }

  @Test func aMonthIsNewsOnItsLastDay() throws {
    #expect(try lines("2026-02-01", "2026-02-27").isEmpty)
    #expect(try lines("2026-02-27", "2026-02-28") == ["2026-02 + Nscale at USD 3,100 m, talks"])
  }

  @Test func whatIsNewInTwoPeriodsIsNewInBothTogether() throws {
    var random = SplitMix64(seed: 17)
    for _ in 0..<10 {
      let dataset = try SyntheticPackage.dataset([
        .compute: "id,date,target,status,accelerators,scope,country\n"
          + RandomLedger.compute(rows: 40, using: &random),
        .enforcement: "country,date,step,status\n"
          + RandomLedger.enforcement(rows: 60, using: &random),
      ])
      let (first, last) = (try day("2025-02-01"), try day("2026-11-21"))
      let middle = first.adding(days: Int.random(in: 0...600, using: &random))
      func added(_ from: Day, _ to: Day) -> Set<String> {
        let changes = Changes(dataset, from: from, to: to)
        return Set(changes.changes.filter(\.isNew).map { key($0, changes) })
      }
      func key(_ change: Change, _ changes: Changes) -> String {
        let row = changes.evidence(change).rows.first
        let step = dataset.enforcement.first { $0.origin == row }?.step.word ?? ""
        return changes.subject(change) + step
      }
      #expect(added(first, middle).isDisjoint(with: added(middle, last)))
      #expect(added(first, middle).union(added(middle, last)) == added(first, last))
      let whole = Changes(dataset, from: first, to: last)
      for change in whole.changes {
        #expect(change.known > first && change.known <= last)
        #expect(!whole.evidence(change).rows.isEmpty)
      }
    }
  }

  @Test func theDocumentNamesTheDifferences() throws {
    let dataset = try SyntheticPackage.dataset(Self.tables)
    let changes = Changes(dataset, from: try day("2026-07-01"), to: try day("2026-07-28"))
    #expect(
      try json(changes)
        == #"{"changed":1,"changes":[{"date":"2026-07-27","differences":["#
        + #"{"field":"scheduled","new":"2027-12-02","old":"2026-08-02"},"#
        + #"{"field":"status","new":"postponed","old":"scheduled"}],"new":false,"sources":["s"],"#
        + #""subject":"annex","table":"milestones","title":"Annex III"}],"#
        + #""from":"2026-07-01","new":0,"to":"2026-07-28"}"#)
  }
}
