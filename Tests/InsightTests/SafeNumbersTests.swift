import Testing

@testable import Insight

/// Figures made whole numbers, however large they are.
@Suite struct SafeNumbersTests {
  @Test(
    arguments: [
      (0.5, 1), (-0.5, -1), (0.49, 0), (2.5, 3), (-2.4, -2), (.nan, 0), (.infinity, .max),
      (-.infinity, .min), (0x1p63, .max), (-0x1p63, .min), (-0x1.8p63, .min),
      (0x1p62, 1 << 62), (-0x1p62, -(1 << 62)),
    ] as [(Double, Int)])
  func aFigureIsTheNearestWholeNumber(_ value: Double, _ whole: Int) {
    #expect(Int(nearest: value) == whole)
  }
}
