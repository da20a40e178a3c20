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

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let folders = folder.map { [$0] + options.folders } ?? options.folders
    let dataset = try DataFolders(named: folders).load()
    let day = options.asOf ?? Standard.today
    let report = CheckReport(dataset, with: ClaimReport(dataset.asOf(day)).problems)
    let printer = ViewPrinter(options: options)
    switch options.format ?? .text {
    case .json: try printer.emit(ViewPrinter.json(report))
    case .text:
      let lines = report.problems.map { "\($0.description)\n" }.joined()
      try printer.emit(lines + "\(report.errors) errors, \(report.warnings) warnings\n")
    case .ansi, .svg, .csv:
      throw Failure.usage("moat check writes text or json; there is no picture of problems")
    }
    if report.errors > 0 { throw ExitCode(1) }
  }
}
