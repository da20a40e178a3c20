/// A file of comma-separated values with the place of every record, for whoever adds to it without
/// changing the rest.
public struct CSVText: Sendable {
  /// A record with its place.
  public struct Record: Sendable {
    /// The line it starts on, from 1.
    public let line: Int
    /// Its bytes, with the line end behind them, if any.
    public let place: Range<Int>
    /// The text of its cells.
    public let cells: [String]
  }

  /// Why a file is not taken apart.
  public struct Fault: Error, Equatable, Sendable {
    /// The line of the record, from 1.
    public let line: Int
    /// The finding and the remedy.
    public let message: String
  }

  /// The file.
  public let bytes: [UInt8]
  /// The records in their order, the header first.
  public let records: [Record]

  /// Takes a file apart; throws at the first record that is none.
  public init(_ bytes: [UInt8]) throws(Fault) {
    var padded = bytes
    padded.append(contentsOf: repeatElement(0, count: MarkFinder.padding))
    var records: [Record] = []
    var fault: Fault?
    padded.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = CSVScanner(base, count: bytes.count)
      while fault == nil {
        var ahead = scanner
        let none = UnsafeMutableBufferPointer<CSVScanner.Cell>(start: nil, count: 0)
        guard case .record = ahead.next(into: none) else { return }
        let width = ahead.record.cellCount
        guard width <= HeaderLimits.columns else {
          fault = Fault(
            line: ahead.record.line,
            message: "found \(width) cells, expected at most \(HeaderLimits.columns)")
          return
        }
        let cells = [CSVScanner.Cell](unsafeUninitializedCapacity: width) { room, count in
          _ = scanner.next(into: UnsafeMutableBufferPointer(rebasing: room[..<width]))
          count = width
        }
        let record = scanner.record
        if let found = record.fault { fault = Fault(line: record.line, message: found.message) }
        let end = record.end < bytes.count ? record.end + 1 : record.end
        records.append(
          Record(
            line: record.line, place: record.start..<end,
            cells: cells.map { cell in
              let start = base + (record.start + Int(cell.start))
              let text = UnsafeBufferPointer(start: start, count: cell.length)
              return cell.isDoubled
                ? String(decoding: undoubled(text), as: UTF8.self)
                : String(decoding: text, as: UTF8.self)
            }))
      }
    }
    if let fault { throw fault }
    self.bytes = bytes
    self.records = records
  }
}
