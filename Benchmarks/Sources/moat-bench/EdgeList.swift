import Foundation

/// Why an edge list could not be read; printed as `file:line:column: error: message`.
struct EdgeListError: Error, CustomStringConvertible {
  var file: String
  var line: Int
  var column: Int
  var message: String

  var description: String { "\(file):\(line):\(column): error: \(message)" }
}

/// The edges of a graph as a CSV file lists them (RFC 4180): a header with the columns `from` and `to`,
/// then an edge a row. Other columns are ignored.
struct EdgeList {
  private(set) var edges: [(from: String, to: String)] = []

  init(file: String) throws {
    guard let data = FileManager.default.contents(atPath: file) else {
      throw EdgeListError(
        file: file, line: 1, column: 1, message: "cannot be read; is the path right?")
    }
    var records = EdgeListRecords(file: file, bytes: Array(data))
    guard let header = try records.next() else {
      throw EdgeListError(
        file: file, line: 1, column: 1, message: "is empty; it should begin with the line from,to")
    }
    func column(_ name: String) throws -> Int {
      guard let i = header.firstIndex(where: { $0.text == name }) else {
        throw EdgeListError(
          file: file, line: header[0].line, column: header[0].column,
          message: "the header has no column \(name); it should begin with the line from,to")
      }
      return i
    }
    let (from, to) = (try column("from"), try column("to"))
    while let record = try records.next() {
      if record.count == 1 && record[0].text.isEmpty { continue }
      if record.count != header.count {
        throw EdgeListError(
          file: file, line: record[0].line, column: record[0].column,
          message: "\(record.count) fields where the header has \(header.count)")
      }
      for field in [record[from], record[to]] where field.text.isEmpty {
        throw EdgeListError(
          file: file, line: field.line, column: field.column, message: "the name of a node is empty"
        )
      }
      edges.append((record[from].text, record[to].text))
    }
  }
}

/// The records of a CSV file in turn, each field with its place.
struct EdgeListRecords {
  struct Field {
    var text: String
    var line: Int
    var column: Int
  }

  private let file: String
  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var lineStart = 0

  init(file: String, bytes: [UInt8]) {
    self.file = file
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    self.bytes = bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes
  }

  /// Counted in characters (Unicode scalars), from 1.
  private var column: Int { bytes[lineStart..<offset].count { $0 & 0xC0 != 0x80 } + 1 }

  private func error(_ message: String, line: Int, column: Int) -> EdgeListError {
    EdgeListError(file: file, line: line, column: column, message: message)
  }

  /// The next record; nil at the end of the file.
  mutating func next() throws -> [Field]? {
    guard offset < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      fields.append(try field())
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ",") else { break }
      offset += 1
    }
    endLine()
    return fields
  }

  private mutating func endLine() {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\r") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") { offset += 1 }
    startLine()
  }

  private mutating func startLine() {
    line += 1
    lineStart = offset
  }

  private mutating func field() throws -> Field {
    let (startLine, startColumn) = (line, column)
    let content =
      offset < bytes.count && bytes[offset] == UInt8(ascii: "\"") ? try quoted() : try plain()
    guard let text = String(validating: content, as: UTF8.self) else {
      throw error("is not valid UTF-8", line: startLine, column: startColumn)
    }
    return Field(text: text, line: startLine, column: startColumn)
  }

  private mutating func plain() throws -> [UInt8] {
    let start = offset
    while offset < bytes.count, !Array(",\r\n".utf8).contains(bytes[offset]) {
      if bytes[offset] == UInt8(ascii: "\"") {
        throw error(
          "a quote within a field; quote the whole field and double the quote", line: line,
          column: column)
      }
      offset += 1
    }
    return Array(bytes[start..<offset])
  }

  private mutating func quoted() throws -> [UInt8] {
    let (startLine, startColumn) = (line, column)
    var content: [UInt8] = []
    offset += 1
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else {
          if offset < bytes.count, !Array(",\r\n".utf8).contains(bytes[offset]) {
            throw error("text after the closing quote", line: line, column: column)
          }
          return content
        }
        offset += 1
      }
      content.append(byte)
      if byte == UInt8(ascii: "\n") { self.startLine() }
    }
    throw error("the quote is never closed", line: startLine, column: startColumn)
  }
}
