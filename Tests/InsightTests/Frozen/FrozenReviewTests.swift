import Dataset
import Insight
import Testing

/// The findings of the review in the frozen ledger, pattern by pattern.
@Suite struct FrozenReviewTests {
  @Test func findings() throws {
    let review = Review(try FrozenLedger.snapshot(asOf: "2026-11-29"))
    let lines = ReviewPattern.allCases.flatMap { pattern -> [String] in
      let items = review.items.filter { $0.pattern == pattern }
      return ["\(pattern): \(items.count)"]
        + items.prefix(8).flatMap { item in
          [
            "  \(item.title) \(item.wrong)",
            "      \(item.key); \(item.rows.map { "\($0.table) \($0.line)" }.joined(separator: ", ")); "
              + (item.stake.isEmpty ? "nothing at stake" : item.stake.words),
          ]
        }
    }
    Golden.expect(lines.joined(separator: "\n") + "\n", "review")
    let order = review.items.prefix(60).map { "\($0.pattern) \($0.key)" }
    Golden.expect(order.joined(separator: "\n") + "\n", "review-order")
  }
}
