import Testing

@testable import Dataset

/// The content of single cells.
@Suite struct CellTests {
  /// Hands bytes over as a file does: with bytes behind them that can be read and belong to nobody.
  private func with<Value>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    let bytes = Array(text.utf8)
    let padded = bytes + [UInt8](repeating: UInt8(ascii: "-"), count: 16)
    return padded.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[..<bytes.count]))
    }
  }

  @Test(arguments: [
    "a", "0", "nscale", "ai-act-art50-2", "1x", "a-b-c-d-e-f-g-h-i-j", "abcdefgh", "abcdefghi",
    "abcdefg-h",
  ])
  func slugs(_ text: String) { #expect(with(text, isSlug)) }

  @Test(arguments: [
    "", "-", "a-", "-a", "a--b", "A", "a b", "a_b", "é", "a.b", "abcdefg--h", "abcdefgh-", "/", ":",
    "`", "{", "abcdefgh/", "a\0",
  ])
  func noSlugs(_ text: String) { #expect(!with(text, isSlug)) }

  @Test func everyByteInASlugIsJudgedByItself() {
    for byte in UInt8.min...255 {
      for length in 1...17 {
        for place in 0..<length {
          var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[place] = byte
          let isInner = place > 0 && place < length - 1
          let isFine =
            (97...122).contains(byte) || (48...57).contains(byte) || byte == 45 && isInner
          let padded = bytes + [UInt8](repeating: 0, count: 8)
          let found = padded.withUnsafeBufferPointer {
            isSlug(UnsafeBufferPointer(rebasing: $0[..<length]))
          }
          if found != isFine { return #expect(found == isFine, "\(bytes)") }
        }
      }
    }
  }

  @Test(arguments: [
    ("https://example.org/a?b#c", true), ("http://a", true), ("https://", false),
    ("http://", false),
    ("ftp://a.example", false), ("https:/a.example", false), ("", false),
    ("https://a b", false), ("https://a\u{1B}", false), ("https://a\u{7F}", false),
    ("http:// a", false), ("HTTPS://a", false), ("javascript:alert(1)//https://a", false),
  ])
  func addresses(_ text: String, _ isOne: Bool) { #expect(with(text, isAddress) == isOne) }

  @Test func everyByteInAnAddressIsJudgedByItself() {
    for byte in UInt8.min...255 {
      for length in 1...17 {
        for place in 0..<length {
          var bytes = Array("http://".utf8) + [UInt8](repeating: UInt8(ascii: "a"), count: length)
          bytes[7 + place] = byte
          // A blank behind the address belongs to nobody.
          let padded = bytes + [UInt8](repeating: UInt8(ascii: " "), count: 8)
          let found = padded.withUnsafeBufferPointer {
            isAddress(UnsafeBufferPointer(rebasing: $0[..<bytes.count]))
          }
          let isFine = byte > 32 && byte != 127
          if found != isFine { return #expect(found == isFine, "\(bytes)") }
        }
      }
    }
  }

  @Test(arguments: [
    ("0", 0), ("7", 7), ("-7", -7), ("1030", 1030), ("2.5", 2.5), ("0.001", 0.001),
    ("9007199254740993", 9_007_199_254_740_992), ("0.1234567890123456789", 0.1234567890123456789),
    ("123456789012345678901234567890", 123456789012345678901234567890.0), ("007", 7),
  ])
  func decimals(_ text: String, _ value: Double) { #expect(with(text, decimal) == value) }

  @Test(arguments: [
    "", "-", ".", "1.", ".5", "1.2.3", "1e5", "1,000", "+1", " 1", "1 ", "--1", "1-", "0x1", "nan",
    "inf", "१", "12345678901234567890.", "1.2345678901234567890.1", "-.5",
  ])
  func noDecimals(_ text: String) { #expect(with(text, decimal) == nil) }

  @Test func decimalsAreAsExactAsTheLibrary() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<5_000 {
      var text = (0..<Int.random(in: 1...20, using: &random))
        .map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
      if text.count > 1, random.once(in: 2) {
        let place = text.index(
          text.startIndex, offsetBy: Int.random(in: 1..<text.count, using: &random))
        text.insert(".", at: place)
      }
      if random.once(in: 3) { text = "-" + text }
      let found = with(text, decimal)
      if found != Double(text) { return #expect(found == Double(text), "\(text)") }
    }
  }

  @Test func whatIsWrittenIsReadAsTheSameNumber() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<5_000 {
      let value =
        Double.random(in: -1...1, using: &random)
        * random.pick([1e-9, 1e-5, 1e-4, 1e-3, 1, 100, 1e6, 1e12, 1e15, 1e16, 1e20])
      let text = plain(value)
      if with(text, decimal) != value { return #expect(with(text, decimal) == value, "\(text)") }
    }
    #expect(plain(1e15) == "1000000000000000")
    #expect(plain(1e-7) == "0.0000001")
    #expect(plain(-2.5e-5) == "-0.000025")
    #expect(plain(1.5e16) == "15000000000000000")
    #expect(plain(12) == "12")
  }

  @Test func messagesHoldNothingThatATerminalObeys() {
    #expect(
      shown("a\u{1B}[2J\u{9B}\u{7F}\u{202E}b\n") == "a\u{FFFD}[2J\u{FFFD}\u{FFFD}\u{FFFD}b\u{FFFD}")
    #expect(shown(String(repeating: "é", count: 50)) == String(repeating: "é", count: 40) + "…")
    #expect(
      with(String(repeating: "東", count: 50), shown) == String(repeating: "東", count: 40) + "…")
    #expect(with(String(repeating: "東", count: 40), shown) == String(repeating: "東", count: 40))
  }

  @Test func wordsAreFoundInTheirColumnOnly() throws {
    let words = WordTable(EnforcementStep.schema)
    for (column, field) in EnforcementStep.schema.fields.enumerated() {
      guard case .word(let texts) = field.type else {
        #expect(with("law") { words.place(of: $0, column: column) } == nil)
        continue
      }
      for (index, text) in texts.enumerated() {
        #expect(with(text) { words.place(of: $0, column: column) } == UInt8(index))
        #expect(with(text + "x") { words.place(of: $0, column: column) } == nil)
        #expect(with(String(text.dropLast())) { words.place(of: $0, column: column) } == nil)
        let other = text.dropLast() + "_"
        #expect(with(String(other)) { words.place(of: $0, column: column) } == nil)
      }
    }
  }

  @Test func semicolonsAreFoundWhereverTheyStand() {
    for length in 0...20 {
      for mark in 0..<max(1, length) {
        var text = String(repeating: "a", count: length)
        if length > 0 {
          text =
            String(repeating: "a", count: mark) + ";"
            + String(repeating: "a", count: length - mark - 1)
        }
        for start in 0...length {
          let expected = length > 0 && start <= mark ? mark : length
          let found = with(text) { place(of: UInt8(ascii: ";"), in: $0, from: start) }
          if found != expected { return #expect(found == expected, "\(text) from \(start)") }
        }
      }
    }
  }
}
