/// The sizes at which reading changes its ways; tests make them small.
struct ReadingLimits {
  /// The size in bytes from which a thread pays.
  var large = 8 << 20
  /// The number of bytes of such a file read at once.
  var piece = 2 << 20
  /// The most bytes of a cell.
  var longestCell = Text.longest
}

/// The records of a file in their order, block by block.
///
/// A small file is read whole and scanned as its blocks are asked for. A thread reads and scans a
/// large file a few blocks ahead, while the caller makes rows: the same records, sooner.
struct RecordStream {
  private let file: LoadedFile
  private let isLarge: Bool
  private var scanner: CSVScanner
  private var piece: Int

  init(_ file: LoadedFile, limits: ReadingLimits) {
    self.file = file
    scanner = CSVScanner(file.base, count: 0, isWhole: false)
    isLarge = file.size >= limits.large
    piece = isLarge ? max(1, limits.piece) : max(1, file.size)
  }

  /// Reads the next record and its first cells, at most `most`; `nil` where there is none.
  mutating func next(most: Int) throws(DatasetError) -> (CSVScanner.Record, [CSVScanner.Cell])? {
    var hasRead = false
    while true {
      var ahead = scanner
      switch ahead.next(into: UnsafeMutableBufferPointer(start: nil, count: 0)) {
      case .end: return nil
      case .moreBytes:
        // A line that no piece holds is scanned again with each: larger pieces keep that linear.
        if hasRead, piece < file.size { piece *= 2 }
        try readMore()
        hasRead = true
      case .record:
        let width = min(most, ahead.record.cellCount)
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
    var hasRead = false
    while true {
      let step = block.fill(from: &scanner)
      if block.count > 0 { return true }
      if step == .end { return false }
      // A record that no piece holds is scanned again with each: larger pieces keep that linear.
      if hasRead, piece < file.size { piece *= 2 }
      try readMore()
      hasRead = true
    }
  }

  private mutating func readMore() throws(DatasetError) {
    let got = try file.read(piece)
    scanner.extend(to: file.count, isWhole: got == 0)
  }
}
