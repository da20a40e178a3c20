import Dataset
import Insight
import Testing

/// A state's steps: since when they stand, how late each duty is, and what a report leaves out.
@Suite struct StateEnforcementTests {
  private func report(_ rows: String, on date: String) throws -> EnforcementReport {
    let dataset = try SyntheticPackage.dataset([.enforcement: "country,date,step,status\n" + rows])
    return EnforcementReport(dataset.asOf(try day(date)))
  }

  private func state(_ report: EnforcementReport, _ code: String = "DE") throws -> StateEnforcement
  {
    let country = try #require(report.snapshot.dataset.country(code))
    return try #require(report[country])
  }

  /// The bodies: the market is watched 10 days late, the notifying body comes 3 days late.
  private static func bodies(_ code: String) -> String {
    """
    \(code),2025-08-12,market-surveillance,designated
    \(code),2025-08-05,notifying,operational
    \(code),2025-08-02,single-point-of-contact,in-force

    """
  }

  private static func full(_ code: String, _ penalties: String = "in-force") -> String {
    bodies(code) + "\(code),2025-10-01,penalties,\(penalties)\n"
  }

  @Test(arguments: [
    ("2024-12-31", nil as String?), ("2025-02-01", "2025-01-01"), ("2025-03-15", "2025-01-01"),
    ("2025-05-01", "2025-05-01"), ("2025-07-01", "2025-06-01"), ("2025-10-01", "2025-10-01"),
    ("2026-02-01", "2025-10-01"),
  ])
  func aStepStandsSinceTheFirstOfItsRun(_ date: String, _ since: String?) throws {
    let rows = """
      DE,2025-01-01,penalties,proposed
      DE,2025-03-01,penalties,proposed
      DE,2025-05-01,penalties,adopted
      DE,2025-06-01,penalties,proposed
      DE,2025-10-01,penalties,in-force
      DE,2026-01-01,penalties,operational
      """
    #expect(try state(report(rows, on: date))[.penalties].since?.description == since)
  }

  @Test func aDutyIsAsLateAsItsLastPart() throws {
    let rows = Self.bodies("DE") + Self.bodies("NO")
    let germany = try state(report(rows, on: "2026-01-01"))
    #expect(germany.daysLate(.authorities) == 10)
    #expect(germany.daysLate(.penalties) == 152)
    #expect(germany.daysLate == 152)
    #expect(germany.overdue(.authorities).isEmpty)
    #expect(germany.overdue(.penalties) == [.penalties])
    let norway = try state(report(rows, on: "2026-01-01"), "NO")
    #expect(norway.daysLate(.authorities) == nil && norway.overdue(.penalties).isEmpty)
    #expect(!norway.isOverdue)
  }

  /// The last day is in time, and nothing is late on it; the day after all are.
  @Test func theDeadlineItselfIsInTime() throws {
    let rows = "DE,2025-08-02,penalties,in-force\n"
    let deadline = try state(report(rows, on: "2025-08-02"))
    #expect(deadline.daysLate(.penalties) == 0 && deadline.daysLate(.authorities) == nil)
    #expect(deadline.daysLate == nil)
    #expect(deadline.overdue(.authorities).isEmpty && !deadline.isOverdue)
    let next = try state(report(rows, on: "2025-08-03"))
    #expect(next.daysLate(.authorities) == 1 && next.daysLate == 1)
    #expect(next.overdue(.authorities) == [.marketSurveillance, .notifying, .singlePointOfContact])
  }

  @Test func whatCameLastGaveTheAuthority() throws {
    #expect(try state(report(Self.full("DE"), on: "2025-09-30")).gainedBy.isEmpty)
    #expect(try state(report(Self.full("DE"), on: "2025-10-01")).gainedBy == [.penalties])
    let both = Self.full("DE").replacing("2025-08-12", with: "2025-10-01")
    #expect(
      try state(report(both, on: "2026-01-01")).gainedBy == [.marketSurveillance, .penalties])
  }

  /// Five members: full, possibly full, full in part, talking, silent.
  private static let five =
    full("DE") + full("AT", "adopted") + "FR,2025-01-01,penalties,proposed\n"
    + "DK,2025-01-01,market-surveillance,designated\n" + full("NO")

  @Test func membersAreCountedByStandingDutyAndStep() throws {
    let document = try jsonObject(try report(Self.five, on: "2026-01-01"))
    let counts = try #require(document["counts"] as? [String: Any])
    func line(_ counts: [String: Any], _ keys: String...) -> String {
      keys.map { "\($0) \(counts[$0] ?? "")" }.joined(separator: ", ")
    }
    #expect(
      line(counts, "full", "possible", "partly", "none") == "full 1, possible 1, partly 1, none 2")
    let late = try #require(counts["late"] as? [String: Any])
    #expect(line(late, "authorities", "penalties") == "authorities 3, penalties 4")
    let held = try #require(counts["in_force"] as? [String: Any])
    #expect(
      line(held, "market_surveillance", "notifying", "penalties", "bill")
        == "market_surveillance 3, notifying 2, penalties 1, bill 0")
    #expect(document["three_designations"] as? [String] == ["AT", "DE"])
    #expect(document["members"] as? Int == 5)
  }

  @Test func aReportOfSomeStatesCountsThoseAlone() throws {
    let report = try report(Self.five, on: "2026-01-01")
    let dataset = report.snapshot.dataset
    let some = report.only { ["DE", "FR", "NO"].contains(dataset.code($0)) }
    #expect(some.states.map { dataset.code($0.country) } == ["DE", "FR", "NO"])
    #expect(some.members.count == 2 && some.full.count == 1 && some.possible.isEmpty)
    #expect(report.only { _ in false }.states.isEmpty)
    #expect(some.day == report.day && some.basis == report.basis)
  }
}

/// Two reports compared: what states gained, lost and may have gained, and the rows that vanish.
@Suite struct EnforcementChangesTests {
  /// DE becomes full and AT ceases to be; FR comes to be possible, as IE is all the time. NO gains
  /// all and is no member.
  private static let rows = """
    DE,2025-01-01,market-surveillance,designated
    DE,2025-01-01,notifying,designated
    DE,2025-01-01,single-point-of-contact,designated
    DE,2026-01-01,penalties,in-force
    AT,2025-01-01,market-surveillance,designated
    AT,2025-01-01,notifying,designated
    AT,2025-01-01,single-point-of-contact,designated
    AT,2025-01-01,penalties,in-force
    AT,2026-01-01,penalties,partial
    FR,2025-01-01,market-surveillance,designated
    FR,2025-01-01,notifying,designated
    FR,2025-01-01,single-point-of-contact,designated
    FR,2025-01-01,penalties,proposed
    FR,2026-01-01,penalties,adopted
    IE,2025-01-01,market-surveillance,designated
    IE,2025-01-01,notifying,designated
    IE,2025-01-01,single-point-of-contact,designated
    IE,2025-01-01,penalties,adopted
    NO,2025-01-01,bill,proposed
    NO,2026-01-01,market-surveillance,designated
    NO,2026-01-01,notifying,designated
    NO,2026-01-01,single-point-of-contact,designated
    NO,2026-01-01,penalties,in-force
    GB,2026-01-01,bill,proposed
    """

  private func comparison(_ from: String, _ to: String) throws -> EnforcementComparison {
    let dataset = try SyntheticPackage.dataset([
      .enforcement: "country,date,step,status\n" + Self.rows
    ])
    return EnforcementComparison(
      from: EnforcementReport(dataset.asOf(try day(from))),
      to: EnforcementReport(dataset.asOf(try day(to))))
  }

  private func told(_ comparison: EnforcementComparison) -> [String] {
    let dataset = comparison.later.snapshot.dataset
    func codes(_ ids: [ID<Country>]) -> String {
      ids.map { dataset.code($0) }.joined(separator: " ")
    }
    return [
      "gained " + codes(comparison.becameFull), "lost " + codes(comparison.ceasedFull),
      "possible " + codes(comparison.becamePossible), codes(comparison.changes.map(\.country)),
    ]
  }

  @Test func membersGainLoseAndMayGain() throws {
    let comparison = try comparison("2025-06-01", "2026-06-01")
    #expect(
      told(comparison) == ["gained DE", "lost AT", "possible FR", "AT DE FR GB NO NO NO NO"])
    let dataset = comparison.later.snapshot.dataset
    #expect(
      told(comparison.only { ["FR", "NO"].contains(dataset.code($0)) })
        == ["gained ", "lost ", "possible FR", "FR NO NO NO NO"])
  }

  @Test func theWayBackIsTheOpposite() throws {
    let back = try comparison("2026-06-01", "2025-06-01")
    #expect(told(back) == ["gained AT", "lost DE", "possible ", "AT DE FR GB NO NO NO NO"])
    let document = try jsonObject(back)
    let changes = try #require(document["changes"] as? [[String: Any]])
    let lines = changes.map { change in
      "\(change["country"] ?? "") \(change["before"] ?? "") \(change["after"] ?? "") "
        + "\(change["date"] as? String ?? "-") \((change["sources"] as? [String])?.count ?? -1)"
    }
    #expect(
      lines.prefix(4) == [
        "AT partial in-force 2025-01-01 1", "DE in-force none - 0",
        "FR adopted proposed 2025-01-01 1", "GB proposed none - 0",
      ])
  }

  /// Only a regime of penalties is said to cover a part.
  @Test(arguments: [("penalties", "transparency" as String?), ("law", nil)])
  func onlyPenaltiesCoverAPart(_ step: String, _ covered: String?) throws {
    let dataset = try SyntheticPackage.dataset([
      .enforcement: "country,date,step,status,detail\nDK,2025-08-02,\(step),in-force,"
        + "Fines for transparency; other duties of the Act are not covered"
    ])
    #expect(try #require(dataset.enforcement.first).coveredOnly(in: dataset) == covered)
  }
}
