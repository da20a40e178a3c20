import Dashboard

/// The options that a command obeys in each format.
///
/// An option is obeyed or refused with 64 and a sentence, never ignored: the rule of a command, which stands
/// with the command, is the only place that says so.
///
/// An option that a format has no use for is refused where the format was named. `--format` names
/// it, or the ending of `--out`. Where the outlet chooses the format it may hold for another
/// outlet, such as colours for a terminal.
struct CommandRule: Sendable {
  /// An option of the command's own that does not go with a format or with another option.
  struct Clash: Sendable {
    let option: String
    var formats: [OutputFormat] = []
    var options: [String] = []
    /// The lists of the view that tell the same with the option and without.
    var tables: [String] = []
    let why: String
  }

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
  ///   - name: The command, as a message names it.
  ///   - table: The list that was named.
  func check(
    _ given: [SharedOption], own: [String], format: OutputFormat?, of name: String,
    table: String? = nil
  ) throws {
    for option in given {
      if let why = refused[option] {
        throw Failure.usage("\(name) does not take \(option.name): \(why)")
      }
    }
    guard let format else { return try check(own, format: nil, table) }
    guard formats.contains(format) else {
      let words = formats.map(\.name)
      throw Failure.usage(
        "\(name) writes \(CommandRule.list(words)), not \(format.name); --format or the ending of --out "
          + "says which")
    }
    for option in given where !option.formats.contains(format) {
      let possible = option.formats.filter(formats.contains).map(\.name)
      throw Failure.usage(
        "\(option.name) has no use for \(format.name): it is for \(CommandRule.list(possible)); "
          + "leave it out or choose another --format")
    }
    try check(own, format: format, table)
  }

  private func check(_ own: [String], format: OutputFormat?, _ table: String?) throws {
    for clash in clashes where own.contains(clash.option) {
      if let table, clash.tables.contains(table) {
        throw Failure.usage("\(clash.option) has no use for --table \(table): \(clash.why)")
      }
      if let format, clash.formats.contains(format) {
        throw Failure.usage("\(clash.option) has no use for \(format.name): \(clash.why)")
      }
      if let other = clash.options.first(where: own.contains) {
        throw Failure.usage("\(clash.option) does not go with \(other): \(clash.why)")
      }
    }
  }

  /// Words as a sentence lists them: `text, ansi or svg`.
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}

// MARK: Combinations that several commands refuse

extension CommandRule {
  /// The commands that enter facts.
  static let entry: [SharedOption: String] = [
    .asOf: "a fact is entered today; its own day is the field date",
    .filter: "it enters what is named", .table: "what was entered is its only list",
    .columns: "its answer is no list", .sort: "its answer is no list",
    .limit: "its answer is no list", .fields: "its answer is no list",
    .noHeaders: "its answer is no list",
    .width: "a field is a line", .height: "a field is a line", .theme: "its answer has no colours",
    .force: "a fact needs the whole of the data behind it",
  ]

  /// The options that no command about the program itself has a use for.
  static let noView: [SharedOption: String] = [
    .asOf: "it shows no facts", .filter: "it shows no facts", .table: "it has no list",
    .columns: "it has no list", .sort: "it has no list", .limit: "it has no list",
    .fields: "it has no list", .noHeaders: "it has no list", .width: "it draws nothing",
    .height: "it draws nothing", .theme: "it draws nothing",
  ]

  static let noData: [SharedOption: String] = noView.merging([
    .data: "it is about the program and not the data", .force: "it reads no data",
    .ascii: "its text has a form of its own",
  ]) { first, _ in first }

  static let noOutput: [SharedOption: String] = [
    .format: "it answers in a line", .out: "it names the places that it writes to",
    .ascii: "it answers in a line",
  ]
}
