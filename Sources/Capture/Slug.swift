import Insight

/// Ids made from words: lower case, letters without marks, hyphens between.
enum Slug {
  /// The id of a text, at most `longest` letters of whole words; empty where no letter is left.
  static func of(_ text: String, longest: Int = 60) -> String {
    var words: [[UInt8]] = [[]]
    for byte in FoldedText.bytes(text) {
      let isPlain =
        UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte
        || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
      if isPlain {
        words[words.count - 1].append(byte)
      } else if byte != UInt8(ascii: "'"), words.last?.isEmpty == false {
        words.append([])
      }
    }
    var slug = ""
    for word in words where !word.isEmpty {
      let text = String(decoding: word, as: UTF8.self)
      if slug.isEmpty {
        slug = String(text.prefix(longest))
      } else if slug.utf8.count + 1 + text.utf8.count <= longest {
        slug += "-" + text
      } else {
        break
      }
    }
    return slug
  }

  /// A free id: the wanted id, or the first with a number behind it.
  static func free(_ wanted: String, isTaken: (String) -> Bool) -> String {
    guard isTaken(wanted) else { return wanted }
    var number = 2
    while isTaken("\(wanted)-\(number)") { number += 1 }
    return "\(wanted)-\(number)"
  }
}
