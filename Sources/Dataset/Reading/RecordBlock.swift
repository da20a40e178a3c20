/// Some records of a file with their cells. Scanning and reading take turns, or run in parallel, a
/// few hundred records at a time.
final class RecordBlock {
  static let capacity = 512

  private(set) var count = 0
  private let width: Int
  private let records: UnsafeMutablePointer<CSVScanner.Record>
  private let cells: UnsafeMutablePointer<CSVScanner.Cell>

  /// Makes room for records of `width` cells. Cells beyond it are counted and not kept.
  init(width: Int) {
    self.width = width
    records = .allocate(capacity: RecordBlock.capacity)
    cells = .allocate(capacity: RecordBlock.capacity * width)
  }

  deinit {
    records.deallocate()
    cells.deallocate()
  }

  func record(_ index: Int) -> CSVScanner.Record { records[index] }

  /// The cells of a record, as many as it has columns for.
  func cells(_ index: Int) -> UnsafeBufferPointer<CSVScanner.Cell> {
    UnsafeBufferPointer(start: cells + index * width, count: width)
  }

  /// Fills the block with the next records, as many as fit and can be had; says why it stopped.
  func fill(from scanner: inout CSVScanner) -> CSVScanner.Step {
    count = 0
    while count < RecordBlock.capacity {
      let room = UnsafeMutableBufferPointer(start: cells + count * width, count: width)
      let step = scanner.next(into: room)
      guard step == .record else { return step }
      (records + count).initialize(to: scanner.record)
      count += 1
    }
    return .record
  }
}
