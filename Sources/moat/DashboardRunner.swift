import CMemory
import Canvas
import Capture
import Dashboard
import Dataset
import Glibc
import Insight
import Terminal

/// The dashboard's life: open the terminal, draw, wait, act, until the user quits.
///
/// A single thread waits on the keyboard, signals, the data folders and the end of the day. Nothing
/// else runs by a clock. Changed data is read aside, and the thread takes it when it is there. With so many rows
/// that a key may take long, keys are worked off aside too, on a copy of the state. In a flood of keys a frame is
/// drawn every ``longestGap``. Text typed into a line is taken in a piece.
struct DashboardRunner {
  private let options: ViewOptions
  /// The name of this run, which no other run has.
  private let visit = "\(getpid())-\(time(nil))"
  private var data: DataFollower
  private var theme: Theme
  private let keptWatch = FolderWatch()
  private let refiner = PictureRefiner()
  private let files = UserFiles()
  private var state: State
  private var exports = ExportNames()
  private let steps = LongWork<(state: State, effects: [Effect])>()
  private let writing = LongWork<ScreenExport.Outcome>()
  /// True until it was said that the reading takes long.
  private var tellsReading = false
  /// True if the last answer took long and so freed much.
  private var holdsFreedMemory = false
  /// The user's files as last written or read; only changes since then are written.
  private var settled: (watchlist: Watchlist, filters: SavedFilters, scenarios: SavedFilters)

  /// No two frames are further apart while something goes on.
  static let longestGap = Duration.milliseconds(50)
  /// A reading that takes longer is told.
  private static let patience = Duration.milliseconds(400)

  /// Reads the data before the terminal is touched, so that what is wrong with it can be said plainly.
  /// The screen says what is wrong with the settings.
  init(options: ViewOptions) throws {
    TerminalSession.endOnQuit()
    self.options = options
    let configuration = files.configuration()
    data = DataFollower(
      named: options.folders,
      folders: try DataFolders(named: options.folders, configured: configuration))
    theme = Colours(options: options, configured: configuration.theme).theme
    let world = try options.world(configuration, files).remembering(LastVisit(files).past)
    let goesOn = !options.isFresh && configuration.restores
    state = State(
      world: world, page: configuration.screen?.page ?? .overview, keymap: configuration.keymap,
      lastVisit: LastVisit(files).day(before: world.today), kept: files.kept(),
      hasMouse: configuration.mouse,
      resuming: goesOn ? files.read(.session).map { Session(text: $0) } : nil,
      keepsWorld: options.asOf != nil || options.filter != nil, settingsPath: files.path(.config))
    settled = (state.world.watchlist, state.kept.filters, state.kept.scenarios)
    data.know(state.world.dataset)
    followKept()
  }

  mutating func run() throws {
    let terminal = try open()
    defer {
      // Before the terminal is given back, for so long signals are taken: a window that is closed sends
      // more than one, and the next would end the program half-way through a file.
      files.write(Session(of: state).text, to: .session)
      LastVisit(files).note(state.world.today, state.world.dataset)
      terminal.close()
    }
    _ = state.update(.resize(terminal.size))
    var drawn = ContinuousClock.now - Self.longestGap
    while true {
      terminal.keepsSuspendKey = state.canTakeBack
      if !terminal.hasQueued || drawn.duration(to: .now) >= Self.longestGap {
        draw(on: terminal)
        drawn = .now
      }
      if !terminal.hasQueued { rest() }
      let event = next(of: terminal)
      if case .end = event { return }
      followClock()
      tellReading(after: event)
      if case .readable(let descriptor) = event, take(descriptor) { continue }
      guard let action = action(for: event, of: terminal) else { continue }
      for effect in update(action, on: terminal) {
        if effect == .quit { return }
        if let report = perform(effect, on: terminal) { _ = state.update(.report(report)) }
      }
    }
  }

  /// Uses the time in which nobody presses a key.
  private mutating func rest() {
    if holdsFreedMemory {
      // The C library keeps freed memory in pieces: of a large package as much again as its facts.
      malloc_trim(0)
      holdsFreedMemory = false
    }
    refiner.begin(state)
  }

  private func next(of terminal: TerminalSession) -> Event {
    let descriptors = [
      data.notices, keptWatch.descriptor, data.readings, refiner.descriptor,
    ]
    let day = Standard.restOfDay
    return terminal.next(
      watching: descriptors.filter { $0 >= 0 },
      timeout: tellsReading ? min(Self.patience, day ?? Self.patience) : day)
  }

  /// Takes what a file or a thread has to say; false where that is for `action(for:of:)`.
  private mutating func take(_ descriptor: Int32) -> Bool {
    switch descriptor {
    case data.notices:
      if data.takeNotices() { tellsReading = true }
    case keptWatch.descriptor:
      if keptWatch.drain() != nil { takeKept() }
    case refiner.descriptor:
      if let refined = refiner.take() { _ = state.update(refined) }
    default: return false
    }
    return true
  }

  private mutating func update(_ action: Action, on terminal: TerminalSession) -> [Effect] {
    let began = ContinuousClock.now
    let effects = state.mayTakeLong(action) ? workOff(action, on: terminal) : state.update(action)
    if began.duration(to: .now) > Self.longestGap { holdsFreedMemory = true }
    if case .reload = action {
      holdsFreedMemory = true
      if let names = data.takeChanged() { tell(names) }
    }
    return effects
  }

  /// Works an action off aside. Where that takes long the screen says so, and Esc leaves it: the state is then
  /// what it was.
  ///
  /// Text that is typed into a line meanwhile belongs to the action: nobody waits for the answer to its beginning.
  private mutating func workOff(_ action: Action, on terminal: TerminalSession) -> [Effect] {
    let state = state
    var action = action
    steps.begin { [action] _ in state.worked(action) }
    let done = WorkWait(terminal: terminal, theme: theme).wait(
      for: steps, isLeavable: action.isOfTheUser,
      meanwhile: { [steps] in
        guard state.takesText, let text = action.typedText else { return }
        let rest = terminal.typedBehind()
        guard !rest.isEmpty else { return }
        action = .paste(text + rest)
        steps.begin { [action] _ in state.worked(action) }
      },
      showing: { state.waiting(for: action, since: $0, isLeavable: action.isOfTheUser) })
    switch done {
    case .done(let step):
      self.state = step.state
      return step.effects
    case .left:
      steps.leave()
      self.state.leaveWork()
    case .ended: steps.leave()
    }
    return []
  }

  private func open() throws -> TerminalSession {
    do {
      return try TerminalSession.open(
        TerminalOptions(mouse: state.hasMouse, ascii: options.ascii ? true : nil))
    } catch {
      throw Failure.terminal("\(error.description)\nmoat overview prints the first screen as text.")
    }
  }

  private mutating func draw(on terminal: TerminalSession) {
    state.settle(terminal.show(state, theme: theme))
  }

  // MARK: In

  /// A day that was named at the start stays.
  private mutating func followClock() {
    let today = Standard.today
    guard today != state.world.today else { return }
    _ = state.update(.today(today, follows: options.asOf == nil))
  }

  private mutating func action(for event: Event, of terminal: TerminalSession) -> Action? {
    switch event {
    case .key(.character(let scalar)) where state.takesText:
      typed(String(scalar), behind: terminal.typedBehind())
    case .key(let key): Dashboard.Key(key).map { .key($0) }
    case .paste(let text): .paste(text)
    case .resize(let size), .resumed(let size): .resize(size)
    case .mouse(let mouse): action(for: mouse)
    case .readable: reload()
    case .end, .timeout: nil
    }
  }

  /// Says that the data is being read where that takes long; keys go on meanwhile.
  private mutating func tellReading(after event: Event) {
    guard case .timeout = event, tellsReading else { return }
    tellsReading = false
    guard data.isReading else { return }
    _ = state.update(.report(.note("the data changed on disk and is being read; go on meanwhile")))
  }

  /// Says what changed and when, so that a second change is seen too.
  private mutating func tell(_ names: Set<String>) {
    let what = names.count == 1 ? names.joined() : "the data"
    _ = state.update(.report(.note("\(what) changed on disk at \(Standard.clock), read again")))
  }

  private func typed(_ character: String, behind rest: String) -> Action {
    rest.isEmpty ? .key(.character(Character(character))) : .paste(character + rest)
  }

  private func action(for mouse: MouseEvent) -> Action {
    let (x, y) = (mouse.point.x, mouse.point.y)
    return switch mouse.action {
    case .press: .click(x: x, y: y, double: false)
    case .doublePress: .click(x: x, y: y, double: true)
    case .wheelUp: .scroll(x: x, y: y, rows: -3)
    case .wheelDown: .scroll(x: x, y: y, rows: 3)
    }
  }

  /// Takes over the data that was read again.
  private mutating func reload() -> Action? {
    guard let outcome = data.take() else { return nil }
    switch outcome {
    case .success(let dataset):
      // A table of which nothing is left would make every sum of it nothing: the old data are
      // shown.
      let known = Set(state.world.dataset.losses.tables)
      if let table = dataset.losses.tables.first(where: { !known.contains($0) }) {
        return .reloadFailed(
          dataset.problems.first { $0.file == table && $0.severity == .error }
            ?? Problem(
              file: table, line: 1, column: 1, severity: .error,
              message: "none of its rows can be read"))
      }
      return .reload(dataset)
    case .failure(let error): return .reloadFailed(error.problem)
    }
  }

  // MARK: Out

  private mutating func perform(_ effect: Effect, on terminal: TerminalSession) -> State.Message? {
    switch effect {
    case .quit: nil
    case .copy(let text): copy(text, on: terminal)
    case .copyRows(let pane):
      copy(state.csv(ofPane: pane, atMost: TerminalSession.clipboardSize), on: terminal)
    case .open(let url): OtherPrograms.open(url, on: terminal)
    case .edit(let path, let line): OtherPrograms.edit(path, line, on: terminal)
    case .editSettings: editSettings(on: terminal)
    case .theme(let theme): use(theme, on: terminal)
    case .export(let formats, let pane): export(as: formats, pane: pane, on: terminal)
    case .mouse(let isOn):
      set(mouse: isOn, on: terminal)
    case .repaint: repaint(terminal)
    case .enter(let request): enter(request)
    case .takeBack: takeBack()
    case .keep(let keepsake): keep(keepsake)
    }
  }

  /// Checks or writes a fact. After it was written the data is read again at once, with the package that it
  /// went to.
  private mutating func enter(_ request: EntryForm.Request) -> State.Message? {
    let answer = DashboardEntry(data: options.folders, visit: visit).answer(request)
    if case .entered = answer, let failure = readAgain() { return failure }
    _ = state.update(.entry(answer))
    return nil
  }

  private mutating func takeBack() -> State.Message? {
    do {
      let undone = try EntryLog().undo()
      return readAgain() ?? .note(undone.words)
    } catch {
      return .failure("\(error)")
    }
  }

  /// Reads the packages again, a package made meanwhile too; why it could not, or `nil`.
  private mutating func readAgain() -> State.Message? {
    do {
      _ = state.update(.reload(try data.readNow(files.configuration())))
      return nil
    } catch {
      return .failure("\(error)")
    }
  }

  private func set(mouse isOn: Bool, on terminal: TerminalSession) -> State.Message? {
    terminal.mouse = isOn
    return nil
  }

  private func repaint(_ terminal: TerminalSession) -> State.Message? {
    terminal.repaint()
    return nil
  }

  private mutating func keep(_ keepsake: Keepsake) -> State.Message? {
    let reason =
      switch keepsake {
      case .watchlist:
        files.change(.watchlist) { state.world.watchlist.text(in: $0, since: settled.watchlist) }
      case .filters:
        files.change(.filters) { state.kept.filters.text(in: $0, since: settled.filters) }
      case .scenarios:
        files.change(.scenarios) {
          state.kept.scenarios.text(in: $0, since: settled.scenarios)
        }
      case .history: files.change(.history) { state.kept.historyText(in: $0) }
      }
    guard let reason else {
      if keepsake == .watchlist { settled.watchlist = state.world.watchlist }
      if keepsake == .filters { settled.filters = state.kept.filters }
      if keepsake == .scenarios { settled.scenarios = state.kept.scenarios }
      // Where folders cannot be watched, what others kept shows at the next write.
      takeKept()
      return nil
    }
    // History is a convenience; marks and names given on purpose must not be lost in silence.
    return keepsake == .history ? nil : .failure("kept until you quit: \(reason)")
  }

  private func followKept() {
    keptWatch.follow([files.path(.watchlist), files.path(.filters)].compactMap { $0 })
  }

  /// Takes over what others kept meanwhile; what is not written from here yet stays.
  private mutating func takeKept() {
    followKept()
    guard let marks = files.standing(.watchlist), let named = files.standing(.filters) else {
      return
    }
    let standing = (Watchlist(text: marks), SavedFilters(text: named), settled.scenarios)
    let watchlist = state.world.watchlist.taking(marks, since: settled.watchlist)
    let filters = SavedFilters(text: state.kept.filters.text(in: named, since: settled.filters))
    settled = standing
    guard watchlist != state.world.watchlist || filters != state.kept.filters else { return }
    _ = state.update(.keptElsewhere(watchlist, filters))
  }

  private func editSettings(on terminal: TerminalSession) -> State.Message? {
    guard let path = files.makeFolder(of: .config) else {
      return .failure("there is no home folder, and so no configuration")
    }
    return OtherPrograms.startEditor(path, 1, on: terminal)
  }

  private mutating func use(_ theme: Theme, on terminal: TerminalSession) -> State.Message? {
    self.theme = theme.on(Colours.paper)
    terminal.repaint()
    return nil
  }

  /// Writes files. Where that takes long the screen says so, and Esc leaves it before the next file is written.
  ///
  /// However it is left, and even where the program ends, it comes to an end of its own: no file stays half written,
  /// and the words name those that were written.
  private mutating func export(
    as formats: [OutputFormat], pane: Int?, on terminal: TerminalSession
  ) -> State.Message? {
    let state = state
    let export = ScreenExport(state: state, theme: theme, names: exports)
    writing.begin { export.write(as: formats, pane: pane, until: $0) }
    var isHurried = false
    while true {
      let done = WorkWait(terminal: terminal, theme: theme)
        .wait(for: writing, isLeavable: !isHurried) {
          state.writing(since: $0, isLeavable: !isHurried)
        }
      switch done {
      case .done(let outcome):
        exports = outcome.names
        return outcome.message
      case .left, .ended:
        isHurried = true
        writing.hurry()
      }
    }
  }

  private func copy(_ text: String?, on terminal: TerminalSession) -> State.Message {
    switch text.map(terminal.copyToClipboard) ?? .tooLong {
    case .sent: .note("sent to the terminal's clipboard")
    case .refused: .failure("this terminal takes nothing for its clipboard")
    case .tooLong:
      .failure("this is more than a terminal's clipboard takes; x writes it to a file")
    }
  }
}
