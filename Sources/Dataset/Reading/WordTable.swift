/// The words of a table's vocabularies, column by column, ready to be compared with cells.
///
/// The first eight bytes and the length tell a word; only a longer word is compared to its end.
/// Plain memory, as every third cell needs it.
final class WordTable {
  private struct Word {
    let start: UInt64
    let length: Int
    /// The place in `rest` of its bytes from the ninth on.
    let rest: Int
  }

  private let words: UnsafeMutablePointer<Word>
  /// The first word of each column, and of the end past the last.
  private let firsts: UnsafeMutablePointer<Int>
  private let rest: [UInt8]

  init(_ schema: TableSchema) {
    var rest: [UInt8] = []
    var words: [Word] = []
    firsts = .allocate(capacity: schema.fields.count + 1)
    firsts.initialize(repeating: 0, count: schema.fields.count + 1)
    for (column, field) in schema.fields.enumerated() {
      if case .word(let texts) = field.type {
        for text in texts {
          let bytes = Array(text.utf8)
          let start = bytes.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
          words.append(Word(start: start, length: bytes.count, rest: rest.count))
          rest.append(contentsOf: bytes.dropFirst(8))
        }
      }
      firsts[column + 1] = words.count
    }
    self.rest = rest
    self.words = .allocate(capacity: words.count)
    self.words.initialize(from: words, count: words.count)
  }

  deinit {
    words.deallocate()
    firsts.deallocate()
  }

  /// The index of the column's word that a cell holds. Eight bytes from the cell's start must be
  /// readable.
  @inline(__always)
  func place(of cell: UnsafeBufferPointer<UInt8>, column: Int) -> UInt8? {
    guard let base = cell.baseAddress, cell.count > 0 else { return nil }
    var start = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
    if cell.count < 8 { start &= ~0 >> UInt64(64 - 8 * cell.count) }
    let first = firsts[column]
    var place = first
    while place < firsts[column + 1] {
      if words[place].start == start, words[place].length == cell.count,
        cell.count <= 8 || isRest(words[place], of: cell)
      {
        return UInt8(truncatingIfNeeded: place - first)
      }
      place += 1
    }
    return nil
  }

  private func isRest(_ word: Word, of cell: UnsafeBufferPointer<UInt8>) -> Bool {
    rest[word.rest..<word.rest + cell.count - 8].elementsEqual(cell[8...])
  }
}
