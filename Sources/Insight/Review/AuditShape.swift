import Dataset

extension Audit {
  /// The shape of `json`: a problem, or something to look into.
  public static let shape: JSONShape = {
    let problem: JSONShape = [
      "file": .text, "line": .count, "column": .count, "severity": .word(of: Problem.Severity.self),
      "message": .text,
    ]
    let finding = problem.adding([
      "pattern": .word(of: ReviewPattern.self), "title": .text,
      "table": .word(of: TableName.self), "row": .text, "at_stake": .text, "look_for": .text,
      "rows": .list(["file": .text, "line": .count, "table": .text, "row": .text]),
    ])
    return [
      "errors": .count, "warnings": .count, "reviews": .count, "put_aside": .count,
      "problems": .list(.choice([problem, finding])),
    ]
  }()
}
