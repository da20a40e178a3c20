import Canvas

/// The meaning of single characters and whole control sequences.
enum ControlSequence {
  /// The key of a character; nil for a character without a key.
  static func key(of scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x08, 0x7F: return .backspace
    case 0x09: return .tab
    case 0x0A, 0x0D: return .enter
    case 0x01...0x1A:
      return Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0x1C: return .control("\\")
    case 0x00, 0x1B...0x1F, 0x80...0x9F: return nil
    default: return .character(scalar)
    }
  }

  /// The event of a control sequence: its parameters and its final character (ECMA-48 5.4; xterm
  /// control sequences, "PC-Style Function Keys"). Modifiers are left aside.
  static func event(_ parameters: String, _ final: Unicode.Scalar) -> Event? {
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
    if parameters.hasPrefix("<") {
      let values = fields.map { Int($0.drop { $0 == "<" }) }
      guard final == "M" || final == "m", values.count == 3, let button = values[0],
        let x = values[1], let y = values[2]
      else { return nil }
      return mouse(button, x: x, y: y, isPress: final == "M")
    }
    // Signs before or between numbers make it a report, not a key.
    guard parameters.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x3B }) else {
      return nil
    }
    return key(fields.map { Int($0) }, final).map { .key($0) }
  }

  private static func key(_ numbers: [Int?], _ final: Unicode.Scalar) -> Key? {
    switch final {
    case "A": return .up
    case "B": return .down
    case "C": return .right
    case "D": return .left
    case "F": return .end
    case "H": return .home
    case "Z": return .backTab
    case "P", "Q", "S": return .function(Int(final.value - 0x50) + 1)
    case "R":
      // Else it tells where the cursor is.
      let isKey = numbers.count == 1 || numbers[0] == 1 && (2...16).contains(numbers[1] ?? 0)
      return isKey ? .function(3) : nil
    case "~": return numbers.first.flatMap { $0 }.flatMap(numbered)
    default: return nil
    }
  }

  private static func numbered(_ code: Int) -> Key? {
    switch code {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(code - 10)
    case 17...21: .function(code - 11)
    case 23...24: .function(code - 12)
    default: nil
    }
  }

  /// The key of an application-mode keypad (VT100 User Guide, table 3-7 and 3-8).
  static func keypad(_ scalar: Unicode.Scalar) -> Key? {
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

  /// The event of the mouse: the code of xterm's reports, and the cell, counted from 1. The wheel
  /// and the left button count; other buttons, releases and movements do not.
  static func mouse(_ code: Int, x: Int, y: Int, isPress: Bool) -> Event? {
    guard isPress, (0..<128).contains(code), code & 32 == 0, (1...10_000).contains(x),
      (1...10_000).contains(y)
    else { return nil }
    let point = Point(x: x - 1, y: y - 1)
    // Shift, Meta and Control are left aside.
    switch code & 0b110_0011 {
    case 0: return .mouse(MouseEvent(action: .press, point: point))
    case 64: return .mouse(MouseEvent(action: .wheelUp, point: point))
    case 65: return .mouse(MouseEvent(action: .wheelDown, point: point))
    default: return nil
    }
  }
}
