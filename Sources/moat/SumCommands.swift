import ArgumentParser
import Dashboard
import Insight

extension CapitalGrouping: ExpressibleByArgument {}
extension ComputeGrouping: ExpressibleByArgument {}

/// Rows that are only counted when asked for.
enum Inclusion: String, ExpressibleByArgument, CaseIterable {
  case announced
}

/// `moat capital`.
struct CapitalCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capital",
    abstract: "Who raised how much: sums by group, and the rounds behind them.")

  @Option(help: "What rounds are grouped by.")
  var by: CapitalGrouping = .layer

  @Option(help: "Add announced and conditional rounds to the sums.")
  var include: Inclusion?

  @Flag(help: "See companies and investors as the groups they belong to.")
  var fold = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    var settings = Settings()
    settings[.grouping] = CapitalGrouping.allCases.firstIndex(of: by) ?? 0
    settings[.announced] = include == .announced ? 1 : 0
    settings[.fold] = fold ? 1 : 0
    try ViewPrinter(options: options).print(.capital, settings: settings)
  }
}

/// `moat compute`.
struct ComputeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: "Whose accelerators stand where: sums by group, and the sites behind them.")

  @Option(help: "What sites are grouped by.")
  var by: ComputeGrouping = .operator

  @Option(help: "Add announced sites to the sums.")
  var include: Inclusion?

  @Flag(help: "Draw the sites on a map of Europe.")
  var map = false

  @Flag(help: "Show the way from announced to running.")
  var funnel = false

  @Flag(help: "Show which commitments slipped, and by how long.")
  var slips = false

  @Flag(help: "See operators, customers and vendors as the groups they belong to.")
  var fold = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if [map, funnel, slips].count(where: { $0 }) > 1 {
      throw ValidationError("Choose one of --map, --funnel and --slips.")
    }
  }

  func run() throws {
    var settings = Settings()
    settings[.grouping] = ComputeGrouping.allCases.firstIndex(of: by) ?? 0
    settings[.announced] = include == .announced ? 1 : 0
    settings[.fold] = fold ? 1 : 0
    settings[.form] = slips ? 2 : funnel ? 1 : 0
    if map {
      // On the map announced sites stand beside anyway, hollow.
      settings[.announced] = 0
      settings[.form] = 0
      try ViewPrinter(options: options).print(.map, settings: settings)
    } else {
      try ViewPrinter(options: options).print(.compute, settings: settings)
    }
  }
}
