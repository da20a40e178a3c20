import Canvas

/// Turns a terminal's bytes into keys, mouse events and pastes.
///
/// The rule for terminal input: only a whole and known sequence does something. A string (OSC, DCS,
/// APC, PM, SOS) or an unknown sequence is swallowed to its end, however it is split. A report that
/// is cut off does nothing: silence, Esc or Ctrl-C ends it. A paste is text, whatever control
/// characters are in it. Silence or a lone Esc ends a paste without an end. Escape and a key in
/// quick succession stay two keys, on slow links they arrive together. The rest of an answer that a
/// slow link held back comes in one piece, which no hand types: it is swallowed too.
struct KeyDecoder {
  private enum State: Equatable {
    case ground
    case escape
    /// A control sequence; `opener` is the sign after Escape while nothing else has come.
    case sequence(String, opener: Unicode.Scalar?)
    /// The Linux console's function keys: Escape, `[`, `[` and a letter.
    case console
    /// An old mouse report: three bytes.
    case report([UInt32])
    case keypad(opener: Unicode.Scalar?)
    case string(opener: Unicode.Scalar?)
    /// Escape within a string: its end, or the end of waiting for it.
    case stringEscape
    case paste
  }

  private var state = State.ground
  /// The characters since Escape, for the sequences of ``KeyTable``.
  private var raw = ""
  private var pasted: [Unicode.Scalar] = []
  private let table: KeyTable

  /// A paste longer than this, in scalars, loses its end.
  private static let longestPaste = 1 << 20
  /// The sequence given up last; the next bytes may be its rest.
  private var givenUp = State.ground
  private static let pasteEnd = Array("\u{1B}[201~".unicodeScalars)

  init(table: KeyTable = KeyTable()) {
    self.table = table
  }

  /// The time to wait for the rest of a sequence; nil where none has begun.
  var patience: Duration? {
    switch state {
    case .ground: nil
    case .escape: .milliseconds(25)
    case .sequence("", .some), .keypad(.some), .string(.some): .milliseconds(50)
    case .stringEscape: .milliseconds(100)
    case .paste where pasted.last == "\u{1B}": .milliseconds(100)
    case .sequence, .keypad, .string, .console, .report: .milliseconds(600)
    case .paste: .seconds(2)
    }
  }

  /// True if the next bytes are numbers, not characters.
  var takesBytes: Bool { if case .report = state { true } else { false } }

  /// Takes a character and returns the events it completes.
  mutating func feed(_ scalar: Unicode.Scalar) -> [Event] {
    if state != .ground, state != .paste, raw.utf8.count < 64 { raw.unicodeScalars.append(scalar) }
    switch state {
    case .ground: return begin(scalar)
    case .escape: return feedEscape(scalar)
    case .sequence(let parameters, let opener): return feed(scalar, after: parameters, opener)
    case .console:
      state = .ground
      guard ("A"..."E").contains(scalar) else { return feedControl(scalar) }
      return [.key(.function(Int(scalar.value - 0x40)))]
    case .report(let values): return feed(scalar, report: values)
    case .keypad:
      state = .ground
      if let key = table[raw] ?? ControlSequence.keypad(scalar) { return [.key(key)] }
      return feedControl(scalar)
    case .string: return feedString(scalar)
    case .stringEscape:
      if scalar == "\\" {
        state = .ground
        return []
      }
      state = .escape
      raw = "\u{1B}" + String(scalar)
      return feedEscape(scalar)
    case .paste: return feedPaste(scalar)
    }
  }

  /// Nothing followed: what is there was typed as it stands, or is the part of a report that counts
  /// for nothing.
  mutating func flush() -> [Event] {
    if state != .ground { givenUp = state }
    defer { state = .ground }
    switch state {
    case .escape: return [.key(.escape)]
    case .sequence("", let opener?), .keypad(let opener?), .string(let opener?):
      return [.key(.escape), .key(.character(opener))]
    case .paste:
      if pasted.last == "\u{1B}" { pasted.removeLast() }
      return endPaste()
    case .ground, .sequence, .keypad, .string, .stringEscape, .console, .report: return []
    }
  }

  /// Goes on with what was given up, where bytes that came in one piece are the whole rest of it.
  mutating func goOn(with bytes: ArraySlice<UInt8>) {
    defer { givenUp = .ground }
    guard state == .ground, let first = bytes.first else { return }
    let isString = endsString(bytes)
    switch givenUp {
    case .escape where bytes.count > 1:
      let rest = bytes.dropFirst()
      if "PX]^_".utf8.contains(first), isString { state = .escape }
      if first == 0x5B, endsSequence(rest) || beginsFocus(rest) || beginsReport(rest) {
        state = .escape
      }
    case .sequence("", .some) where bytes.count == 4 && beginsReport(bytes):
      state = .sequence("", opener: nil)
    case .sequence(_, let opener) where bytes.count > 1 && endsSequence(bytes):
      state = .sequence(opener == nil ? "?" : "", opener: nil)
    case .string, .stringEscape:
      if isString { state = .string(opener: nil) }
    default: break
    }
    if state == .escape { raw = "\u{1B}" }
  }

  /// True if the end of a string is among bytes: BEL, or Escape and a backslash.
  private func endsString(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count > 2
      && (bytes.contains(0x07) || zip(bytes, bytes.dropFirst()).contains { $0 == (0x1B, 0x5C) })
  }

  /// True if bytes are at least one sign or number of a control sequence, and its final character.
  private func endsSequence(_ bytes: ArraySlice<UInt8>) -> Bool {
    let rest = bytes.drop { (0x20...0x3F).contains($0) }
    return rest.count < bytes.count && rest.first.map { (0x40...0x7E).contains($0) } ?? false
  }

  /// True if bytes begin with the final character of a report that the window has gained or lost the
  /// focus: the only reports without a number.
  private func beginsFocus(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first.map { "IO".utf8.contains($0) } ?? false
  }

  /// True if bytes begin as an old mouse report goes on after its bracket: `M`, and values from 32 on.
  private func beginsReport(_ bytes: ArraySlice<UInt8>) -> Bool {
    let values = bytes.dropFirst()
    return bytes.first == 0x4D && !values.isEmpty && values.prefix(3).allSatisfy { $0 >= 0x20 }
  }

  private mutating func begin(_ scalar: Unicode.Scalar) -> [Event] {
    switch scalar.value {
    case 0x1B:
      state = .escape
      raw = "\u{1B}"
    // The same openers in one character (ECMA-48, C1).
    case 0x9B: state = .sequence("", opener: nil)
    case 0x8F: state = .keypad(opener: nil)
    case 0x90, 0x98, 0x9D, 0x9E, 0x9F: state = .string(opener: nil)
    default: return ControlSequence.key(of: scalar).map { [.key($0)] } ?? []
    }
    if scalar.value != 0x1B { raw = "" }
    return []
  }

  private mutating func feedEscape(_ scalar: Unicode.Scalar) -> [Event] {
    switch scalar {
    case "[": state = .sequence("", opener: scalar)
    case "O": state = .keypad(opener: scalar)
    case "P", "X", "]", "^", "_": state = .string(opener: scalar)
    // The end of a string that was given up.
    case "\\": state = .ground
    default:
      state = .ground
      if let key = table[raw] { return [.key(key)] }
      return [.key(.escape)] + feed(scalar)
    }
    return []
  }

  /// Takes what a sequence cannot hold: a control character counts, anything else is swallowed.
  private mutating func feedControl(_ scalar: Unicode.Scalar) -> [Event] {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? feed(scalar) : []
  }

  private mutating func feed(
    _ scalar: Unicode.Scalar, after parameters: String, _ opener: Unicode.Scalar?
  ) -> [Event] {
    if opener != nil || !parameters.isEmpty, let key = table[raw] {
      state = .ground
      return [.key(key)]
    }
    switch scalar.value {
    case 0x20...0x3F:
      let longer = parameters.utf8.count < 64 ? parameters + String(scalar) : parameters
      state = .sequence(longer, opener: nil)
      return []
    case 0x40...0x7E:
      state = .ground
      switch (parameters, scalar) {
      case ("", "["): state = .console
      case ("", "M"): state = .report([])
      case ("200", "~"):
        state = .paste
        pasted = []
      default: return ControlSequence.event(parameters, scalar).map { [$0] } ?? []
      }
      return []
    default:
      // No sequence goes on like this: drop what there was, the character counts.
      state = .ground
      return feed(scalar)
    }
  }

  private mutating func feed(_ scalar: Unicode.Scalar, report values: [UInt32]) -> [Event] {
    guard scalar.value >= 0x20 else {
      state = .ground
      return feed(scalar)
    }
    let values = values + [scalar.value - 0x20]
    guard values.count == 3 else {
      state = .report(values)
      return []
    }
    state = .ground
    let event = ControlSequence.mouse(
      Int(values[0]), x: Int(values[1]), y: Int(values[2]), isPress: values[0] & 3 != 3)
    return event.map { [$0] } ?? []
  }

  private mutating func feedString(_ scalar: Unicode.Scalar) -> [Event] {
    switch scalar.value {
    case 0x07, 0x9C, 0x18, 0x1A: state = .ground
    case 0x1B: state = .stringEscape
    case 0x03:
      state = .ground
      return feed(scalar)
    default: state = .string(opener: nil)
    }
    return []
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
    return endPaste()
  }

  /// The paste as an event: line ends are line feeds, other control characters stay for the receiver.
  private mutating func endPaste() -> [Event] {
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
}
