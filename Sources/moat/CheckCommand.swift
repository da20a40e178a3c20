import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

/// `moat check [DIR]`: what is wrong with a data package.
struct CheckCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a data package: problems with file, line and column, and what to look into.",
    discussion: """
      Exits with 1 where there are errors. Warnings and what a curator would look into (level review, most at \
      stake first) change nothing about that; the table reviewed of the package puts findings aside with a \
      reason.
      """)

  static let rule = CommandRule(
    formats: [.text, .json] + OutputFormat.lists,
    refused: [
      .asOf: "every row of the package is checked, whatever its day",
      .filter: "every row of the package is checked",
      .table: "problems are its only list",
      .height: "a problem is a line", .theme: "problems have no colours",
      .force: "it reads what can be read anyway",
    ])

  static let examples = ["moat check data", "moat check --output md --limit 20"]

  @Argument(help: "The package; that of the dashboard unless given.")
  var folder: String?

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let dataset =
      try folder.map { folder in
        // A package that is named is checked by itself.
        try DataFolders(
          named: [folder] + options.folders, configured: Configuration(), withOwn: false
        ).load()
      } ?? DataFolders(named: options.folders).load()
    let printer = ViewPrinter(options)
    if options.isSchema {
      return try printer.print(.problems, in: World(dataset: dataset, today: Standard.today))
    }
    let report = Audit(dataset, on: Standard.today)
    let files = FileIdentities(dataset)
    let ascii = options.ascii || !Standard.isUTF8
    if options.isList {
      try printer.print(.problems, in: World(dataset: dataset, today: Standard.today))
    } else if options.format == .json {
      try printer.emit(JSONWriter.text(report, ascii: ascii), sparing: files)
    } else {
      let lines = report.everything.map { "\($0.description)\n" }.joined()
      // Also in a pipe: an editor or a log reads it, and a message holds what stands in the data.
      let text = Visible.lines(
        lines + "\(counted(report.errors, "error")), \(counted(report.warnings, "warning")), "
          + "\(report.reviews) to look into\n")
      let written = ascii ? ASCII.lines(text) : text
      try printer.emit(
        options.width.map { CheckCommand.wrapped(written, width: $0) } ?? written, sparing: files)
    }
    if report.errors > 0 { throw ExitCode(1) }
  }

  /// Lines broken between words, as a narrow window shows them.
  private static func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { $0.isEmpty ? [""] : TextWidth.wrap(String($0), width: width) }
      .joined(separator: "\n")
  }
}
