/// Figures in sentences: plain, rounded to what matters, thousands apart.
enum Wording {
  /// A number with a comma between thousands and at most `places` decimals, none that say nothing.
  static func number(_ value: Double, places: Int = 2) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    var scale = 1.0
    for _ in 0..<places { scale *= 10 }
    let scaled = Int64((abs(value) * scale).rounded())
    let whole = grouped(scaled / Int64(scale))
    var fraction = String(scaled % Int64(scale))
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return sign + whole + (fraction.isEmpty || places == 0 ? "" : "." + fraction)
  }

  static func number(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(Int64(value.magnitude))
  }

  /// A count with its noun: "1 row", "3 rows".
  static func count(_ number: Int, _ thing: String) -> String {
    number == 1 ? "1 \(thing)" : "\(self.number(number)) \(thing)s"
  }

  private static func grouped(_ value: Int64) -> String {
    let digits = Array(String(value))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
