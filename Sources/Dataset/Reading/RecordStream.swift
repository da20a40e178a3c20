/// The records of a file in their order, block by block.
///
/// A small file is read whole and scanned as its blocks are asked for. Of a large one a thread of its own
/// reads and scans a few blocks ahead while the caller makes rows: the same records, sooner.
struct RecordStream {
  /// When a thread pays, and how much it reads at once.
  struct Sizes {
    var large = 8 << 20
    var piece = 2 << 20
  }

  private let file: LoadedFile
  private let isLarge: Bool
  private var scanner: CSVScanner
  private var piece: Int
  private var count = 0

  init(_ file: LoadedFile, sizes: Sizes = Sizes()) {
    self.file = file
    scanner = CSVScanner(file.base, count: 0, isWhole: false)
    isLarge = file.size >= sizes.large
    piece = isLarge ? max(1, sizes.piece) : max(1, file.size)
  }

  /// Reads the next record and all of its cells, however many; `nil` where there is none.
  mutating func next() throws(DatasetError) -> (CSVScanner.Record, [CSVScanner.Cell])? {
    while true {
      var ahead = scanner
      switch ahead.next(into: UnsafeMutableBufferPointer(start: nil, count: 0)) {
      case .end: return nil
      case .moreBytes: try readMore()
      case .record:
        let width = ahead.record.cellCount
        let cells = [CSVScanner.Cell](unsafeUninitializedCapacity: width) { buffer, count in
          _ = scanner.next(into: UnsafeMutableBufferPointer(rebasing: buffer[..<width]))
          count = width
        }
        return (scanner.record, cells)
      }
    }
  }

  /// Hands the records that are left to `body`, a block at a time.
  mutating func forEachBlock(width: Int, _ body: (RecordBlock) -> Void) throws(DatasetError) {
    if isLarge, let ahead = ReadAhead(self, width: width) {
      while let block = try ahead.next() { body(block) }
    } else {
      let block = RecordBlock(width: width)
      while try fill(block) { body(block) }
    }
  }

  /// Fills a block with the next records; `false` where none are left.
  mutating func fill(_ block: RecordBlock) throws(DatasetError) -> Bool {
    while true {
      let step = block.fill(from: &scanner)
      if block.count > 0 { return true }
      if step == .end { return false }
      try readMore()
    }
  }

  private mutating func readMore() throws(DatasetError) {
    let got = try file.read(piece, after: count)
    count += got
    scanner.extend(to: count, isWhole: got == 0)
  }
}
