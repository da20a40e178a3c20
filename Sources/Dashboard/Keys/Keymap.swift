/// Every key, what it does, its line of help and where it holds. The bottom line, the help screen, the
/// palette and the README's table are made from this.
public struct Keymap: Sendable {
  public internal(set) var bindings: [Binding] {
    didSet { found = Found() }
  }
  /// The answers that were asked for since the keys changed.
  private var found = Found()

  private struct Found: Sendable {
    let commands = Memo<KeyOnScreen, Command?>(limit: 1_000)
    let bindings = Memo<ScreenKind, [Binding]>()
    let labels = Memo<Command, String?>(limit: 1_000)
  }

  private struct KeyOnScreen: Hashable, Sendable {
    let key: Key
    let screen: ScreenKind
  }

  init(bindings: [Binding]) { self.bindings = bindings }

  /// The keys that are fixed, and those that each screen adds.
  public static let standard = Keymap(
    bindings: fixed + filterLine + ScreenKind.allCases.flatMap(\.bindings))

  /// The command of a key on a screen, if any.
  public func command(for key: Key, on screen: ScreenKind) -> Command? {
    found.commands.value(KeyOnScreen(key: key, screen: screen)) {
      let fitting = bindings.filter { $0.keys.contains(key) }
      return
        (fitting.first { $0.scope == .screen(screen) } ?? fitting.first { $0.scope == .everywhere })?
        .command
    }
  }

  /// The first key of a command; `nil` where none is bound to it.
  func label(of command: Command) -> String? {
    found.labels.value(command) { bindings.first { $0.command == command }?.keys.first?.label }
  }

  /// The command of a key while the filter is typed, apart from editing the line.
  func lineCommand(for key: Key) -> LineCommand? {
    let binding = bindings.first { $0.scope == .filterLine && $0.keys.contains(key) }
    if case .line(let command)? = binding?.command { return command }
    return nil
  }

  /// The bindings that hold on a screen, its own first.
  public func bindings(on screen: ScreenKind) -> [Binding] {
    found.bindings.value(screen) {
      bindings.filter { $0.scope == .screen(screen) } + bindings.filter { $0.scope == .everywhere }
    }
  }

  /// The keys of the design; a screen's own keys must not collide with them.
  static let fixed: [Binding] =
    screens + moving + finding + [enlarge] + columns + facts + time + program

  /// The keys of the line in which the filter is typed. A line's own keys edit it as in a shell.
  static let filterLine: [Binding] = [
    Binding(
      [.tab], .line(.take), "write what is offered, or what was probably meant", hint: "take",
      group: .line, scope: .filterLine),
    Binding(
      [.down], .line(.next), "the next of what is offered", hint: "choose", group: .line,
      scope: .filterLine),
    Binding([.up], .line(.previous), "the offer before", group: .line, scope: .filterLine),
    Binding(
      [.control("p")], .line(.earlier), "the filter used before", hint: "earlier", group: .line,
      scope: .filterLine),
    Binding(
      [.control("n")], .line(.later), "the filter used after", group: .line, scope: .filterLine),
    Binding(
      [.control("o")], .line(.keep), "keep it under a name: @name brings it back", hint: "keep",
      group: .line, scope: .filterLine),
  ]

  private static let screens: [Binding] =
    ScreenKind.numbered.enumerated().map { index, kind in
      Binding(
        [.character(Character(String(index + 1)))], .show(kind.page),
        "\(kind.title): \(kind.purpose)",
        group: .screens)
    }

  private static let moving: [Binding] = [
    Binding([.tab], .nextPane, "next pane", hint: "pane", group: .moving),
    Binding([.backTab], .previousPane, "previous pane", group: .moving),
    Binding([.character("j"), .down], .move(.down), "down", group: .moving),
    Binding([.character("k"), .up], .move(.up), "up", group: .moving),
    Binding([.character("h"), .left], .move(.left), "left, or the column before", group: .moving),
    Binding([.character("l"), .right], .move(.right), "right, or the next column", group: .moving),
    Binding([.character("g"), .home], .move(.top), "first", group: .moving),
    Binding([.character("G"), .end], .move(.bottom), "last", group: .moving),
    Binding([.pageUp, .control("b")], .move(.pageUp), "a page up", group: .moving),
    Binding([.pageDown, .control("f")], .move(.pageDown), "a page down", group: .moving),
    Binding([.enter], .open, "open the selected fact", hint: "open", group: .moving),
    Binding([.escape], .back, "back, or out of what is open", hint: "back", group: .moving),
  ]

  private static let finding: [Binding] = [
    Binding(
      [.character("/")], .filter, "filter: layer:infrastructure company:nscale country:FR …",
      hint: "filter", group: .finding),
    Binding([.character("n")], .nextMatch, "next row that matches", group: .finding),
    Binding([.character("N")], .previousMatch, "previous row that matches", group: .finding),
    Binding(
      [.character(":")], .palette, "go to any company, country, screen or command", hint: "go to",
      group: .finding),
  ]

  /// It moves, and stands in the bottom line behind what is used more.
  private static let enlarge = Binding(
    [.character("F")], .enlarge, "this pane on the full screen, and back",
    hint: "full", group: .moving)

  private static let columns: [Binding] = [
    Binding([.character("<")], .sortEarlier, "sort by the column before", group: .columns),
    Binding([.character(">")], .sortLater, "sort by the next column", group: .columns),
    Binding(
      [.character("S")], .sortColumn, "sort by the current column (h, l), then in reverse",
      group: .columns),
    Binding([.character(")")], .wider, "make the column wider", group: .columns),
    Binding([.character("(")], .narrower, "make the column narrower", group: .columns),
    Binding(
      [.character("0")], .resetColumns, "the widths of columns reset", group: .columns),
  ]

  private static let facts: [Binding] = [
    Binding([.character("s")], .sources, "its sources", hint: "sources", group: .facts),
    Binding([.character("o")], .openLink, "open the page it comes from", group: .facts),
    Binding(
      [.character("y")], .copy, "copy the row, a figure, the source, or rows as CSV",
      group: .facts),
    Binding([.character("e")], .edit, "edit its row in $EDITOR", group: .facts),
    Binding(
      [.control("n")], .enterNew(nil), "add a new fact of your own with its source", hint: "new",
      group: .facts),
    Binding(
      [.control("u")], .moveOn, "update the selected fact: move it on by a later state",
      hint: "later state", group: .facts),
    Binding([.character("x")], .export, "export this view (txt, svg, csv, json)", group: .facts),
    Binding([.character("w")], .watch, "watch it, or stop watching", group: .facts),
    Binding(
      [.character(" ")], .mark, "mark its company or country, to be compared, or unmark it",
      group: .facts),
    Binding(
      [.character("C")], .compare, "compare those marked with it, two to four side by side",
      group: .facts),
  ]

  private static let time: [Binding] = [
    Binding([.character("[")], .monthBack, "a month back", hint: "month", group: .time),
    Binding([.character("]")], .monthForward, "a month forward", group: .time),
    Binding([.character("{")], .eventBack, "to the day of the previous event", group: .time),
    Binding([.character("}")], .eventForward, "to the day of the next event", group: .time),
    Binding([.character("t")], .chooseDay, "choose the day to look from", group: .time),
    Binding([.character("T")], .today, "back to today", group: .time),
    Binding([.character("c")], .changes, "what changed since the last visit", group: .time),
  ]

  private static let program: [Binding] = [
    Binding(
      [.character("!")], .problems, "problems of the data, and what to look into", group: .program),
    Binding([.character("?")], .help, "every key", hint: "keys", group: .program),
    Binding(
      [.character("M")], .mouse, "free the mouse for selecting text, or take it back",
      group: .program),
    Binding([.control("l")], .repaint, "redraw the screen", group: .program),
    Binding([.character("q"), .control("c")], .quit, "quit", hint: "quit", group: .program),
  ]
}
