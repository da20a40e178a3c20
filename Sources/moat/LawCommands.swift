import ArgumentParser
import Dashboard
import Dataset
import Insight

extension SystemKind: ExpressibleByArgument {}
extension TimelineBasis: ExpressibleByArgument {}

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "What a system has to do by when, before whom, and on whose compute it could run.",
    discussion: "Facts with their sources, as known on the day; no legal advice.")

  @Option(
    help: ArgumentHelp(
      "What the system is: \(SystemKind.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"))
  var kind: SystemKind = .annexIII

  @Option(help: ArgumentHelp("The code of the country where it is used.", valueName: "code"))
  var country = "DE"

  @Option(
    help: ArgumentHelp(
      "How long the conformity assessment takes: 9, or from 6 to 12 as 6-12.", valueName: "months"),
    transform: MonthRange.argument)
  var months: ClosedRange<Int> = 6...12

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: .plan)
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
        "'\(text)' is no number of months; expected one from 0 to 60, or two such as 6-12.")
    }
    return low...high
  }
}

struct ChangesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract: "What became known or changed between two days: since one, until the as-of day.")

  @Option(
    help: ArgumentHelp(
      "The earlier day; the last visit to the dashboard, or a month before, unless given.",
      valueName: "yyyy-mm-dd"),
    transform: Day.argument)
  var since: Day?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: .changes)
    try (options.asOf ?? Standard.today).refuse(since: since)
    let world = try options.world()
    let visit = LastVisit().day(before: world.today)
    let since = since ?? visit ?? world.day.adding(months: -1)
    if since > world.day {
      Standard.complain(
        "\(world.day) lies before the last visit, \(since): nothing later is compared; --since names "
          + "an earlier day")
    }
    try ViewPrinter(options).print(.changes(since: since), in: world)
  }
}

struct EnforcementCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enforcement",
    abstract: "Which member state may enforce the AI Act, and what the others lack.")

  @Option(
    help: ArgumentHelp(
      "Compare with a day: which states gained or lost authority, and what changed.",
      valueName: "yyyy-mm-dd"),
    transform: Day.argument)
  var since: Day?

  @Option(EnforcementOptions.basis) var basis: TimelineBasis

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: .enforcement)
    try (options.asOf ?? Standard.today).refuse(since: since)
    var settings = Settings()
    settings.since = since
    settings[EnforcementOptions.basis] = basis
    try ViewPrinter(options).print(.enforcement, settings: settings)
  }
}

struct TimelineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline", abstract: "Regulation, rounds and compute on one axis of time.")

  @Option(TimelineOptions.basis) var basis: TimelineBasis

  @OptionGroup var options: CommonOptions

  func run() throws {
    var settings = Settings()
    settings[TimelineOptions.basis] = basis
    try ViewPrinter(options.values(for: .timeline)).print(.timeline, settings: settings)
  }
}

extension Day {
  /// Throws where a comparison would begin after the day at which it ends.
  fileprivate func refuse(since: Day?) throws {
    guard let since, since > self else { return }
    throw Failure.usage(
      "--since \(since) is after the day shown, \(self); name an earlier day, or a later --as-of")
  }
}
