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

  /// The rows as CSV (RFC 4180), header first: of the pane that stands for the screen, or of a screen that
  /// is several tables of all panes, under the columns of all, with the pane and the sources of each.
  public var csv: String { ScreenTables(screen: screen, world: world).text }

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
