import ArgumentParser
import Canvas
import Dashboard

struct KeysCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key of the dashboard as your settings have it, as a Markdown table.",
    discussion: """
      The last column is the name by which a line of $XDG_CONFIG_HOME/moat/config binds other keys: \
      key quit = Q Ctrl-C, or none.
      """)

  static let rule = CommandRule(
    formats: [.text],
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

  static let examples = ["moat keys", "moat keys --ascii"]

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    let text = try UserFiles().checkedConfiguration().keymap.markdown
    try ViewPrinter(options).emit(options.ascii || !Standard.isUTF8 ? ASCII.lines(text) : text)
  }
}
