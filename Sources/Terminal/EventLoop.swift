import Canvas
import Glibc

extension TerminalSession {
  /// Waits for something to happen: a key, the mouse, a signal, another size, or something to read
  /// from one of the descriptors. Without a timeout it waits as long as it takes, asleep.
  ///
  /// - Parameters:
  ///   - descriptors: Descriptors of the caller, such as inotify's; what can be read is left to it.
  ///   - timeout: How long to wait at most, rounded up to milliseconds; nil for ever.
  public func next(watching descriptors: [Int32] = [], timeout: Duration? = nil) -> Event {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      let events = input.read()
      if !events.isEmpty {
        queue = events
        continue
      }
      let wait = input.isWaiting ? 25 : milliseconds(until: deadline)
      var watched = ([line.input, signals.readEnd] + descriptors).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      let ready = poll(&watched, nfds_t(watched.count), wait)
      // The terminal or a descriptor is gone, or a signal interrupted: the pipe has the rest.
      if ready == 0 {
        guard input.isWaiting else {
          return .timeout
        }
        queue += input.flush()
      }
      guard ready > 0 else { continue }
      if watched[1].revents != 0 { receive(signals.drain()) }
      if watched[0].revents != 0 { readKeys(isGone: watched[0].revents & Int16(POLLIN) == 0) }
      queue += watched.dropFirst(2).filter { $0.revents != 0 }.map { .readable($0.fd) }
    }
  }

  /// Whether something has happened already that the next call answers without waiting: keys that came
  /// faster than they were shown need no frame each.
  public var hasQueued: Bool { !queue.isEmpty }

  /// Reads what the keyboard has; a terminal that is ready with nothing is gone.
  private func readKeys(isGone: Bool) {
    let events = input.read()
    var waiting: Int32 = 0
    let hasMore = ioctl(line.input, UInt(FIONREAD), &waiting) == 0 && waiting > 0
    if isGone || (events.isEmpty && !hasMore && !input.isWaiting && isAtEnd) {
      queue.append(.end(.hangup))
    }
    queue += events
  }

  /// Whether the terminal says it can be read and then has nothing, twice.
  private var isAtEnd: Bool {
    var watched = pollfd(fd: line.input, events: Int16(POLLIN), revents: 0)
    return poll(&watched, 1, 0) > 0
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
        isResized = isResized || signals.drain().contains(SIGWINCH)
        isResumed = true
      case SIGCONT where !isResumed:
        retake()
        isResumed = true
      default:
        if let end = EndSignal(rawValue: signal) { queue.append(.end(end)) }
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
