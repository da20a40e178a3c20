import Dataset

/// A set of rows of one table, one bit an id.
struct Members<Row>: Hashable, Sendable {
  private var words: [UInt64]

  init(capacity: Int) { words = Array(repeating: 0, count: (capacity + 63) / 64) }

  subscript(id: ID<Row>) -> Bool {
    let index = Int(id.index)
    return index >> 6 < words.count && words[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  subscript(id: ID<Row>?) -> Bool {
    guard let id else { return false }
    return self[id]
  }

  mutating func insert(_ id: ID<Row>) {
    words[Int(id.index) >> 6] |= 1 << UInt64(id.index & 63)
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }
}
