import Testing

@testable import Insight

/// Names are found and sorted with and without their marks, whichever language they are of.
@Suite struct FoldedTextTests {
  @Test(arguments: [
    ("Jülich", "julich"), ("Ørsted", "orsted"), ("Łódź", "lodz"), ("Straße", "strasse"),
    ("ẞ", "ss"), ("Đuro", "duro"), ("Þór", "thor"), ("Ægir", "aegir"), ("İstanbul", "istanbul"),
    ("Națională", "nationala"), ("Autoritățile și", "autoritatile si"), ("Ǻ", "a"), ("ǽ", "ae"),
    ("Việt", "viet"), ("Ŵ ẁ", "w w"), ("Ελληνική Αρχή", "ελληνικη αρχη"),
    ("Επιτροπής", "επιτροπησ"),
    ("Комисия за защита й", "комисия за защита и"), ("Ďáblice", "dablice"), ("ŠKODA", "skoda"),
    ("Tou\u{308}m", "toum"),
  ])
  func marksDoNotCount(_ pair: (String, String)) {
    #expect(FoldedText.folded(pair.0) == pair.1)
  }

  /// A search in bytes relies on it: what is folded has room where the text had.
  @Test func noLetterGetsLonger() {
    for value: UInt32 in 0...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      #expect(FoldedText.bytes(text).count <= text.utf8.count, "U+\(String(value, radix: 16))")
    }
  }

  /// The same letter typed as a letter and a mark.
  @Test(arguments: ["ț", "ệ", "й", "ώ", "ǎ", "ő", "ё"]) func bothWritingsFoldAlike(_ letter: String)
  {
    let apart = [
      "ț": "t\u{326}", "ệ": "e\u{323}\u{302}", "й": "и\u{306}", "ώ": "ω\u{301}",
      "ǎ": "a\u{30C}", "ő": "o\u{30B}", "ё": "е\u{308}",
    ]
    #expect(FoldedText.folded(letter) == FoldedText.folded(apart[letter] ?? ""))
  }
}
