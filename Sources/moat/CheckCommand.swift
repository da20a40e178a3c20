import ArgumentParser
import Canvas
import Dashboard
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
    let options = try options.values(for: .check)
    let dataset =
      try folder.map { folder in
        // A package that is named is checked by itself.
        try DataFolders(named: [folder] + options.folders, configured: [], withOwn: false).load()
      } ?? DataFolders(named: options.folders).load()
    let report = CheckReport(dataset, with: ClaimReport(dataset.asOf(Standard.today)).problems)
    let printer = ViewPrinter(options)
    let files = FileIdentities(dataset)
    let ascii = options.ascii || !Standard.isUTF8
    if options.format == .json {
      try printer.emit(JSONText.write(report, ascii: ascii), sparing: files)
    } else {
      let lines = report.problems.map { "\($0.description)\n" }.joined()
      // Also in a pipe: an editor or a log reads it, and a message holds what stands in the data.
      let text = Visible.lines(
        lines + "\(counted(report.errors, "error")), \(counted(report.warnings, "warning"))\n")
      try printer.emit(ascii ? ASCII.lines(text) : text, sparing: files)
    }
    if report.errors > 0 { throw ExitCode(1) }
  }
}
