import Canvas
import Dataset
import Insight

/// The outcome of a claim: the verdicts of then and now taken together.
enum ClaimOutcome: Int, CaseIterable, Sendable {
  /// It held when it was made and does no longer.
  case noLonger
  /// It did not hold and does not.
  case differs
  case unsourced
  case judgement
  /// It did not hold when it was made and does by now.
  case byNow
  case holds

  init(_ check: ClaimCheck) {
    if check.isNoLonger {
      self = .noLonger
    } else if check.isByNow {
      self = .byNow
    } else {
      self = ClaimOutcome(check.now)
    }
  }

  /// Of a single day.
  init(_ verdict: Verdict) {
    switch verdict {
    case .holds: self = .holds
    case .differs: self = .differs
    case .unsourced: self = .unsourced
    case .judgement: self = .judgement
    }
  }

  /// Its character, so that colour is never all that tells.
  var mark: Unicode.Scalar {
    switch self {
    case .noLonger: Glyph.fall
    case .differs: Glyph.cross
    case .unsourced: Glyph.markNone
    case .judgement: Glyph.unknown
    case .byNow: Glyph.rise
    case .holds: Glyph.check
    }
  }

  var style: Style {
    switch self {
    case .noLonger, .differs: .alarm
    case .unsourced: .possible
    case .judgement: .dim
    case .byNow, .holds: .good
    }
  }

  var words: String {
    switch self {
    case .noLonger: "no longer"
    case .differs: "differs"
    case .unsourced: "unsourced"
    case .judgement: "judgement"
    case .byNow: "by now"
    case .holds: "holds"
    }
  }

  /// The outcome of several claims, in words.
  func counted(_ count: Int) -> String {
    switch self {
    case .noLonger: "\(count) no longer"
    case .differs: "\(count) " + (count == 1 ? "differs" : "differ")
    case .unsourced: "\(count) unsourced"
    case .judgement: "\(count) " + (count == 1 ? "judgement" : "judgements")
    case .byNow: "\(count) by now"
    case .holds: "\(count) " + (count == 1 ? "holds" : "hold")
    }
  }
}
