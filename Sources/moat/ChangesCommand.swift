import ArgumentParser
import Dashboard
import Dataset
import Insight

struct ChangesCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "changes",
    abstract:
      "Facts that became known or changed: since a day, the last visit, or another package.",
    discussion: """
      Without --since it tells what was entered, changed or taken out since the last visit to the dashboard, \
      whatever its date; where nothing was, what became known by its date since then, or in the last month. \
      With a day it goes by the days from which facts are known, until the as-of day.
      """)

  static let rule = CommandRule(
    clashes: [
      .init(
        option: "--against", options: ["--since", "--as-of"],
        why: "two packages are compared whole, whatever the days of their facts")
    ])

  static let examples = ["moat changes --since 7d", "moat changes --against HEAD~1 --exit-code"]

  @Option(
    help: ArgumentHelp(
      "The earlier day: \(Since.examples).", valueName: "day"),
    transform: Since.argument)
  var since: Since?

  @Option(
    help: ArgumentHelp(
      "Compare with another package, or with this package in a revision of git: what was entered, changed or "
        + "taken out since.",
      valueName: "dir|gitref"))
  var against: String?

  @Flag(help: "Exit with 1 where something changed, with 0 where nothing did.")
  var exitCode = false

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let (page, world) = try question(options)
    let settings = Settings()
    try ViewPrinter(options).print(page, in: world, settings: settings)
    guard exitCode else { return }
    let sheet = Sheet(page: page, world: world, settings: settings)
    if let table = sheet.table("changes"), table.count > 0 { throw ExitCode(1) }
  }

  /// The page that answers, and what it looks at.
  private func question(_ options: ViewOptions) throws -> (Page, World) {
    let shown = options.asOf ?? Standard.today
    if let against {
      // The user's own facts are part of neither package.
      let world = try options.world(withOwn: false)
      let other = try OtherPackage(against, for: world.dataset.packages.map(\.folder))
        .dataset(isForced: options.isForced)
      return (.entered, world.remembering(Past(other, called: against)))
    }
    if let since, since != .lastVisit {
      let day = try since.day(shown: shown)
      return (.changes(since: day), try options.world())
    }
    let world = try options.world()
    if options.asOf == nil {
      let world = world.remembering(LastVisit().past)
      if world.hasEntered { return (.entered, world) }
    }
    let visit = LastVisit().day(before: world.today)
    if since == .lastVisit, visit == nil { _ = try since?.day(shown: shown) }
    let day = visit ?? world.day.adding(months: -1)
    if day > world.day {
      Standard.complain(
        "\(world.day) lies before the last visit, \(day): nothing later is compared; --since names "
          + "an earlier day")
    }
    return (.changes(since: day), world)
  }
}
