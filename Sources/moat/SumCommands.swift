import ArgumentParser
import Dashboard
import Insight

extension CapitalGrouping: ExpressibleByArgument {}
extension ComputeGrouping: ExpressibleByArgument {}

/// Rows that are only counted when asked for.
enum Inclusion: String, ExpressibleByArgument, CaseIterable {
  case announced
}

struct CapitalCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "capital",
    abstract: "Who raised how much: sums by group, and the rounds behind them.")

  static let rule = CommandRule(
    clashes: ["--by", "--include", "--fold", "--unit"].map {
      .init(
        option: $0, tables: ["rounds"],
        why: "it lists every round as it is; --table groups is what the option changes")
    })

  static let examples = [
    "moat capital --unit accelerators", "moat capital --table rounds --sort -usd_m --limit 10",
  ]

  @Option(CapitalOptions.grouping) var by: CapitalGrouping

  @Option(help: CapitalOptions.announced.argumentHelp)
  var include: Inclusion?

  @Flag(help: CapitalOptions.fold.argumentHelp)
  var fold = false

  @Option(help: CapitalOptions.per.argumentHelp)
  var unit: ComputeUnit?

  @OptionGroup var options: CommonOptions

  func run() throws {
    if unit != nil, Arguments.current.options.contains("--by"), by != .company {
      throw Failure.usage(
        "--by \(by.rawValue) does not go with --unit: money for each unit of compute is told by "
          + "operator; --by company says so")
    }
    var settings = Settings()
    settings[CapitalOptions.per] = unit
    settings[CapitalOptions.grouping] = by
    settings.take(include, CapitalOptions.announced, fold: fold, CapitalOptions.fold)
    try ViewPrinter(options.values(for: Self.self)).print(.capital, settings: settings)
  }
}

struct ComputeCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "compute",
    abstract: "Accelerators by maker, owner and place: sums by group, and the sites behind them.")

  static let rule = CommandRule(
    clashes: [
      .init(
        option: "--by", options: ["--map", "--funnel", "--slips"],
        why: "these have an order of their own"),
      .init(
        option: "--include", options: ["--map", "--funnel", "--slips"],
        why: "announced sites are in these anyway"),
      .init(
        option: "--unit", options: ["--slips"], why: "delays are told in months"),
      .init(
        option: "--fold", options: ["--map", "--funnel", "--slips"],
        why: "these tell of sites, not of those who own them"),
    ]
      + ["--by", "--include", "--fold"].map {
        .init(
          option: $0, tables: ["sites"],
          why: "it lists every site as it is; --table groups is what the option changes")
      })

  static let examples = [
    "moat compute --by operator --unit h100e", "moat compute --map --format svg --out map.svg",
  ]

  @Option(ComputeOptions.grouping) var by: ComputeGrouping

  @Option(help: ComputeOptions.announced.argumentHelp)
  var include: Inclusion?

  @Option(help: ComputeOptions.unit.argumentHelp)
  var unit: ComputeUnit?

  @Flag(help: "Draw the sites on a map of Europe.")
  var map = false

  @Flag(help: "Show the way from announced to running.")
  var funnel = false

  @Flag(help: "Show which commitments slipped, and by how long.")
  var slips = false

  @Flag(help: ComputeOptions.fold.argumentHelp)
  var fold = false

  @OptionGroup var options: CommonOptions

  func validate() throws {
    if [map, funnel, slips].count(where: { $0 }) > 1 {
      throw ValidationError("Choose one of --map, --funnel and --slips.")
    }
  }

  func run() throws {
    let printer = ViewPrinter(try options.values(for: Self.self))
    var settings = Settings()
    if let unit { settings[ComputeOptions.unit] = unit }
    // The map has options of its own: announced sites stand on it anyway, hollow.
    if map { return try printer.print(.map, settings: settings) }
    settings[ComputeOptions.grouping] = by
    settings.take(include, ComputeOptions.announced, fold: fold, ComputeOptions.fold)
    settings[ComputeOptions.form] = slips ? .slips : funnel ? .funnel : .groups
    try printer.print(.compute, settings: settings)
  }
}
