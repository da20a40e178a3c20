extension Dataset {
  /// Everything that is wrong or odd with the facts, by file and place: what was found while reading, and
  /// what only the tables together show. At most `ProblemLog.most` problems of each of the two sorts.
  ///
  /// The second sort costs a pass over every table; it is for `moat check`, not for a start-up.
  public func check() -> [Problem] { CheckReport(self).problems }
}

/// Everything that is wrong or odd with a dataset.
public struct CheckReport: Sendable {
  /// The number of errors, listed or not.
  public let errors: Int
  /// The number of warnings, listed or not.
  public let warnings: Int
  /// The problems by file and place, including those that are merely to be looked into.
  public let problems: [Problem]

  /// Checks a dataset. `more` is what only those who read the facts can tell, such as a claim whose metric
  /// nobody knows.
  public init(_ dataset: Dataset, with more: [Problem] = []) {
    var findings = Findings(dataset)
    findings.checkLedgers()
    findings.checkDates()
    findings.checkMoney()
    findings.checkContainedRounds()
    findings.checkOrganisations()
    findings.checkPlaces()
    findings.checkLaw()
    findings.checkRates()
    findings.checkSources()
    findings.checkCharacters()
    problems = (dataset.problems + findings.problems + more).sorted()
    let listed = problems.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    errors = (listed[.error] ?? 0) + dataset.unlistedErrors + findings.unlistedErrors
    warnings = (listed[.warning] ?? 0) + dataset.unlistedWarnings + findings.unlistedWarnings
  }
}

struct Findings {
  let dataset: Dataset
  private(set) var problems: [Problem] = []
  private(set) var unlistedErrors = 0
  private(set) var unlistedWarnings = 0
  private var locator: Locator

  init(_ dataset: Dataset) {
    self.dataset = dataset
    locator = Locator(dataset)
  }

  mutating func note(
    _ severity: Problem.Severity, _ row: some TableRow, _ column: String, _ message: String
  ) {
    guard hasRoom(severity) else { return }
    problems.append(
      Problem(
        file: dataset.path(of: row.origin) ?? "",
        at: locator.place(of: row.origin, column: column), severity: severity,
        message: "\(column): \(message)"))
  }

  mutating func note(
    _ severity: Problem.Severity, _ file: DataFile, offset: Int, _ message: String
  ) {
    guard hasRoom(severity) else { return }
    problems.append(
      Problem(
        file: file.path, at: locator.place(of: offset, in: file), severity: severity,
        message: message))
  }

  private mutating func hasRoom(_ severity: Problem.Severity) -> Bool {
    if problems.count < ProblemLog.most { return true }
    switch severity {
    case .error: unlistedErrors += 1
    case .warning: unlistedWarnings += 1
    case .review: break
    }
    return false
  }
}

extension Problem {
  init(file: String, at place: Locator.Place, severity: Severity, message: String) {
    self.init(
      file: file, line: place.line, column: place.column, severity: severity, message: message)
  }
}
