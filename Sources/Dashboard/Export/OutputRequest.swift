import Canvas

/// The view that an answer is written from, and the options that it obeys.
public struct OutputRequest {
  public let sheet: Sheet
  /// Draws the view in the size that is asked for.
  public let canvas: () -> Canvas
  /// The list that is asked for; `nil` where the view has none.
  public let table: DataTable?
  public var theme = Theme.standard
  public var depth = ColourDepth.none
  public var ascii = false
  public var width: Int?
  public var hasHeaders = true
  /// True if a list is asked for and not the whole view.
  public var isList = false
  /// True if JSON holds the rows of a list and nothing about them.
  public var isRowsAlone = false
  /// True if the columns of the list are chosen by name.
  public var namesColumns = false
  /// The command line, for the description of a list.
  public var command = ""

  public init(_ sheet: Sheet, table: DataTable?, canvas: @escaping () -> Canvas) {
    self.sheet = sheet
    self.canvas = canvas
    self.table = table
  }
}
