import ArgumentParser
import Dashboard

/// `moat keys`: the keymap, as the README has it.
struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Every key of the dashboard, as a Markdown table.")

  func run() throws { try Standard.write(Keymap.standard.markdown) }
}
