import ArgumentParser
import Dashboard

/// `moat keys`: the keymap, as the README has it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "Every key of the dashboard as your settings have it, as a Markdown table.",
    discussion: """
      The last column is the name by which a line of $XDG_CONFIG_HOME/moat/config binds other keys: \
      key quit = Q Ctrl-C, or none.
      """)

  func run() throws {
    try Standard.write(try UserFiles().checkedConfiguration().keymap.markdown)
  }
}
