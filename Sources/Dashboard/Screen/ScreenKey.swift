/// Something that adds keys to a screen: an option, or a command.
public protocol Control: Sendable {
  /// The lines of the keymap, in the order of the help.
  func bindings(on screen: ScreenKind) -> [Binding]
}

/// A command on a key of a screen's own.
struct ScreenKey: Control {
  let key: Character
  let command: Command
  let help: String
  let hint: String?

  init(_ key: Character, _ command: Command, _ help: String, hint: String? = nil) {
    self.key = key
    self.command = command
    self.help = help
    self.hint = hint
  }

  func bindings(on screen: ScreenKind) -> [Binding] {
    [
      Binding(
        [.character(key)], command, help, hint: hint, group: .screen, scope: .screen(screen))
    ]
  }
}
