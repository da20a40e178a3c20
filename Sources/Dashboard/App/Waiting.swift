import Canvas
import Charts
import Dataset

// Work that may take long is done aside on a copy of the state. Until it is done the state shows what it showed, and
// says that work goes on.
extension State {
  /// The number of rows from which on a key may take so long that somebody waits.
  private static let many = 50_000

  /// True if an action may take so long that somebody waits: it may count every row anew.
  public func mayTakeLong(_ action: Action) -> Bool {
    switch action {
    case .key, .paste, .click, .scroll, .today, .keptElsewhere:
      world.dataset.rowCount > State.many
    case .reload(let dataset): dataset.rowCount > State.many
    case .resize, .reloadFailed, .report, .refined, .entry: false
    }
  }

  /// The state after an action, ready to be drawn without counting anything.
  public func worked(_ action: Action) -> (state: State, effects: [Effect]) {
    var state = self
    let effects = state.update(action)
    var frame = Frame(size: state.size)
    state.draw(on: &frame)
    state.settle(frame)
    return (state, effects)
  }

  /// The state while an action is worked off: the text as it was typed so far, and for how long it has gone on.
  ///
  /// - Parameter isLeavable: True if Esc leaves the work.
  public func waiting(for action: Action, since time: Duration, isLeavable: Bool) -> State {
    var shown = self
    let seconds = time.components.seconds
    let end =
      (seconds > 0 ? " for \(seconds) s" : "") + " \(Glyph.ellipsis)"
      + (isLeavable ? "; Esc leaves it" : "")
    shown.message = .note("counting \(counted(world.dataset.rowCount, "row"))\(end)")
    guard case .filter(var line) = mode else { return shown }
    switch action {
    case .key(let key): _ = line.take(key)
    case .paste(let text): line.insert(text)
    default: break
    }
    line.wait("counting\(end)")
    shown.mode = .filter(line)
    return shown
  }

  /// The state while files are written from it.
  ///
  /// - Parameter isLeavable: True if Esc leaves it; false if it has.
  public func writing(since time: Duration, isLeavable: Bool) -> State {
    var shown = self
    let seconds = time.components.seconds
    shown.message = .note(
      isLeavable
        ? "writing\(seconds > 0 ? " for \(seconds) s" : "") \(Glyph.ellipsis); Esc leaves it"
        : "leaving \(Glyph.ellipsis)")
    return shown
  }

  /// Says that the work for an action was left.
  public mutating func leaveWork() {
    message = .note("left; all is as it was before the key")
  }
}

extension Dataset {
  /// The number of rows of the tables that may be large.
  var rowCount: Int {
    sources.count + organisations.count + rounds.count + investments.count + valuations.count
      + compute.count + relations.count + enforcement.count
  }
}
