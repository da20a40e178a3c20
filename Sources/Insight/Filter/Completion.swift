import Dataset

/// Something that may be written at a place of a filter.
public struct Completion: Hashable, Sendable {
  /// The characters it takes the place of.
  public let range: Range<Int>
  /// The text to write: a field with its colon, or a value, quoted where it must be.
  public let text: String
  /// The name behind an id, or a line of help for a field.
  public let detail: String

  /// Something that takes the place of some characters.
  public init(range: Range<Int>, text: String, detail: String) {
    self.range = range
    self.text = text
    self.detail = detail
  }
}

extension Filter {
  /// The texts that may be written at the cursor of a filter, the likeliest first.
  ///
  /// Behind a field its values in the dataset, elsewhere the fields and the organisations of such a name. A
  /// name written whole comes first. Names that begin with the letters written come first. Then come those
  /// with a word that does, and last names that have them inside.
  ///
  /// - Parameters:
  ///   - text: the filter as far as it is written; it need not be right.
  ///   - cursor: a place in it, in characters, from 0.
  ///   - snapshot: whose names are offered.
  ///   - limit: how many at most.
  public static func completions(
    of text: String, at cursor: Int, in snapshot: Snapshot, limit: Int = 20
  ) -> [Completion] {
    let word = WordAtCursor(text, cursor)
    let offers =
      word.field.map { CompletionSource(snapshot).values(of: $0) }
      ?? CompletionSource(snapshot).fieldsAndNames(for: word.written)
    let needle = Needle(word.written)
    let ranked = offers.enumerated().compactMap { place, offer in
      offer.rank(needle).map { (rank: $0, place: place, offer: offer) }
    }
    var texts: Set<String> = []
    return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .filter { texts.insert($0.offer.text).inserted }.prefix(max(0, limit)).map {
        Completion(range: word.range, text: $0.offer.text, detail: $0.offer.detail)
      }
  }
}

/// The piece of a filter in which the cursor stands.
struct WordAtCursor {
  /// The field whose value it is; `nil` where it is a field or a text itself.
  let field: FilterField?
  /// The written part before the cursor, without a quote.
  let written: String
  /// The characters of it, those behind the cursor included.
  let range: Range<Int>

  init(_ text: String, _ cursor: Int) {
    let characters = Array(text)
    let cursor = min(max(0, cursor), characters.count)
    var start = 0
    var valueStart: Int?
    var field: FilterField?
    var isQuoted = false
    for place in 0..<cursor {
      let character = characters[place]
      if FilterParser.isQuote(character) { isQuoted.toggle() }
      if isQuoted { continue }
      if character.isWhitespace {
        (start, valueStart, field) = (place + 1, nil, nil)
      } else if character == "-", place == start, valueStart == nil {
        start = place + 1
      } else if valueStart == nil, ":=<>".contains(character) {
        field = FilterField(named: String(characters[start..<place]))
        valueStart = place + 1
      } else if let began = valueStart,
        character == "," || (place == began && ":=<>".contains(character))
      {
        valueStart = place + 1
      }
    }
    let lower = (field == nil ? nil : valueStart) ?? start
    var upper = cursor
    while upper < characters.count,
      isQuoted ? !FilterParser.isQuote(characters[upper]) : !characters[upper].isWhitespace,
      isQuoted || field == nil || characters[upper] != ","
    { upper += 1 }
    if isQuoted, upper < characters.count { upper += 1 }
    self.field = field
    written = String(characters[lower..<cursor].filter { !FilterParser.isQuote($0) })
    range = lower..<upper
  }
}

/// Something to be offered, with the texts it is found by.
struct Offer {
  let text: String
  let detail: String
  let names: [String]

  /// An offer found by some names, or by what it writes.
  init(text: String, detail: String, names: [String]? = nil) {
    self.text = text
    self.detail = detail
    self.names = names ?? [text]
  }

  /// -1 where a name is that, 0 where it begins so, 1 where a word of it does. It is 2 where the text
  /// stands inside, `nil` elsewhere.
  ///
  /// A code that is written whole comes before a name that only begins with it.
  func rank(_ needle: Needle) -> Int? {
    if !needle.bytes.isEmpty, names.contains(where: { needle.equals($0) }) { return -1 }
    return names.compactMap { needle.rank(in: $0) }.min()
  }
}

extension Needle {
  /// 0 where a text begins so, 1 where a word of it does, 2 where it stands inside, `nil` elsewhere.
  func rank(in text: String) -> Int? {
    let folded = FoldedText.bytes(text)
    return folded.withUnsafeBufferPointer { folded -> Int? in
      guard var place = found(in: folded) else { return nil }
      if place == 0 { return 0 }
      while true {
        if !FoldedText.isWordByte(folded[place - 1]) { return 1 }
        let rest = UnsafeBufferPointer(rebasing: folded[(place + 1)...])
        guard let next = found(in: rest) else { return 2 }
        place += 1 + next
      }
    }
  }
}

extension FoldedText {
  /// True if a folded byte is inside a word: a letter, a digit or part of a letter beyond ASCII.
  static func isWordByte(_ byte: UInt8) -> Bool {
    (97...122).contains(byte) || (48...57).contains(byte) || byte >= 0x80
  }
}
