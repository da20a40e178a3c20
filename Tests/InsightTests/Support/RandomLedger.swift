import Dataset

/// Rows of ledgers drawn at random, as a test would write them.
enum RandomLedger {
  private static let countries = ["AT", "DE", "DK", "FR", "IE", "NO"]

  /// A day between 2025-01-01 and 2026-10-31, now and then only its month.
  static func date(using random: inout SplitMix64) -> String {
    let start = Day(year: 2025, month: 1, day: 1) ?? Day(number: 0)
    let text = start.adding(days: Int.random(in: 0..<669, using: &random)).description
    return Int.random(in: 0..<6, using: &random) == 0 ? String(text.prefix(7)) : text
  }

  /// Rows `country,date,step,status` without a repeated key, mostly of the four parts.
  static func enforcement(rows: Int, using random: inout SplitMix64) -> String {
    var seen: Set<String> = []
    var lines: [String] = []
    let parts = ["market-surveillance", "notifying", "single-point-of-contact", "penalties"]
    let statuses = ["in-force", "designated", "in-force", "operational"] + EnforcementStatus.words
    for _ in 0..<rows {
      let country = countries.randomElement(using: &random) ?? "AT"
      let step = (parts + parts + EnforcementStepKind.words).randomElement(using: &random) ?? ""
      let key = "\(country),\(date(using: &random)),\(step)"
      guard seen.insert(key).inserted else { continue }
      lines.append(key + "," + (statuses.randomElement(using: &random) ?? "none"))
    }
    return lines.joined(separator: "\n")
  }
}
