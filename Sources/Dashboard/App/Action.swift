import Canvas
import Dataset

public enum Action: Sendable {
  case key(Key)
  case paste(String)
  case click(x: Int, y: Int, double: Bool)
  /// The wheel: rows down, negative for up.
  case scroll(x: Int, y: Int, rows: Int)
  case resize(Size)
  /// The data changed on disk and reads well.
  case reload(Dataset)
  /// The data changed on disk and does not read: why, and where.
  case reloadFailed(Problem)
  /// The clock says that it is another day; it is followed unless the day was named at the start.
  case today(Day, follows: Bool)
  /// Other dashboards changed the marks or the named filters; the new lists, own changes included.
  case keptElsewhere(Watchlist, SavedFilters)
  case report(State.Message)
  /// A picture was laid out at more effort, for the screen as it was at a moment.
  case refined(any Screen, moment: Int)
  /// The answer to a fact that is being entered.
  case entry(State.EntryAnswer)
}

extension Action {
  /// True if the user asked for it, and so may leave it.
  public var isOfTheUser: Bool {
    switch self {
    case .key, .paste, .click, .scroll: true
    case .resize, .reload, .reloadFailed, .today, .keptElsewhere, .report, .refined, .entry: false
    }
  }

  /// The text that it writes where text is typed; `nil` for other keys.
  public var typedText: String? {
    switch self {
    case .key(.character(let character)): String(character)
    case .paste(let text): text
    default: nil
    }
  }
}

/// Something that the program must do outside, asked for by the state.
public enum Effect: Hashable, Sendable {
  case quit
  case open(url: String)
  case copy(String)
  /// The rows of a pane to the clipboard as CSV; they are written when they are wanted.
  case copyRows(pane: Int)
  case edit(path: String, line: Int)
  /// The configuration in the editor, made where there is none yet.
  case editSettings
  case theme(Theme)
  /// The view in some forms; the rows are those of a pane, `nil` where it has no list.
  case export([OutputFormat], pane: Int?)
  /// The mouse is taken, or given to the terminal.
  case mouse(Bool)
  case repaint
  /// A fact is to be checked, or written.
  case enter(EntryForm.Request)
  /// The fact entered last is to be taken back.
  case takeBack
  /// Something that is kept has changed.
  case keep(Keepsake)
}

/// The files that are written as soon as their content changes.
public enum Keepsake: Hashable, Sendable {
  case watchlist, filters, scenarios, history
}
