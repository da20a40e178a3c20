import Foundation
import Testing

@testable import Insight

/// Every letter of the folded blocks, first by a rule that knows nothing of the tables, then as kept.
@Suite struct FoldedBlocksTests {
  private static let blocks: [ClosedRange<UInt32>] = [
    0xC0...0x24F, 0x370...0x3FF, 0x400...0x45F, 0x1E00...0x1EFF,
  ]

  /// A letter that Unicode takes apart into a plain letter and marks is that letter.
  @Test func whatUnicodeTakesApartLosesItsMarks() {
    var taken = 0
    for value in Self.blocks.joined() {
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { continue }
      let parts = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      guard parts.count > 1, let letter = parts.first, parts.dropFirst().allSatisfy(Self.isMark)
      else { continue }
      let plain = FoldedText.folded(String(letter))
      #expect(FoldedText.folded(String(scalar)) == plain, "U+\(String(value, radix: 16))")
      taken += 1
    }
    #expect(taken > 500)
  }

  @Test func whatUnicodeLeavesWholeFoldsAsKept() {
    let lines = Self.blocks.joined().compactMap { value -> String? in
      guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic else { return nil }
      let text = String(scalar)
      guard text.decomposedStringWithCanonicalMapping.unicodeScalars.count == 1 else { return nil }
      return "\(text) \(FoldedText.folded(text))"
    }
    let rows = stride(from: 0, to: lines.count, by: 16).map { start in
      lines[start..<min(start + 16, lines.count)].joined(separator: ", ")
    }
    Golden.expect(rows.joined(separator: "\n") + "\n", "folded-letters")
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value)
  }
}
