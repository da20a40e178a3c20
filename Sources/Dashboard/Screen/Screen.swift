import Canvas
import Charts
import Dataset

/// A view with its content, its selectable rows and its drawing.
///
/// A screen is made whenever the facts, the day, the filter or its settings change. It asks
/// `Insight` all its questions then. Drawing and moving ask nothing any more.
public protocol Screen: Sendable {
  static var title: String { get }
  static var shortTitle: String { get }
  /// The command that prints it.
  static var command: String { get }
  static var purpose: String { get }
  static var access: ScreenAccess { get }
  /// The page that it opens with; `nil` where it needs a thing to show.
  static var home: Page? { get }
  static var isFiltered: Bool { get }
  /// The keys that lead from a view of few rows to that of all rows; `nil` where it is on.
  var wayToRows: String? { get }
  /// The thing that a page of it shows, by the name it is kept under. `nil` for what it cannot show.
  static func subject(named name: String) -> Page.Subject?
  /// Its options and its other keys apart from the fixed keys, in the order of the help.
  static var controls: [any Control] { get }
  /// The entries of the palette that choose something on it.
  static var views: [NamedView] { get }
  /// The panes that show the same rows in the same order, and so have one selection.
  static var sharedPanes: Set<Int> { get }
  /// The pane whose rows a filter is about, where the first is a picture of them: it takes the
  /// focus when a filter was typed. `nil` leaves the focus where it is.
  static var ledgerPane: Int? { get }
  /// The table whose rows a filter leaves or takes here; `nil` where it is about no single table.
  static var filteredTable: TableName? { get }
  /// The table that a new fact goes to when it is entered here. `nil` where the screen is about no
  /// single table.
  static var enteredTable: TableName? { get }
  /// The table whose reach the corner names; `nil` where the screen is about no single table.
  static var reachingTable: TableName? { get }

  /// Asks the world what the page shows.
  init(page: Page, world: World, settings: Settings)

  /// The line under the tabs: what it is and the answer, in figures.
  var headline: [Span] { get }
  /// The parts that can be selected in, in the order of Tab.
  var panes: [Pane] { get }
  /// The same with parts that follow the selection of others, such as the table the bar that is selected: their
  /// selections start afresh. `nil` where nothing changes.
  func following(_ view: ViewState) -> (any Screen)?
  /// The same made ready for an area, where that is work worth keeping: a layout that no key changes. `nil` where
  /// nothing is to be made ready.
  func prepared(for area: Size) -> (any Screen)?
  /// The same in the hands of somebody who works with it, so that nothing of it is rearranged any more; `nil`
  /// where it is so already.
  var touched: (any Screen)? { get }
  /// The same screen with a picture that took more effort, to be made aside while no key comes. `nil` where
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
  /// The setting that a move changes where a row is a setting, and by how many steps. `nil` where
  /// the move only moves.
  func turn(_ move: Move, row: Int, in pane: Int) -> (setting: Setting, step: Int)?
  /// The name of the list that stands for the screen as CSV; `nil` for the last.
  var mainTable: String? { get }
  var tables: [DataTable] { get }
  /// Its chart on its own, for a slide; `nil` where it has none, or several.
  var slideChart: SlideChart? { get }
  /// The same facts as data, for `--format json`; made when it is asked for.
  var record: any JSONConvertible & Sendable { get }
  /// The shapes that `record` may have, a document each.
  static var shapes: [JSONShape] { get }
  /// The form that `Enter` opens on a row of a pane; `nil` where it opens the page of the row.
  func form(row: Int, in pane: Int) -> EntryStart?
  /// The line that says what a setting shows, where the words of its value alone do not say it.
  func name(of setting: Setting) -> String?
  /// The reason why a setting changes nothing of what is shown; `nil` where it changes something. Its
  /// key says so, and has no hint.
  func idle(_ setting: Setting) -> String?
  /// The settings after a command of the screen's own; `nil` where the command changes nothing.
  func settings(after command: LocalCommand, on fact: Fact?, in view: ViewState) -> Settings?
  /// The words of the title line for a subject that is on; empty where the headline says it.
  func words(of subject: LocalCommand, in view: ViewState) -> String
  /// The line that says what is aimed at and where Esc leads; `nil` where nothing is aimed.
  func aimed(in view: ViewState) -> String?
  /// The cuts that are offered, as they are typed, the most likely first; none where nothing can be cut.
  func cuts(in view: ViewState) -> [String]
  /// The pane that lists the answer to a cut, where its picture has no room for all of it.
  func answerPane(in area: Size) -> Int?
  /// The upper left corner after a picture was moved by steps; `nil` where all of it is in sight.
  func corner(after view: ViewState, movedBy steps: Point, in area: Size) -> Point?
}

extension Screen {
  public static var shortTitle: String { title }
  public static var command: String { title.lowercased() }
  public static var access: ScreenAccess { .elsewhere }
  /// Its page, where it has a way of its own.
  public static var home: Page? { access == .elsewhere ? nil : Page(self) }
  /// Rows that a filter leaves out are not shown.
  public static var isFiltered: Bool { true }
  public var wayToRows: String? { nil }
  /// Nothing but what it always shows.
  public static func subject(named name: String) -> Page.Subject? { name.isEmpty ? .nothing : nil }
  public static var controls: [any Control] { [] }
  public static var views: [NamedView] { [] }
  public static var sharedPanes: Set<Int> { [] }
  /// The keys stay where they are.
  public static var ledgerPane: Int? { nil }
  public static var enteredTable: TableName? { nil }
  public static var reachingTable: TableName? { enteredTable }
  /// The rows that facts are entered to.
  public static var filteredTable: TableName? { enteredTable }
  public func following(_ view: ViewState) -> (any Screen)? { nil }
  /// Nothing is chosen.
  public func words(of subject: LocalCommand, in view: ViewState) -> String { "" }
  /// Nothing is aimed.
  public func aimed(in view: ViewState) -> String? { nil }
  /// Nothing is to be made ready.
  public func prepared(for area: Size) -> (any Screen)? { nil }
  /// Nothing would be rearranged.
  public var touched: (any Screen)? { nil }
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
  public func idle(_ setting: Setting) -> String? { nil }
  /// No command of its own.
  public func settings(
    after command: LocalCommand, on fact: Fact?, in view: ViewState
  ) -> Settings? { nil }
  /// Nothing can be taken away.
  public func cuts(in view: ViewState) -> [String] { [] }
  public func answerPane(in area: Size) -> Int? { nil }
  /// All of it is in sight.
  public func corner(after view: ViewState, movedBy steps: Point, in area: Size) -> Point? { nil }
}

/// The beginning of an entry.
public enum EntryStart: Sendable {
  /// A new fact of a table.
  case new(TableName)
  /// A later state of a fact.
  case later(Fact)
}
