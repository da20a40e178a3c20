import Canvas

public enum Key: Hashable, Sendable {
  /// A character that was typed; never a control character.
  case character(Unicode.Scalar)
  /// Control with a letter, `a` to `z`, unless the terminal has a name for it: Tab, Enter and
  /// Backspace are keys of their own, Control-C, Control-Z and Control-\ become signals.
  case control(Character)
  case enter
  case escape
  case tab
  case backTab
  case backspace
  case delete
  case insert
  case up
  case down
  case left
  case right
  case pageUp
  case pageDown
  case home
  case end
  /// F1 and further.
  case function(Int)
}

public struct MouseEvent: Hashable, Sendable {
  public enum Action: Hashable, Sendable {
    case press
    /// The left button went down a second time in the same cell, at most 0.4 s after the first.
    case doublePress
    /// The wheel turned away from the user by a notch.
    case wheelUp
    /// The wheel turned towards the user by a notch.
    case wheelDown
  }

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
  case hangup = 1
  case interrupt = 2
  /// The system or a user asks (SIGTERM).
  case terminate = 15
}

public enum Event: Hashable, Sendable {
  case key(Key)
  /// The mouse was used; only while it is switched on.
  case mouse(MouseEvent)
  /// Text was pasted. It is text, not commands; line ends are line feeds.
  case paste(String)
  /// The terminal has this many cells now; everything has to be drawn again.
  case resize(Size)
  /// The program was stopped and goes on, or the terminal was somebody else's for a while.
  /// Everything has to be drawn again, on this many cells.
  case resumed(Size)
  /// The program should end; what comes next is the caller's decision.
  case end(EndSignal)
  /// A file descriptor given to `next` can be read.
  case readable(Int32)
  /// Nothing happened for as long as `next` was asked to wait.
  case timeout
}
