import Canvas
import Charts
import Dataset
import Insight

/// Everything the dashboard knows between two keys. A value: the same actions lead to the same state.
public struct State: Sendable {
  public struct Place: Sendable {
    public let page: Page
    /// The screen, as made for the world it was last seen in.
    public internal(set) var screen: any Screen {
      didSet {
        said = Once()
        parts = Once()
      }
    }
    public internal(set) var view: ViewState
    /// The world that the screen was made for.
    var made: World.Token
    /// The former selection, where the screen was let go.
    var kept: [Selection]?
    /// The lists that the current columns and widths belong to, by pane.
    private var lists: [List] = []
    /// A list as far as its columns go.
    private struct List: Equatable {
      let name: String
      let columns: [String]
    }
    /// The screen's headline, kept from the first frame that shows it.
    private(set) var said = Once<[Span]>()
    var headline: [Span] { said.value { screen.headline } }
    /// The screen's panes, kept from when they were first asked for.
    private(set) var parts = Once<[Pane]>()
    var panes: [Pane] { parts.value { screen.panes } }
  }

  public enum Mode: Sendable {
    case browse
    case filter(FilterLine)
    /// A name for a filter or a scenario is being typed.
    case name(LineEditor, of: Named, String?)
    /// A day is being typed.
    case day(DayPrompt)
    /// The things to take away are being typed.
    case cut(CutLine)
    /// Somewhere to go is being typed.
    case palette(Palette)
    /// The cells of a row lie over the screen, each whole.
    case row(RowSheet)
    /// The sources of a fact lie over the screen.
    case sources(SourceSheet)
    /// Every key, and what is looked for among them.
    case help(HelpSheet)
    /// A fact is being entered.
    case form(EntryForm)
    /// A question is to be answered by one more key.
    case question(Question)
  }

  /// A text that is kept under a name.
  public enum Named: Hashable, Sendable {
    case filter(String)
    case scenario(String)
  }

  /// A line that answers what was just done.
  public enum Message: Hashable, Sendable {
    case note(String)
    case failure(String)
  }

  public internal(set) var world: World {
    didSet {
      watchLine = WatchLine(world)
      sleep()
    }
  }
  public internal(set) var place: Place
  /// The pages that it was opened from, the earliest first: Esc goes back to the last.
  var under: [Place]
  public internal(set) var mode: Mode = .browse
  public internal(set) var message: Message?
  public internal(set) var size: Size
  public let keymap: Keymap
  /// The file of the configuration; `nil` where there is no home folder.
  public let settingsPath: String?
  public internal(set) var problemCount: Int
  /// Why the data last saved is not shown, where it could not be read.
  public internal(set) var reloadFailure: Problem?
  public internal(set) var kept: Kept
  public private(set) var watchLine: WatchLine
  /// True if the mouse is the dashboard's; otherwise the terminal uses it to select text.
  public internal(set) var hasMouse: Bool
  /// The day of the last visit, if any.
  public internal(set) var lastVisit: Day?
  /// The number of visible rows in each pane of the last frame.
  var visible: [Int: Int] = [:]
  /// The panes whose current cell the last frame could not show whole.
  var cut: Set<Int> = []
  /// The widths of the columns in each pane of the last frame.
  var drawn: [Int: [Int: Int]] = [:]
  /// The reach of the filter among the rows of the screen.
  var reach: KnownReach?
  /// The companies or countries marked, to be compared.
  public internal(set) var marks: [Fact] = []
  /// The number of things that happened so far; a picture made aside is of one of these moments.
  public internal(set) var moment = 0
  /// The form that was closed before its fact was entered.
  var unfinished: EntryForm?
  /// The number of forms opened from a screen so far.
  var formsOpened = 0
  /// True if the fact entered last is taken back by the next Ctrl-Z.
  public internal(set) var canTakeBack = false
  /// The values that hold on every screen that has the option.
  var shared: [Setting: Int] = [:]
  /// Kept for the next frame; no answer depends on it.
  let last = LastLines()
  // The places that were left by a digit key, so that coming back finds them as they were.
  var left: [Page: Place] = [:]
  // The filter used last, so that what it found can be gone through when it no longer applies.
  var sought: Filter = .everything
  // The names of everything there is to go to, kept while the facts and the keys stay as they are.
  var paletteEntries: PaletteEntries?

  /// The dashboard as it opens.
  ///
  /// - Parameters:
  ///   - session: The pages and positions to go on from.
  ///   - settingsPath: The file of the configuration, to be named.
  ///   - keepsWorld: True if the day and the filter are given otherwise and the session's do not count.
  public init(
    world: World, page: Page = .overview, size: Size = Size(width: 80, height: 24),
    keymap: Keymap = .standard, lastVisit: Day? = nil, kept: Kept = Kept(), hasMouse: Bool = true,
    resuming session: Session? = nil, keepsWorld: Bool = false, settingsPath: String? = nil
  ) {
    self.settingsPath = settingsPath
    let world = keepsWorld ? world : session?.resumed(world) ?? world
    self.world = world
    watchLine = WatchLine(world)
    self.kept = kept
    self.hasMouse = hasMouse
    self.size = size
    self.keymap = keymap
    self.lastVisit = lastVisit
    problemCount = world.problemCount
    // Each screen is made once: a start does not make a screen and then another in its place.
    let resumed = session?.places(in: world) ?? []
    place = resumed.last ?? Place(page: page, world: world)
    under = resumed.dropLast()
    shareResumed(session?.shared ?? [:])
    settleReach()
  }

  public var places: [Place] { under + [place] }

  public var selectedFact: Fact? {
    let panes = place.panes
    guard panes.indices.contains(place.view.focus) else { return nil }
    let pane = panes[place.view.focus]
    guard let row = place.view.position(place.view.focus).cursor, row < pane.count else {
      return nil
    }
    return pane.fact(row)
  }
}

extension State {
  /// Lets the screens go that are out of sight and were made for other facts. A page makes its
  /// screen again when it comes back.
  ///
  /// A dataset that was read again must not be kept by the screens of the former dataset.
  private mutating func sleep() {
    for index in under.indices where under[index].made !== world.token { under[index].sleep() }
    for page in left.keys where left[page]?.made !== world.token { left[page]?.sleep() }
  }
}

extension State.Place {
  init(page: Page, world: World, view: ViewState = ViewState()) {
    self.page = page
    self.view = view
    made = world.token
    screen = page.kind.type.init(
      page: page, world: world.shown(on: page.kind.type), settings: view.settings)
    settle()
  }

  /// Makes the screen again, keeping the selected fact selected where it is still there.
  ///
  /// - Parameters:
  ///   - keeping: what else of the former selection means something.
  ///   - anchor: The selection to keep in place of the present selection, or else the first rows.
  mutating func rebuild(
    in world: World, keeping: Keeping = .places, selecting anchor: [Selection]? = nil
  ) {
    let selected = anchor ?? selections()
    kept = nil
    if anchor != nil { view.positions = [] }
    if case .facts(let focus?) = keeping {
      view.positions = []
      view.focus = focus
    }
    made = world.token
    screen = page.kind.type.init(
      page: page, world: world.shown(on: page.kind.type), settings: view.settings)
    settle()
    for selection in selected where panes.indices.contains(selection.pane) {
      if !select(selection.fact, in: selection.pane), case .facts = keeping {
        view.positions[selection.pane] = ListPosition(cursor: screen.start(in: selection.pane))
      }
      // Panes that follow the first selection are there only now.
      if selection.pane == 0 { settle() }
    }
  }

  /// The parts of a selection that outlive a change.
  enum Keeping {
    /// Where the fact is gone, its place in the list stays selected: the list is the same.
    case places
    /// Where the fact is gone, the list opens at its first row: an option makes it another list. With a
    /// focus, the panes are others too.
    case facts(focus: Int?)
  }

  /// Makes the screen again where the world is another than it was made for.
  mutating func refresh(in world: World) {
    if made !== world.token { rebuild(in: world) }
  }

  /// Lets the screen go, and with it the facts that it was made from; its position stays known.
  mutating func sleep() {
    guard kept == nil else { return }
    kept = selections()
    screen = SleepingScreen(page: page)
  }

  /// A fact that is selected in a pane, without the parts of a sum.
  struct Selection: Sendable {
    let pane: Int
    let fact: Fact
  }

  func selections() -> [Selection] {
    if let kept { return kept }
    return panes.enumerated().compactMap { index, pane in
      guard let row = view.position(index).cursor, row < pane.count else { return nil }
      return pane.identity(row).map { Selection(pane: index, fact: $0) }
    }
  }

  /// Far enough to find a row again after a change, near enough not to be felt with a million rows.
  private static let furthestLook = 5_000

  /// Selects a fact in a pane; `false` where the pane has no such row.
  @discardableResult
  mutating func select(_ fact: Fact, in index: Int) -> Bool {
    guard panes.indices.contains(index) else { return false }
    let pane = panes[index]
    let fact = fact.withoutParts
    if let row = view.positions[index].cursor, row < pane.count, pane.identity(row) == fact {
      return true
    }
    let found = (0..<min(pane.count, State.Place.furthestLook)).first {
      pane.identity($0) == fact
    }
    if let found { view.positions[index].cursor = found }
    return found != nil
  }

  /// Selects the row selected in a pane in those too that have one selection with it.
  mutating func share(from pane: Int) {
    let shared = type(of: screen).sharedPanes
    guard shared.contains(pane), view.positions.indices.contains(pane) else { return }
    for other in shared where view.positions.indices.contains(other) {
      view.positions[other].cursor = view.positions[pane].cursor
    }
  }

  /// One position for every pane, each inside its list; what follows a selection follows it.
  ///
  /// The current column and the widths are those of a list: another list, or the same with other columns, opens
  /// at its first column.
  mutating func settle() {
    settlePositions()
    guard let next = screen.following(view) else { return }
    screen = next
    for index in view.positions.indices where index != view.focus {
      if index > 0 { view.positions[index] = ListPosition(cursor: 0) }
    }
    settlePositions()
  }

  private mutating func settlePositions() {
    let panes = self.panes
    while view.positions.count < panes.count {
      view.positions.append(ListPosition(cursor: screen.start(in: view.positions.count)))
    }
    for (index, pane) in panes.enumerated() {
      let cursor = view.positions[index].cursor ?? 0
      view.positions[index].cursor = pane.count == 0 ? nil : min(max(cursor, 0), pane.count - 1)
      let list = List(name: pane.name, columns: pane.ids)
      if lists.indices.contains(index), lists[index] != list {
        view.columns[index] = nil
        view.widths[index] = nil
        lists[index] = list
      } else if !lists.indices.contains(index) {
        lists.append(list)
      }
      let columns = pane.columns.indices
      if let current = view.columns[index], !columns.contains(current) { view.columns[index] = nil }
      view.widths[index] = view.widths[index]?.filter { columns.contains($0.key) }
    }
    view.focus = panes.isEmpty ? 0 : min(view.focus, panes.count - 1)
  }
}
