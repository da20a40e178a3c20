/// The concentration of a layer on few suppliers.
public struct Concentration: Hashable, Sendable {
  /// Two ends of a figure that open amounts leave open.
  public struct Bounds<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The smallest value that any attribution of the open amount gives.
    public let least: Value
    /// The greatest value that any attribution of the open amount gives.
    public let most: Value
  }

  /// The Herfindahl-Hirschman index: the sum of the squared shares in per cent, from just above 0
  /// (many small suppliers) to 10,000 (a single supplier). Above 1,800 a market is called highly
  /// concentrated (US Department of Justice and FTC, Merger Guidelines, 2023).
  public let index: Bounds<Double>
  /// The number of the largest suppliers that together have at least half.
  ///
  /// `most` is `nil` where the known suppliers do not reach half and the open part may be of any
  /// number.
  public let suppliersToHalf: Bounds<Int?>
  /// The sum of all amounts, in the unit given; the least where amounts are open between two.
  public let total: Double
  /// The same with the greatest ends.
  public let mostTotal: Double
  /// The part of the total whose supplier is not known.
  public let open: Double
  /// The number of suppliers with a positive amount.
  public let suppliers: Int

  /// The concentration of `amounts`, an entry for each supplier, with `open` more of unknown
  /// supplier. `nil` where there is no amount at all.
  ///
  /// The index is that of A. Hirschman (1945) and O. Herfindahl (1950). The bounds are two cases:
  /// the open part belongs to the largest supplier, or to any number of new suppliers. Example: 60,
  /// 40 and none open: 60² + 40² = 5,200, and one supplier reaches half. With 100 more open: from
  /// 30² + 20² = 1,300 to 80² + 20² = 6,800. One supplier reaches half at best, and at worst the
  /// two known ones do, with exactly half.
  ///
  /// Amounts are known between two ends, and each may lie anywhere between them.
  ///
  /// The index has no hollows between its ends: it is the square of a norm over a sum. So the greatest
  /// stands at ends of the amounts. The least stands where every amount that can be is at one level.
  ///
  /// - Precondition: amounts are finite and not negative.
  public init?(ranges: [ClosedRange<Double>], open: ClosedRange<Double>) {
    precondition(
      (ranges + [open]).allSatisfy { $0.lowerBound >= 0 && $0.upperBound.isFinite },
      "amounts are not negative")
    let known = ranges.filter { $0.upperBound > 0 }
      .sorted { $0.lowerBound + $0.upperBound > $1.lowerBound + $1.upperBound }
    let total = known.reversed().reduce(open.lowerBound) { $0 + $1.lowerBound }
    let most = known.reversed().reduce(open.upperBound) { $0 + $1.upperBound }
    guard most > 0 else { return nil }
    self.total = total
    mostTotal = most
    self.open = open.lowerBound
    suppliers = known.count
    index = Bounds(
      least: Self.leastIndex(known, open, most), most: Self.greatestIndex(known, open))
    let sums = (
      least: known.reversed().reduce(0) { $0 + $1.lowerBound },
      most: known.reversed().reduce(0) { $0 + $1.upperBound }
    )
    suppliersToHalf = Bounds(
      least: known.isEmpty ? 1 : Self.count(of: known, reaching: sums.least - open.upperBound),
      most: Self.count(of: known, reaching: sums.most + open.upperBound))
  }

  /// The sum of the squared shares in per cent; of shares, so that no square is too large.
  private static func index(_ amounts: [Double], more: Double = 0) -> Double {
    let total = amounts.reversed().reduce(more) { $0 + $1 }
    guard total > 0 else { return 0 }
    let sum = amounts.reversed().reduce(0) { $0 + ($1 / total) * ($1 / total) }
    return min(10_000, sum * 10_000)
  }

  /// The index where the open amount is spread over many and amounts are as level as they can be.
  private static func leastIndex(
    _ known: [ClosedRange<Double>], _ open: ClosedRange<Double>, _ scale: Double
  ) -> Double {
    // At the least every amount lies as near as it can to the sum of squares over the sum.
    func amounts(_ level: Double) -> [Double] {
      known.map { min(max(level, $0.lowerBound), $0.upperBound) }
    }
    if known.allSatisfy({ $0.lowerBound == $0.upperBound }) {
      return index(amounts(0), more: open.upperBound)
    }
    var (low, high) = (0.0, known.map(\.upperBound).max() ?? 0)
    for _ in 0..<200 where low < high {
      let level = low + (high - low) / 2
      let found = amounts(level).map { $0 / scale }
      let excess =
        level / scale * found.reduce(open.upperBound / scale, +)
        - found.reduce(0) { $0 + $1 * $1 }
      if excess < 0 { low = level } else { high = level }
    }
    return index(amounts(high), more: open.upperBound)
  }

  /// The index where the open amount belongs to the largest, and amounts are as unlike as they can be.
  private static func greatestIndex(
    _ known: [ClosedRange<Double>], _ open: ClosedRange<Double>
  ) -> Double {
    func value(_ isHigh: [Bool]) -> Double {
      let amounts = zip(known, isHigh).map { $1 ? $0.upperBound : $0.lowerBound }
      let largest = amounts.indices.max { amounts[$0] < amounts[$1] }
      return [open.lowerBound, open.upperBound].map { open in
        var amounts = amounts
        if let largest { amounts[largest] += open } else { amounts = [open] }
        return index(amounts)
      }.max() ?? 0
    }
    let exact = known.map { $0.lowerBound == $0.upperBound }
    if !exact.contains(false) { return value(exact) }
    // The larger are high and the smaller low; then each is tried the other way.
    var best =
      (0...known.count).map { count in known.indices.map { $0 < count } }
      .max { value($0) < value($1) } ?? []
    var found = value(best)
    var isBetter = true
    while isBetter {
      isBetter = false
      for place in known.indices where !exact[place] {
        var other = best
        other[place].toggle()
        let reached = value(other)
        if reached > found { (best, found, isBetter) = (other, reached, true) }
      }
    }
    return found
  }

  /// The number of the largest whose two ends together reach a sum; `nil` where all do not.
  ///
  /// Some hold half of what is there where what they hold is as much as what the rest does.
  private static func count(of known: [ClosedRange<Double>], reaching rest: Double) -> Int? {
    var sum = 0.0
    for (position, amount) in known.enumerated() {
      sum += amount.lowerBound + amount.upperBound
      if sum >= rest { return position + 1 }
    }
    return nil
  }
}
