import Dataset

extension ClaimReport: JSONConvertible {
  /// The document of `moat claims --format json`: `computed` is the first call's value as of the
  /// briefing's date, `computed_now` as of the day asked about.
  public var json: JSON {
    let dataset = snapshot.dataset
    return [
      "as_of": snapshot.day,
      "claims": checks.map { check -> JSON in
        let claim = check.claim
        return [
          "id": dataset.slug(claim.id), "briefing": dataset.string(claim.briefing),
          "briefing_date": check.briefingDay, "claim": dataset.string(claim.claim),
          "stated": ClaimReport.figure(
            stated: dataset.string(claim.stated), unit: ClaimUnit(of: claim, in: dataset)),
          "unit": dataset.string(claim.unit),
          "computed": check.reckonings.first?.then.figure(in: dataset),
          "computed_now": check.reckonings.first?.now.figure(in: dataset),
          "then": check.then, "now": check.now, "no_longer": check.isNoLonger,
          "calls": check.reckonings.map { call -> JSON in
            [
              "metric": call.call, "then": call.then.figure(in: dataset),
              "then_words": call.then.words, "now": call.now.figure(in: dataset),
              "now_words": call.now.words,
            ]
          }, "sources": check.sources.map { dataset.slug($0) },
        ]
      },
    ]
  }

  private static func figure(stated: String, unit: ClaimUnit) -> JSON {
    if !unit.isText, let number = Stated.number(stated) { return .number(number) }
    return stated.isEmpty ? .null : .text(stated)
  }
}

extension Finding {
  /// A figure as a number where it is a number, else as the text that `stated` would hold. Null for
  /// none.
  fileprivate func figure(in dataset: Dataset) -> JSON {
    if case .figure(let low, let high) = value, low == high {
      // Sums of converted amounts carry digits that say nothing.
      return .number((low * 1_000_000).rounded() / 1_000_000)
    }
    let text = text(in: dataset)
    return text.isEmpty ? .null : .text(text)
  }
}
