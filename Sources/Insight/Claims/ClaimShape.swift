import Dataset

extension ClaimReport {
  /// The shape of `json`; a figure that is no number is a text.
  public static let shape: JSONShape = {
    let figure = JSONShape.maybe(.choice([.signed, .text]))
    return [
      "as_of": .day,
      "claims": .list([
        "id": .text, "briefing": .text, "briefing_date": .day, "claim": .text, "stated": figure,
        "unit": .text, "computed": figure, "computed_now": figure,
        "then": .word(of: Verdict.self), "now": .word(of: Verdict.self), "no_longer": .flag,
        "calls": .list([
          "metric": .text, "then": figure, "then_words": .text, "now": figure,
          "now_words": .text,
        ]), "sources": .ids,
      ]),
    ]
  }()
}
