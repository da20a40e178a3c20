import Canvas
import Charts
import Dataset

/// A view with its content, its selectable rows and its drawing.
///
/// A screen is made whenever the facts, the day, the filter or its settings change, and asks
/// `Insight` all its questions then. Drawing and moving ask nothing any more.
public protocol Screen: Sendable {
  static var title: String { get }
  static var shortTitle: String { get }
  static var purpose: String { get }
  static var access: ScreenAccess { get }
  /// The page that it opens with; `nil` where it needs a thing to show.
  static var home: Page? { get }
  static var isFiltered: Bool { get }
  /// The thing that a page of it shows, by the name it is kept under; `nil` for what it cannot show.
  static func subject(named name: String) -> Page.Subject?
  /// Its options and its other keys apart from the fixed ones, in the order of the help.
  static var controls: [any Control] { get }
  /// The entries of the palette that choose something on it.
  static var views: [NamedView] { get }
  /// The panes that show the same rows in the same order, and so have one selection.
  static var sharedPanes: Set<Int> { get }
  /// The pane whose rows a filter is about, where the first is a picture of them: it takes the
  /// focus when a filter was typed; `nil` leaves the focus where it is.
  static var ledgerPane: Int? { get }
  /// The table whose rows a filter leaves or takes here; `nil` where it is about no single one.
  static var filteredTable: TableName? { get }
  /// The table that a new fact goes to when it is entered here; `nil` where the screen is about no
  /// single one.
  static var enteredTable: TableName? { get }

  /// Asks the world what the page shows.
  init(page: Page, world: World, settings: Settings)

  /// The line under the tabs: what it is and the answer, in figures.
  var headline: [Span] { get }
  /// The parts that can be selected in, in the order of Tab.
  var panes: [Pane] { get }
  /// Lets parts follow the selection of others: the table the bar that is selected.
  ///
  /// Returns true if the panes changed, so that their selections start afresh.
  mutating func follow(_ view: ViewState) -> Bool
  /// Makes ready for an area, where that is work worth keeping: a layout that no key changes.
  mutating func prepare(for area: Size)
  /// Notes that somebody works with what is shown, so that nothing of it is rearranged any more.
  mutating func touch()
  /// The same screen with a picture that took more effort, to be made aside while no key comes; `nil` where
  /// there is none, or where somebody works with the picture.
  var refinement: (@Sendable () -> any Screen)? { get }
  /// The row that is selected in a pane before the first move.
  func start(in pane: Int) -> Int
  func draw(in area: Rect, of frame: inout Frame, view: ViewState)
  /// Draws one of its panes where that has the whole screen.
  func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState)
  /// The rows it needs to show everything, where it is printed and not scrolled.
  func naturalHeight(width: Int) -> Int
  /// The destination of a move from a row of a pane; `nil` for the way of a list.
  func destination(of move: Move, from row: Int, in pane: Int) -> Int?
  /// The setting that a move changes where a row is one, and by how many steps; `nil` where the move
  /// only moves.
  func turn(_ move: Move, row: Int, in pane: Int) -> (setting: Setting, step: Int)?
  /// The name of the list that stands for the screen as CSV; `nil` for the last.
  var mainTable: String? { get }
  var tables: [DataTable] { get }
  /// Its chart on its own, for a slide; `nil` where it has none, or several.
  var slideChart: SlideChart? { get }
  /// The same facts as data, for `--format json`.
  var record: any JSONConvertible & Sendable { get }
  /// The form that `Enter` opens on a row of a pane; `nil` where it opens the page of the row.
  func form(row: Int, in pane: Int) -> EntryStart?
  /// The line that says what a setting shows, where the words of its value alone do not say it.
  func name(of setting: Setting) -> String?
  /// The settings after a command of the screen's own; `nil` where the command changes nothing.
  func settings(after command: LocalCommand, on fact: Fact?, in view: ViewState) -> Settings?
  /// The cuts that are offered, as they are typed, the most likely first; none where nothing can be cut.
  func cuts(in view: ViewState) -> [String]
  /// The upper left corner after a picture was moved by steps; `nil` where all of it is in sight.
  func corner(after view: ViewState, movedBy steps: Point, in area: Size) -> Point?
}

extension Screen {
  public static var shortTitle: String { title }
  public static var access: ScreenAccess { .elsewhere }
  /// Its page, where it has a way of its own.
  public static var home: Page? { access == .elsewhere ? nil : Page(self) }
  /// Rows that a filter leaves out are not shown.
  public static var isFiltered: Bool { true }
  /// Nothing but what it always shows.
  public static func subject(named name: String) -> Page.Subject? { name.isEmpty ? .nothing : nil }
  public static var controls: [any Control] { [] }
  public static var views: [NamedView] { [] }
  public static var sharedPanes: Set<Int> { [] }
  /// The keys stay where they are.
  public static var ledgerPane: Int? { nil }
  public static var enteredTable: TableName? { nil }
  /// The rows that facts are entered to.
  public static var filteredTable: TableName? { enteredTable }
  public mutating func follow(_ view: ViewState) -> Bool { false }
  /// Nothing is to be made ready.
  public mutating func prepare(for area: Size) {}
  /// Nothing would be rearranged.
  public mutating func touch() {}
  /// The picture is as good as it can be.
  public var refinement: (@Sendable () -> any Screen)? { nil }
  public func start(in pane: Int) -> Int { 0 }
  public func form(row: Int, in pane: Int) -> EntryStart? { nil }
  public func destination(of move: Move, from row: Int, in pane: Int) -> Int? { nil }
  public func turn(_ move: Move, row: Int, in pane: Int) -> (setting: Setting, step: Int)? { nil }
  public var mainTable: String? { nil }
  /// No chart of its own.
  public var slideChart: SlideChart? { nil }
  public var tables: [DataTable] { panes.compactMap(\.data) }
  public func draw(pane: Int, in area: Rect, of frame: inout Frame, view: ViewState) {
    panes[pane].draw(pane, in: area, of: &frame, view: view)
  }
  public func name(of setting: Setting) -> String? { nil }
  /// The organisation selected is chosen, or no longer so where it was.
  public func settings(
    after command: LocalCommand, on fact: Fact?, in view: ViewState
  ) -> Settings? {
    var settings = view.settings
    if let slug = fact?.id(in: .organisations), settings.subjects[command] != slug {
      settings.subjects[command] = slug
    } else {
      settings.subjects[command] = nil
    }
    return settings
  }
  /// Nothing can be taken away.
  public func cuts(in view: ViewState) -> [String] { [] }
  /// All of it is in sight.
  public func corner(after view: ViewState, movedBy steps: Point, in area: Size) -> Point? { nil }
}

/// A part of a screen in which rows are selected, whether drawn as table, bars, tiles or nodes.
public struct Pane: Sendable {
  public let title: String
  /// The name of the list in files, in `--table` and in a saved sort.
  public let name: String
  /// The names of its columns on the screen: what it can be sorted by.
  public let columns: [String]
  public let count: Int
  public let fact: @Sendable (Int) -> Fact?
  public let cells: @Sendable (Int) -> [String]
  /// The cells without the marks before them, as they are copied; `nil` where they are the same.
  var bare: (@Sendable (Int) -> [String])?
  /// By which column it is sorted; `nil` for its own order.
  var sort: SortOrder?
  /// The words for the order of each column, by kind of value.
  var orders: [ColumnOrder] = []
  /// The widths that a column may be given; `nil` for a list whose columns have none.
  var widths: (@Sendable (Int) -> ColumnWidths)?
  /// The drawing of the pane alone; `nil` for a list of its rows.
  var drawing: PaneDrawing?
  /// The fact of a row without the parts of a sum, where making those takes long.
  var makeIdentity: (@Sendable (Int) -> Fact?)?
  /// Makes its rows as data; a frame asks for panes more often than for that.
  var makeData: (@Sendable () -> DataTable?)?
  private let givenIDs: [String]?

  init(
    _ title: String, name: String? = nil, ids: [String]? = nil, columns: [String], count: Int,
    fact: @escaping @Sendable (Int) -> Fact?, cells: @escaping @Sendable (Int) -> [String]
  ) {
    self.title = title
    self.name = name ?? title
    self.columns = columns
    self.count = count
    self.fact = fact
    self.cells = cells
    givenIDs = ids
  }

  /// The fact of a row, without the parts where it is a sum: what a selection is found again by.
  func identity(_ row: Int) -> Fact? {
    if let makeIdentity { return makeIdentity(row) }
    return fact(row)?.withoutParts
  }

  public var ids: [String] { givenIDs ?? columns.map(columnID) }

  /// A part that draws its rows itself, such as a map, and lists them by columns.
  init<Row: Sendable>(
    _ title: String, name: String? = nil, columns: [Column<Row>], rows: [Row], in world: World,
    fact: @escaping @Sendable (Row) -> Fact?
  ) {
    let drawn = columns.filter { $0.shown != nil }
    self.init(
      title, name: name, ids: drawn.map(\.id), columns: drawn.compactMap(\.shown?.title),
      count: rows.count, fact: { fact(rows[$0]) },
      cells: { row in drawn.map { $0.value(rows[row], world).plain } })
    let table = columnID(self.name)
    makeData = { DataTable(table, columns: columns, rows: rows, in: world) }
  }

  /// Its rows as data, in the order in which they stand; `nil` where it is a picture and no list.
  public var data: DataTable? { makeData?() }

  /// A row's words, for the search and the clipboard.
  public func text(_ row: Int) -> String { cells(row).joined(separator: "\t") }
}

/// A title in snake case: `Of $ m` is `of_m`.
func columnID(_ title: String) -> String {
  title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
}

public struct SortOrder: Hashable, Sendable {
  public var column: String
  public var descending: Bool

  public init(column: String, descending: Bool) {
    self.column = column
    self.descending = descending
  }
}

public struct Settings: Hashable, Sendable {
  private var values: [Setting: Int] = [:]
  /// The things chosen by a screen's own commands, by slug.
  public var subjects: [LocalCommand: String] = [:]
  /// By which column each list is sorted, by the list's name.
  public var sort: [String: SortOrder] = [:]
  /// The day chosen to compare with.
  public var since: Day?

  public init() {}

  /// The number of a setting's value, from 0.
  subscript(setting: Setting) -> Int {
    get { values[setting] ?? 0 }
    // The first value is that of a screen nothing was chosen on.
    set { values[setting] = newValue == 0 ? nil : newValue }
  }
}

/// The position, selection and options on a screen.
public struct ViewState: Hashable, Sendable {
  /// The pane that keys go to.
  public var focus = 0
  /// True if that pane has the whole screen.
  public var isEnlarged = false
  /// The selected row and the first row shown, for every pane.
  public var positions: [ListPosition] = []
  public var settings = Settings()
  /// The cell of a large picture shown in the upper left corner, once the user has moved it; until
  /// then it follows the selection.
  public var corner: Point?
  /// The words looked for, so that they can be marked.
  public var search = ""
  /// The current column of every pane that was moved sideways.
  public var columns: [Int: Int] = [:]
  /// The modes that are on, the latest last.
  public var modes: [ScreenMode.Kind] = []
  /// The widths that columns were given, by pane and column.
  public var widths: [Int: [Int: Int]] = [:]
  /// True if it is drawn to be printed: nothing is selected on paper.
  public var isPrinted = false
  /// True if it is printed as wide as its content: nothing stands beside a list that would make it wider still.
  public var isWhole = false
  /// True while the size of a printed picture is looked for: what takes long is drawn at less effort.
  public var isDraft = false

  public init() {}

  /// The style of a pane's title: lit where keys go to the pane, and never on paper.
  ///
  /// It is the one rule for titles that a screen draws itself; charts and tables keep it by their position.
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

/// The beginning of an entry.
public enum EntryStart: Sendable {
  /// A new fact of a table.
  case new(TableName)
  /// A later state of a fact.
  case later(Fact)
}
