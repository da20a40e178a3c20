import TestSupport
import Testing

@testable import Dataset

@Suite("Rows picked from a table")
struct RowsTests {
  @Test func someOfThemInAnotherOrderAreNoCopies() {
    let rows = Rows([5, 3, 9, 3, 1, 8])
    let odd = rows.only { $0 % 2 == 1 }
    #expect(Array(odd) == [5, 3, 9, 3, 1])
    #expect(Array(odd.sorted(by: { -$0 })) == [9, 5, 3, 3, 1])
    #expect(Array(rows.only { _ in false }).isEmpty)
    // Four bytes a row on top of the two arrays.
    #expect(MemoryLayout<Rows<Round>>.size == 2 * MemoryLayout<Int>.size)
  }

  @Test func equalsKeepTheirOrder() {
    let rows = Rows((0..<1_000).map { (place: $0, key: $0 % 7) })
    let sorted = rows.sorted { $0.key }
    for (left, right) in zip(sorted, sorted.dropFirst()) {
      #expect((left.key, left.place) < (right.key, right.place))
    }
  }

  /// There may be a million of them: 24 bytes more each were a seventh of all memory.
  @Test func aRoundIsSmall() {
    #expect(MemoryLayout<Round>.stride <= 80)
  }

  @Test func aTableOfIDsIsFoundWhereItIsAlmostFull() throws {
    let count = 5_000
    let rows = (0..<count).map { "c-\($0),C \($0),company,chips,s\n" }.joined()
    let dataset = try TemporaryPackage.read(
      [.organisations: "id,name,kind,layer,source\n" + rows])
    #expect(dataset.organisations.count == count)
    for number in 0..<count {
      #expect(dataset.organisation("c-\(number)").map { Int($0.index) } == number)
    }
    #expect(dataset.organisation("c-\(count)") == nil)
  }
}
