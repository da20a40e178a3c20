import ArgumentParser
import Dashboard
import Dataset
import Insight

extension SystemKind: ExpressibleByArgument {}
extension TimelineBasis: ExpressibleByArgument {}

struct PlanCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract:
      "The duties of a system by date, its authority, and the compute that it could run on.",
    discussion: "Facts with their sources, as known on the day; no legal advice.")

  static let rule = CommandRule(
    refused: [.filter: "it answers for one system in one country"])

  static let examples = [
    "moat plan --kind annex-iii --country DE --months 9",
    "moat plan --country FR --table obligations",
  ]

  @Option(
    help: ArgumentHelp(
      "The kind of system: \(SystemKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: SystemKind = .annexIII

  @Option(
    help: ArgumentHelp("The code of the country where it is used.", valueName: "code"),
    completion: Completions.countries)
  var country = "DE"

  @Option(
    help: ArgumentHelp(
      "How long the conformity assessment takes: 9, or from 6 to 12 as 6-12.", valueName: "months"),
    transform: MonthRange.argument)
  var months: ClosedRange<Int> = 6...12

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let world = try options.world()
    let code = try world.country(named: country)
    let request = PlanRequest(kind: kind, country: code, months: months)
    try ViewPrinter(options).print(.planner(request), in: world)
  }
}

/// A number of months, or two with a dash between.
enum MonthRange {
  static func argument(_ text: String) throws -> ClosedRange<Int> {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(parts.count), let low = parts[0], let high = parts[parts.count - 1],
      (0...60).contains(low), low <= high, high <= 60
    else {
      throw ValidationError(
        "'\(text)' is no number of months; expected a number from 0 to 60, or two such as 6-12.")
    }
    return low...high
  }
}

struct EnforcementCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "enforcement",
    abstract: "The member states that may enforce the AI Act, and what the others lack.")

  static let examples = [
    "moat enforcement --since 2025-08-02", "moat enforcement --where missing:penalties",
  ]

  @Option(
    help: ArgumentHelp(
      "Compare with a day: which states gained or lost authority, and what changed.",
      valueName: "day"),
    transform: Since.argument)
  var since: Since?

  @Option(EnforcementOptions.basis) var basis: TimelineBasis

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    var settings = Settings()
    settings.since = try since?.day(shown: options.asOf ?? Standard.today)
    settings[EnforcementOptions.basis] = basis
    try ViewPrinter(options).print(.enforcement, settings: settings)
  }
}

struct TimelineCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Regulation, rounds and compute on one axis of time.")

  static let examples = ["moat timeline --basis known", "moat timeline --table events --output md"]

  @Option(TimelineOptions.basis) var basis: TimelineBasis

  @OptionGroup var options: CommonOptions

  func run() throws {
    var settings = Settings()
    settings[TimelineOptions.basis] = basis
    try ViewPrinter(options.values(for: Self.self)).print(.timeline, settings: settings)
  }
}
