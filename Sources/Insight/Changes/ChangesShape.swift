import Dataset

extension Changes {
  /// The shape of `json`.
  public static let shape: JSONShape = [
    "from": .day, "to": .day, "new": .count, "changed": .count,
    "changes": .list([
      "table": .word(of: TableName.self), "title": .text, "subject": .text, "date": .date,
      "new": .flag, "differences": .list(Change.Difference.shape), "sources": .ids,
    ]),
  ]
}

extension Change.Difference {
  static let shape: JSONShape = ["field": .text, "old": .text, "new": .text]
}

extension Entered {
  /// The shapes of `json`: since a visit, and against another package.
  public static let shapes: [JSONShape] = [
    (["by": .word(["entry"]), "since": .day] as JSONShape).adding(rows),
    ([
      "by": .word(["entry"]), "against": .text,
      "against_unread": ["rows_left_out": .count, "tables_left_out": .list(.text)],
    ] as JSONShape).adding(rows),
  ]

  private static let rows: JSONShape = [
    "new": .count, "changed": .count, "gone": .count,
    "changes": .list([
      "table": .word(of: TableName.self), "row": .text, "title": .text,
      "change": .word(of: EnteredRow.Kind.self), "date": .maybe(.date), "new": .flag,
      "columns": .list(.text), "differences": .list(Change.Difference.shape), "sources": .ids,
    ]),
  ]
}
