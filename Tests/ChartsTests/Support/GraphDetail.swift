import Canvas

@testable import Charts

/// How much of each node a picture of a graph shows: the levels of zooming out.
public enum GraphDetail: CaseIterable, Hashable, Sendable {
  case figures
  case names
  case dots
}

extension LayeredGraph.Node {
  /// A node of one row, as wide as what it shows and a blank on both sides.
  ///
  /// - Parameters:
  ///   - id: The id that edges name.
  ///   - name: The name for people; cut with an ellipsis where it takes more than `longest` cells.
  ///   - figure: The figure measured; may be empty.
  ///   - detail: The level of detail.
  ///   - longest: The most cells of the name.
  ///   - tier: Its layer group, or nil.
  public init(
    id: String, name: String, figure: String = "", detail: GraphDetail, longest: Int = 24,
    tier: Int? = nil
  ) {
    let name = TextWidth.clip(name, to: max(1, longest))
    let line =
      switch detail {
      case .figures: figure.isEmpty ? name : name + " " + figure
      case .names: name
      case .dots: String(Character(Glyph.markFull))
      }
    self.init(
      id: id, lines: [line], width: detail == .dots ? 1 : TextWidth.of(line) + 2, tier: tier)
  }
}
