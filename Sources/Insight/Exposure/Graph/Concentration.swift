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
  /// (many small) to 10,000 (one alone). Above 1,800 a market is called highly concentrated (US
  /// Department of Justice and FTC, Merger Guidelines, 2023).
  public let index: Bounds<Double>
  /// The number of the largest suppliers that together have at least half.
  ///
  /// `most` is `nil` where the known ones do not reach it and the open part may be spread over any
  /// number.
  public let suppliersToHalf: Bounds<Int?>
  /// The sum of all amounts, in the unit given.
  public let total: Double
  /// The part of the total whose supplier is not known.
  public let open: Double
  /// The number of suppliers with a positive amount.
  public let suppliers: Int

  /// The concentration of `amounts`, an entry for each supplier, with `open` more of unknown
  /// supplier; `nil` where there is no amount at all.
  ///
  /// The index is that of A. Hirschman (1945) and O. Herfindahl (1950). The open part may belong to
  /// the largest supplier or be spread over any number of new ones, and the bounds are those two.
  /// Example: 60, 40 and none open: 60² + 40² = 5,200, and one supplier reaches half. With 100
  /// more open: from 30² + 20² = 1,300 to 80² + 20² = 6,800; one supplier reaches half at best, and
  /// at worst the two known ones do, with exactly half.
  ///
  /// - Precondition: amounts are finite and not negative.
  public init?(amounts: [Double], open: Double = 0) {
    precondition(
      (amounts + [open]).allSatisfy { $0 >= 0 && $0.isFinite }, "amounts are not negative"
    )
    let known = amounts.filter { $0 > 0 }.sorted(by: >)
    let total = known.reversed().reduce(open, +)
    guard total > 0 else { return nil }
    self.total = total
    self.open = open
    suppliers = known.count
    var largest = known
    if open > 0 {
      if largest.isEmpty { largest = [open] } else { largest[0] += open }
    }
    index = Bounds(least: Self.index(known, total), most: Self.index(largest, total))
    suppliersToHalf = Bounds(
      least: Self.countToHalf(largest, total), most: Self.countToHalf(known, total)
    )
  }

  private static func index(_ amounts: [Double], _ total: Double) -> Double {
    let sum = amounts.reversed().reduce(0) { $0 + ($1 / total) * ($1 / total) }
    return min(10_000, sum * 10_000)
  }

  private static func countToHalf(_ amounts: [Double], _ total: Double) -> Int? {
    var sum = 0.0
    for (position, amount) in amounts.enumerated() {
      sum += amount
      if 2 * sum >= total { return position + 1 }
    }
    return nil
  }
}
