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

  static let names =
    "a letter, digit or sign, Space, Enter, Esc, Tab, Shift-Tab, Backspace, Del, Up, Down, Left, "
    + "Right, PgUp, PgDn, Home, End, F1 to F63, Ctrl- and a letter"

  /// Why a terminal never sends it as this key; `nil` for a key that can arrive.
  var whyItNeverArrives: String? {
    switch self {
    case .control("h"): "the terminal sends Backspace for it"
    case .control("i"): "the terminal sends Tab for it"
    case .control("j"), .control("m"): "the terminal sends Enter for it"
    case .control("z"): "it stops the program"
    case .character(let character) where !Key.isTyped(character): "no keyboard sends it as one sign"
    default: nil
    }
  }

  private static func isTyped(_ character: Character) -> Bool {
    guard character.unicodeScalars.count == 1, let scalar = character.unicodeScalars.first else {
      return false
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator,
      .nonspacingMark, .enclosingMark:
      return false
    default: return true
    }
  }

  /// True if a line that is typed needs it: to write, to take back, to end.
  var editsLines: Bool {
    switch self {
    case .character, .enter, .escape, .backspace, .control("c"): true
    default: false
    }
  }
}
