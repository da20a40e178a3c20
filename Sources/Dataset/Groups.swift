/// Rows by the group they belong to: a counting sort, so that a million rows cost eight bytes each.
struct Groups: Sendable {
  private let starts: [Int32]
  private let rows: [Int32]

  init(_ groupOfRow: [Int32], groups: Int) {
    var starts = [Int32](repeating: 0, count: groups + 1)
    for group in groupOfRow { starts[Int(group) + 1] += 1 }
    for group in 0..<groups { starts[group + 1] += starts[group] }
    var next = starts
    var rows = [Int32](repeating: 0, count: groupOfRow.count)
    for (row, group) in groupOfRow.enumerated() {
      rows[Int(next[Int(group)])] = Int32(row)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.rows = rows
  }

  var indices: Range<Int32> { 0..<Int32(starts.count - 1) }

  subscript(group: Int32) -> ArraySlice<Int32> {
    rows[Int(starts[Int(group)])..<Int(starts[Int(group) + 1])]
  }
}
