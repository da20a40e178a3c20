import Testing

@testable import Dataset

@Suite struct CSVScannerTests {
  /// A text and its records: cells parted by `|`.
  struct Example: CustomTestStringConvertible {
    let text: String
    let records: [String]
    var testDescription: String { text.debugDescription }
  }

  static let examples: [Example] = [
    Example(text: "", records: []),
    Example(text: "\u{FEFF}", records: []),
    Example(text: "\n\n", records: []),
    Example(text: "a", records: ["a"]),
    Example(text: "a\n", records: ["a"]),
    Example(text: "a,b\nc,d", records: ["a|b", "c|d"]),
    Example(text: "a,b\r\nc,d\r\n", records: ["a|b", "c|d"]),
    Example(text: "\u{FEFF}a,b\n", records: ["a|b"]),
    Example(text: "a,\n", records: ["a|"]),
    Example(text: "a,", records: ["a|"]),
    Example(text: ",", records: ["|"]),
    Example(text: ",\n,", records: ["|", "|"]),
    Example(text: "a\n\n\r\n\nb\n", records: ["a", "b"]),
    Example(text: "\"a\"", records: ["a"]),
    Example(text: "\"\"", records: [""]),
    Example(text: "\"\",\"\"\n", records: ["|"]),
    Example(text: "\"a,b\",c\n", records: ["a,b|c"]),
    Example(text: "\"a\nb\r\nc\",d\n", records: ["a\nb\r\nc|d"]),
    Example(text: "\"a \"\"b\"\" c\",d", records: ["a \"b\" c|d"]),
    Example(text: "\"\"\"\"", records: ["\""]),
    Example(text: "\"a\"\r\n\"b\"", records: ["a", "b"]),
    // A return that ends no line belongs to the cell.
    Example(text: "a\rb\n", records: ["a\rb"]),
    Example(text: "a\r", records: ["a\r"]),
    Example(text: "\r\n", records: []),
    Example(text: "a\r\r\nb", records: ["a\r", "b"]),
    Example(text: "a\0b,\0\n", records: ["a\0b|\0"]),
    Example(text: "Zürich,東京\n", records: ["Zürich|東京"]),
  ]

  @Test(arguments: examples)
  func splits(_ example: Example) {
    let found = scan(Array(example.text.utf8))
    #expect(
      found.map { $0.cells.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") }
        == example.records)
    #expect(found.allSatisfy { $0.fault == nil })
  }

  @Test func namesEveryFaultWithItsByte() {
    #expect(faults("a,b\"c,d\ne\n") == [.quoteInsideCell(at: 3), nil])
    #expect(faults("\"a\"b,c\ne\n") == [.textAfterQuote(at: 3), nil])
    #expect(faults("\"a\" ,c\n") == [.textAfterQuote(at: 3)])
    #expect(faults("a\nb,\"c\nd\ne") == [nil, .unclosedQuote(at: 4), nil, nil])
    #expect(faults("\"") == [.unclosedQuote(at: 0)])
    #expect(scan([0x61, 0x0A, 0x62, 0xFF, 0x0A]).map(\.fault) == [nil, .invalidUTF8(at: 3)])
    #expect(scan([0x61, 0xC3]).map(\.fault) == [.invalidUTF8(at: 1)])
    #expect(faults("\"a\"\rb\n") == [.textAfterQuote(at: 3)])
  }

  @Test func anUnclosedQuoteCostsOneLine() {
    let records = scan(Array("a,b\n1,\"2\n3,4\n5,\"\"\n".utf8))
    #expect(records.map(\.line) == [1, 2, 3, 4])
    #expect(records.map(\.cells.count) == [2, 1, 2, 2])
    #expect(records.map(\.fault) == [nil, .unclosedQuote(at: 6), nil, nil])
  }

  @Test func countsTheLinesInsideCells() {
    let records = scan(Array("a\n\"b\nc\r\nd\",x\n\n\ne\n\"f\n\" \ng".utf8))
    #expect(records.map(\.line) == [1, 2, 7, 8, 10])
  }

  @Test func keepsNoMoreCellsThanThereIsRoomForButCountsThem() {
    let cells = UnsafeMutableBufferPointer<CSVScanner.Cell>.allocate(capacity: 2)
    defer { cells.deallocate() }
    padded(Array("a,b,c,d\n".utf8)) { base, count in
      var scanner = CSVScanner(base, count: count)
      #expect(scanner.next(into: cells) == .record)
      #expect(scanner.record.cellCount == 4)
      #expect(scanner.next(into: cells) == .end)
      #expect(scanner.next(into: cells) == .end)
    }
  }

  /// Random bytes in which everything that matters is frequent.
  static func randomBytes(_ random: inout SplitMix64) -> [UInt8] {
    let letters: [UInt8] = random.pick([
      [34, 44, 10, 13, 97], [34, 34, 44, 97, 98, 10], [44, 10, 97, 0xC3, 0xA9, 0xFF, 34],
      [97, 98, 99, 100, 101, 102, 44, 10, 13], Array(0...255),
    ])
    let count = random.pick([0, 1, 2, 3, 7, 8, 9, 63, 64, 65, 127, 128, 129, 200])
    var bytes = (0..<count).map { _ in random.pick(letters) }
    if random.once(in: 8) { bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) }
    return bytes
  }

  @Test func agreesWithAPlainReadingOfTheStandard() {
    var random = SplitMix64(seed: 1)
    for _ in 0..<4_000 {
      let bytes = CSVScannerTests.randomBytes(&random)
      let (found, expected) = (scan(bytes), ReferenceScanner.records(bytes))
      if found != expected { return #expect(found == expected, "\(bytes)") }
    }
  }

  @Test func findsTheSameWhenTheBytesComeInPieces() {
    var random = SplitMix64(seed: 2)
    for _ in 0..<1_500 {
      let bytes = CSVScannerTests.randomBytes(&random)
      let piece = Int.random(in: 1...40, using: &random)
      let (found, expected) = (scan(bytes, piece: piece), scan(bytes))
      if found != expected { return #expect(found == expected, "\(bytes) in pieces of \(piece)") }
    }
  }

  private func faults(_ text: String) -> [CSVScanner.Fault?] { scan(Array(text.utf8)).map(\.fault) }

  private func padded<Value>(_ bytes: [UInt8], _ body: (UnsafePointer<UInt8>, Int) -> Value)
    -> Value
  {
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + MarkFinder.padding)
    defer { room.deallocate() }
    // Not zeros: what lies behind the text must make no difference.
    room.initialize(repeating: 34, count: bytes.count + MarkFinder.padding)
    for (index, byte) in bytes.enumerated() { room[index] = byte }
    return body(room, bytes.count)
  }

  private func scan(_ bytes: [UInt8], piece: Int = .max) -> [ReferenceScanner.Record] {
    let cells = UnsafeMutableBufferPointer<CSVScanner.Cell>.allocate(capacity: 1024)
    defer { cells.deallocate() }
    return padded(bytes) { base, count in
      var read = min(piece, count)
      var scanner = CSVScanner(base, count: read, isWhole: piece == .max)
      var records: [ReferenceScanner.Record] = []
      while true {
        switch scanner.next(into: cells) {
        case .end: return records
        case .moreBytes:
          let isWhole = read == count
          read = min(count, read + piece)
          scanner.extend(to: read, isWhole: isWhole)
        case .record:
          let record = scanner.record
          let texts = (0..<record.cellCount).map { index in
            let cell = cells[index]
            let bytes = UnsafeBufferPointer(
              start: base + record.start + Int(cell.start), count: cell.length)
            return cell.isDoubled ? undoubled(bytes) : Array(bytes)
          }
          // The text that an unclosed quote swallows is of no use to anyone.
          var kept = texts
          if case .unclosedQuote = record.fault { kept.removeLast() }
          records.append(
            ReferenceScanner.Record(
              line: record.line, start: record.start, end: record.end, cells: kept,
              fault: record.fault))
        }
      }
    }
  }
}
