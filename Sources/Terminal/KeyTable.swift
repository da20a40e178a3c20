import CNcurses

/// The keys that a terminal sends in a way of its own, from the terminal database.
struct KeyTable {
  private let keys: [String: Key]

  init() {
    keys = [:]
  }

  static func ofTerminal() -> KeyTable {
    KeyTable { moat_capability($0).map { String(cString: $0) } }
  }

  /// The keys that a terminal database has.
  ///
  /// - Parameter capability: The bytes that a key sends, by the database's name of it.
  init(_ capability: (String) -> String?) {
    var keys: [String: Key] = [:]
    for (name, key) in KeyTable.names {
      // Control characters mean the same everywhere; the arrows of some terminals are Enter's.
      if let text = capability(name), text.hasPrefix("\u{1B}"), text.utf8.count > 1 {
        keys[text] = key
      }
    }
    self.keys = keys
  }

  /// The key that sends a sequence.
  subscript(sequence: String) -> Key? { keys.isEmpty ? nil : keys[sequence] }

  /// The names of terminfo(5); those in capitals are with Shift, a number tells other modifiers.
  private static var names: [(String, Key)] {
    let plain: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("kri", .up),
      ("kind", .down), ("khome", .home), ("kfnd", .home), ("ka1", .home), ("kend", .end),
      ("kslt", .end), ("kll", .end), ("kc1", .end), ("kpp", .pageUp), ("ka3", .pageUp),
      ("knp", .pageDown), ("kc3", .pageDown), ("kent", .enter), ("kcbt", .backTab),
      ("kbs", .backspace), ("kdch1", .delete), ("kich1", .insert),
    ]
    let shifted: [(String, Key)] = [
      ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home),
      ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kDC", .delete), ("kIC", .insert),
    ]
    let modified = shifted.flatMap { name, key in
      [(name, key)] + (3...7).map { (name + String($0), key) }
    }
    return modified + plain + (1...63).map { ("kf\($0)", .function($0)) }
  }
}
