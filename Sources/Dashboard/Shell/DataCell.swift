import Canvas
import Charts

/// A cell as a program reads it: a plain number without separators and marks of doubt, nothing where
/// nothing is known; words, dates and intervals as they are shown.
func dataCell(_ shown: String) -> String {
  if shown == NumberFormat.unknown { return "" }
  var plain = ""
  for character in shown {
    switch character {
    case ",", "~", "?": continue
    case Character(Glyph.minus): plain.append("-")
    default: plain.append(character)
    }
  }
  let isNumber = plain.allSatisfy { $0.isASCII && ($0.isNumber || $0 == "-" || $0 == ".") }
  return isNumber && Double(plain) != nil ? plain : shown
}

/// A count with its noun: `1 site`, `2 sites`.
public func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
