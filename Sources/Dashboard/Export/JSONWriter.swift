import Canvas
import Dataset

/// Writes a document as JSON that is safe to send anywhere.
///
/// The rules for every document: keys are sorted; money has the places of `Precision.millions`, every other
/// fraction those of `Precision.share`, and a number that is none is null; a character that draws nothing or
/// steers the terminal is escaped (`\u009b`, `\u202e`), in ASCII every other character too.
public struct JSONWriter {
  private let ascii: Bool
  private var text = ""

  /// The text of a document, with the end of its last line.
  public static func text(_ document: some JSONConvertible, ascii: Bool = false) -> String {
    var writer = JSONWriter(ascii: ascii)
    writer.write(document.json, depth: 0, isMoney: false)
    return writer.text + "\n"
  }

  private init(ascii: Bool) { self.ascii = ascii }

  private mutating func write(_ value: JSON, depth: Int, isMoney: Bool) {
    switch value {
    case .null: text += "null"
    case .flag(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += "\(number)"
    case .number(let number):
      text += number.isFinite ? (isMoney ? Precision.millions : .share).text(number) : "null"
    case .text(let words): text += jsonString(words, ascii: ascii)
    case .array(let values):
      write(values, "[", "]", depth) { writer, value in
        writer.write(value, depth: depth + 1, isMoney: isMoney)
      }
    case .object(let pairs):
      write(JSONWriter.sorted(pairs), "{", "}", depth) { writer, pair in
        writer.text += jsonString(pair.key, ascii: writer.ascii) + " : "
        let isMoney = isMoney || JSONWriter.isMoney(pair.key)
        writer.write(pair.value, depth: depth + 1, isMoney: isMoney)
      }
    }
  }

  /// Writes the elements of an array or an object, each on a line.
  private mutating func write<Element>(
    _ elements: [Element], _ opening: String, _ closing: String, _ depth: Int,
    _ write: (inout JSONWriter, Element) -> Void
  ) {
    text += opening + "\n"
    for (place, element) in elements.enumerated() {
      text += (place == 0 ? "" : ",\n") + String(repeating: "  ", count: depth + 1)
      write(&self, element)
    }
    text += "\n" + String(repeating: "  ", count: depth) + closing
  }

  /// Pairs by key; the later of two pairs with a key stands for both.
  private static func sorted(
    _ pairs: [(key: String, value: JSON)]
  ) -> [(key: String, value: JSON)] {
    Dictionary(pairs.map { ($0.key, $0.value) }) { _, later in later }
      .sorted { $0.key < $1.key }
  }

  /// True for a key whose numbers are millions of some currency, with all that is under it.
  private static func isMoney(_ key: String) -> Bool { key.hasSuffix("_m") || key == "capital" }
}

/// A text as a string of JSON, with its quotes. A character that draws nothing or steers the
/// drawing is escaped, in ASCII every other character too.
func jsonString(_ text: String, ascii: Bool = false) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || (ascii && scalar.value > 0x7E) || Visible.isHidden(scalar):
      for unit in String(scalar).utf16 {
        let digits = String(unit, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
