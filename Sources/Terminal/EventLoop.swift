import Canvas
import Glibc

extension TerminalSession {
  /// Waits for something to happen: a key, the mouse, a signal, another size, or something to read
  /// from a descriptor. Without a timeout it waits as long as it takes, asleep.
  ///
  /// While events wait, the keyboard and the signals are still looked at every few milliseconds. So
  /// what ends the program is heard in any flood of keys.
  ///
  /// - Parameters:
  ///   - descriptors: Descriptors of the caller, such as inotify's; what can be read is left to it.
  ///   - timeout: How long to wait at most, rounded up to milliseconds; nil for ever.
  public func next(watching descriptors: [Int32] = [], timeout: Duration? = nil) -> Event {
    let end = timeout.map { ContinuousClock.now + $0 }
    while true {
      if queue.isEmpty {
        let deadline = [end, input.deadline].compactMap(\.self).min()
        gather(descriptors, wait: milliseconds(until: deadline))
      } else if lastLook.duration(to: .now) > .milliseconds(10) {
        gather(descriptors, wait: 0)
      }
      while let event = queue.popFirst() {
        if let event = passed(event) { return event }
      }
      if let end, end <= .now { return .timeout }
    }
  }

  /// The end of a wait for work that goes on aside.
  public enum WaitEnd: Hashable, Sendable {
    /// The descriptor can be read: the work is done.
    case ready
    /// Nothing happened for as long as the wait was to last.
    case timeout
    /// Esc or Ctrl-C was pressed during the wait: nobody wants the work any more.
    case left
    /// The program should end; the next event says why.
    case ended
  }

  /// Waits for work that goes on aside, until a descriptor of it can be read.
  ///
  /// Everything that happens meanwhile keeps its place among the events that wait. Leaving the work takes the keys
  /// away that were typed up to then, since they were meant for the outcome of the work.
  ///
  /// - Parameter isLeavable: True if the keys that leave the work were offered; pressed earlier they are keys like
  ///   all others.
  public func wait(for descriptor: Int32, timeout: Duration, isLeavable: Bool) -> WaitEnd {
    let earlier = queue
    queue = EventQueue()
    let end = waitAside(descriptor, until: .now + timeout, isLeavable: isLeavable)
    queue = earlier.followed(by: queue)
    queue.remove(.readable(descriptor))
    if end == .left { queue.removeTyped() }
    return end
  }

  private func waitAside(
    _ descriptor: Int32, until end: ContinuousClock.Instant, isLeavable: Bool
  ) -> WaitEnd {
    while true {
      let deadline = [end, input.deadline].compactMap(\.self).min()
      gather([descriptor], wait: milliseconds(until: deadline))
      if queue.hasEnd { return .ended }
      if queue.contains(.key(.control("\\"))) { kill(0, SIGQUIT) }
      if isLeavable, queue.contains(.key(.escape)) || queue.contains(.key(.control("c"))) {
        return .left
      }
      if queue.contains(.readable(descriptor)) { return .ready }
      if end <= .now { return .timeout }
    }
  }

  /// True if something has happened already that the next call answers without waiting: keys that came
  /// faster than they were shown need no frame each.
  public var hasQueued: Bool { !queue.isEmpty }

  /// Takes the characters that were typed behind the event taken last, in one piece.
  public func typedBehind() -> String { queue.popCharacters() }

  /// An event for the caller. Nil for a key that is the terminal's own, as the system would treat it
  /// if it were told to.
  private func passed(_ event: Event) -> Event? {
    switch event {
    case .key(.control("z")) where !keepsSuspendKey:
      kill(0, SIGTSTP)
      return nil
    case .key(.control("\\")):
      kill(0, SIGQUIT)
      return nil
    default: return event
    }
  }

  /// Looks at everything that can tell something, and queues what it tells.
  private func gather(_ descriptors: [Int32], wait: Int32) {
    var watched = ([line.input, signals.readEnd] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let ready = poll(&watched, nfds_t(watched.count), wait)
    defer { lastLook = .now }
    // Where a signal interrupted, the pipe has the rest.
    if ready > 0 {
      if watched[1].revents != 0 { receive(signals.drain()) }
      if watched[0].revents != 0 { readKeys(watched[0].revents) }
      for descriptor in watched.dropFirst(2) where descriptor.revents != 0 {
        let event = Event.readable(descriptor.fd)
        if !queue.contains(event) { queue.append(event) }
      }
    }
    // A sequence that has begun is given up only where nothing more can be read.
    if ready <= 0 || watched[0].revents == 0, let deadline = input.deadline, deadline <= .now {
      queue.append(input.flush())
    }
  }

  /// Reads what the keyboard has, so much at a time that signals and frames keep their turn. A terminal
  /// that is ready with nothing is gone.
  private func readKeys(_ state: Int16) {
    var buffer = [UInt8](repeating: 0, count: 4_096)
    var state = state
    let start = ContinuousClock.now
    while start.duration(to: .now) < .milliseconds(5) {
      let count = state & Int16(POLLIN) == 0 ? 0 : read(line.input, &buffer, buffer.count)
      if count > 0 {
        queue.append(input.feed(buffer[..<count]))
      } else if count == 0 || errno != EINTR && errno != EAGAIN {
        return queue.prepend(.end(.hangup))
      }
      var watched = pollfd(fd: line.input, events: Int16(POLLIN), revents: 0)
      guard poll(&watched, 1, 0) > 0 else { return }
      state = watched.revents
    }
  }

  private func receive(_ received: [Int32]) {
    var isResized = false
    var isResumed = false
    for signal in received {
      switch signal {
      case SIGWINCH: isResized = true
      case SIGTSTP:
        stop()
        // Being continued sends a signal of its own.
        for missed in signals.drain() {
          if let end = EndSignal(rawValue: missed) { queue.prepend(.end(end)) }
        }
        isResumed = true
      case SIGCONT where !isResumed:
        retake()
        isResumed = true
      default:
        if let end = EndSignal(rawValue: signal) { queue.prepend(.end(end)) }
      }
    }
    if isResumed {
      queue.append(.resumed(size))
    } else if isResized, let event = resize() {
      queue.append(event)
    }
  }

  private func milliseconds(until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let left = ContinuousClock.now.duration(to: deadline).components
    guard left.seconds >= 0 && left.attoseconds >= 0 else { return 0 }
    let thousandths = (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: min(left.seconds, 1_000_000) * 1000 + thousandths)
  }
}
