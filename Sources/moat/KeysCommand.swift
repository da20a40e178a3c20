import ArgumentParser
import Canvas
import Dashboard

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key of the dashboard as your settings have it, as a Markdown table.",
    discussion: """
      The last column is the name by which a line of $XDG_CONFIG_HOME/moat/config binds other keys: \
      key quit = Q Ctrl-C, or none.
      """)

  // Its options are those of the command above: what the parser finds there it does not hand down.
  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: .keys)
    let text = try UserFiles().checkedConfiguration().keymap.markdown
    try ViewPrinter(options).emit(options.ascii || !Standard.isUTF8 ? ASCII.lines(text) : text)
  }
}
