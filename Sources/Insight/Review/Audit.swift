import Dataset

/// Everything there is to say of a package: what is wrong with it, what is odd, and what an attentive
/// curator would look into.
public struct Audit: Sendable {
  /// The facts.
  public let dataset: Dataset
  /// How many errors there are, listed or not.
  public let errors: Int
  /// How many warnings there are, listed or not.
  public let warnings: Int
  /// The errors and warnings, by place.
  public let problems: [Problem]
  /// Things to be tidied where there is nothing better to do, by place.
  public let leftovers: [Problem]
  /// Things to look into.
  public let review: Review

  /// How much there is to look into.
  public var reviews: Int { review.items.count + review.unlisted + leftovers.count }

  /// Every problem: errors and warnings by place, what to look into by rank, what to tidy by place.
  public var everything: [Problem] { problems + review.items.map(\.problem) + leftovers }

  /// Looks through a package as of a day, its last word being what stands.
  public init(_ dataset: Dataset, on day: Day) { self.init(dataset.asOf(day)) }

  /// The same of a snapshot that is there already.
  public init(_ snapshot: Snapshot) {
    dataset = snapshot.dataset
    review = Review(snapshot)
    let report = CheckReport(
      dataset,
      with: ClaimReport(snapshot).problems + Expectations.problems(in: dataset) + review.stale)
    (errors, warnings) = (report.errors, report.warnings)
    problems = report.problems.filter { $0.severity != .review }
    leftovers = report.problems.filter { $0.severity == .review }
  }
}

extension Audit: JSONConvertible {
  /// The document of `moat check --format json`: the counts, and `problems`: the errors and warnings by
  /// place, then what to look into by rank.
  ///
  /// A problem of severity `review` has its pattern, what is at stake, where to look and its rows too.
  public var json: JSON {
    let keys = dataset.keys(at: review.items.flatMap(\.rows))
    let findings = review.items.map { item in
      item.problem.json.adding([
        "pattern": item.pattern.word, "title": item.title, "table": item.table.word,
        "row": item.key, "at_stake": item.stake.words, "look_for": item.lookFor,
        "rows": item.rows.map { document($0, keys[$0] ?? "") },
      ])
    }
    return [
      "errors": errors, "warnings": warnings, "reviews": reviews, "put_aside": review.putAside,
      "problems": problems.map(\.json) + findings + leftovers.map(\.json),
    ]
  }

  private func document(_ origin: Origin, _ key: String) -> JSON {
    [
      "file": dataset.path(of: origin) ?? origin.table.word, "line": Int(origin.line),
      "table": origin.table.word, "row": key,
    ]
  }
}

extension Dataset {
  /// The key of the row that stands at a place; empty where none does.
  public func key(at origin: Origin) -> String { record(at: origin).map { key(of: $0) } ?? "" }

  /// The keys of the rows that stand at some places: each table is gone through once.
  func keys(at origins: [Origin]) -> [Origin: String] {
    var keys: [Origin: String] = [:]
    for (table, places) in Dictionary(grouping: Set(origins), by: \.table) {
      let places = Set(places)
      forEachRow(of: table) { row in
        if places.contains(row.origin) { keys[row.origin] = key(of: row) }
      }
    }
    return keys
  }
}
