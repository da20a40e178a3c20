import Canvas
import Dashboard
import Dataset
import Insight
import Terminal

/// The dashboard's life: open the terminal, draw, wait, act, until one quits.
///
/// One thread waits on the keyboard, signals and the data folders; nothing runs by a clock.
struct DashboardRunner {
  private let options: ViewOptions
  private let folders: DataFolders
  private var theme: Theme
  private let watch: FolderWatch
  private let files = UserFiles()
  private var state: State

  /// Reads the data before the terminal is touched, so that what is wrong with it can be said plainly;
  /// what is wrong with the settings is said on the screen.
  init(options: ViewOptions) throws {
    self.options = options
    let configuration = files.configuration()
    folders = try DataFolders(named: options.folders, configured: configuration.data)
    theme = Colours(options: options, configured: configuration.theme).theme
    let world = try options.world(configuration, files)
    let goesOn = !options.isFresh && configuration.restores
    state = State(
      world: world, page: configuration.screen?.page ?? .overview, keymap: configuration.keymap,
      lastVisit: LastVisit(files).day(before: world.today), kept: files.kept(),
      hasMouse: configuration.mouse,
      resuming: goesOn ? files.read(.session).map { Session(text: $0) } : nil,
      keepsWorld: options.asOf != nil || options.filter != nil, settingsPath: files.path(.config))
    watch = FolderWatch(folders: folders.folders)
  }

  mutating func run() throws {
    let terminal = try open()
    defer {
      // Before the terminal is given back, for so long signals are taken: a window that is closed sends
      // more than one, and the next would end the program half-way through a file.
      files.write(Session(of: state).text, to: .session)
      LastVisit(files).note(state.world.today)
      terminal.close()
    }
    _ = state.update(.resize(terminal.size))
    while true {
      if !terminal.hasQueued { draw(on: terminal) }
      let event = terminal.next(watching: watch.descriptor >= 0 ? [watch.descriptor] : [])
      if case .end = event { return }
      guard let action = action(for: event) else { continue }
      for effect in state.update(action) {
        if effect == .quit { return }
        if let report = perform(effect, on: terminal) { _ = state.update(.report(report)) }
      }
    }
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
    var frame = Frame(size: state.size)
    state.draw(on: &frame)
    state.settle(frame)
    terminal.present(frame.canvas, theme: theme)
  }

  // MARK: In

  private func action(for event: Event) -> Action? {
    switch event {
    case .key(let key): Dashboard.Key(key).map { .key($0) }
    case .paste(let text): .paste(text)
    case .resize(let size), .resumed(let size): .resize(size)
    case .mouse(let mouse): action(for: mouse)
    case .readable: watch.drain() ? reload() : nil
    case .end, .timeout: nil
    }
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

  private func reload() -> Action {
    do {
      return .reload(try folders.load())
    } catch {
      return .reloadFailed("\(error)")
    }
  }

  // MARK: Out

  private mutating func perform(_ effect: Effect, on terminal: TerminalSession) -> State.Message? {
    switch effect {
    case .quit: nil
    case .copy(let text):
      terminal.copyToClipboard(text)
        ? .note("sent to the terminal's clipboard")
        : .failure("this terminal takes nothing for its clipboard")
    case .open(let url): open(url, on: terminal)
    case .edit(let path, let line): edit(path, line, on: terminal)
    case .editSettings: editSettings(on: terminal)
    case .theme(let theme): use(theme, on: terminal)
    case .export(let formats, let pane): export(as: formats, pane: pane)
    case .mouse(let isOn):
      set(mouse: isOn, on: terminal)
    case .repaint: repaint(terminal)
    case .keep(let keepsake): keep(keepsake)
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

  private func keep(_ keepsake: Keepsake) -> State.Message? {
    let isKept =
      switch keepsake {
      case .watchlist: files.write(state.world.watchlist.text, to: .watchlist)
      case .filters: files.write(state.kept.filters.text, to: .filters)
      case .history: files.write(state.kept.historyText, to: .history)
      }
    // What was used is a convenience; what was marked or named on purpose must not be lost in silence.
    if isKept || keepsake == .history { return nil }
    let path = files.path(keepsake == .filters ? .filters : .watchlist)
    return .failure(
      "kept until you quit: \(path ?? "there is no home folder, and so no file") cannot be written")
  }

  private func open(_ url: String, on terminal: TerminalSession) -> State.Message {
    guard let browser = Programs.browser else { return .note(url) }
    let opened = terminal.withSuspended { Programs.run(browser + [url]) }
    return opened ? .note("opened \(url)") : .failure("\(browser[0]) failed; the page is \(url)")
  }

  private func edit(_ path: String, _ line: Int, on terminal: TerminalSession) -> State.Message? {
    guard let words = Programs.editor(path: path, line: line) else {
      return .failure("set EDITOR to edit \(path) at line \(line)")
    }
    let done = terminal.withSuspended { Programs.run(words) }
    return done ? nil : .failure("\(words[0]) failed; the row is \(path):\(line)")
  }

  private func editSettings(on terminal: TerminalSession) -> State.Message? {
    guard let path = files.makeFolder(of: .config) else {
      return .failure("there is no home folder, and so no configuration")
    }
    return edit(path, 1, on: terminal)
  }

  private mutating func use(_ theme: Theme, on terminal: TerminalSession) -> State.Message? {
    self.theme = theme
    terminal.repaint()
    return nil
  }

  private func export(as formats: [ExportFormat], pane: Int?) -> State.Message {
    let place = state.place
    let sheet = Sheet(page: place.page, world: state.world, settings: place.view.settings)
    var names: [String] = []
    do {
      for format in formats {
        let text = try text(of: sheet, title: place.page.kind.title, pane: pane, as: format)
        let name = state.exportName(ofPane: format == .csv ? pane : nil)
        try FileWriter.write(text, to: "\(name).\(format.rawValue)")
        names.append("\(name).\(format.rawValue)")
      }
    } catch {
      return .failure("\(error)")
    }
    let folder = FileWriter.folder.map { $0 == "/" ? $0 : $0 + "/" } ?? ""
    return .note(
      names.count == 1
        ? "written: \(folder)\(names[0])"
        : "written in \(folder): \(names.joined(separator: ", "))")
  }

  private func text(
    of sheet: Sheet, title: String, pane: Int?, as format: ExportFormat
  ) throws -> String {
    let width = max(100, state.size.width)
    return switch format {
    case .txt: PlainText.write(sheet.canvas(width: width, height: nil))
    case .svg:
      SVG.write(
        sheet.canvas(width: width, height: nil), theme: theme, title: "Moat: \(title)",
        description: sheet.description)
    case .csv: state.csv(ofPane: pane)
    case .json:
      try JSONText.write(
        sheet.record, problems: JSONText.Problems(state.world.dataset))
    }
  }
}

extension Dashboard.Key {
  /// The key that the terminal's code means; `nil` for one that Moat has no use for.
  init?(_ key: Terminal.Key) {
    switch key {
    case .character(let scalar): self = .character(Character(scalar))
    case .control(let letter): self = .control(letter)
    case .enter: self = .enter
    case .escape: self = .escape
    case .tab: self = .tab
    case .backTab: self = .backTab
    case .backspace: self = .backspace
    case .delete: self = .delete
    case .up: self = .up
    case .down: self = .down
    case .left: self = .left
    case .right: self = .right
    case .pageUp: self = .pageUp
    case .pageDown: self = .pageDown
    case .home: self = .home
    case .end: self = .end
    case .function(let number): self = .function(number)
    case .insert: return nil
    }
  }
}
