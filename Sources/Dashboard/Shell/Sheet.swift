import Canvas
import Charts
import Dataset

/// A screen on its own, for printing: its headline and itself, without tabs and hints.
public struct Sheet: Sendable {
  private let screen: any Screen
  private let world: World
  private let page: Page
  private let view: ViewState

  /// The screen of a page as of a day, through a filter, with what was chosen on it.
  public init(page: Page, world: World, settings: Settings = Settings()) {
    var view = ViewState()
    view.settings = settings
    view.isPrinted = true
    view.focus = -1
    self.page = page
    self.world = world
    self.view = view
    screen = page.kind.type.init(page: page, world: world, settings: settings)
  }

  /// The facts as data.
  public var record: any Encodable & Sendable { screen.record }

  /// What it says, in a sentence.
  public var description: String {
    screen.headline.map(\.text).joined() + ", as of \(world.day)"
  }

  /// The rows of the last pane that has columns as CSV (RFC 4180), header first; of a screen that is
  /// several tables those of all panes, under the columns of all, with the pane and the sources of each.
  public var csv: String {
    if type(of: screen).csvHoldsEveryPane { return everyPane }
    let panes = screen.panes
    let chosen = type(of: screen).csvPane.map { panes[$0] }
    guard let pane = chosen ?? panes.last(where: { !$0.columns.isEmpty }) else { return "" }
    let rows = [pane.columns] + (0..<pane.count).map { pane.cells($0).map(dataCell) }
    return rows.map { csvRecord($0) + "\n" }.joined()
  }

  private var everyPane: String {
    let panes = screen.panes.filter { !$0.columns.isEmpty && $0.count > 0 }
    var columns: [String] = []
    for pane in panes {
      for column in pane.columns where !columns.contains(column) { columns.append(column) }
    }
    var lines = [["Pane"] + columns + ["Sources"]]
    for pane in panes {
      for row in 0..<pane.count {
        let cells = pane.cells(row).map(dataCell)
        let sources = pane.fact(row).map(world.sources) ?? []
        lines.append(
          [pane.title]
            + columns.map { column in pane.columns.firstIndex(of: column).map { cells[$0] } ?? "" }
            + [sources.map { world.dataset.slug($0) }.joined(separator: ";")])
      }
    }
    return lines.map { csvRecord($0) + "\n" }.joined()
  }

  /// The picture, as high as it needs to be unless a height is given.
  public func canvas(width: Int, height: Int?) -> Canvas {
    let rows = height ?? screen.naturalHeight(width: max(1, width - 2)) + 4
    var frame = Frame(size: Size(width: width, height: rows))
    frame.marks = RowMarks(world, isPrinted: true)
    let bounds = frame.canvas.bounds
    let day = (width < 60 ? "" : "as of ") + readable(world.day)
    let dayWidth = TextWidth.of(day)
    let room = max(0, bounds.width - dayWidth - 4)
    frame.canvas.put(screen.headline.clauses(within: room), x: 1, y: 0, width: room)
    frame.canvas.put(day, x: max(0, bounds.maxX - dayWidth - 1), y: 0, style: .dim)
    let body = bounds.inset(left: 1, top: 2, right: 1, bottom: 1)
    var screen = screen
    screen.prepare(for: body.size)
    screen.draw(in: body, of: &frame, view: view)
    return frame.canvas
  }
}
