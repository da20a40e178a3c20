import Canvas
import Charts

/// The position, selection and options on a screen.
public struct ViewState: Hashable, Sendable {
  /// The pane that keys go to.
  public var focus = 0
  /// True if that pane has the whole screen.
  public var isEnlarged = false
  /// The selected row and the first row shown, for every pane.
  public var positions: [ListPosition] = []
  public var settings = Settings()
  /// The cell of a large picture shown in the upper left corner, once the user has moved it. Until
  /// then it follows the selection.
  public var corner: Point?
  /// The words looked for, so that they can be marked.
  public var search = ""
  /// The current column of every pane that was moved sideways.
  public var columns: [Int: Int] = [:]
  /// The settings whose value was chosen on another screen.
  var adopted: Set<Setting> = []
  /// The targets that were aimed at before, the latest last: Esc leads back through them.
  var aims: [String] = []
  /// The modes that are on, the latest last.
  public var modes: [ScreenMode.Kind] = []
  /// The widths that columns were given, by pane and column.
  public var widths: [Int: [Int: Int]] = [:]
  /// True if it is drawn to be printed: nothing is selected on paper.
  public var isPrinted = false
  /// True if it is printed as wide as its content: nothing stands next to a list that would make it
  /// wider still.
  public var isWhole = false
  /// True while the size of a printed picture is looked for: what takes long is drawn at less effort.
  public var isDraft = false

  public init() {}

  /// The style of a pane's title: lit where keys go to the pane, and never on paper.
  ///
  /// It is the only rule for titles that a screen draws itself; charts and tables keep it by their
  /// position.
  func titleStyle(of pane: Int) -> Style {
    !isPrinted && pane == focus ? Style(.accent, .bold) : .heading
  }

  /// The position in a pane, focused only where the pane is.
  public func position(_ pane: Int) -> ListPosition {
    var position = positions.indices.contains(pane) ? positions[pane] : ListPosition(cursor: 0)
    position.isFocused = pane == focus
    return position
  }
}
