/// Rows by the group they belong to: a counting sort, so that a million rows cost eight bytes each.
///
/// The groups after the last that has a row take no memory.
struct Groups: Sendable {
  private let count: Int32
  private let starts: [Int32]
  private let rows: [Int32]

  init(_ groupOfRow: [Int32], groups: Int) {
    count = Int32(truncatingIfNeeded: groups)
    let taken = groupOfRow.max().map { Int($0) + 1 } ?? 0
    var starts = [Int32](repeating: 0, count: taken + 1)
    for group in groupOfRow { starts[Int(group) + 1] += 1 }
    for group in 0..<taken { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: groupOfRow.count)
    for (row, group) in groupOfRow.enumerated() {
      rows[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  var indices: Range<Int32> { 0..<count }

  subscript(group: Int32) -> ArraySlice<Int32> {
    guard Int(group) + 1 < starts.count else { return [] }
    return rows[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
