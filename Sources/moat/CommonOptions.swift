import ArgumentParser
import Canvas
import Dashboard
import Dataset
import Insight

extension OutputFormat: ExpressibleByArgument {
  public init?(argument: String) { self.init(named: argument) }

  public static var allValueStrings: [String] { all.map(\.name) }

  public static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }

  /// The formats of a scope with what is to be said of them, as a sentence lists them.
  fileprivate static func words(_ scope: Scope) -> String {
    CommandRule.list(
      all.filter { $0.scope == scope }.map { $0.name + ($0.note.isEmpty ? "" : " (\($0.note))") })
  }
}

/// The options of every subcommand that shows something.
struct CommonOptions: ParsableArguments {
  @Option(
    name: .customLong("data"),
    help: ArgumentHelp(
      "A data package; several are laid over each other.", valueName: "dir"),
    completion: .directory)
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
      """, valueName: "filter"), completion: Completions.filters)
  var filter: String?

  @Option(
    name: [.customLong("format"), .customLong("output")],
    help: ArgumentHelp(
      "The whole view as \(OutputFormat.words(.view)); one of its lists as \(OutputFormat.words(.list)).",
      valueName: "format"))
  var format: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "One of the view's lists, csv unless a format is named; an unknown name tells which there are.",
      valueName: "name"))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "Columns of the list, by the headers of csv, joined by commas; an unknown name tells them.",
      valueName: "names"))
  var columns: String?

  @Option(
    help: ArgumentHelp("Sort the list by a column, largest first with a minus.", valueName: "name"))
  var sort: String?

  @Option(help: ArgumentHelp("So many rows of the list.", valueName: "n"))
  var limit: Int?

  @Option(
    name: .customLong("json"),
    help: ArgumentHelp(
      "The rows of the list as a JSON array of objects with these fields, joined by commas.",
      valueName: "fields"))
  var fields: String?

  @Flag(help: "The list without its headers.")
  var noHeaders = false

  @Option(
    help: ArgumentHelp(
      "Columns of the picture; text in a pipe is as wide as its content unless given.",
      valueName: "n"))
  var width: Int?

  @Option(
    help: ArgumentHelp("Rows of the picture; all that is needed unless given.", valueName: "n"))
  var height: Int?

  @Option(
    help: ArgumentHelp(
      """
      Write to a file instead; its ending says the format unless --format does: \
      \(OutputFormat.views.compactMap { $0.endings.first.map { ".\($0)" } }.joined(separator: ", ")). \
      - is standard output.
      """, valueName: "file"), completion: .file())
  var out: String?

  @Flag(help: ArgumentHelp("The schema of the view's JSON.", visibility: .hidden))
  var schema = false

  @Option(
    help: ArgumentHelp(
      "The view's chart alone, of a size.", valueName: "size", visibility: .hidden))
  var chart: String?

  @Option(
    help: ArgumentHelp("Colours: \(themeNames).", valueName: "name"),
    completion: Completions.themes)
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
    if let limit, limit < 1 {
      throw ValidationError("--limit takes a whole number from 1, not \(limit).")
    }
  }

  /// The options, free of the parser, where a command obeys all of them.
  func values(for command: any MoatCommand.Type) throws -> ViewOptions {
    try values(command.rule, of: "moat \(command.name)")
  }

  /// The options, free of the parser, where they keep to a rule.
  func values(_ rule: CommandRule, of name: String) throws -> ViewOptions {
    if out == "" { throw Failure.usage("--out takes a file, not an empty name") }
    let file = out == "-" ? nil : out
    if format == nil, let file, let ending = OutputFormat.foreignEnding(of: file) {
      throw Failure.usage(
        "--out: nothing is written as .\(ending); end the name with .txt, .svg, .json, .csv, .tsv or .md, "
          + "or name the format with --format")
    }
    let named = format ?? file.flatMap(OutputFormat.init(endingOf:))
    if schema { return try values(ofSchema: named, file) }
    let format = named ?? listFormat
    if let chart {
      return try values(ofChart: chart, format, file) {
        try rule.check(given, own: Arguments.current.options, format: .svg, of: name)
      }
    }
    try rule.check(given, own: Arguments.current.options, format: format, of: name, table: table)
    if fields != nil, columns != nil {
      throw Failure.usage("--columns does not go with --json: it names the fields itself")
    }
    let selection = DataSelection(columns: fields ?? columns, sort: sort, limit: limit)
    if let name = selection.repeated {
      throw Failure.usage("\(fields == nil ? "--columns" : "--json") names '\(name)' twice")
    }
    return ViewOptions(
      folders: folders, asOf: asOf, filter: filter, format: format, width: width, height: height,
      out: file, theme: theme, ascii: ascii, noPager: noPager, table: table,
      selection: selection,
      hasHeaders: !noHeaders, isRowsAlone: fields != nil, isForced: force)
  }

  /// The options of a schema: those that say of which data and where to.
  private func values(
    ofSchema format: OutputFormat?, _ file: String?
  ) throws -> ViewOptions {
    let useful: [SharedOption] = [.data, .format, .out, .force, .ascii, .table]
    if let option = given.first(where: { !useful.contains($0) }) {
      throw Failure.usage(
        "moat schema does not take \(option.name): the schema is the same for all rows")
    }
    guard format == nil || format == .json else {
      throw Failure.usage("moat schema writes json, not \(format?.name ?? "")")
    }
    return ViewOptions(
      folders: folders, format: .json, out: file, ascii: ascii, table: table, isForced: force,
      isSchema: true)
  }

  /// The options of a chart: those that choose what is drawn, a theme and a file.
  private func values(
    ofChart size: String, _ format: OutputFormat?, _ file: String?, check: () throws -> Void
  ) throws -> ViewOptions {
    guard let size = SlideSize(size) else {
      throw Failure.usage("--chart takes a size such as 16:9, not '\(size)'")
    }
    if let option = given.first(where: { !$0.isOfCharts }) {
      throw Failure.usage("moat chart does not take \(option.name): \(option.useless)")
    }
    guard format == nil || format == .svg || format == .png else {
      throw Failure.usage("moat chart writes svg or png, not \(format?.name ?? "")")
    }
    try check()
    return ViewOptions(
      folders: folders, asOf: asOf, filter: filter, format: format ?? .svg, out: file,
      theme: theme, isForced: force, chart: size)
  }

  /// True if something asks for a list and not for a whole view.
  var namesList: Bool { given.contains(where: \.isOfLists) }

  /// The format of a list where none is named: fields are JSON's, a whole list is CSV, a choice of its rows or
  /// columns is for reading.
  private var listFormat: OutputFormat? {
    if fields != nil { return .json }
    guard namesList else { return nil }
    return columns == nil && sort == nil && limit == nil ? .csv : .table
  }

  private var given: [SharedOption] {
    let options = Set(Arguments.current.options)
    return SharedOption.allCases.filter { options.contains($0.name) }
  }
}

extension Day {
  static func argument(_ text: String) throws -> Day {
    guard let date = PartialDate(text) else {
      throw ValidationError("'\(text)' is no day; expected a day such as 2026-03-21.")
    }
    return date.lastDay
  }
}
