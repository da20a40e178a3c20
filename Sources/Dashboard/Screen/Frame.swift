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

  public var canvas: Canvas
  /// The areas that can be clicked, the uppermost last. The target is found at a click, for most
  /// frames never see a click.
  private var regions: [(area: Rect, find: @Sendable (Point) -> Target?)] = []
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
  var cut: Set<Int> = []

  /// The widths of the columns in sight, by pane and column.
  private(set) var widths: [Int: [Int: Int]] = [:]

  public init(size: Size) {
    canvas = Canvas(size: size)
  }

  /// Notes that a click inside an area means a target.
  public mutating func region(_ area: Rect, _ target: Target) {
    region(area) { _ in target }
  }

  /// Notes that a click inside an area means what it finds; where it finds nothing, what lies below.
  public mutating func region(_ area: Rect, find: @escaping @Sendable (Point) -> Target?) {
    regions.append((area.intersection(canvas.clip), find))
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
