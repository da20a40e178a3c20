import Dataset

/// The figures that the world knows, held against the ledger: what differs is an error of the package.
///
/// Each row of `expected` is reckoned as of its own day. A figure may differ by the tolerance of the row and
/// no more. An interval agrees where the figure lies in it. Dates agree at the coarser precision of the two,
/// ids must be the same.
public enum Expectations {
  /// Figures that do not come out as expected, and rows that cannot be read, by place.
  public static func problems(in dataset: Dataset) -> [Problem] {
    var days: [Day: MetricReckoning] = [:]
    return dataset.expected.compactMap { row in
      let reckoning = days[row.asOf] ?? MetricReckoning(snapshot: dataset.asOf(row.asOf))
      days[row.asOf] = reckoning
      return problem(row, reckoning)
    }.sorted()
  }

  private static func problem(_ row: Expectation, _ reckoning: MetricReckoning) -> Problem? {
    let dataset = reckoning.dataset
    let call: MetricCall
    do throws(MetricFault) {
      let calls = try MetricParser.calls(in: dataset.string(row.metric), of: dataset)
      guard calls.count == 1, let first = calls.first else {
        throw MetricFault(
          offset: 0, message: "found \(calls.count) metrics, expected a single metric")
      }
      call = first
    } catch {
      return dataset.problem(
        .error, row.origin, row.metric, error.offset, "metric: " + error.message)
    }
    func value(_ message: String) -> Problem {
      dataset.problem(.error, row.origin, row.value, 0, "value: " + message)
    }
    let (finding, wanted) = (call.finding(reckoning), dataset.string(row.value))
    let agrees: Bool
    do throws(ExpectationFault) {
      agrees = try Expectations.agrees(
        wanted, dataset.string(row.tolerance), call, finding, dataset)
    } catch {
      switch error {
      case .metric(let message):
        return dataset.problem(.error, row.origin, row.metric, 0, "metric: " + message)
      case .value(let message): return value(message)
      case .tolerance(let message):
        return dataset.problem(.error, row.origin, row.tolerance, 0, "tolerance: " + message)
      }
    }
    if agrees { return nil }
    let found = finding.text(in: dataset)
    let tolerance = row.tolerance.isEmpty ? "" : " within \(dataset.string(row.tolerance))"
    return value(
      "\(call.text) as of \(row.asOf) comes to \(found.isEmpty ? "nothing" : found), expected "
        + "\(wanted)\(tolerance) (\(finding.words)); look which of the two moved, and correct the rows or "
        + "this row")
  }

  private static func agrees(
    _ wanted: String, _ tolerance: String, _ call: MetricCall, _ finding: Finding,
    _ dataset: Dataset
  ) throws(ExpectationFault) -> Bool {
    func none() throws(ExpectationFault) {
      if !tolerance.isEmpty {
        throw .tolerance("found \"\(tolerance)\", expected none, as the metric is no figure")
      }
    }
    if call.metric.isStatement {
      throw .metric(
        "found \(call.text), expected a metric that is reckoned from the ledger: this metric holds whatever "
          + "the rows say")
    }
    switch finding.value {
    case .figure(let low, let high):
      guard let number = Stated.number(wanted) else {
        throw .value(
          "found \"\(wanted)\", expected a number such as 14000 or 0.5, as the metric is a figure")
      }
      let slack = try slack(tolerance, around: number) + abs(number) * 1e-9
      return low - slack <= number && number <= high + slack
    case .date(let date):
      try none()
      guard let expected = PartialDate(wanted) else {
        throw .value(
          "found \"\(wanted)\", expected a date such as 2026, 2026-03 or 2026-03-21, as the metric is a date"
        )
      }
      return Verdict.sameDate(expected, date)
    case .organisations(let ids):
      try none()
      return Verdict.covers(ids.map { dataset.slug($0) }, Verdict.list(wanted), isOnly: true)
    case .country(let id):
      try none()
      return dataset.code(id) == wanted
    case .words(let words):
      try none()
      return Verdict.covers(words, Verdict.list(wanted), isOnly: true)
    case .nothing, .confirmed, .unsourced, .judgement: return false
    }
  }

  /// By how much a figure may differ.
  private static func slack(_ tolerance: String, around number: Double) throws(ExpectationFault)
    -> Double
  {
    if tolerance.isEmpty { return 0 }
    let isPart = tolerance.hasSuffix("%")
    guard let size = Stated.number(isPart ? String(tolerance.dropLast()) : tolerance), size >= 0,
      size.isFinite
    else {
      throw .tolerance("found \"\(tolerance)\", expected a number such as 50, or a part such as 2%")
    }
    return isPart ? abs(number) * size / 100 : size
  }
}

/// The fault of a row of expected figures.
private enum ExpectationFault: Error {
  case metric(String)
  case value(String)
  case tolerance(String)
}
