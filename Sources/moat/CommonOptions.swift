import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

/// How a view is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, ansi, svg, json, csv
}

/// What every subcommand that shows something understands.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "A data package; several are laid over each other.", valueName: "dir"))
  var folders: [String] = []

  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("Show what was known on a day.", valueName: "yyyy-mm-dd"),
    transform: Day.argument)
  var asOf: Day?

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      """
      Only what fits, such as: layer:infrastructure country:FR amount>100; missing:penalties, or \
      missing=penalties for what lacks that alone.
      """, valueName: "filter"))
  var filter: String?

  @Option(help: "text, ansi, svg, json or csv.")
  var format: OutputFormat?

  @Option(help: ArgumentHelp("Columns of the picture.", valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp("Rows of the picture; all that is needed unless given.", valueName: "n"))
  var height: Int?

  @Option(help: ArgumentHelp("Write to a file instead.", valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Colours: \(themeNames).", valueName: "name"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  private static let themeNames = Theme.all.map(\.name).joined(separator: ", ")

  @Flag(help: "Write long text straight to the terminal, not to $PAGER.")
  var noPager = false

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      let hint = Suggestion.words(for: theme, among: Theme.all.map(\.name))
      throw ValidationError(
        "There is no theme '\(theme)'\(hint.isEmpty ? "." : hint) There are: \(CommonOptions.themeNames)."
      )
    }
    for (name, value) in [("--width", width), ("--height", height)] {
      if let value, !(1...10_000).contains(value) {
        throw ValidationError("\(name) takes a whole number from 1 to 10000, not \(value).")
      }
    }
  }

  /// What was said, free of the parser.
  var values: ViewOptions {
    ViewOptions(
      folders: folders, asOf: asOf, filter: filter, format: format, width: width, height: height,
      out: out, theme: theme, ascii: ascii, noPager: noPager)
  }

  /// The facts, as the options say they are to be seen.
  func world() throws -> World { try values.world() }
}

extension Day {
  /// Reads an option's value.
  static func argument(_ text: String) throws -> Day {
    guard let date = PartialDate(text) else {
      throw ValidationError("'\(text)' is no day; expected one such as 2026-03-21.")
    }
    return date.lastDay
  }
}
