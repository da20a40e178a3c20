import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, ansi, svg, json, csv

  /// The format that a file's name asks for by its ending; `nil` where it asks for none.
  init?(endingOf path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    let ending = path[path.index(after: dot)...].lowercased()
    self.init(rawValue: ending == "txt" ? "text" : ending)
  }
}

/// The options of every subcommand that shows something.
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

  @Option(
    help: ArgumentHelp(
      "One of the view's lists, as csv or json; an unknown name tells which there are.",
      valueName: "name"))
  var table: String?

  @Option(help: ArgumentHelp("Columns of the picture.", valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp("Rows of the picture; all that is needed unless given.", valueName: "n"))
  var height: Int?

  @Option(
    help: ArgumentHelp(
      """
      Write to a file instead; its ending says the format unless --format does: .txt, .ansi, .svg, \
      .json, .csv. - is standard output.
      """, valueName: "file"))
  var out: String?

  @Option(help: ArgumentHelp("Colours: \(themeNames).", valueName: "name"))
  var theme: String?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  private static let themeNames =
    "default, " + Theme.all.map(\.name).joined(separator: ", ")

  @Flag(help: "Write long text straight to the terminal, not to $PAGER.")
  var noPager = false

  @Flag(help: "Go on without the tables and rows that cannot be read.")
  var force = false

  func validate() throws {
    if let theme, Theme.named(theme) == nil {
      let hint = Suggestion.words(for: theme, among: ["default"] + Theme.all.map(\.name))
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

  /// The options, free of the parser, where a command obeys all of them.
  func values(for rule: CommandRule) throws -> ViewOptions {
    if out == "" { throw Failure.usage("--out takes a file, not an empty name") }
    let file = out == "-" ? nil : out
    // A list alone is CSV unless another format is named.
    let format =
      format ?? file.flatMap(OutputFormat.init(endingOf:)) ?? (table == nil ? nil : .csv)
    try rule.check(given, own: Arguments.current.options, format: format)
    return ViewOptions(
      folders: folders, asOf: asOf, filter: filter, format: format, width: width, height: height,
      out: file, theme: theme, ascii: ascii, noPager: noPager, table: table, isForced: force)
  }

  private var given: [SharedOption] {
    SharedOption.allCases.filter { option in
      switch option {
      case .data: !folders.isEmpty
      case .asOf: asOf != nil
      case .filter: filter != nil
      case .format: format != nil
      case .table: table != nil
      case .width: width != nil
      case .height: height != nil
      case .out: out != nil
      case .theme: theme != nil
      case .ascii: ascii
      case .noPager: noPager
      case .force: force
      }
    }
  }
}

extension Day {
  static func argument(_ text: String) throws -> Day {
    guard let date = PartialDate(text) else {
      throw ValidationError("'\(text)' is no day; expected one such as 2026-03-21.")
    }
    return date.lastDay
  }
}
