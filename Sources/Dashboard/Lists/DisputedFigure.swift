import Charts
import Dataset
import Insight

/// The marks of a figure.
///
/// The rule for them: `~` stands before dollars that were converted at a reference rate. `?` stands behind a figure
/// about which sources disagree: its row is disputed, or another figure is known of the same day. Every list, page
/// and picture that prints such a figure asks for its text here.
enum DisputedFigure {
  static func text(_ figure: String, isDisputed: Bool) -> String {
    isDisputed ? figure + "?" : figure
  }

  static func text(_ dollars: Dollars, isDisputed: Bool) -> String {
    text(dollars.cell.text, isDisputed: isDisputed)
  }

  /// A count that a row names.
  static func text(_ count: Int, of confidence: Confidence) -> String {
    text(NumberFormat.integer(count), isDisputed: confidence == .disputed)
  }

  /// A value of a company, which other figures of its day may contradict.
  static func text(_ point: ValuationPoint, in world: World) -> String? {
    point.dollars.map { dollars in
      text(
        dollars,
        isDisputed: point.confidence == .disputed
          || world.established(onTheDayOf: point).contains {
            $0.dollars?.millions != dollars.millions
          })
    }
  }
}
