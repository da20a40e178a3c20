import Canvas
import Dashboard
import Terminal

/// The wait for work that goes on aside. Where that takes long, the screen says so.
struct WorkWait {
  let terminal: TerminalSession
  let theme: Theme

  /// The end of a work that was waited for.
  enum End<Outcome> {
    case done(Outcome)
    /// The user left it.
    case left
    /// The program should end, whatever the work comes to.
    case ended
  }

  /// A work that takes longer is told.
  private static let patience = Duration.milliseconds(200)

  /// Waits until a work is done, or nobody wants it any more.
  ///
  /// - Parameters:
  ///   - isLeavable: True if Esc leaves it.
  ///   - meanwhile: what is done whenever something may have happened.
  ///   - showing: the state to show, by the time that the work has taken.
  func wait<Outcome>(
    for work: LongWork<Outcome>, isLeavable: Bool, meanwhile: () -> Void = {},
    showing: (Duration) -> State
  ) -> End<Outcome> {
    let began = ContinuousClock.now
    var isTold = false
    while true {
      let pause = isTold ? DashboardRunner.longestGap : Self.patience
      switch terminal.wait(
        for: work.descriptor, timeout: pause, isLeavable: isTold && isLeavable)
      {
      case .ready: if let outcome = work.take() { return .done(outcome) }
      case .left: return .left
      case .ended: return .ended
      case .timeout:
        // Where the system had no pipe left, nothing tells that the work is done.
        if work.descriptor < 0, let outcome = work.take() { return .done(outcome) }
        meanwhile()
        isTold = true
        terminal.show(showing(began.duration(to: .now)), theme: theme)
      }
    }
  }
}

extension TerminalSession {
  /// Shows a state; the frame that was drawn of it.
  @discardableResult
  func show(_ state: State, theme: Theme) -> Frame {
    var frame = Frame(size: state.size)
    state.draw(on: &frame)
    present(frame.canvas, theme: theme)
    return frame
  }
}
