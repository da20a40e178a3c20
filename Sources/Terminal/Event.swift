import Canvas

/// A key, as the terminal tells it.
public enum Key: Hashable, Sendable {
  /// A character that was typed; never a control character.
  case character(Unicode.Scalar)
  /// Control with a letter, `a` to `z`, unless the terminal has a name for it: Tab, Enter and
  /// Backspace are keys of their own, Control-C, Control-Z and Control-\ become signals.
  case control(Character)
  /// Enter or Return.
  case enter
  /// Escape.
  case escape
  /// Tab.
  case tab
  /// Shift and Tab.
  case backTab
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Insert.
  case insert
  /// Cursor up.
  case up
  /// Cursor down.
  case down
  /// Cursor left.
  case left
  /// Cursor right.
  case right
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Home.
  case home
  /// End.
  case end
  /// F1 and further.
  case function(Int)
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What it did.
  public enum Action: Hashable, Sendable {
    /// The left button went down.
    case press
    /// The left button went down a second time in the same cell, at most 0.4 s after the first.
    case doublePress
    /// The wheel turned away from the user, one notch.
    case wheelUp
    /// The wheel turned towards the user, one notch.
    case wheelDown
  }

  /// What it did.
  public let action: Action
  /// The cell the pointer was in.
  public let point: Point

  /// Something the mouse did in a cell.
  public init(action: Action, point: Point) {
    self.action = action
    self.point = point
  }
}

/// A signal that asks the program to end.
public enum EndSignal: Int32, Hashable, Sendable {
  /// The terminal is gone (SIGHUP).
  case hangup = 1
  /// Control-C (SIGINT).
  case interrupt = 2
  /// The system or a user asks (SIGTERM).
  case terminate = 15
}

/// Something that happened while the session waited.
public enum Event: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used; only while it is switched on.
  case mouse(MouseEvent)
  /// Text was pasted. It is text, not commands; line ends are line feeds.
  case paste(String)
  /// The terminal has this many cells now; everything has to be drawn again.
  case resize(Size)
  /// The program was stopped and goes on, or the terminal was somebody else's for a while;
  /// everything has to be drawn again, on this many cells.
  case resumed(Size)
  /// The program should end; what comes next is the caller's decision.
  case end(EndSignal)
  /// A file descriptor given to `next` can be read.
  case readable(Int32)
  /// Nothing happened for as long as `next` was asked to wait.
  case timeout
}
