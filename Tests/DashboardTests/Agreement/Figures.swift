import Foundation

@testable import Dashboard
@testable import Dataset

/// The figures of documents and lists, and the question whether a figure of a text is among them.
///
/// A figure in a text has a unit: `$` and `bn` ask for money, `%` for a share, `k` for thousands. It is found
/// where a figure of that unit is the same at the digits that the text gives.
struct Figures {
  private var numbers: Set<Double> = []
  private var money: Set<Double> = []
  private var words: Set<String> = []

  mutating func add(_ json: JSON, isMoney: Bool = false) {
    switch json {
    case .null, .flag: return
    case .integer(let number): add(Double(number), isMoney)
    case .number(let number): add(number, isMoney)
    case .text(let text): add(text)
    case .array(let values):
      numbers.insert(Double(values.count))
      for value in values { add(value, isMoney: isMoney) }
    case .object(let pairs):
      for (key, value) in pairs {
        add(value, isMoney: isMoney || key.contains("_m") || key == "capital")
      }
      addShares(of: pairs)
      // A loss as a part of what there was before.
      if let before = json.number("before"), before > 0 {
        for key in ["documented", "possible"] {
          if let loss = json.number(key) { numbers.insert(loss / before) }
        }
      }
    }
  }

  private mutating func add(_ number: Double, _ isMoney: Bool) {
    numbers.insert(abs(number))
    if isMoney { money.insert(abs(number)) }
  }

  private mutating func add(_ text: String) {
    for match in text.matches(of: /\d+(?:,\d{3})*(?:\.\d+)?/) { words.insert(String(match.output)) }
    for match in text.matches(of: /\d+/) {
      let digits = match.output.drop { $0 == "0" }
      words.insert(digits.isEmpty ? "0" : String(digits))
      if match.output.count == 4, match.output.hasPrefix("20") {
        words.insert(String(match.output.suffix(2)))
      }
    }
  }

  /// The part of the total that each group makes.
  private mutating func addShares(of pairs: [(key: String, value: JSON)]) {
    guard case .array(let groups) = pairs.first(where: { $0.key == "groups" })?.value,
      let total = pairs.first(where: { $0.key == "total" })?.value
    else { return }
    for key in ["accelerators", "usd_m"] {
      guard let whole = total.number(key), whole > 0 else { continue }
      for group in groups {
        if let part = group.number(key) { numbers.insert(part / whole) }
      }
    }
  }

  /// Adds the rows of a list, and how many of them say what.
  mutating func add(_ table: DataTable) {
    add(table.json)
    var counts: [String: [String: Int]] = [:]
    for place in 0..<table.count {
      var sum: Double = 0
      for (header, value) in zip(table.headers, table.row(place)) {
        if case .text(let text) = value { counts[header, default: [:]][text, default: 0] += 1 }
        if case .integer(let number) = value {
          counts[header, default: [:]][number > 0 ? "some" : "none", default: 0] += 1
          if header == "new" || header == "changed" { sum += Double(number) }
        }
      }
      numbers.insert(sum)
    }
    for count in counts.values.flatMap(\.values) where count < 100 { numbers.insert(Double(count)) }
  }

  // MARK: Texts

  struct Figure: CustomStringConvertible {
    let isMoney: Bool
    let digits: String
    let unit: String
    let context: String

    var description: String { "\(isMoney ? "$" : "")\(digits) \(unit) in '\(context)'" }

    /// The same with another first digit.
    var altered: Figure {
      var characters = Array(digits)
      guard let first = characters.first?.wholeNumberValue else { return self }
      characters[0] = Character(String((first + 3) % 9 + 1))
      return Figure(
        isMoney: isMoney, digits: String(characters), unit: unit, context: "altered: " + context)
    }

    /// True if few other figures have the same digits; years are many.
    var isTelling: Bool {
      digits.wholeMatch(of: /20\d\d/) == nil
        && digits.filter(\.isNumber).reversed().drop { $0 == "0" }.count >= 3
    }
  }

  /// The figures of a text. Parts of names and dates (`H100`, `26-Q3`, `50(2)`), ticks of an axis and counts of
  /// marks in one place (`⊕3`) are none.
  static func figures(in text: String) -> [Figure] {
    let number = #"\d+(?:,\d{3})*(?:\.\d+)?"#
    let pattern =
      #"(?<![A-Za-z0-9.,/⊕-])(\$?)(\#(number))(?![0-9A-Z./(])(?! ┤)"#
      + #"(?=(?:–\$?\#(number)(?![0-9A-Z]))?(?: ?(bn|m|k|M|%|MW)(?![A-Za-z]))?)"#
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return [] }
    return text.split(separator: "\n").flatMap { line -> [Figure] in
      let line = String(line) as NSString
      let whole = NSRange(location: 0, length: line.length)
      return expression.matches(in: line as String, range: whole).map { match in
        func part(_ group: Int) -> String {
          let range = match.range(at: group)
          return range.location == NSNotFound ? "" : line.substring(with: range)
        }
        let start = max(0, match.range.location - 24)
        let end = min(line.length, match.range.location + match.range.length + 24)
        return Figure(
          isMoney: part(1) == "$", digits: part(2), unit: part(3),
          context: line.substring(with: NSRange(location: start, length: end - start)))
      }
    }
  }

  func holds(_ figure: Figure) -> Bool {
    if words.contains(figure.digits) { return true }
    guard let value = Double(figure.digits.filter { $0 != "," }) else { return false }
    let places = figure.digits.split(separator: ".").dropFirst().first?.count ?? 0
    let half = 0.5 * pow(10, -Double(places)) * 1.000_000_1
    // Large amounts of money and power are written with three digits.
    let isRound = places == 0 && figure.digits.hasSuffix("0")
    func isNear(_ found: Set<Double>, times scale: Double, rounded: Bool = false) -> Bool {
      found.contains { number in
        let distance = abs(number * scale - value)
        return number == 0
          ? value == 0 : distance <= half || rounded && isRound && distance <= 0.005 * value
      }
    }
    switch figure.unit {
    case "bn": return isNear(money, times: 1e-3)
    case "m": return isNear(money, times: 1, rounded: true)
    case "k": return isNear(numbers, times: 1e-3)
    case "M": return isNear(numbers, times: 1e-6)
    case "MW": return isNear(numbers, times: 1, rounded: true)
    case "%":
      return numbers.contains(value) || isNear(numbers.filter { $0 <= 1 }, times: 100)
    default:
      if figure.isMoney { return isNear(numbers, times: 1, rounded: true) }
      if places > 0 {
        return isNear(money, times: 1e-3) || isNear(numbers, times: 1e-3)
          || isNear(numbers, times: 1)
      }
      return numbers.contains(value)
        || isNear(numbers.filter { $0 != $0.rounded() }, times: 1)
    }
  }
}

extension JSON {
  /// The number under a key; `nil` where there is none.
  fileprivate func number(_ key: String) -> Double? {
    guard case .object(let pairs) = self else { return nil }
    switch pairs.first(where: { $0.key == key })?.value {
    case .integer(let number): return Double(number)
    case .number(let number): return number
    default: return nil
    }
  }
}
