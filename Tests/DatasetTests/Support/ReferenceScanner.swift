@testable import Dataset

/// RFC 4180 once more, byte by byte and without regard for speed: what the scanner must agree with.
struct ReferenceScanner {
  struct Record: Equatable {
    var line: Int
    var start: Int
    var end: Int
    var cells: [[UInt8]]
    var fault: CSVScanner.Fault?
  }

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  static func records(_ bytes: [UInt8]) -> [Record] {
    var scanner = ReferenceScanner(bytes)
    var records: [Record] = []
    while let record = scanner.next() { records.append(record) }
    return records
  }

  private func lineEnd(at place: Int) -> Int? {
    guard place < bytes.count else { return nil }
    if bytes[place] == 10 { return 1 }
    return bytes[place] == 13 && place + 1 < bytes.count && bytes[place + 1] == 10 ? 2 : nil
  }

  private mutating func next() -> Record? {
    while let length = lineEnd(at: place) {
      place += length
      line += 1
    }
    guard place < bytes.count else { return nil }
    var record = Record(line: line, start: place, end: bytes.count, cells: [], fault: nil)
    while true {
      if place < bytes.count, bytes[place] == 34 {
        let opening = place
        guard quoted(&record) else {
          record.fault = .unclosedQuote(at: opening)
          let lines = bytes[record.start..<opening].filter { $0 == 10 }.count
          place = opening
          while place < bytes.count, bytes[place] != 10 { place += 1 }
          record.end = place
          if place < bytes.count { place += 1 }
          line = record.line + lines + 1
          return record
        }
      } else {
        bare(&record)
      }
      if place < bytes.count, bytes[place] == 44 {
        place += 1
        continue
      }
      record.end = place
      if let length = lineEnd(at: place) {
        // The return before the line feed stays with the record, as far as its bytes go.
        record.end = place + length - 1
        place += length
        line += 1
      }
      if record.fault == nil {
        let bad = Array(bytes[record.start..<record.end]).withUnsafeBufferPointer {
          invalidUTF8(in: $0)
        }
        record.fault = bad.map { .invalidUTF8(at: record.start + $0) }
      }
      return record
    }
  }

  /// A quoted cell; `false` where it is never closed.
  private mutating func quoted(_ record: inout Record) -> Bool {
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      let byte = bytes[place]
      if byte == 34 {
        if place + 1 < bytes.count, bytes[place + 1] == 34 {
          text.append(34)
          place += 2
          continue
        }
        place += 1
        record.cells.append(text)
        if place < bytes.count, bytes[place] != 44, lineEnd(at: place) == nil {
          if record.fault == nil { record.fault = .textAfterQuote(at: place) }
          while place < bytes.count, bytes[place] != 44, bytes[place] != 10 { place += 1 }
        }
        return true
      }
      if byte == 10 { line += 1 }
      text.append(byte)
      place += 1
    }
    return false
  }

  private mutating func bare(_ record: inout Record) {
    var text: [UInt8] = []
    while place < bytes.count, bytes[place] != 44, lineEnd(at: place) == nil {
      if bytes[place] == 34, record.fault == nil { record.fault = .quoteInsideCell(at: place) }
      text.append(bytes[place])
      place += 1
    }
    record.cells.append(text)
  }
}
