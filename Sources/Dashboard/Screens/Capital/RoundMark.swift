import Canvas
import Insight

/// The part that a round has in the sums, as the mark before it: readable where its status has no column.
enum RoundMark: Int, CaseIterable {
  case counted
  /// Announced or conditional: hollow, as in every picture.
  case announced
  /// Inside another round that is counted.
  case contained
  /// A plan, a takeover or a fund: no money raised.
  case notRaised
  case withdrawn

  init(_ standing: RoundStanding) {
    self =
      switch standing {
      case .counted: .counted
      case .announced: .announced
      case .contained: .contained
      case .notRaised: .notRaised
      case .withdrawn: .withdrawn
      }
  }

  var glyph: Unicode.Scalar {
    switch self {
    case .counted: Glyph.markFull
    case .announced: Glyph.markNone
    case .contained: Glyph.markSome
    case .notRaised: Glyph.none
    case .withdrawn: Glyph.cross
    }
  }

  var style: Style {
    switch self {
    case .counted: .plain
    case .announced, .contained: .possible
    case .notRaised, .withdrawn: .dim
    }
  }

  /// The words after a number of such rounds.
  var words: String {
    switch self {
    case .counted: "counted"
    case .announced: "announced"
    case .contained: "inside another"
    case .notRaised: "no money raised"
    case .withdrawn: "withdrawn"
    }
  }
}
