import Canvas

/// Turns what a terminal sends into keys and pastes.
///
/// Most function keys arrive named by ncurses; this takes the rest: control characters, escape
/// sequences the terminal database does not know, keypads, pasted text. Escape and a key in quick
/// succession stay two keys, on slow links they arrive together. Sequences nobody knows are
/// swallowed whole, so that their letters are not taken for commands.
struct KeyDecoder {
  private enum State: Equatable {
    case ground
    case escape
    case sequence(String)
    case keypad
    case paste
  }

  private var state = State.ground
  private var pasted: [Unicode.Scalar] = []

  /// A paste longer than this, in scalars, loses its end.
  private static let longestPaste = 1 << 20
  private static let pasteEnd = Array("\u{1B}[201~".unicodeScalars)

  /// Whether what came so far is the beginning of something longer, which should follow at once.
  var isWaiting: Bool { state != .ground && state != .paste }

  /// Takes a character and returns the events it completes.
  mutating func feed(_ scalar: Unicode.Scalar) -> [Event] {
    switch state {
    case .ground:
      if scalar == "\u{1B}" {
        state = .escape
        return []
      }
      return KeyDecoder.key(of: scalar).map { [.key($0)] } ?? []
    case .escape:
      switch scalar {
      case "[":
        state = .sequence("")
        return []
      case "O":
        state = .keypad
        return []
      default:
        state = .ground
        return [.key(.escape)] + feed(scalar)
      }
    case .sequence(let parameters): return feed(scalar, after: parameters)
    case .keypad:
      state = .ground
      return KeyDecoder.keypad(scalar).map { [.key($0)] } ?? []
    case .paste: return feedPaste(scalar)
    }
  }

  /// Takes a key that ncurses has named. Within a paste it is part of the text, and lost.
  mutating func feed(_ key: Key) -> [Event] {
    if state == .paste { return [] }
    return flush() + [.key(key)]
  }

  /// Nothing followed: what is there was typed as it stands.
  mutating func flush() -> [Event] {
    defer { if state != .paste { state = .ground } }
    switch state {
    case .escape: return [.key(.escape)]
    case .sequence(""): return [.key(.escape), .key(.character("["))]
    case .keypad: return [.key(.escape), .key(.character("O"))]
    case .ground, .sequence, .paste: return []
    }
  }

  private mutating func feed(_ scalar: Unicode.Scalar, after parameters: String) -> [Event] {
    switch scalar.value {
    case 0x20...0x3F:
      state = .sequence(parameters.utf8.count < 64 ? parameters + String(scalar) : parameters)
      return []
    case 0x40...0x7E:
      state = .ground
      if scalar == "~" && parameters == "200" {
        state = .paste
        pasted = []
        return []
      }
      return KeyDecoder.sequence(parameters, scalar).map { [.key($0)] } ?? []
    default:
      // No sequence goes on like this: drop what there was, the character counts.
      state = .ground
      return feed(scalar)
    }
  }

  private mutating func feedPaste(_ scalar: Unicode.Scalar) -> [Event] {
    let end = KeyDecoder.pasteEnd
    pasted.append(scalar)
    guard scalar == end.last && pasted.suffix(end.count).elementsEqual(end) else {
      if pasted.count >= KeyDecoder.longestPaste + end.count {
        pasted.remove(at: KeyDecoder.longestPaste)
      }
      return []
    }
    pasted.removeLast(end.count)
    state = .ground
    var text = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in pasted {
      // Terminals send a line end as a carriage return, some as both.
      if scalar == "\r" {
        text.append("\n")
      } else if scalar != "\n" || previous != "\r" {
        text.append(scalar)
      }
      previous = scalar
    }
    pasted = []
    return [.paste(String(text))]
  }

  private static func key(of scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A:
      return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x00, 0x1B...0x1F, 0x80...0x9F: return nil
    default: return .character(scalar)
    }
  }

  /// The key of a control sequence: its parameters and its final character (ECMA-48 5.4; xterm
  /// control sequences, "PC-Style Function Keys"). Modifiers are left aside.
  private static func sequence(_ parameters: String, _ final: Unicode.Scalar) -> Key? {
    let number = parameters.split(separator: ";", omittingEmptySubsequences: false).first
      .flatMap { Int($0) }
    switch final {
    case "A": return .up
    case "B": return .down
    case "C": return .right
    case "D": return .left
    case "F": return .end
    case "H": return .home
    case "Z": return .backTab
    case "P", "Q", "R", "S": return .function(Int(final.value - 0x50) + 1)
    case "~":
      switch number {
      case 1, 7: return .home
      case 2: return .insert
      case 3: return .delete
      case 4, 8: return .end
      case 5: return .pageUp
      case 6: return .pageDown
      case .some(let code): return functionKey(code)
      case nil: return nil
      }
    default: return nil
    }
  }

  private static func functionKey(_ code: Int) -> Key? {
    switch code {
    case 11...15: .function(code - 10)
    case 17...21: .function(code - 11)
    case 23...24: .function(code - 12)
    default: nil
    }
  }

  /// The key of an application-mode keypad (VT100 User Guide, table 3-7 and 3-8).
  private static func keypad(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "M": .enter
    case "P"..."S": .function(Int(scalar.value - 0x50) + 1)
    case "j"..."o", "p"..."y": Unicode.Scalar(scalar.value - 0x40).map { .character($0) }
    default: nil
    }
  }
}
