extension Binding {
  /// The name of what it does, by which the configuration binds other keys to it: `open`, `next-pane`,
  /// `capital.grouping`.
  public var action: String {
    switch scope {
    case .everywhere: command.name
    case .filterLine: "filter.\(command.name)"
    case .screen(let kind): "\(kind.word).\(command.name)"
    }
  }
}

extension Command {
  /// Its name without the screen it belongs to.
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
    case .cycle(let setting, let step): step < 0 ? "\(setting.rawValue)-back" : setting.rawValue
    case .line(let command): command.rawValue
    case .open, .back, .filter, .palette, .sources, .copy, .export, .edit, .today, .watch, .changes,
      .problems, .help, .quit, .wider, .narrower, .mouse, .repaint,
      .turn, .mark, .compare:
      String(describing: self)
    case .local(let command): String(describing: command)
    }
  }
}

extension Move {
  /// Its name.
  var name: String {
    switch self {
    case .pageUp: "page-up"
    case .pageDown: "page-down"
    default: String(describing: self)
    }
  }
}
