import Dataset

/// A quarter or a half of a year as people write it: `Q2 2027`, `2027-Q2`, `2H27`, `third quarter of 2027`.
///
/// The ledger knows years, months and days alone, so such a text is no date. But whoever wrote it is
/// told the month to type.
struct PartOfYear: Equatable {
  /// `quarter` or `half`.
  let noun: String
  let year: Int
  /// The number of its last month.
  private let month: Int

  /// Reads a text; `nil` where it is no part of a year.
  init?(_ text: String) {
    var letters = text.lowercased()
    for (words, letter) in PartOfYear.words { letters = letters.replacing(words, with: letter) }
    for (number, word) in ["first", "second", "third", "fourth"].enumerated() {
      letters = letters.replacing(word, with: String(number + 1))
    }
    for ending in ["1st", "2nd", "3rd", "4th"] {
      letters = letters.replacing(ending, with: String(ending.prefix(1)))
    }
    letters = letters.replacing(" of ", with: " ").replacing("the ", with: "")
    let signs = Array(letters.filter { !" -/.,'’".contains($0) })
    guard let mark = signs.firstIndex(where: { $0 == "q" || $0 == "h" }) else { return nil }
    let (before, behind) = (signs[..<mark], signs[(mark + 1)...])
    // The number stands behind its letter, or alone before it.
    let number: Character?
    let rest: [Character]
    if before.count == 1 {
      (number, rest) = (before.first, Array(behind))
    } else {
      (number, rest) = (behind.first, Array(before + behind.dropFirst()))
    }
    let isHalf = signs[mark] == "h"
    guard let part = number?.wholeNumberValue, (1...(isHalf ? 2 : 4)).contains(part),
      [2, 4].contains(rest.count), rest.allSatisfy({ $0.isASCII && $0.isNumber }),
      let written = Int(String(rest))
    else { return nil }
    noun = isHalf ? "half" : "quarter"
    year = rest.count == 2 ? 2000 + written : written
    month = part * (isHalf ? 6 : 3)
  }

  private static let words = [("quarter", "q"), ("half", "h")]

  /// The month by which it is over, as the ledger has it.
  var lastMonth: String { PartialDate(year: year, month: month)?.description ?? String(year) }
}
