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

  /// Rows `id,date,scheduled,status` of a few milestones without a repeated key.
  static func milestones(rows: Int, using random: inout SplitMix64) -> String {
    let ids = ["a", "b", "c", "d", "e", "f"]
    return keyed(rows, using: &random) { random in
      let scheduled = Int.random(in: 0..<5, using: &random) == 0 ? "" : date(using: &random)
      return (
        ids.randomElement(using: &random) ?? "a", date(using: &random),
        scheduled + "," + (MilestoneStatus.words.randomElement(using: &random) ?? "")
      )
    }
  }

  /// Rows `id,date,target,status,accelerators,scope,country` of a few commitments without a repeated key.
  static func compute(rows: Int, using random: inout SplitMix64) -> String {
    let ids = ["u", "v", "w", "x", "y", "z"]
    return keyed(rows, using: &random) { random in
      let target = Int.random(in: 0..<3, using: &random) == 0 ? "" : date(using: &random)
      let size = Int.random(in: 0..<4, using: &random) == 0 ? "" : "1000"
      let status = ComputeStatus.words.randomElement(using: &random) ?? ""
      return (
        ids.randomElement(using: &random) ?? "u", date(using: &random),
        "\(target),\(status),\(size),site,\(countries.randomElement(using: &random) ?? "")"
      )
    }
  }

  private static func keyed(
    _ rows: Int, using random: inout SplitMix64,
    _ row: (inout SplitMix64) -> (id: String, date: String, rest: String)
  ) -> String {
    var seen: Set<String> = []
    var lines: [String] = []
    for _ in 0..<rows {
      let (id, date, rest) = row(&random)
      if seen.insert(id + date).inserted { lines.append("\(id),\(date),\(rest)") }
    }
    return lines.joined(separator: "\n")
  }
}
