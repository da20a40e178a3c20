import Dataset
import Insight
import Testing

/// The figures of the frozen ledger on law, changes and claims, line by line.
@Suite struct FrozenLawTests {
  private let snapshot: Snapshot

  init() throws { snapshot = try FrozenLedger.snapshot(asOf: "2026-09-30") }

  @Test func enforcement() throws {
    let now = EnforcementReport(snapshot)
    let before = EnforcementReport(try FrozenLedger.snapshot(asOf: "2026-03-21"))
    Golden.expect(Outline(now.json).lines(limit: 24), "enforcement")
    Golden.expect(
      Outline(EnforcementComparison(between: now, and: before).json).lines(limit: 24),
      "enforcement-comparison")
  }

  @Test(arguments: ["DE", "FR", "NO"])
  func countries(_ code: String) throws {
    let id = try #require(snapshot.dataset.country(typed: code))
    Golden.expect(
      Outline(CountryProfile(id, in: snapshot, unit: .h100e).json).lines(limit: 12),
      "country-\(code)")
  }

  @Test(arguments: SystemKind.allCases)
  func plans(of kind: SystemKind) throws {
    let country = try #require(snapshot.dataset.country(typed: kind == .annexI ? "IT" : "DE"))
    let plan = Plan(Plan.Question(kind: kind, country: country), in: snapshot)
    Golden.expect(Outline(plan.json).lines(limit: 12), "plan-\(kind.rawValue)")
  }

  @Test(arguments: TimelineBasis.allCases)
  func timeline(_ basis: TimelineBasis) throws {
    let since = try day("2026-06-01")
    let timeline = Timeline(snapshot, basis: basis, since: since)
    let parts: Outline = .fields([
      ("document", Outline(timeline.json)),
      ("events", Outline(timeline.events, in: snapshot.dataset)),
    ])
    Golden.expect(parts.lines(limit: 60), "timeline-\(basis.rawValue)")
  }

  @Test func changes() throws {
    let changes = Changes(
      snapshot.dataset, from: try day("2026-03-21"), to: try day("2026-09-30"))
    Golden.expect(Outline(changes.json).lines(limit: 60), "changes")
  }

  @Test func claims() {
    Golden.expect(Outline(ClaimReport(snapshot).json).lines(limit: 60), "claims")
  }

  @Test func audit() {
    Golden.expect(Outline(Audit(snapshot).json).lines(limit: 60), "audit")
  }
}
