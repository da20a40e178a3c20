import ArgumentParser
import Dataset
import Insight

/// `moat check [DIR]`: what is wrong with a data package.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a data package; every problem with file, line and column.",
    discussion: "Exits with 1 where there are errors.")

  @Argument(help: "The package; the one that the dashboard would open unless given.")
  var folder: String?

  @Option(
    name: .customLong("data"),
    help: ArgumentHelp("A data package; several are laid over each other.", valueName: "dir"))
  var folders: [String] = []

  @Option(help: "text or json.")
  var format: CheckFormat = .text

  /// How the problems are written.
  enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  func run() throws {
    let dataset = try DataFolders(named: folder.map { [$0] + folders } ?? folders).load()
    let report = CheckReport(dataset, with: ClaimReport(dataset.asOf(Standard.today)).problems)
    switch format {
    case .json: try Standard.write(ViewPrinter.json(report))
    case .text:
      try Standard.write(report.problems.map { "\($0.description)\n" }.joined())
      try Standard.write("\(report.errors) errors, \(report.warnings) warnings\n")
    }
    if report.errors > 0 { throw ExitCode(1) }
  }
}
