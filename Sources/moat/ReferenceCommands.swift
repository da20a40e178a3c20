import ArgumentParser
import Dashboard
import Dataset

/// `moat chips [ID]`.
struct ChipsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "chips",
    abstract:
      "Chips as their makers rate them, and the sites that have them; a single chip with its id.")

  static let rule = CommandRule(
    refused: [.filter: "a filter asks for no chip; moat compute --where does"])

  static let examples = ["moat chips", "moat chips nvidia-h100-sxm"]

  @Argument(
    help: "The id of a chip, such as nvidia-h100-sxm, for its page.", completion: Completions.chips)
  var id: String?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let world = try options.world()
    guard let id else { return try ViewPrinter(options).print(.chips, in: world) }
    try ViewPrinter(options).print(.fact(.chip(world.chip(named: id))), in: world)
  }
}

struct BenchmarksCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmarks",
    abstract: "Counts of others, and how much of them this ledger holds.")

  static let rule = CommandRule(
    refused: [.filter: "it holds whole sums against what others count"])

  static let examples = ["moat benchmarks", "moat benchmarks --format json"]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.benchmarks) }
}

struct ValuationsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "valuations",
    abstract: "The most valued companies: last value, basis, confidence, and talks since.")

  static let examples = ["moat valuations", "moat valuations --limit 10 --output csv"]

  @OptionGroup var options: CommonOptions

  func run() throws { try ViewPrinter(options.values(for: Self.self)).print(.valuations) }
}

extension World {
  /// The id of a chip named on the command line; says the nearest where there is none.
  fileprivate func chip(named id: String) throws -> String {
    let slugs = dataset.chips.map { dataset.slug($0.id) }
    if slugs.contains(id) { return id }
    throw Failure.usage(
      "there is no chip '\(id)' in the data" + Suggestion.words(for: id, among: slugs)
        + "\nThe chips are \(slugs.joined(separator: ", ")).")
  }
}
