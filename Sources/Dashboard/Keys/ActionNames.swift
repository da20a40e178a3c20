extension Binding {
  /// The name of what it does, by which the configuration binds other keys to it: `open`, `next-pane`,
  /// `capital.grouping`.
  public var action: String {
    switch scope {
    case .everywhere: command.name
    case .filterLine: "filter.\(command.name)"
    case .screen(let kind): "\(kind.word).\(name ?? command.name)"
    }
  }
}

extension Command {
  var name: String {
    switch self {
    case .show(let page): "show-\(page.kind.word)"
    case .visit(let page): page.kind.word
    case .nextPane: "next-pane"
    case .previousPane: "previous-pane"
    case .move(let move): move.name
    case .nextMatch: "next-match"
    case .previousMatch: "previous-match"
    case .openLink: "open-page"
    case .sortEarlier: "sort-before"
    case .sortLater: "sort-next"
    case .sortColumn: "sort"
    case .monthBack: "month-back"
    case .monthForward: "month-forward"
    case .eventBack: "event-back"
    case .eventForward: "event-forward"
    case .chooseDay: "choose-day"
    case .chooseSince: "choose-since"
    case .chooseCut: "cut"
    case .resetColumns: "reset-columns"
    case .cycle(let setting, let step): step < 0 ? "\(setting.rawValue)-back" : setting.rawValue
    case .choose(let setting, let value): "\(setting.rawValue)-\(value + 1)"
    case .pan(let x, let y):
      x < 0 ? "pan-left" : x > 0 ? "pan-right" : y < 0 ? "pan-up" : "pan-down"
    case .line(let command): command.rawValue
    case .enterNew(let kind): kind.map { "new-\($0.word)" } ?? "new"
    case .moveOn: "move-on"
    case .takeBack: "take-back"
    case .open, .back, .enlarge, .filter, .palette, .sources, .copy, .export, .edit, .today, .watch,
      .changes,
      .problems, .help, .quit, .wider, .narrower, .mouse, .repaint,
      .turn, .dependents, .mark, .compare, .plan:
      String(describing: self)
    case .local(.nextTarget): "next-target"
    case .local(let command): String(describing: command)
    }
  }
}

extension Move {
  var name: String {
    switch self {
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    default: String(describing: self)
    }
  }
}
