import Canvas
import Charts
import Dataset

/// A screen on its own, for printing: its headline and itself, without tabs and hints.
public struct Sheet: Sendable {
  let screen: any Screen
  let world: World
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

  /// The facts of the view as data. The problems that keep data out of it stand under `problems`,
  /// where the view does not tell of problems itself.
  public var record: JSON {
    let problems: JSON = [
      "errors": world.dataset.errorCount, "rows_left_out": world.dataset.losses.rows,
      "tables_left_out": world.dataset.losses.tables,
    ]
    return (["problems": problems] as JSON).adding(screen.record.json)
  }

  var title: String { page.kind.title }

  public var description: String {
    let modes = screen.modeWords(in: view)
    return screen.headline.map(\.text).joined() + (modes.isEmpty ? "" : ", \(modes)")
      + ", as of \(world.day)"
  }

  /// The lists of the view, those without a row too.
  public var tables: [DataTable] { screen.tables }

  /// The list of a name; the main list of the view where no name is given.
  public func table(_ name: String? = nil) -> DataTable? {
    ScreenTables(screen: screen).table(name)
  }

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

  /// The picture with all of its content: as wide as its lists and texts ask, without a blank end.
  ///
  /// A picture that stays short of room however wide it becomes, stops growing where more room does
  /// not help.
  public func whole(height: Int? = nil) -> Canvas {
    var best = draft(width: Sheet.leastWidth, height: height)
    var (short, width) = (0, Sheet.leastWidth)
    for attempt in 1...Sheet.mostAttempts where best.lack.width > 0 && width < Sheet.mostWidth {
      short = width
      width = min(Sheet.mostWidth, width + max(best.lack.width, width * attempt / 8))
      let next = draft(width: width, height: height)
      if next.lack.width <= best.lack.width { best = next }
    }
    // Back to where the content ends.
    var reach = best.lack.width == 0 ? best.width : short
    while reach - short > max(4, reach / 16), short > 0 {
      let middle = (short + reach) / 2
      let next = draft(width: middle, height: height)
      if next.lack.width == 0 { (best, reach) = (next, middle) } else { short = middle }
    }
    // With all effort a picture may take a little more room than its draft.
    let limit = best.lack.width
    best = canvas(width: best.width, height: height, isWhole: true)
    for _ in 0..<3 where best.lack.width > limit && best.width < Sheet.mostWidth {
      let wider = min(Sheet.mostWidth, best.width + best.lack.width)
      best = canvas(width: wider, height: height, isWhole: true)
    }
    return height == nil ? best.withoutBlankTail : best
  }

  /// The picture of a width at less effort.
  private func draft(width: Int, height: Int?) -> Canvas {
    canvas(width: width, height: height, isWhole: true, isDraft: true)
  }

  private static let leastWidth = 100
  private static let mostWidth = 2_000
  private static let mostAttempts = 8

  /// The whole picture of a width: where it asks for more rows than it was thought to need, with them.
  private func canvas(
    width: Int, height: Int?, isWhole: Bool, isDraft: Bool = false
  ) -> Canvas {
    var view = view
    view.isWhole = isWhole
    view.isDraft = isDraft
    var picture = canvas(width: width, height: height, view: view)
    guard height == nil, isWhole else { return picture }
    for attempt in 1...Sheet.mostAttempts where picture.lack.height > 0 {
      // A list may have a part of the height, so that it needs more than it lacks.
      let more = picture.lack.height * attempt
      picture = canvas(width: width, height: picture.height + more, view: view)
    }
    return picture
  }

  /// The picture, as high as it needs to be unless a height is given.
  public func canvas(width: Int, height: Int?) -> Canvas {
    canvas(width: width, height: height, view: view)
  }

  private func canvas(width: Int, height: Int?, view: ViewState) -> Canvas {
    let rows = height ?? screen.naturalHeight(width: max(1, width - 2)) + 4
    var frame = Frame(size: Size(width: width, height: rows))
    frame.marks = RowMarks(world, isPrinted: true)
    let bounds = frame.canvas.bounds
    let modes = screen.modeWords(in: view)
    let used = TextWidth.of(screen.headline.map(\.text).joined() + modes)
    let corner = DayCorner(world, type(of: screen))
    let day = corner.words(
      in: width,
      reach: corner.reachWords(in: width, beside: used + (modes.isEmpty ? 0 : 3)))
    var end = max(0, bounds.maxX - TextWidth.of(day) - 1)
    frame.canvas.put(day, x: end, y: 0, style: .dim)
    let title = TitleLine(.init(page: page, headline: screen.headline, modes: modes))
    if !modes.isEmpty {
      let text = title.modeWords(within: max(0, end - 3))
      end = max(0, end - TextWidth.of(text) - 3)
      frame.canvas.put(text, x: end, y: 0, style: .accent)
    }
    let room = max(0, end - 3)
    frame.canvas.put(title.title(within: room), x: 1, y: 0, width: room)
    let body = bounds.inset(left: 1, top: 2, right: 1, bottom: 1)
    // In too few rows the headline is all there is: parts at the foot of a screen would be drawn over it.
    guard !body.isEmpty else { return frame.canvas }
    let screen = screen.prepared(for: body.size) ?? screen
    screen.draw(in: body, of: &frame, view: view)
    return frame.canvas
  }
}
