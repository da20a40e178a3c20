import Dataset
import Insight
import Testing

/// The delay of what happened, on the row with which it happened and on no other.
@Suite struct TimelineLateTests {
  private func lines(_ tables: [TableName: String]) throws -> [String] {
    let dataset = try SyntheticPackage.dataset(tables, updated: "2026-11-21")
    try #require(dataset.problems.isEmpty, "\(dataset.problems)")
    return Timeline(dataset.asOf(try day("2026-11-21"))).events.map { event in
      var line = "\(event.date) \(event.nature.rawValue)"
      if let slip = event.slip { line += " (\(slip.months) months)" }
      if let days = event.timeliness?.daysLate { line += " late \(days)" }
      return line
    }
  }

  @Test func theRowThatCameIntoForceIsLate() throws {
    #expect(
      try lines([
        .milestones: """
        id,date,scheduled,status
        code,2024-07-12,2025-05-02,scheduled
        code,2025-07-10,2025-07-10,in-force
        code,2026-07-09,2026-07-09,in-force
        """
      ]) == [
        "2025-05-02 former (2 months)", "2025-07-10 happened (2 months) late 69",
        "2026-07-09 happened",
      ])
  }

  /// Due by the last of June, it runs 36 days later; a later row that it still runs is no event.
  @Test func theRowWithWhichASiteRunsIsLate() throws {
    #expect(
      try lines([
        .compute: """
        id,date,name,country,scope,status,target
        s,2025-01-01,S,DE,site,contracted,2025-06
        s,2025-08-05,S,DE,site,operational,
        s,2026-01-01,S,DE,site,operational,
        """
      ]) == ["2025-01-01 happened", "2025-08-05 happened late 36"])
  }

  /// Targets that were replaced stand hollow, each once, with the distance to the last.
  @Test func everyFormerTargetStandsOnce() throws {
    #expect(
      try lines([
        .compute: """
        id,date,name,country,scope,status,target
        s,2025-01-01,S,DE,site,announced,2026-12
        s,2025-02-01,S,DE,site,announced,2027-03
        s,2025-03-01,S,DE,site,announced,2026-12
        s,2025-04-01,S,DE,site,contracted,2027-06
        """
      ]) == [
        "2025-01-01 happened", "2025-04-01 happened", "2026-12 former (6 months)",
        "2027-03 former (3 months)", "2027-06 planned (6 months)",
      ])
  }
}
