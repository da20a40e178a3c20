import CNcurses
import Canvas

/// Reads the keyboard and the mouse through ncurses.
struct KeyInput {
  /// Whether the mouse is reported.
  var isMouseOn: Bool
  private var decoder = KeyDecoder()
  private var lastPress: (point: Point, time: ContinuousClock.Instant)?

  /// The longest time between the presses of a double press.
  private static let doublePress = Duration.milliseconds(400)

  init(isMouseOn: Bool) {
    self.isMouseOn = isMouseOn
  }

  /// Whether more should follow at once.
  var isWaiting: Bool { decoder.isWaiting }

  /// The events of all that can be read now without waiting.
  mutating func read() -> [Event] {
    var events: [Event] = []
    while true {
      var value: wint_t = 0
      let kind = wget_wch(moat_stdscr(), &value)
      if kind == KEY_CODE_YES {
        if Int32(value) == KEY_MOUSE {
          events += mouse().map { [.mouse($0)] } ?? []
        } else if let key = Key.named(Int32(value)) {
          events += decoder.feed(key)
        }
      } else if kind == OK, let scalar = Unicode.Scalar(value) {
        events += decoder.feed(scalar)
      } else {
        return events
      }
    }
  }

  /// The events of a beginning that nothing followed.
  mutating func flush() -> [Event] { decoder.flush() }

  private mutating func mouse() -> MouseEvent? {
    var event = MEVENT()
    guard getmouse(&event) == OK else { return nil }
    let point = Point(x: Int(event.x), y: Int(event.y))
    if event.bstate & moat_wheel_up() != 0 { return MouseEvent(action: .wheelUp, point: point) }
    if event.bstate & moat_wheel_down() != 0 { return MouseEvent(action: .wheelDown, point: point) }
    guard event.bstate & moat_press() != 0 else { return nil }
    let now = ContinuousClock.now
    if let last = lastPress, last.point == point, last.time.duration(to: now) <= Self.doublePress {
      lastPress = nil
      return MouseEvent(action: .doublePress, point: point)
    }
    lastPress = (point, now)
    return MouseEvent(action: .press, point: point)
  }
}
