extension Key {
  /// The key of a name, as it is printed in the help (`Ctrl-B`, `PgUp`, `q`) or written in words (`Up`).
  init?(name: String) {
    if name.count == 1, let character = name.first {
      switch character {
      case "↑": self = .up
      case "↓": self = .down
      case "←": self = .left
      case "→": self = .right
      default: self = .character(character)
      }
      return
    }
    let lowered = name.lowercased()
    if let named = Key.named[lowered] {
      self = named
    } else if lowered.hasPrefix("ctrl-"), lowered.count == 6, let letter = lowered.last,
      letter.isASCII, letter.isLetter
    {
      self = .control(letter)
    } else if lowered.first == "f", let number = Int(lowered.dropFirst()),
      (1...63).contains(number)
    {
      self = .function(number)
    } else {
      return nil
    }
  }

  private static let named: [String: Key] = [
    "space": .character(" "), "enter": .enter, "esc": .escape, "escape": .escape, "tab": .tab,
    "shift-tab": .backTab, "backspace": .backspace, "del": .delete, "delete": .delete, "up": .up,
    "down": .down, "left": .left, "right": .right, "pgup": .pageUp, "pgdn": .pageDown,
    "home": .home, "end": .end,
  ]

  /// What a key may be called, for a message.
  static let names =
    "a letter, digit or sign, Space, Enter, Esc, Tab, Shift-Tab, Backspace, Del, Up, Down, Left, "
    + "Right, PgUp, PgDn, Home, End, F1 to F63, Ctrl- and a letter"
}
