/// A line of the keymap: keys, what they do, and where.
public struct Binding: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    case everywhere
    case filterLine
    case screen(ScreenKind)
  }

  public enum Group: String, CaseIterable, Sendable {
    case screens = "Screens"
    case moving = "Moving"
    case finding = "Finding"
    case line = "While the filter is typed"
    case columns = "Columns"
    case facts = "The selected fact"
    case time = "Time"
    case screen = "On this screen"
    case program = "Program"
  }

  public let keys: [Key]
  public let command: Command
  public let help: String
  /// A word or two for the bottom line; `nil` keeps it off that line.
  public let hint: String?
  public let group: Group
  public let scope: Scope
  /// The name of what it does, where the command alone does not say it.
  let name: String?

  init(
    _ keys: [Key], _ command: Command, _ help: String, hint: String? = nil, group: Group,
    scope: Scope = .everywhere, name: String? = nil
  ) {
    self.keys = keys
    self.command = command
    self.help = help
    self.hint = hint
    self.group = group
    self.scope = scope
    self.name = name
  }

  /// The keys as they are printed: `j ↓`.
  public var label: String { keys.map(\.label).joined(separator: " ") }
}
