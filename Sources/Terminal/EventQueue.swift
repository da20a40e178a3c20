/// Events that wait to be taken, in their order.
///
/// Keys that come faster than they are worked off must not grow without limit nor hide what comes behind
/// them. While ``most`` events wait, a key that waits already is not taken again. Ctrl-C takes the keys
/// before it away, as it does in a terminal's own line discipline.
struct EventQueue {
  /// As many events wait before keys are left out.
  static let most = 1_024

  private var events: [Event] = []
  private var head = 0
  private var flood: Set<Event> = []

  var isEmpty: Bool { head == events.count }

  private var count: Int { events.count - head }

  mutating func popFirst() -> Event? {
    guard head < events.count else { return nil }
    let event = events[head]
    head += 1
    if head == events.count || head > 4_096 {
      events.removeFirst(head)
      head = 0
    }
    if count < EventQueue.most { flood = [] }
    return event
  }

  /// Takes the characters that come first, as far as they were typed one after the other.
  mutating func popCharacters() -> String {
    var text = String.UnicodeScalarView()
    while head < events.count, case .key(.character(let scalar)) = events[head] {
      text.append(scalar)
      _ = popFirst()
    }
    return String(text)
  }

  mutating func append(_ event: Event) {
    if event == .key(.control("c")) {
      removeTyped()
    } else if event.isTyped, count >= EventQueue.most {
      if flood.isEmpty { flood = Set(events[head...]) }
      guard flood.insert(event).inserted, count < 2 * EventQueue.most else { return }
    }
    events.append(event)
  }

  mutating func append(_ events: [Event]) {
    for event in events { append(event) }
  }

  /// Puts an event first: nothing typed goes before the end of the program.
  mutating func prepend(_ event: Event) {
    events.insert(event, at: head)
  }

  func contains(_ event: Event) -> Bool { events[head...].contains(event) }

  /// True if something wants the program to end.
  var hasEnd: Bool {
    events[head...].contains { if case .end = $0 { true } else { false } }
  }

  mutating func remove(_ event: Event) { keep { $0 != event } }

  /// Takes the events of keyboard and mouse away.
  mutating func removeTyped() { keep { !$0.isTyped } }

  private mutating func keep(where isKept: (Event) -> Bool) {
    events = events[head...].filter(isKept)
    head = 0
  }

  /// The events of this queue and of a later queue, each in its turn.
  func followed(by later: EventQueue) -> EventQueue {
    var all = self
    for event in later.events[later.head...] {
      if case .end = event { all.prepend(event) } else { all.append(event) }
    }
    return all
  }
}

extension Event {
  /// True if it comes from the keyboard or the mouse.
  fileprivate var isTyped: Bool {
    switch self {
    case .key, .mouse, .paste: true
    case .resize, .resumed, .end, .readable, .timeout: false
    }
  }
}
