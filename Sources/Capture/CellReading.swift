import Dataset

/// Reads what somebody wrote into the cell that the file is to hold.
enum CellReading {
  /// A word of a vocabulary, however it is written.
  static func word(_ text: String, among words: [String]) -> Result<String, Refusal> {
    let plain = text.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
    if let word = words.first(where: { $0.lowercased() == plain || $0 == text }) {
      return .success(word)
    }
    let hint = nearest(to: plain, among: words).map { "; did you mean \($0)?" } ?? ""
    return .failure(
      Refusal("found \"\(text)\", expected \(words.joined(separator: ", "))\(hint)"))
  }

  /// A date as partial as it is known; `today` and `yesterday` are days.
  static func date(_ text: String, today: Day) -> Result<String, Refusal> {
    switch text.lowercased() {
    case "today": return .success(today.description)
    case "yesterday": return .success(today.adding(days: -1).description)
    default: break
    }
    if let date = named(text) { return .success(date.description) }
    return PartialDate(text).map { .success($0.description) }
      ?? .failure(
        Refusal(
          PartOfYear(text).map {
            "found \"\(text)\", expected a year, a month or a day; "
              + "type \($0.lastMonth), the last month of that \($0.noun)"
          } ?? "found \"\(text)\", expected a date such as 2026-09-25, 2026-09 or 2026"))
  }

  /// A date with the month in English: `3 Oct 2026`, `October 3, 2026`, `Oct 2026`.
  private static func named(_ text: String) -> PartialDate? {
    let words = text.lowercased().split { " ,.".contains($0) }.map(String.init)
    guard (2...3).contains(words.count),
      let place = words.firstIndex(where: { word in
        word.count >= 3 && months.contains { $0.hasPrefix(word) }
      }), let month = months.firstIndex(where: { $0.hasPrefix(words[place]) }),
      let year = words.last.flatMap({ $0.count == 4 ? Int($0) : nil }), place < words.count - 1
    else { return nil }
    if words.count == 2 { return PartialDate(year: year, month: month + 1) }
    guard let day = Int(words[1 - place]) else { return nil }
    return PartialDate(year: year, month: month + 1, day: day)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// A number without its thousands' commas; `isMillions` where `1.2bn` means 1200.
  static func number(_ text: String, isWhole: Bool, isMillions: Bool) -> Result<String, Refusal> {
    var digits = text.trimmed
    var shift = 0
    if isMillions {
      let lowered = digits.lowercased()
      for (suffix, places) in [("bn", 3), ("b", 3), ("m", 0), ("k", -3)]
      where lowered.hasSuffix(suffix) {
        digits = String(digits.dropLast(suffix.count)).trimmed
        shift = places
        break
      }
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let isGrouped =
      groups.count > 1 && (1...3).contains(groups[0].count)
      && groups.dropFirst().allSatisfy { $0.count == 3 }
    let whole = isGrouped ? groups.joined() : parts[0]
    let fraction = parts.count == 2 ? parts[1] : ""
    let isNumber =
      parts.count <= 2 && !whole.isEmpty && isDigits(whole) && isDigits(fraction)
      && (parts.count == 1 || !fraction.isEmpty)
    guard isNumber, whole.count <= 15, fraction.count <= 9, !isWhole || fraction.isEmpty else {
      let example = isWhole ? "a whole number such as 66000" : "a number such as 3360 or 0.5"
      return .failure(Refusal("found \"\(text)\", expected \(example)"))
    }
    // Half of Europe writes fifteen hundred so.
    if shift == 0, fraction.count == 3, fraction.hasSuffix("0"), (1...3).contains(whole.count),
      whole != "0"
    {
      let joined = shifted(whole + fraction, "", by: 0)
      return .failure(
        Refusal(
          "found \"\(text)\", which is \(joined) or \(shifted(whole, fraction, by: 0)); write either"
        ))
    }
    return .success(shifted(whole, fraction, by: shift))
  }

  /// The number of a written amount, and the currency that stands with it.
  static func amount(_ text: String) -> (number: String, currency: String?) {
    let rest = text.trimmed
    for (sign, currency) in [("$", "USD"), ("€", "EUR"), ("£", "GBP")] where rest.hasPrefix(sign) {
      return (String(rest.dropFirst(sign.count)).trimmed, currency)
    }
    let words = rest.split(separator: " ").map(String.init)
    if words.count == 2 {
      if Currency(words[0]) != nil { return (words[1], words[0]) }
      if Currency(words[1]) != nil { return (words[0], words[1]) }
    }
    return (rest, nil)
  }

  private static func isDigits(_ text: String) -> Bool {
    text.utf8.allSatisfy { (48...57).contains($0) }
  }

  /// Digits with the point moved, without zeros that say nothing.
  private static func shifted(_ whole: String, _ fraction: String, by places: Int) -> String {
    var (whole, fraction) = (whole, fraction)
    if places > 0 {
      let padded = fraction + String(repeating: "0", count: max(0, places - fraction.count))
      whole += padded.prefix(places)
      fraction = String(padded.dropFirst(places))
    } else if places < 0 {
      let padded = String(repeating: "0", count: max(0, 1 - places - whole.count)) + whole
      whole = String(padded.dropLast(-places))
      fraction = padded.suffix(-places) + fraction
    }
    while whole.count > 1, whole.hasPrefix("0") { whole.removeFirst() }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }

  /// Why a text is no cell.
  struct Refusal: Error, Equatable {
    let message: String
    init(_ message: String) { self.message = message }
  }
}
