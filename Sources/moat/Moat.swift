import ArgumentParser
import Glibc

/// The command: the dashboard, and every view of it as a subcommand.
@main
struct Moat: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "moat",
    abstract: "European AI investment intelligence in the terminal.",
    discussion: """
      Without a subcommand Moat opens its dashboard; when standard output is no terminal it prints the \
      overview. Every figure rests on a source: press s in the dashboard to see it.
      """,
    version: "1.0",
    subcommands: commands.map { $0 })

  private static let commands: [any MoatCommand.Type] =
    viewCommands + [
      ReportCommand.self, ChartCommand.self, SchemaCommand.self, AddCommand.self,
      UpdateCommand.self, ImportCommand.self, FactsCommand.self, CheckCommand.self,
      ExportCommand.self, PullCommand.self, InfoCommand.self, InstallCommand.self,
      CompletionsCommand.self, ManualCommand.self, KeysCommand.self,
    ]

  /// The subcommand of a name.
  static func command(named name: String) -> (any MoatCommand.Type)? {
    commands.first { $0.name == name }
  }

  static let rule = CommandRule(
    refused: [
      .width: "it is as wide as its terminal; moat overview --width prints a page",
      .height: "it is as high as its terminal; moat overview --height prints a page",
      .table: "it shows every list; moat capital --table rounds writes a single list",
    ])

  static let examples = ["moat", "moat company nscale"]

  @OptionGroup var options: CommonOptions

  @Flag(help: "Open the dashboard without what was kept of the last time.")
  var fresh = false

  static func main() {
    Standard.holdStreams()
    // A file-size limit is told like a full disk, and leaves no half of a file.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Arguments.current
    do {
      do {
        try start(arguments)
      } catch  where !(error is Failure) && exitCode(for: error) == .success {
        // Help and the version: they too may meet a full disk.
        let help = Examples.appended(to: fullMessage(for: error))
        try Standard.write(help.hasSuffix("\n") ? help : help + "\n")
      }
    } catch let failure as Failure {
      let usage = failure.isUsage ? Examples.usage(for: arguments.words) : nil
      Standard.complain("\(failure)" + (usage.map { "\n" + $0 } ?? ""))
      Glibc.exit(failure.code)
    } catch {
      guard exitCode(for: error) == .validationFailure else { Moat.exit(withError: error) }
      let message = Suggestion(of: Moat.self)
        .amended(
          Examples.withUsage(of: arguments.words, fullMessage(for: error)),
          arguments: arguments.words)
      Standard.complain(message.last == "\n" ? String(message.dropLast()) : message)
      Glibc.exit(Failure.usage("").code)
    }
  }

  private static func start(_ arguments: Arguments) throws {
    if arguments.words.isEmpty { return try start(ViewOptions()) }
    // A shell asks for words in the parser's own way, with the command line as it stands so far.
    if arguments.words.first == "---completion" {
      _ = try parseAsRoot(Array(CommandLine.arguments.dropFirst()))
    }
    var command = try parseAsRoot(arguments.words)
    if let option = arguments.repeated {
      let hint =
        option == SharedOption.filter.name
        ? "; write both as a single filter, such as --where 'country:FR amount>100'" : ""
      throw Failure.usage("\(option) is given twice and holds one value\(hint)")
    }
    if !(command is Moat), arguments.options.contains("--fresh") {
      throw Failure.usage(
        "--fresh is for the dashboard alone; leave it out where a command is named")
    }
    try command.run()
  }

  func run() throws {
    let opens =
      Standard.outputIsTerminal && options.format == nil && options.out == nil
      && !options.namesList
    var values =
      try opens
      ? options.values(Moat.rule, of: "the dashboard") : options.values(for: OverviewCommand.self)
    values.isFresh = fresh
    try Moat.start(values)
  }

  /// Opens the dashboard, or prints the overview where nobody looks at a terminal.
  private static func start(_ options: ViewOptions) throws {
    if Standard.outputIsTerminal, options.format == nil, options.out == nil {
      var runner = try DashboardRunner(options: options)
      try runner.run()
    } else {
      try ViewPrinter(options).print(.overview)
    }
  }
}
