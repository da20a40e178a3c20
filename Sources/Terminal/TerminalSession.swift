import CNcurses
import Canvas
import Glibc

public struct TerminalOptions: Hashable, Sendable {
  /// True if the mouse is on from the start; while it is, the terminal's own selection needs Shift.
  public var mouse: Bool
  /// True to use ASCII only; nil leaves it to the locale.
  public var ascii: Bool?
  /// The greatest number of colours; nil leaves it to the terminal and `NO_COLOR`.
  public var depth: ColourDepth?

  /// Options; what is not given is decided from the environment.
  public init(mouse: Bool = false, ascii: Bool? = nil, depth: ColourDepth? = nil) {
    self.mouse = mouse
    self.ascii = ascii
    self.depth = depth
  }
}

/// The terminal while the program has it to itself.
///
/// Opening takes the screen, the keyboard and the signals; closing gives them back as they were. So
/// does every other way in which the program can end. A thrown error closes the session when it is
/// released. SIGINT, SIGTERM and SIGHUP arrive as events. The rest are `exit`, every other signal that
/// ends a program, and crashes. Not for use from several threads.
///
/// The keyboard makes no signals: control keys are bytes like all others, so that they mean nothing
/// inside a paste. Ctrl-Z and Ctrl-\ do what the system would do; Ctrl-C, Ctrl-S and Ctrl-Q are keys.
public final class TerminalSession {
  public let depth: ColourDepth
  public let repertoire: Repertoire
  public private(set) var size: Size
  /// True while Ctrl-Z is a key like any other; otherwise it suspends the program.
  public var keepsSuspendKey = false

  let line: TerminalLine
  let signals: SignalPipe
  private let screen: OpaquePointer
  /// Control sequences beyond ncurses' own are only sent to terminals of the xterm family.
  private let isXtermLike: Bool
  private var painter: Painter?
  private var shown: Canvas?
  private var isOpen = true
  var input: KeyInput
  var queue = EventQueue()
  /// The time of the last look at the keyboard and the signals.
  var lastLook = ContinuousClock.now
  private let mask: SignalMask

  /// Takes the terminal.
  ///
  /// - Throws: ``TerminalError`` if there is none or it cannot do what is needed; the terminal is
  ///   then as it was.
  public static func open(_ options: TerminalOptions = TerminalOptions()) throws(TerminalError)
    -> TerminalSession
  {
    try TerminalSession(options)
  }

  /// Lets Ctrl-\ end the program at once before a session is open too: what Swift's runtime does instead
  /// asks questions.
  public static func endOnQuit() {
    var action = sigaction()
    guard sigaction(SIGQUIT, nil, &action) == 0, !action.isIgnored else { return }
    action = sigaction()
    sigaction(SIGQUIT, &action, nil)
  }

  private init(_ options: TerminalOptions) throws(TerminalError) {
    guard !Rescue.isArmed else { throw .alreadyOpen }
    let term = TerminalLine.variable("TERM") ?? ""
    guard !term.isEmpty else { throw .noTerminalType }
    setlocale(LC_CTYPE, "")
    let line = try TerminalLine()
    Rescue.guardProcess()
    Rescue.arm(input: line.input, output: line.output, modes: line.modes, sequence: [])
    // The state to be restored is known only when ncurses is open: a signal waits until then.
    let mask = SignalMask.hold()
    let signals: SignalPipe
    do {
      signals = try SignalPipe()
    } catch {
      Rescue.disarm()
      line.close()
      mask.restore()
      throw error
    }
    do {
      screen = try line.openScreen(term: term)
    } catch {
      signals.close()
      line.restore()
      Rescue.disarm()
      line.close()
      mask.restore()
      throw error
    }
    self.line = line
    self.mask = mask
    self.signals = signals
    let repertoire = Capabilities.repertoire(
      codeset: String(cString: moat_codeset()), term: term)
    self.repertoire =
      switch options.ascii {
      case true: .ascii
      case false: repertoire == .ascii ? .unicode : repertoire
      case nil: repertoire
      }
    isXtermLike = moat_capability("kmous") != nil
    depth = min(TerminalSession.colours(), options.depth ?? .direct)
    size = line.size ?? Size(width: Int(moat_columns()), height: Int(moat_lines()))
    input = KeyInput(
      isMouseOn: options.mouse && isXtermLike, table: .ofTerminal(),
      codeset: String(cString: moat_codeset()))
    TerminalSession.setModes()
    fit()
    mask.release(SignalPipe.wanted)
    startExtras()
  }

  deinit {
    close()
  }

  /// True if the mouse is reported. Terminals without a mouse keep it off.
  public var mouse: Bool {
    get { input.isMouseOn }
    set {
      input.isMouseOn = newValue && isXtermLike
      if isOpen, isXtermLike { setMouse(input.isMouseOn) }
    }
  }

  /// Shows a canvas; only changes since the last canvas are written.
  ///
  /// - Parameters:
  ///   - canvas: The picture; what is beyond the screen is cut off, the rest of the screen blank.
  ///   - theme: The colours of its roles.
  ///   - cursor: Where to show the cursor; nil hides it.
  public func present(_ canvas: Canvas, theme: Theme = .standard, cursor: Point? = nil) {
    guard isOpen else { return }
    if painter?.theme != theme {
      painter = Painter(theme: theme, depth: depth, repertoire: repertoire)
      shown = nil
    }
    if shown?.size != canvas.size { shown = nil }
    if shown == nil { werase(moat_stdscr()) }
    let width = min(size.width, canvas.width)
    for y in 0..<min(size.height, canvas.height) {
      let changed = shown.map { canvas.changedColumns(since: $0, row: y) } ?? 0..<canvas.width
      guard let columns = changed?.clamped(to: 0..<width), !columns.isEmpty else { continue }
      painter?.paint(columns, of: canvas, row: y)
    }
    shown = canvas
    if let cursor, cursor.x >= 0, cursor.y >= 0, cursor.x < size.width, cursor.y < size.height {
      wmove(moat_stdscr(), Int32(cursor.y), Int32(cursor.x))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wnoutrefresh(moat_stdscr())
    doupdate()
  }

  /// Forgets what is on the screen, so that the next canvas is written whole: after something else
  /// has written there, or because the user asks.
  public func repaint() {
    shown = nil
    clearok(moat_curscr(), true)
  }

  /// Gives the terminal to somebody else, an editor or a pager, and takes it back afterwards. The
  /// size may have changed. Keyboard signals meanwhile are for the other program.
  public func withSuspended<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard isOpen else { return try body() }
    leave()
    signals.release(SIGTSTP)
    signals.route(SIGQUIT)
    defer {
      Rescue.guardQuit()
      if signals.isRouted(SIGTSTP) { signals.route(SIGTSTP) }
      enter()
      for end in signals.drain().compactMap(EndSignal.init) where end != .interrupt {
        queue.prepend(.end(end))
      }
      queue.append(.resumed(size))
    }
    return try body()
  }

  /// Puts text on the clipboard of the terminal's user, also over a remote connection (xterm's
  /// OSC 52).
  ///
  /// Control characters other than line ends and tabs are sent as the signs that stand for them:
  /// what is pasted into a shell must not steer it.
  ///
  /// - Returns: The answer of the session; the terminal does not say if it obeys.
  @discardableResult
  public func copyToClipboard(_ text: String) -> ClipboardAnswer {
    guard isOpen, isXtermLike else { return .refused }
    let text = ClipboardText.of(text)
    guard text.utf8.count <= Self.clipboardSize else { return .tooLong }
    line.write("\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{7}")
    return .sent
  }

  /// The most bytes that common terminals take for their clipboard.
  public static let clipboardSize = 74_994

  public enum ClipboardAnswer: Hashable, Sendable {
    case sent
    /// The terminal would print it.
    case refused
    /// It is more than terminals take.
    case tooLong
  }

  /// Gives the terminal back. Doing it twice is harmless.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    leave()
    Rescue.disarm()
    delscreen(screen)
    signals.close()
    mask.restore()
    line.close()
  }
}

// Taking the terminal and giving it back, in parts.
extension TerminalSession {
  /// The modes of keyboard and screen that ncurses keeps.
  private static func setModes() {
    raw()
    noecho()
    nonl()
    keypad(moat_stdscr(), true)
    leaveok(moat_stdscr(), false)
    // Otherwise ncurses stops drawing whenever a key is waiting.
    typeahead(-1)
    curs_set(0)
  }

  private static func colours() -> ColourDepth {
    let noColour = TerminalLine.variable("NO_COLOR")
    guard has_colors() else { return .none }
    let isDirect = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || moat_capability("RGB") != nil
    start_color()
    use_default_colors()
    return Capabilities.depth(
      terminfoColours: Int(moat_colors()), isDirect: isDirect, noColour: noColour)
  }

  /// Brings ncurses to the size the terminal has now.
  private func fit() {
    if let now = line.size { size = now }
    if size.width != moat_columns() || size.height != moat_lines() {
      resizeterm(Int32(size.height), Int32(size.width))
    }
    Rescue.arm(
      input: line.input, output: line.output, modes: line.modes,
      sequence: line.rescueSequence(isXtermLike: isXtermLike, rows: size.height))
  }

  private func startExtras() {
    if isXtermLike { line.write("\u{1B}[?2004h") }
    if input.isMouseOn { setMouse(true) }
  }

  private func stopExtras() {
    if input.isMouseOn { setMouse(false) }
    if isXtermLike { line.write("\u{1B}[?2004l") }
  }

  /// Presses and the wheel, told with decimal numbers where the terminal can.
  private func setMouse(_ isOn: Bool) {
    line.write(isOn ? "\u{1B}[?1000h\u{1B}[?1006h" : "\u{1B}[?1006l\u{1B}[?1000l")
  }

  private func leave() {
    stopExtras()
    endwin()
    line.write(line.wholeScreen)
    line.restore()
  }

  private func enter() {
    // The first update after endwin puts ncurses' modes and screen back.
    reset_prog_mode()
    repaint()
    doupdate()
    startExtras()
    fit()
  }

  func resize() -> Event? {
    let before = size
    fit()
    guard size != before else { return nil }
    repaint()
    return .resize(size)
  }

  /// Stops the program as the shell expects, and goes on when it is told to.
  func stop() {
    leave()
    signals.release(SIGTSTP)
    raise(SIGTSTP)
    signals.route(SIGTSTP)
    enter()
  }

  /// Takes the terminal again after the program was stopped unasked (SIGSTOP).
  func retake() {
    endwin()
    enter()
  }
}
