import Insight
import Testing

/// The share of a part of a sum whose ends are open.
@Suite struct SizeSumTests {
  private func share(of part: ClosedRange<Double>, in whole: ClosedRange<Double>)
    -> ClosedRange<Double>?
  {
    var sum = SizeSum()
    sum.add(whole)
    return sum.share(of: part)
  }

  @Test func aPartOfAKnownSumIsExact() {
    #expect(share(of: 25...25, in: 100...100) == 0.25...0.25)
    #expect(share(of: 0...0, in: 100...100) == 0...0)
    #expect(share(of: 100...100, in: 100...100) == 1...1)
  }

  /// 10 to 30 next to a rest of 30 to 70.
  @Test func theRestIsOpenApartFromThePart() {
    #expect(share(of: 10...30, in: 40...100) == 0.125...0.5)
  }

  @Test func ofNothingThereIsNoShare() {
    #expect(share(of: 0...0, in: 0...0) == nil)
    #expect(share(of: 0...5, in: 0...5) == 1...1)
  }
}
