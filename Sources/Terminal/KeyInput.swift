import Canvas

/// Reads the bytes of the keyboard and the mouse.
///
/// They are decoded here: ncurses waits for the rest of a mouse report however long it takes.
public struct KeyInput {
  var isMouseOn: Bool
  private var decoder: KeyDecoder
  private var scalars: ScalarDecoder
  private var lastByte = ContinuousClock.now
  private var lastPress: (point: Point, time: ContinuousClock.Instant)?

  /// The longest time between the presses of a double press.
  private static let doublePress = Duration.milliseconds(400)

  /// A reader of an xterm's keys in UTF-8.
  public init(isMouseOn: Bool) {
    self.init(isMouseOn: isMouseOn, table: KeyTable(), codeset: "UTF-8")
  }

  /// A reader of a terminal's keys, in the character set of the locale.
  init(isMouseOn: Bool, table: KeyTable = KeyTable(), codeset: String = "UTF-8") {
    self.isMouseOn = isMouseOn
    decoder = KeyDecoder(table: table)
    scalars = ScalarDecoder(codeset: codeset)
  }

  /// The time at which to give up waiting for the rest of a sequence; nil where none has begun.
  var deadline: ContinuousClock.Instant? { decoder.patience.map { lastByte + $0 } }

  /// The events that bytes complete.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) -> [Event] {
    guard !bytes.isEmpty else { return [] }
    decoder.goOn(with: bytes)
    lastByte = .now
    var events: [Event] = []
    for byte in bytes {
      if decoder.takesBytes {
        scalars.reset()
        take(decoder.feed(Unicode.Scalar(byte)), into: &events)
      } else {
        for scalar in scalars.feed(byte) { take(decoder.feed(scalar), into: &events) }
      }
    }
    return events
  }

  /// The events of bytes that nothing followed.
  public mutating func flush() -> [Event] { decoder.flush() }

  private mutating func take(_ decoded: [Event], into events: inout [Event]) {
    for event in decoded { if let event = settled(event) { events.append(event) } }
  }

  /// An event with what it takes the time to know: whether a press is the second of two.
  private mutating func settled(_ event: Event) -> Event? {
    guard case .mouse(let mouse) = event else { return event }
    guard isMouseOn else { return nil }
    guard mouse.action == .press else { return event }
    let now = ContinuousClock.now
    if let last = lastPress, last.point == mouse.point,
      last.time.duration(to: now) <= Self.doublePress
    {
      lastPress = nil
      return .mouse(MouseEvent(action: .doublePress, point: mouse.point))
    }
    lastPress = (mouse.point, now)
    return event
  }
}
