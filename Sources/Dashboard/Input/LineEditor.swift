/// A line being typed: the text and the place in it. Keys as in a shell.
///
/// It holds ``longest`` characters, so that every key is answered at once. The rest is left out, and
/// ``isCut`` says so.
public struct LineEditor: Hashable, Sendable {
  /// The characters that a line holds at most.
  static let longest = 2_000

  /// True if the text put in last did not fit whole.
  public private(set) var isCut = false
  private var characters: [Character]
  /// The place before which the next character goes, in characters from 0.
  public private(set) var cursor: Int
  /// True if the text is only offered: typing replaces it, every other key accepts it.
  public private(set) var isOffered = false

  /// A line that starts with a text, the cursor behind it.
  public init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  /// A line that offers a text, to be taken as it is, changed, or typed over.
  public init(offering text: String) {
    self.init(text)
    isOffered = true
  }

  public var text: String { String(characters) }

  public var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; line breaks and other control characters become spaces.
  public mutating func insert(_ text: String) {
    if isOffered { replace(with: "") }
    let room = max(0, LineEditor.longest - characters.count)
    // A character may be a megabyte of marks.
    let taken = text.prefix(room).unicodeScalars.prefix(4 * room)
    isCut = taken.count < text.unicodeScalars.count
    guard !taken.isEmpty else { return }
    let shown = String(String.UnicodeScalarView(taken)).map { character in
      let isControl = character.unicodeScalars.allSatisfy {
        $0.value < 32 || (127...159).contains($0.value)
      }
      return isControl ? " " : character
    }
    set(characters[..<cursor] + shown, characters[cursor...])
  }

  public mutating func replace(with text: String) {
    isOffered = false
    characters = Array(text.prefix(LineEditor.longest))
    cursor = characters.count
  }

  /// Puts the cursor before a character, from 0.
  mutating func move(to place: Int) { cursor = min(max(0, place), characters.count) }

  /// Takes a key; `false` where the line has no use for it.
  public mutating func take(_ key: Key) -> Bool {
    if case .character = key {} else { isOffered = false }
    isCut = false
    switch key {
    case .character(let character): insert(String(character))
    case .backspace, .control("h"):
      guard cursor > 0 else { return true }
      set(characters[..<(cursor - 1)], characters[cursor...])
    case .delete, .control("d"):
      if cursor < characters.count { set(characters[..<cursor], characters[(cursor + 1)...]) }
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(characters.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = characters.count
    case .control("u"): set([], characters[cursor...])
    case .control("k"): set(characters[..<cursor], [])
    case .control("w"): removeWord()
    default: return false
    }
    return true
  }

  private mutating func removeWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    set(characters[..<start], characters[cursor...])
  }

  /// Joins the parts before and behind the cursor. A letter and an accent typed after it become a
  /// single character, as in everything that reads the text.
  private mutating func set(_ before: ArraySlice<Character>, _ after: ArraySlice<Character>) {
    let start = String(before)
    characters = Array(start + String(after))
    cursor = min(start.count, characters.count)
  }
}
