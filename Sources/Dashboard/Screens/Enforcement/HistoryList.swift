import Canvas
import Charts
import Insight

/// The count of states over time in figures, in place of the picture where that would be flat.
///
///     States with full authority
///      1 Feb 2026   4  possibly 7
///      2 Aug 2026   7  possibly 10
struct HistoryList: Sendable {
  let title: String
  let points: [EnforcementHistory.Point]

  /// The rows from which a step line shows a rise: a title, three rows, the line of zero and the
  /// dates.
  static let rowsForPicture = 6

  /// The last changes, as many as there are rows under the title, the latest at the foot.
  func draw(in area: Rect, on canvas: inout Canvas) {
    guard area.height > 1 else { return }
    canvas.put([Span(title, .heading)].clauses(within: area.width), x: area.x, y: area.y)
    let shown = points.suffix(area.height - 1)
    let days = shown.map { readable($0.day) }
    let dayWidth = days.map { TextWidth.of($0) }.max() ?? 0
    for (index, (point, day)) in zip(shown, days).enumerated() {
      let possible =
        point.possible.isEmpty ? "" : "  possibly \(point.full.count + point.possible.count)"
      let spans = [
        Span(TextWidth.pad(day, to: dayWidth, align: .trailing), .dim),
        Span(TextWidth.pad("\(point.full.count)", to: 4, align: .trailing), .strong),
        Span(possible, .possible),
      ]
      canvas.put(spans.clauses(within: area.width), x: area.x, y: area.y + 1 + index)
    }
  }
}
