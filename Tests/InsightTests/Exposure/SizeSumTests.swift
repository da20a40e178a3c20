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

  private typealias Size = ClosedRange<Double>

  private static let differences: [(Size, Size, Size)] = [
    (10...30, 4...5, 6...25), (10...30, 6...30, 4...4), (10...12, 1...9, 9...9),
    (6...25, 100...100, 0...0), (6...25, 7...7, 0...18),
  ]

  /// A sum added twice is taken off end by end, and never more than there is.
  @Test(arguments: differences)
  func whatIsTakenOffIsGone(
    whole: ClosedRange<Double>, twice: ClosedRange<Double>, left: ClosedRange<Double>
  ) {
    var sum = SizeSum(whole, unsized: 3)
    sum.take(twice)
    #expect(sum.size == left && sum.unsized == 3)
    #expect(SizeSum(whole).rest(without: twice) == left)
  }

  @Test func sumsAddTheirSizesAndTheirUnsized() {
    var sum = SizeSum(10...30, unsized: 3)
    sum.add(SizeSum(5, unsized: 2))
    sum.add(nil as ClosedRange<Double>?)
    #expect(sum == SizeSum(15...35, unsized: 6))
  }

  @Test func ofNothingThereIsNoShare() {
    #expect(share(of: 0...0, in: 0...0) == nil)
    #expect(share(of: 0...5, in: 0...5) == 1...1)
  }
}
