/// The options that a command obeys in each format.
///
/// An option is obeyed or refused with 64 and a sentence, never ignored: this table is the only
/// place that says so.
///
/// An option that a format has no use for is refused where the format was named, by `--format` or
/// by the ending of `--out`. Where the outlet chooses the format it may hold for another outlet,
/// such as colours for a terminal.
struct CommandRule: Sendable {
  /// An option of the command's own that does not go with a format or with another option.
  struct Clash: Sendable {
    let option: String
    var formats: [OutputFormat] = []
    var options: [String] = []
    let why: String
  }

  let command: String?
  var formats = OutputFormat.views
  /// The shared options that it does not take, with the reason.
  var refused: [SharedOption: String] = [:]
  /// Its own options that do not always apply.
  var clashes: [Clash] = []

  /// Throws where an option would be ignored.
  ///
  /// - Parameters:
  ///   - given: The shared options that were given.
  ///   - own: The command's own options that were given.
  ///   - format: The format that was named.
  func check(_ given: [SharedOption], own: [String], format: OutputFormat?) throws {
    let name = command.map { "moat \($0)" } ?? "the dashboard"
    for option in given {
      if let why = refused[option] {
        throw Failure.usage("\(name) does not take \(option.name): \(why)")
      }
    }
    guard let format else { return try check(own, format: nil, name) }
    guard formats.contains(format) else {
      let words = formats.map(\.rawValue)
      throw Failure.usage(
        "\(name) writes \(CommandRule.list(words)), not \(format.rawValue); --format or the ending of --out "
          + "says which")
    }
    for option in given where !option.formats.contains(format) {
      let possible = option.formats.filter(formats.contains).map(\.rawValue)
      throw Failure.usage(
        "\(option.name) has no use for \(format.rawValue): it is for \(CommandRule.list(possible)); "
          + "leave it out or choose another --format")
    }
    try check(own, format: format, name)
  }

  private func check(_ own: [String], format: OutputFormat?, _ name: String) throws {
    for clash in clashes where own.contains(clash.option) {
      if let format, clash.formats.contains(format) {
        throw Failure.usage("\(clash.option) has no use for \(format.rawValue): \(clash.why)")
      }
      if let other = clash.options.first(where: own.contains) {
        throw Failure.usage("\(clash.option) does not go with \(other): \(clash.why)")
      }
    }
  }

  /// Words as a sentence lists them: `text, ansi or svg`.
  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

// MARK: The table

extension CommandRule {
  static let dashboard = CommandRule(
    command: nil,
    refused: [
      .width: "it is as wide as its terminal; moat overview --width prints a page",
      .height: "it is as high as its terminal; moat overview --height prints a page",
      .table: "it shows every list; moat capital --table rounds writes one",
    ])
  static let overview = CommandRule(command: "overview")
  static let capital = CommandRule(command: "capital")
  static let enforcement = CommandRule(command: "enforcement")
  static let timeline = CommandRule(command: "timeline")
  static let claims = CommandRule(command: "claims")
  static let sources = CommandRule(
    command: "sources", refused: [.asOf: "sources are listed whatever their day"])
  static let country = CommandRule(
    command: "country",
    clashes: [
      Clash(
        option: "--unit", formats: [.csv],
        why: "its lists tell a site's accelerators and megawatts as they are")
    ])
  static let layer = CommandRule(command: "layer")
  static let changes = CommandRule(
    command: "changes",
    clashes: [
      Clash(
        option: "--against", options: ["--since", "--as-of"],
        why: "two packages are compared whole, whatever the days of their facts")
    ])
  static let company = CommandRule(
    command: "company", refused: [.filter: "it tells all of one organisation"],
    clashes: [
      Clash(
        option: "--unit", formats: [.csv],
        why: "its lists tell a site's accelerators and megawatts as they are")
    ])
  static let investor = CommandRule(
    command: "investor", refused: [.filter: "it tells all of one investor"])
  static let compare = CommandRule(
    command: "compare", refused: [.filter: "it compares the ones named, whole"])
  static let plan = CommandRule(
    command: "plan", refused: [.filter: "it answers for one system in one country"])

  static let chips = CommandRule(
    command: "chips", refused: [.filter: "a filter asks for no chip; moat compute --where does"])
  static let benchmarks = CommandRule(
    command: "benchmarks", refused: [.filter: "it holds whole sums against what others count"])

  static let valuations = CommandRule(command: "valuations")

  static let compute = CommandRule(
    command: "compute",
    clashes: [
      Clash(
        option: "--by", options: ["--map", "--funnel", "--slips"],
        why: "these have an order of their own"),
      Clash(
        option: "--include", options: ["--map", "--funnel", "--slips"],
        why: "announced sites are in these anyway"),
      Clash(
        option: "--unit", options: ["--funnel", "--slips"],
        why: "these are told in accelerators"),
      Clash(
        option: "--fold", options: ["--map", "--funnel", "--slips"],
        why: "these tell of sites, not of those who own them"),
    ])

  static let exposure = CommandRule(
    command: "exposure",
    clashes: [
      Clash(
        option: "--view", options: ["--list"], why: "--list is a view"),
      Clash(
        option: "--cut", formats: OutputFormat.lists,
        why: "what is lost is no list; text, svg and json tell it"),
    ])

  static let check = CommandRule(
    command: "check", formats: [.text, .json] + OutputFormat.lists,
    refused: [
      .asOf: "every row of the package is checked, whatever its day",
      .filter: "every row of the package is checked",
      .table: "problems are its only list",
      .height: "a problem is a line", .theme: "problems have no colours",
      .force: "it reads what can be read anyway",
    ])

  /// The commands that enter facts.
  private static let entry: [SharedOption: String] = [
    .asOf: "a fact is entered today; its own day is the field date",
    .filter: "it enters what is named", .table: "what was entered is its only list",
    .columns: "its answer is no list", .sort: "its answer is no list",
    .limit: "its answer is no list", .fields: "its answer is no list",
    .noHeaders: "its answer is no list",
    .width: "a field is a line", .height: "a field is a line", .theme: "its answer has no colours",
    .force: "a fact needs the whole of the data behind it",
  ]
  static let add = CommandRule(command: "add", formats: [.text, .json], refused: entry)
  static let update = CommandRule(command: "update", formats: [.text, .json], refused: entry)
  static let importing = CommandRule(
    command: "import", formats: [.text, .json], refused: entry)
  static let facts = CommandRule(command: "facts", formats: [.text, .json], refused: entry)

  static let export = CommandRule(
    command: "export", formats: [.package, .sqlite, .duckdbSQL, .parquet],
    refused: [
      .table: "it writes every table of the package", .columns: "it writes every column",
      .sort: "rows keep their order", .limit: "it writes every row",
      .fields: "it writes a data package", .noHeaders: "a table of a package has its headers",
      .out: "the folder to write to is its argument",
      .width: "it draws nothing", .height: "it draws nothing", .theme: "it draws nothing",
      .ascii: "names stay as they are",
    ])

  static let report = CommandRule(
    command: "report", formats: [.html, .md],
    refused: [
      .table: "it holds several lists", .columns: "its lists have the columns of the screens",
      .sort: "its lists stand as on the screens", .limit: "its lists are as long as a reader reads",
      .fields: "it is a page", .noHeaders: "it is a page",
      .width: "a page fits its reader's window",
      .height: "a page is as long as it needs to be",
    ])

  /// The options that no command about the program itself has a use for.
  private static let noView: [SharedOption: String] = [
    .asOf: "it shows no facts", .filter: "it shows no facts", .table: "it has no list",
    .columns: "it has no list", .sort: "it has no list", .limit: "it has no list",
    .fields: "it has no list", .noHeaders: "it has no list", .width: "it draws nothing",
    .height: "it draws nothing", .theme: "it draws nothing",
  ]
  private static let noData: [SharedOption: String] = noView.merging([
    .data: "it is about the program and not the data", .force: "it reads no data",
    .ascii: "its text has a form of its own",
  ]) { first, _ in first }
  private static let noOutput: [SharedOption: String] = [
    .format: "it answers in a line", .out: "it names the places that it writes to",
    .ascii: "it answers in a line",
  ]
  static let completions = CommandRule(
    command: "completions", formats: [.text], refused: noData)
  static let manual = CommandRule(command: "manual", formats: [.text], refused: noData)
  static let info = CommandRule(
    command: "info", formats: [.text, .json],
    refused: noView.merging([.force: "it tells what is wrong anyway"]) { first, _ in first })
  static let install = CommandRule(
    command: "install", formats: [.text],
    refused: noView.merging(noOutput) { first, _ in first }
      .merging([.force: "it copies files as they are"]) { first, _ in first })
  static let pull = CommandRule(
    command: "pull", formats: [.text],
    refused: noView.merging([
      .data: "it puts the package in the one place for pulled data", .format: "it answers in text",
      .force: "a package with errors is not put in place",
    ]) { first, _ in first })

  static let keys = CommandRule(
    command: "keys", formats: [.text],
    refused: [
      .data: "the keymap is no data", .asOf: "the keymap has no day",
      .filter: "the table is written whole", .table: "the keymap is its only list",
      .columns: "the table is written whole", .sort: "the table is written whole",
      .limit: "the table is written whole", .fields: "the table is Markdown",
      .noHeaders: "the table is Markdown",
      .width: "the table is Markdown",
      .height: "the table is Markdown", .theme: "the table is Markdown",
      .force: "the keymap is no data",
    ])
}
