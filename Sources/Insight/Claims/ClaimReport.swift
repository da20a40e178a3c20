import Dataset

/// A claim and its calculation, on the day it was made and on the day asked about.
public struct ClaimCheck: Sendable {
  /// One of the calls of the claim's metric, reckoned on both days.
  public struct Reckoning: Sendable {
    public let call: String
    /// The value as of the briefing's day.
    public let then: Finding
    /// The value as of the day asked about.
    public let now: Finding
  }

  public let claim: Claim
  public let briefingDay: Day
  /// The briefing among the sources, if it is a source.
  public let briefing: ID<Source>?
  /// The calculations. The first decides, the others are further readings; empty where the metric
  /// cannot be read.
  public let reckonings: [Reckoning]
  /// The verdict as of the briefing's day.
  public let then: Verdict
  /// The verdict as of the day asked about.
  public let now: Verdict

  /// True if it held when it was made and no longer does.
  public var isNoLonger: Bool { then == .holds && now == .differs }

  /// True if it did not hold when it was made and does now.
  public var isByNow: Bool { then == .differs && now == .holds }

  /// The page that states it, if the ledger has it, then the sources of its figures.
  public var sources: [ID<Source>] {
    guard let briefing else { return evidence.sources }
    return [briefing] + evidence.sources.filter { $0 != briefing }
  }

  /// The rows and sources of all calls on both days.
  public var evidence: Evidence {
    var evidence = Evidence()
    for reckoning in reckonings {
      evidence.add(reckoning.then.evidence)
      evidence.add(reckoning.now.evidence)
    }
    return evidence
  }
}

/// Every claim made by the day asked about, checked against the ledger.
public struct ClaimReport: Sendable {
  public let snapshot: Snapshot
  public let checks: [ClaimCheck]
  /// The problems of metrics, stated figures and briefings, by place.
  public let problems: [Problem]

  /// Checks the claims.
  ///
  /// A claim counts from the day of its briefing: the publication of the source `briefing-x` of the
  /// briefing `X`. Later briefings are not shown.
  public init(_ snapshot: Snapshot) { self.init(snapshot, snapshot.dataset.claims) }

  /// The check of a single claim; `nil` where it was made later.
  public static func check(of claim: Claim, in snapshot: Snapshot) -> ClaimCheck? {
    ClaimReport(snapshot, [claim]).checks.first
  }

  /// The problems of claims that need no calculation, by place: a briefing without a day, an
  /// unreadable metric.
  ///
  /// Cheap enough to be counted wherever problems are.
  public static func plainProblems(in dataset: Dataset) -> [Problem] {
    dataset.claims.flatMap { claim -> [Problem] in
      var problems = [dataset.problem(ofBriefing: claim)].compactMap { $0 }
      if claim.metric.isEmpty { return problems }
      do throws(MetricFault) {
        _ = try MetricParser.calls(in: dataset.string(claim.metric), of: dataset)
      } catch {
        problems.append(dataset.problem(of: claim, error))
      }
      return problems
    }.sorted()
  }

  private init(_ snapshot: Snapshot, _ claims: [Claim]) {
    let dataset = snapshot.dataset
    var problems: [Problem] = []
    var then: [Day: MetricReckoning] = [:]
    let now = MetricReckoning(snapshot: snapshot)
    var checks: [ClaimCheck] = []
    for claim in claims {
      let source = dataset.briefing(of: claim)
      let day = source.flatMap { dataset[$0].published }?.lastDay
      if let problem = dataset.problem(ofBriefing: claim) { problems.append(problem) }
      guard (day ?? snapshot.day) <= snapshot.day else { continue }
      let past =
        then[day ?? snapshot.day]
        ?? MetricReckoning(snapshot: dataset.asOf(day ?? snapshot.day))
      then[day ?? snapshot.day] = past
      checks.append(
        ClaimReport.check(claim, source, past: past, now: now, problems: &problems))
    }
    self.snapshot = snapshot
    self.checks = checks
    self.problems = problems.sorted()
  }

  private init(snapshot: Snapshot, checks: [ClaimCheck], problems: [Problem]) {
    self.snapshot = snapshot
    self.checks = checks
    self.problems = problems
  }

  /// The same of some claims alone (the filter).
  public func only(_ isWanted: (Claim) -> Bool) -> ClaimReport {
    ClaimReport(
      snapshot: snapshot, checks: checks.filter { isWanted($0.claim) }, problems: problems)
  }

  private static func check(
    _ claim: Claim, _ source: ID<Source>?, past: MetricReckoning, now: MetricReckoning,
    problems: inout [Problem]
  ) -> ClaimCheck {
    let dataset = now.dataset
    func result(_ reckonings: [ClaimCheck.Reckoning], _ then: Verdict, _ today: Verdict)
      -> ClaimCheck
    {
      ClaimCheck(
        claim: claim, briefingDay: past.snapshot.day, briefing: source, reckonings: reckonings,
        then: then, now: today)
    }
    if claim.metric.isEmpty { return result([], .unsourced, .unsourced) }
    var reckonings: [ClaimCheck.Reckoning] = []
    do throws(MetricFault) {
      reckonings = try MetricParser.calls(in: dataset.string(claim.metric), of: dataset).map {
        ClaimCheck.Reckoning(
          call: $0.text, then: $0.finding(past), now: $0.finding(now))
      }
    } catch {
      problems.append(dataset.problem(of: claim, error))
      return result([], .unsourced, .unsourced)
    }
    guard let first = reckonings.first else { return result([], .unsourced, .unsourced) }
    do throws(MetricFault) {
      let (stated, unit) = (dataset.string(claim.stated), ClaimUnit(of: claim, in: dataset))
      return result(
        reckonings,
        try Verdict.comparing(stated, unit: unit, with: first.then.value, in: dataset),
        try Verdict.comparing(stated, unit: unit, with: first.now.value, in: dataset))
    } catch {
      problems.append(
        dataset.problem(.error, claim.origin, claim.stated, 0, "stated: " + error.message))
      return result(reckonings, .unsourced, .unsourced)
    }
  }
}

extension Dataset {
  /// The source of a claim's briefing, which tells its day.
  fileprivate func briefing(of claim: Claim) -> ID<Source>? {
    source("briefing-" + string(claim.briefing).lowercased())
  }

  /// The problem of a claim's briefing; `nil` where its day is known.
  fileprivate func problem(ofBriefing claim: Claim) -> Problem? {
    if briefing(of: claim).flatMap({ self[$0].published }) != nil { return nil }
    let name = string(claim.briefing)
    return problem(
      .warning, claim.origin, claim.briefing, 0,
      "briefing: found \"\(name)\", expected a briefing whose source \"briefing-\(name.lowercased())\" tells "
        + "its day; the claim is judged as of the day asked about")
  }

  fileprivate func problem(of claim: Claim, _ fault: MetricFault) -> Problem {
    problem(.error, claim.origin, claim.metric, fault.offset, "metric: " + fault.message)
  }

  /// A problem at a character of a cell. Where the cell does not stand in the file as it is, with the row.
  func problem(
    _ severity: Problem.Severity, _ origin: Origin, _ cell: Text, _ offset: Int, _ message: String
  ) -> Problem {
    let place = lineAndColumn(of: cell).map { ($0.line, $0.column + offset) }
    let (line, column) = place ?? (Int(origin.line), 1)
    return Problem(
      file: path(of: origin) ?? origin.table.word, line: line, column: column, severity: severity,
      message: message)
  }
}
