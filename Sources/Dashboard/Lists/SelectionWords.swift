import Canvas
import Charts

/// The words between a chart and its list on whose rows the list has.
///
/// The rule: a cursor on a bar leaves the headline as it is and narrows the list below. The list says of whom it
/// is, wherever it is narrowed.
enum SelectionWords {
  /// `below: rounds of Mistral AI  `; none where nothing is selected. A long name gives way to the legend.
  static func spans(_ rows: String, of name: String?, within width: Int) -> [Span] {
    guard let name else { return [] }
    let text = "below: \(rows) of \(name)"
    let room = max(0, width / 2)
    return [
      Span(TextWidth.of(text) <= room ? text : TextWidth.clip(text, to: room), .strong), Span("  "),
    ]
  }
}
