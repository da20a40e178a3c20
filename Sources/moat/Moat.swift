import ArgumentParser
import Glibc

/// The command: the dashboard, and every view of it as a subcommand.
@main
struct Moat: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "moat",
    abstract: "European AI investment intelligence in the terminal.",
    discussion: """
      Without a subcommand Moat opens its dashboard; when standard output is no terminal it prints the \
      overview. Every figure rests on a source: press s in the dashboard to see it.
      """,
    version: "1.0",
    subcommands: viewCommands + [CheckCommand.self, ExportCommand.self, KeysCommand.self]
  )

  @OptionGroup var options: CommonOptions

  @Flag(help: "Open the dashboard anew, not as it was left.")
  var fresh = false

  static func main() {
    do {
      if CommandLine.arguments.count == 1 {
        try start(ViewOptions())
      } else {
        var command = try parseAsRoot()
        try command.run()
      }
    } catch let failure as Failure {
      try? Standard.write("moat: \(failure)\n", to: STDERR_FILENO)
      Glibc.exit(failure.code)
    } catch {
      guard exitCode(for: error) == .validationFailure else { Moat.exit(withError: error) }
      let arguments = Array(CommandLine.arguments.dropFirst())
      let message = Suggestion(of: Moat.self).amended(fullMessage(for: error), arguments: arguments)
      try? Standard.write("moat: \(message)", to: STDERR_FILENO)
      Glibc.exit(Failure.usage("").code)
    }
  }

  func run() throws {
    var values = options.values
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
