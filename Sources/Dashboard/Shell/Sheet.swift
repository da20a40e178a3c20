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

  public var record: any Encodable & Sendable { screen.record }

  public var description: String {
    screen.headline.map(\.text).joined() + ", as of \(world.day)"
  }

  /// The lists of the view, those without a row too.
  public var tables: [DataTable] { screen.tables }

  /// The list of a name; the main list of the view where no name is given.
  public func table(_ name: String? = nil) -> DataTable? {
    ScreenTables(screen: screen).table(name)
  }

  /// The rows of the list that stands for the view as CSV (RFC 4180), header first.
  public var csv: String { table().map { DataWriter($0).csv() } ?? "" }

  /// The description of an export: the view, the day, the filter, the data and the command.
  public func meta(command: String) -> DataMeta {
    DataMeta(entries: [
      ("view", .text(page.name ?? page.kind.word)), ("as_of", .text(world.day.description)),
      ("filter", world.filter.isEmpty ? .null : .text(world.filter.text)),
      ("data", .text(world.dataset.packages.map(\.version).joined(separator: ";"))),
      ("updated", .text(world.dataset.updated.description)), ("command", .text(command)),
      ("rows_left_out", .integer(world.dataset.losses.rows)),
      ("tables_left_out", .list(world.dataset.losses.tables)),
    ])
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
