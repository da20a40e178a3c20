import ArgumentParser
import Dataset
import Foundation

struct LargePackage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "large-package",
    abstract: "Write a data package with as many rounds as wanted, the same ones every time.",
    discussion: """
      The other tables are those of the package it is made from; the rounds are invented, of its companies \
      and with its sources, and look like real ones in length and form.
      """)

  @Argument(help: "The folder; made if it does not exist.", completion: .directory)
  var folder: String

  @Option(help: "The package it is made from.", completion: .directory)
  var from = "data"

  @Option(help: "How many rounds.")
  var rounds = 1_000_000

  @Option(help: "Another seed, other rounds.")
  var seed: UInt64 = 1

  func run() throws {
    let base: Dataset
    do {
      base = try Dataset(folders: [from])
    } catch {
      FileHandle.standardError.write(Data("\(error)\n".utf8))
      throw ExitCode(65)
    }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let roundsFile = base.packages.last { $0.files[.rounds] != nil }?.files[.rounds].map(name)
    for file in base.exported() where file.path != roundsFile {
      let place = "\(folder)/\(file.path)"
      try FileManager.default.createDirectory(
        atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: URL(fileURLWithPath: place))
    }
    let path = folder + "/" + (roundsFile ?? "rounds.csv")
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let output = FileHandle(forWritingAtPath: path)
    else {
      throw ValidationError("\(path) cannot be written.")
    }
    var invented = InventedRounds(base, seed: seed)
    var text = base.csv(.rounds)
    for number in base.rounds.count..<max(rounds, base.rounds.count) {
      text += invented.row(number)
      if text.utf8.count > 1 << 20 {
        try output.write(contentsOf: Data(text.utf8))
        text = ""
      }
    }
    try output.write(contentsOf: Data(text.utf8))
    try output.close()
    print("\(max(rounds, base.rounds.count)) rounds in \(path)")
  }

  private func name(_ path: String) -> String { (path as NSString).lastPathComponent }
}

/// Rounds that never were.
private struct InventedRounds {
  private var random: SplitMix64
  private let companies: [String]
  private let sources: [String]

  init(_ base: Dataset, seed: UInt64) {
    random = SplitMix64(seed: seed)
    companies = base.organisations.map { base.slug($0.id) }
    sources = base.sources.map { base.slug($0.id) }
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  private mutating func once(in times: Int) -> Bool {
    Int.random(in: 0..<times, using: &random) == 0
  }

  /// A record in the order of the schema's columns.
  mutating func row(_ number: Int) -> String {
    let company = pick(companies)
    let year = Int.random(in: 2015...2025, using: &random)
    let month = String(format: "%d-%02d", year, Int.random(in: 1...12, using: &random))
    let day = String(format: "-%02d", Int.random(in: 1...28, using: &random))
    let amount =
      once(in: 3)
      ? "" : String(format: "%.\(pick([0, 1]))f", Double.random(in: 0.5...3000, using: &random))
    let currency = amount.isEmpty ? "" : pick(["EUR", "USD", "GBP", "SEK"])
    let value = once(in: 5) ? String(Int.random(in: 10...9999, using: &random)) : ""
    let cells = [
      "\(company)-\(month)-\(number)", company, month + (once(in: 10) ? "" : day),
      pick(["Seed", "Series A", "Series B", "Series C", "Growth", "Grant", "Debt facility"]),
      pick(["equity", "equity", "equity", "equity", "equity", "equity", "debt", "grant"]),
      once(in: 10) ? "announced" : "closed", amount, currency, currency == "USD" ? amount : "",
      value,
      value.isEmpty ? "" : currency.isEmpty ? "EUR" : currency, "",
      pick(["confirmed", "reported", "estimate"]),
      pick([
        "", "", "Led by two funds; the rest of the round is not disclosed",
        "Amount as the press has it, \"about\" by the company",
        "First closing, the second one is expected by the end of the year",
        "Post-money value by a person close to the matter, not confirmed by the company or its investors",
      ]),
      (0..<Int.random(in: 1...3, using: &random)).map { _ in pick(sources) }.joined(separator: ";"),
    ]
    return csvRecord(cells) + "\n"
  }
}
