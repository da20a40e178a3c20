import ArgumentParser

/// A command, with the options that it obeys and the examples that end its help.
protocol MoatCommand: ParsableCommand {
  static var rule: CommandRule { get }
  static var examples: [String] { get }
}

extension MoatCommand {
  static var rule: CommandRule { CommandRule() }

  static var name: String { configuration.commandName ?? "" }
}
