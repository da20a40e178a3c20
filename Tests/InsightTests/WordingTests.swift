import Testing

@testable import Insight

/// Figures as sentences write them.
@Suite struct WordingTests {
  @Test(arguments: [
    (0.5, "0.5"), (-0.5, "-0.5"), (0, "0"), (-0.001, "0"), (0.004, "0"), (0.005, "0.01"),
    (1, "1"), (999.999, "1,000"), (1234.5, "1,234.5"), (-1_234_567.05, "-1,234,567.05"),
    (100, "100"), (1000, "1,000"), (10.1, "10.1"),
  ])
  func aNumberSaysWhatMatters(_ value: Double, _ text: String) {
    #expect(Wording.number(value) == text)
  }

  @Test func placesLimitTheDecimals() {
    #expect(Wording.number(12.34, places: 1) == "12.3")
    #expect(Wording.number(120, places: 0) == "120")
    #expect(Wording.number(0.96, places: 1) == "1")
    #expect(Wording.number(.infinity) == "inf")
    #expect(Wording.number(1e15) == "1000000000000000.0")
  }

  @Test func wholeNumbersAndCounts() {
    #expect(Wording.number(-1_000) == "-1,000")
    #expect(Wording.number(0) == "0")
    #expect(Wording.count(0, "row") == "0 rows")
    #expect(Wording.count(1, "row") == "1 row")
    #expect(Wording.count(2_000, "row") == "2,000 rows")
  }

  /// A folded byte inside a word: letters, digits and all beyond ASCII, and nothing else.
  @Test func bytesOfWords() {
    let inside = (0...255).filter { FoldedText.isWordByte(UInt8($0)) }
    #expect(inside == Array(48...57) + Array(97...122) + Array(128...255))
  }
}
