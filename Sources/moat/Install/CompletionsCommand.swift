import ArgumentParser

/// `moat completions SHELL`.
struct CompletionsCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "The completion script of a shell: bash, zsh or fish.",
    discussion: """
      Ids of companies, countries, chips and layers, fields of filters and kept filters are those of the data \
      that the command line names, or of the data in use. moat install puts the scripts where the shells look.
      """)

  static let rule = CommandRule(
    formats: [.text], refused: CommandRule.noData)

  static let examples = ["moat completions bash", "moat completions fish"]

  @Argument(help: "bash, zsh or fish.", completion: .list(["bash", "zsh", "fish"]))
  var shell: String

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    try ViewPrinter(options).emit(CompletionsCommand.script(for: shell))
  }

  /// The script of a shell; throws where there is none.
  static func script(for shell: String) throws -> String {
    guard let known = CompletionShell(rawValue: shell) else {
      throw Failure.usage("'\(shell)' is no shell that completes; expected bash, zsh or fish")
    }
    return Moat.completionScript(for: known) + "\n"
  }
}
