import Canvas
import Dataset
import FoundationEssentials

/// Writes a document as JSON that is safe to send anywhere.
///
/// The rules for every document: money has the places of `Precision.millions` and everything else that is no
/// whole number those of `Precision.share`; a character that draws nothing or steers what draws it is escaped
/// (`\u009b`, `\u202e`), in ASCII every other one too; and a view says how much of the data it leaves out.
enum JSONText {
  /// The problems that keep data out of a view, under the key `problems`.
  struct Problems: Encodable {
    let errors: Int
    let rows: Int
    let tables: [String]

    private enum CodingKeys: String, CodingKey {
      case errors
      case rows = "rows_left_out"
      case tables = "tables_left_out"
    }

    init(_ dataset: Dataset) {
      errors = dataset.errorCount
      rows = dataset.losses.rows
      tables = dataset.losses.tables
    }
  }

  static func write(
    _ record: any Encodable, ascii: Bool = false, problems: Problems? = nil
  ) throws -> String {
    var bytes = try encoded(record)
    if let problems, bytes.first == UInt8(ascii: "{") {
      let own = try encoded(problems).split(separator: UInt8(ascii: "\n")).map(Array.init)
      let isEmpty = !bytes.contains(UInt8(ascii: ":"))
      bytes.removeLast()
      while bytes.last == UInt8(ascii: "\n") || bytes.last == UInt8(ascii: " ") {
        bytes.removeLast()
      }
      bytes += Array((isEmpty ? "" : ",").utf8) + Array("\n  \"problems\" : ".utf8)
      bytes += own.joined(separator: Array("\n  ".utf8)) + Array("\n}".utf8)
    }
    var refiner = JSONRefiner(ascii: ascii)
    return refiner.refined(bytes) + "\n"
  }

  private static func encoded(_ record: any Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return Array(try encoder.encode(record))
  }
}

/// Rounds the numbers and escapes the strings of a JSON text, in one pass.
private struct JSONRefiner {
  let ascii: Bool
  private var output: [UInt8] = []
  /// For each array and object around the place, whether what is in it is money.
  private var money = [false]
  /// True if the value after the last key is money.
  private var isMoney = false

  init(ascii: Bool) { self.ascii = ascii }

  mutating func refined(_ bytes: [UInt8]) -> String {
    output.reserveCapacity(bytes.count + bytes.count / 8)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      switch byte {
      case UInt8(ascii: "\""):
        var end = place + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
          end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        let text = bytes[(place + 1)..<min(end, bytes.count)]
        append(text)
        place = end + 1
        if isKey(bytes, at: place) { isMoney = money[money.count - 1] || JSONRefiner.isMoney(text) }
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): money.append(isMoney)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if money.count > 1 { money.removeLast() }
        isMoney = money[money.count - 1]
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        let end = bytes[place...].firstIndex { !JSONRefiner.isNumber($0) } ?? bytes.count
        append(number: bytes[place..<end])
        place = end
        continue
      default: break
      }
      output.append(byte)
      place += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// True if a colon follows: the string before was a key.
  private func isKey(_ bytes: [UInt8], at place: Int) -> Bool {
    bytes[min(place, bytes.count)...].first { $0 != UInt8(ascii: " ") } == UInt8(ascii: ":")
  }

  /// True for a key whose numbers are millions of some currency, with all that is under it.
  private static func isMoney(_ key: ArraySlice<UInt8>) -> Bool {
    key.suffix(2).elementsEqual("_m".utf8) || key.elementsEqual("capital".utf8)
  }

  private static func isNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  private mutating func append(number text: ArraySlice<UInt8>) {
    let isWhole = !text.contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
    guard !isWhole, let value = Double(String(decoding: text, as: UTF8.self)) else {
      output += text
      return
    }
    output += (isMoney ? Precision.millions : .share).text(value).utf8
  }

  private mutating func append(_ text: ArraySlice<UInt8>) {
    output.append(UInt8(ascii: "\""))
    if text.allSatisfy({ $0 < 0x7F }) {
      output += text
    } else {
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        if scalar.value < 0x7F || (!ascii && !Visible.isHidden(scalar)) {
          output += String(scalar).utf8
        } else {
          for unit in String(scalar).utf16 { append(escaped: unit) }
        }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaped unit: UInt16) {
    let digits = String(unit, radix: 16)
    output += "\\u".utf8
    output += String(repeating: "0", count: 4 - digits.utf8.count).utf8
    output += digits.utf8
  }
}
