import Dataset
import Insight
import Testing

/// How findings are ranked, told and put aside.
@Suite struct ReviewTests {
  private static let compute = """
    id,date,name,scope,operator,country,status,target,accelerators
    base,2026-10-01,Base,site,other,DE,operational,,1000
    small,2025-06-01,Small,site,grid,DE,building,2025,10
    large,2025-06-01,Large,site,grid,DE,building,2025,900
    plan,2025-06-01,Plan,site,grid,DE,announced,2025,5000
    void,2025-06-01,Void,site,grid,DE,building,2025,
    """

  private func review(_ more: [TableName: String] = [:]) throws -> Review {
    try ReviewWorld.review([.compute: Self.compute].merging(more) { $1 })
  }

  @Test func whatIsMostAtStakeComesFirst() throws {
    let items = try review().items.filter { $0.pattern == .targetPassed }
    #expect(items.map(\.title) == ["Large", "Plan", "Small", "Void"])
    #expect(
      items.map(\.stake.words) == [
        "900 accelerators", "5,000 accelerators announced", "10 accelerators", "",
      ])
    let weights = try review().items.map(\.weight)
    #expect(weights == weights.sorted(by: >))
  }

  @Test func aFindingHasItsPlaceAndWhatToLookFor() throws {
    let item = try #require(try review().items.first { $0.title == "Large" })
    #expect((item.problem.line, item.problem.column) == (4, 46))
    #expect(item.problem.file.hasSuffix("compute.csv"))
    #expect(item.problem.severity == .review)
    #expect(
      item.problem.message
        == "target-passed: Large was to run by 2025 and is still building by its last row, of 2025-06-01"
        + "; at stake: 900 accelerators")
    #expect(!item.lookFor.isEmpty)
    #expect(item.rows.map(\.line) == [4])
  }

  private static let aside = "pattern,table,row,reason,day\n"

  @Test func aFindingIsPutAsideWithAReason() throws {
    let review = try review([
      .reviewed: Self.aside
        + "target-passed,compute,large|2025-06-01,It runs in secret,2026-11-01\n"
    ])
    #expect(!review.items.contains { $0.title == "Large" && $0.pattern == .targetPassed })
    #expect(review.putAside == 1)
    #expect(review.stale.isEmpty)
  }

  @Test func aPuttingAsideThatIsStaleIsTold() throws {
    let review = try review([
      .reviewed: Self.aside + "target-passed,compute,base|2026-10-01,It runs,2026-11-01\n"
    ])
    #expect(review.putAside == 0)
    #expect(
      review.stale.map { "\($0.line):\($0.column) \($0.severity.rawValue)" } == ["2:23 warning"])
    #expect(
      review.stale.first?.message.contains("target-passed finds nothing at \"base|2026-10-01\"")
        == true)
  }

  @Test func anAuditCountsEveryLevel() throws {
    let tables: [TableName: String] = [
      .organisations: ReviewWorld.organisations, .compute: Self.compute,
      .reviewed: Self.aside + "target-passed,compute,base|2026-10-01,It runs,2026-11-01\n",
    ]
    let dataset = try Synthetic.dataset(tables, updated: "2026-11-29")
    let audit = Audit(dataset, on: try day("2026-11-29"))
    #expect(audit.errors == 0)
    #expect(audit.warnings == audit.problems.count && audit.warnings > 0)
    #expect(audit.problems.allSatisfy { $0.severity != .review })
    #expect(!audit.review.items.isEmpty)
  }

  /// Errors and warnings, then what to look into, then what to tidy; each row by its key.
  @Test func anAuditTellsEverythingOnce() throws {
    let dataset = try Synthetic.dataset(
      [
        .organisations: ReviewWorld.organisations, .compute: Self.compute,
        .reviewed: Self.aside
          + "target-passed,compute,base|2026-10-01,It runs,2026-11-01\n"
          + "target-passed,compute,large|2025-06-01,It runs in secret,2026-11-01\n",
      ], updated: "2026-11-29")
    let audit = Audit(dataset, on: try day("2026-11-29"))
    let items = audit.review.items
    #expect(audit.everything == audit.problems + items.map(\.problem) + audit.leftovers)
    #expect(audit.reviews == items.count + audit.leftovers.count)
    let document = try jsonObject(audit)
    #expect(document["errors"] as? Int == 0)
    #expect(document["warnings"] as? Int == audit.warnings)
    #expect(document["reviews"] as? Int == audit.reviews)
    #expect(document["put_aside"] as? Int == 1)
    let problems = try #require(document["problems"] as? [[String: Any]])
    #expect(problems.count == audit.everything.count)
    let first = try #require(items.first)
    let told = problems[audit.problems.count]
    #expect(told["pattern"] as? String == first.pattern.word)
    let rows = try #require(told["rows"] as? [[String: Any]])
    #expect(rows.first?["row"] as? String == first.key)
    #expect(rows.first?["line"] as? Int == Int(first.rows[0].line))
    #expect(dataset.key(at: first.rows[0]) == first.key)
  }

  @Test func everyPatternHasOneRule() throws {
    // All patterns are tried on the frozen ledger, a year later than it was frozen.
    let found = Review(try FrozenLedger.snapshot(asOf: "2027-11-21")).items.map(\.pattern)
    #expect(Set(found).isSuperset(of: [.targetPassed, .longAnnounced, .reachEnds, .dateNarrowed]))
    let words = ReviewPattern.words
    #expect(words.count == ReviewPattern.allCases.count && Set(words).count == words.count)
  }

  @Test func thousandsAreCountedAndNotListed() throws {
    let rows = (0..<2_100).map { "r\($0),start,2020-01-01,A,equity,conditional,\($0 + 1),USD" }
    let review = try ReviewWorld.review([
      .rounds: "id,company,date,series,instrument,status,amount_m,currency\n"
        + rows.joined(separator: "\n")
    ])
    #expect(review.items.count == 2_000 && review.unlisted >= 100)
    let first = review.items.first { $0.pattern == .longAnnounced }
    #expect(first?.key == "r2099|2020-01-01")
  }

  @Test func theReviewIsTheSameEveryTime() throws {
    let snapshot = try FrozenLedger.snapshot(asOf: "2026-11-29")
    let first = Review(snapshot).items.map(\.problem)
    #expect(first == Review(snapshot).items.map(\.problem))
    #expect(!first.isEmpty)
  }
}
