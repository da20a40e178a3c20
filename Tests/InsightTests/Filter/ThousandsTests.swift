import Dataset
import TestSupport
import Testing

@testable import Insight

/// Numbers are found as they are printed, however their thousands are told apart.
@Suite struct ThousandsTests {
  private static let spellings = [
    "100000", "100,000", "100 000", "100'000", "100\u{2019}000", "100\u{A0}000",
    "100\u{202F}000", "100\u{2009}000",
  ]

  @Test(arguments: spellings, spellings)
  func everySpellingFindsEveryOther(_ wanted: String, _ written: String) {
    #expect(FoldedText.folded(wanted) == FoldedText.folded(written))
    let needle = Needle(wanted)
    for text in ["\(written)", "targets \(written) chips", "\u{FC}ber \(written)."] {
      #expect(needle.occurs(in: text), "\(wanted) in \(text)")
      let bytes = Array(text.utf8)
      let found = bytes.withUnsafeBufferPointer { needle.occurs(in: $0) }
      #expect(found, "\(wanted) in the bytes of \(text)")
    }
  }

  /// A text that ends within a number does not hold it, whatever lies behind its end.
  @Test func aNumberCutShortIsNotFound() {
    let bytes = Array("1,0000".utf8)
    let (found, whole) = bytes.withUnsafeBufferPointer { text in
      let cut = UnsafeBufferPointer(rebasing: text[..<5])
      return (Needle("10000").occurs(in: cut), Needle("1000").occurs(in: cut))
    }
    #expect(!found)
    #expect(whole)
  }

  @Test(arguments: ["1,234,567", "1 234 567"]) func millionsTooAreOneNumber(_ text: String) {
    #expect(FoldedText.folded(text) == "1234567")
  }

  @Test(arguments: ["2025 104", "1,23", "1,23x", "1,2345", "a,000", "3, 000", "10,000,0"])
  func whatIsNoNumberOfThousandsStays(_ text: String) {
    #expect(FoldedText.folded(text).contains { ", ".contains($0) })
  }

  @Test func aFilterFindsAClaimByTheFigureAsItIsPrinted() throws {
    let snapshot = try SyntheticPackage.dataset([
      .claims: "id,claim,stated\nc,It targets 100000 chips,100000"
    ]).asOf(try day("2026-11-01"))
    let claim = try #require(snapshot.dataset.claims.first)
    for text in ["100,000", "100000", "\"100 000\""] {
      #expect(try Filter(text).compiled(for: snapshot).matches(claim), "\(text)")
    }
  }

  @Test func theIndexOfNamesFindsThemToo() {
    let index = NameIndex([(name: "Targets 100000 chips", other: "")])
    #expect(index.search("100,000").first?.rank == .wordStart)
  }
}
