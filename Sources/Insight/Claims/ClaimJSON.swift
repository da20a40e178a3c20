import Dataset

extension ClaimReport: Encodable {
  /// A figure as a number where it is one, else as the text that `stated` would hold; null for none.
  private enum Figure: Encodable {
    case number(Double)
    case text(String)
    case none

    init(_ finding: Finding?, in dataset: Dataset) {
      guard let finding else {
        self = .none
        return
      }
      if case .figure(let low, let high) = finding.value, low == high {
        // Sums of converted amounts carry digits that say nothing.
        self = .number((low * 1_000_000).rounded() / 1_000_000)
      } else {
        let text = finding.text(in: dataset)
        self = text.isEmpty ? .none : .text(text)
      }
    }

    init(stated: String, unit: ClaimUnit) {
      if !unit.isText, let number = Stated.number(stated) {
        self = .number(number)
      } else {
        self = stated.isEmpty ? .none : .text(stated)
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      case .none: try container.encodeNil()
      }
    }
  }

  private struct CallDocument: Encodable {
    let metric: String
    let then: Figure
    let thenWords: String
    let now: Figure
    let nowWords: String

    enum CodingKeys: String, CodingKey {
      case metric, then, now
      case thenWords = "then_words"
      case nowWords = "now_words"
    }
  }

  private struct ClaimDocument: Encodable {
    let id: String
    let briefing: String
    let day: Day
    let claim: String
    let stated: Figure
    let unit: String
    let computed: Figure
    let computedNow: Figure
    let then: Verdict
    let now: Verdict
    let isNoLonger: Bool
    let calls: [CallDocument]
    let sources: [String]

    enum CodingKeys: String, CodingKey {
      case id, briefing, claim, stated, unit, computed, then, now, calls, sources
      case day = "briefing_date"
      case computedNow = "computed_now"
      case isNoLonger = "no_longer"
    }

    init(_ check: ClaimCheck, in dataset: Dataset) {
      unit = dataset.string(check.claim.unit)
      id = dataset.slug(check.claim.id)
      briefing = dataset.string(check.claim.briefing)
      day = check.briefingDay
      claim = dataset.string(check.claim.claim)
      stated = Figure(
        stated: dataset.string(check.claim.stated), unit: ClaimUnit(of: check.claim, in: dataset))
      computed = Figure(check.reckonings.first?.then, in: dataset)
      computedNow = Figure(check.reckonings.first?.now, in: dataset)
      then = check.then
      now = check.now
      isNoLonger = check.isNoLonger
      calls = check.reckonings.map {
        CallDocument(
          metric: $0.call, then: Figure($0.then, in: dataset), thenWords: $0.then.words,
          now: Figure($0.now, in: dataset), nowWords: $0.now.words)
      }
      sources = check.sources.map { dataset.slug($0) }
    }
  }

  private enum CodingKeys: String, CodingKey {
    case day = "as_of"
    case claims
  }

  /// The document of `moat claims --format json`: `computed` is the first call's value as of the
  /// briefing's date, `computed_now` as of the day asked about.
  public func encode(to encoder: any Encoder) throws {
    var document = encoder.container(keyedBy: CodingKeys.self)
    try document.encode(snapshot.day, forKey: .day)
    try document.encode(
      checks.map { ClaimDocument($0, in: snapshot.dataset) }, forKey: .claims)
  }
}
