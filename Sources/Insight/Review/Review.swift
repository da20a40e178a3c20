import Dataset

/// Something that an attentive curator would look into.
public struct ReviewItem: Sendable {
  /// The pattern that found it.
  public let pattern: ReviewPattern
  /// The name of the thing.
  public let title: String
  /// The oddity, as the end of a sentence that begins with the name.
  public let wrong: String
  /// Where to look and for what.
  public let lookFor: String
  /// The rows to look at, the row that it is about first; never empty.
  public let rows: [Origin]
  /// The table and the key of that row, by which it can be put aside.
  public let table: TableName
  /// The key of that row.
  public let key: String
  /// The figure that would change if it came out the other way.
  public let stake: Stake
  /// The largest part of a total that is at stake, 0 to 1.
  public let weight: Double
  /// The same with its place in the file.
  public let problem: Problem
}

/// The things that an attentive curator would look into, ranked by what is at stake.
///
/// The findings are of the package as it stands, as of a day: patterns that ask how long ago something was
/// said count from that day. Those that `reviewed` puts aside are not among them; a row of `reviewed` that
/// puts nothing aside is a warning.
public struct Review: Sendable {
  /// The findings, the heaviest first; of equals by pattern and place.
  public let items: [ReviewItem]
  /// The number of findings beyond those listed, which weigh less.
  public let unlisted: Int
  /// How many findings were put aside.
  public let putAside: Int
  /// The rows of `reviewed` that put nothing aside.
  public let stale: [Problem]

  /// More are not listed: nobody reads on, and a file of another kind must not fill the memory.
  private static let most = 2_000

  /// Looks through the facts.
  public init(_ snapshot: Snapshot) {
    let facts = ReviewFacts(snapshot)
    let totals = facts.totals
    var locator = Locator(snapshot.dataset)
    var aside = PutAside(snapshot.dataset)
    var found: [Found] = []
    for rule in ReviewRule.all {
      for finding in rule.find(facts) {
        guard let about = finding.rows.first,
          !aside.takes(rule.pattern, about.table, finding.key)
        else { continue }
        let weight = finding.stake.weight(in: totals) * finding.gravity
        found.append(Found(rule: rule, finding: finding, about: about, weight: weight))
      }
    }
    found.sort(by: Found.comesFirst)
    items = found.prefix(Review.most).map { found in
      let (rule, finding) = (found.rule, found.finding)
      return ReviewItem(
        pattern: rule.pattern, title: finding.title, wrong: finding.wrong, lookFor: rule.lookFor,
        rows: finding.rows, table: found.about.table, key: finding.key, stake: finding.stake,
        weight: found.weight,
        problem: Review.problem(rule, finding, found.about, snapshot.dataset, &locator))
    }
    unlisted = found.count - items.count
    putAside = aside.count
    stale = aside.stale(&locator)
  }

  /// A finding with its rank.
  private struct Found {
    let rule: ReviewRule
    let finding: ReviewFinding
    let about: Origin
    let weight: Double

    /// The heaviest first; of equals by pattern and place.
    static func comesFirst(_ left: Found, _ right: Found) -> Bool {
      if left.weight != right.weight { return left.weight > right.weight }
      return left.place < right.place
    }

    private var place: (UInt8, UInt8, UInt8, UInt32, String) {
      (rule.pattern.rawValue, about.table.rawValue, about.package, about.line, finding.key)
    }
  }

  private static func problem(
    _ rule: ReviewRule, _ finding: ReviewFinding, _ about: Origin, _ dataset: Dataset,
    _ locator: inout Locator
  ) -> Problem {
    let place = locator.place(of: about, column: finding.column)
    let stake = finding.stake.isEmpty ? "" : "; at stake: \(finding.stake.words)"
    return Problem(
      file: dataset.path(of: about) ?? about.table.word, line: place.line, column: place.column,
      severity: .review,
      message: "\(rule.pattern.word): \(finding.title) \(finding.wrong)\(stake)")
  }
}

/// The findings that curators put aside with a reason.
private struct PutAside {
  private struct Key: Hashable {
    let pattern: ReviewPattern
    let table: TableName
    let row: String
  }

  private let dataset: Dataset
  private let rows: [Key: Reviewed]
  private var used: Set<Key> = []

  init(_ dataset: Dataset) {
    self.dataset = dataset
    rows = Dictionary(
      dataset.reviewed.map {
        (Key(pattern: $0.pattern, table: $0.about, row: dataset.string($0.row)), $0)
      }
    ) { first, _ in first }
  }

  /// True if a finding is put aside.
  mutating func takes(_ pattern: ReviewPattern, _ table: TableName, _ row: String) -> Bool {
    let key = Key(pattern: pattern, table: table, row: row)
    guard rows[key] != nil else { return false }
    used.insert(key)
    return true
  }

  var count: Int { used.count }

  func stale(_ locator: inout Locator) -> [Problem] {
    rows.filter { !used.contains($0.key) }.map { key, row in
      let place = locator.place(of: row.origin, column: "row")
      return Problem(
        file: dataset.path(of: row.origin) ?? row.origin.table.word, line: place.line,
        column: place.column, severity: .warning,
        message:
          "row: \(key.pattern.word) finds nothing at \"\(key.row)\" of \(key.table.word) any more; "
          + "look whether it still is as the reason says, and take this row out")
    }.sorted()
  }
}
