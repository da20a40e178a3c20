import Canvas
import Charts

/// A picture in the making: the cells, and what lies where for the mouse.
public struct Frame: Sendable {
  public enum Target: Hashable, Sendable {
    case tab(Page)
    case row(pane: Int, row: Int)
    case pane(Int)
    case column(pane: Int, column: Int)
    /// A line of what lies over the screen.
    case line(Int)
    case command(Command)
  }

  /// An area that can be clicked.
  struct Region: Sendable {
    let area: Rect
    let find: @Sendable (Point) -> Target?
  }

  public var canvas: Canvas
  /// The areas that can be clicked, the uppermost last. The target is found at a click, for most
  /// frames never see a click.
  private(set) var regions: [Region] = []
  /// The positions as the charts settled them, so that scrolling goes on from what was seen.
  public private(set) var settled: [Int: ListPosition] = [:]
  /// The marks of rows; `nil` where none has a mark.
  var marks: RowMarks?
  /// Why a list may be empty, and what to do about it; empty where no filter applies.
  var emptyWords = ""
  /// True if a list has said that it is empty.
  private(set) var isSaidEmpty = false
  /// The number of visible rows in each pane, for moves by a page.
  public private(set) var visible: [Int: Int] = [:]
  /// The panes whose current cell, gone to by column, is not whole in sight.
  public internal(set) var cut: Set<Int> = []

  /// The widths of the columns in sight, by pane and column.
  public private(set) var widths: [Int: [Int: Int]] = [:]

  /// True if panes, title and corner that did not change are laid down as they were drawn last.
  let isSketched: Bool

  /// A blank frame.
  ///
  /// - Parameter isSketched: false where everything is to be drawn again, as the tests of sketches ask for.
  public init(size: Size, isSketched: Bool = true) {
    canvas = Canvas(size: size)
    self.isSketched = isSketched
  }

  /// Notes that a click inside an area means a target.
  public mutating func region(_ area: Rect, _ target: Target) {
    region(area) { _ in target }
  }

  /// Notes that a click inside an area means what it finds; where it finds nothing, what lies below.
  public mutating func region(_ area: Rect, find: @escaping @Sendable (Point) -> Target?) {
    regions.append(Region(area: area.intersection(canvas.clip), find: find))
  }

  /// Notes how a pane's list was settled and how many rows it showed.
  public mutating func settle(_ pane: Int, _ position: ListPosition, visible rows: Int) {
    settled[pane] = position
    visible[pane] = rows
  }

  /// Notes how wide a pane's columns were drawn, for keys that make them wider.
  mutating func note(_ titles: [(column: Int, area: Rect)], of pane: Int) {
    widths[pane] = Dictionary(titles.map { ($0.column, $0.area.width) }) { first, _ in first }
  }

  /// Lays down a kept picture of a pane with what it left in its frame.
  mutating func lay(_ picture: Sketch.Picture, as pane: Int) {
    canvas.lay(picture.cells)
    regions += picture.regions
    settled[pane] = picture.position
    visible[pane] = picture.visible
    widths[pane] = picture.widths
    if picture.isCut { cut.insert(pane) }
    isSaidEmpty = isSaidEmpty || picture.isSaidEmpty
  }

  /// Says in the place of the rows why there are none.
  mutating func sayEmpty(in area: Rect) {
    guard !emptyWords.isEmpty, area.height > 0 else { return }
    isSaidEmpty = true
    let lines = TextWidth.wrap(emptyWords, width: max(1, area.width))
    for (index, line) in lines.prefix(area.height).enumerated() {
      canvas.put(line, x: area.x, y: area.y + index, style: .possible, width: area.width)
    }
  }

  public func target(at x: Int, _ y: Int) -> Target? {
    for region in regions.reversed() where region.area.contains(x, y) {
      if let target = region.find(Point(x: x, y: y)) { return target }
    }
    return nil
  }
}
