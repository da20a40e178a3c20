import Canvas
import Dataset

/// Something that happened.
public enum Action: Sendable {
  case key(Key)
  /// Text pasted in one piece.
  case paste(String)
  case click(x: Int, y: Int, double: Bool)
  /// The wheel: rows down, negative for up.
  case scroll(x: Int, y: Int, rows: Int)
  case resize(Size)
  /// The data changed on disk and reads well.
  case reload(Dataset)
  /// The data changed on disk and does not read.
  case reloadFailed(String)
  /// What the program answers to an effect.
  case report(State.Message)
}

/// Something that the program must do outside, asked for by the state.
public enum Effect: Hashable, Sendable {
  case quit
  case open(url: String)
  case copy(String)
  case edit(path: String, line: Int)
  case export(Page)
}
