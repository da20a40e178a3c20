import ArgumentParser
import FoundationEssentials

/// `moat manual`: the manual page, made of the commands as they are.
struct ManualCommand: MoatCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "The manual page, moat(1), in the language of man.",
    discussion: "moat manual | man -l - reads it; moat install puts it where man looks.")

  static let rule = CommandRule(
    formats: [.text], refused: CommandRule.noData)

  static let examples = ["moat manual", "moat manual --out moat.1"]

  @OptionGroup var options: CommonOptions

  func run() throws {
    let options = try options.values(for: Self.self)
    try ViewPrinter(options).emit(ManualPage().text)
  }
}

/// The manual page of the program.
struct ManualPage {
  /// A command as the parser describes it.
  private struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
  }

  private struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String
    }
    let kind: String
    let shouldDisplay: Bool
    let names: [Name]?
    let valueName: String?
    let abstract: String?

    /// The names as they are typed, such as `--width n`.
    var words: String {
      let dashed = (names ?? []).map { ($0.kind == "short" ? "-" : "--") + $0.name }
      guard kind != "positional" else { return valueName ?? "" }
      return dashed.joined(separator: ", ") + (kind == "option" ? " " + (valueName ?? "") : "")
    }
  }

  private struct Tool: Decodable { let command: Command }

  private let root: Command

  init() throws {
    var text = ""
    do {
      _ = try Moat.parseAsRoot(["--experimental-dump-help"])
    } catch {
      text = Moat.fullMessage(for: error)
    }
    guard let tool = try? JSONDecoder().decode(Tool.self, from: Data(text.utf8)) else {
      throw Failure.output("the commands cannot be described")
    }
    root = tool.command
  }

  /// The page in the macros of man(7).
  var text: String {
    let shared = Set((root.arguments ?? []).map(\.words))
    var page = """
      .\\" Made by: moat manual
      .TH MOAT 1 "" "Moat \(Moat.configuration.version)" "User Commands"
      .SH NAME
      moat \\- \(ManualPage.plain(root.abstract ?? ""))
      .SH SYNOPSIS
      .B moat
      [\\fIcommand\\fR] [\\fIoption\\fR ...]
      .SH DESCRIPTION
      \(ManualPage.plain(root.discussion ?? ""))
      .SH COMMANDS

      """
    for command in root.subcommands ?? [] where command.commandName != "help" {
      page += ".SS moat \(ManualPage.plain(command.commandName))\n"
      page += ManualPage.plain(command.abstract ?? "") + "\n"
      if let discussion = command.discussion { page += ".PP\n\(ManualPage.plain(discussion))\n" }
      for argument in command.arguments ?? []
      where argument.shouldDisplay && !shared.contains(argument.words) {
        page += ManualPage.entry(argument)
      }
      for example in Moat.command(named: command.commandName)?.examples ?? [] {
        page += ".PP\n.nf\n\\&    \(ManualPage.plain(example))\n.fi\n"
      }
    }
    page += ".SH OPTIONS\nAn option is obeyed by a command in the format asked for, or refused.\n"
    for argument in root.arguments ?? [] where argument.shouldDisplay {
      page += ManualPage.entry(argument)
    }
    return page + ManualPage.end
  }

  private static func entry(_ argument: Argument) -> String {
    ".TP\n\\fB\(plain(argument.words))\\fR\n\(plain(argument.abstract ?? ""))\n"
  }

  /// Text that no macro is made of: a backslash and a hyphen are written as such, a leading dot is covered.
  private static func plain(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: true).map { line in
      var result = line.first == "." || line.first == "'" ? "\\&" : ""
      for character in line {
        switch character {
        case "\\": result += "\\e"
        case "-": result += "\\-"
        default: result.append(character)
        }
      }
      return result
    }.joined(separator: "\n.br\n")
  }

  private static let end = """
    .SH ENVIRONMENT
    MOAT_DATA names the packages to read. NO_COLOR, CLICOLOR, CLICOLOR_FORCE, COLORFGBG, COLUMNS, LINES, PAGER, EDITOR, BROWSER,
    XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_DATA_HOME and XDG_DATA_DIRS are honoured.
    .SH FILES
    moat info says where settings, state, filters, own facts and data lie.
    .SH EXIT STATUS
    0, 1 (check found errors; with \\-\\-exit\\-code something changed), 64 wrong command line, 65 bad data, 66 no such
    input, 69 something missing on this machine, 73 and 74 output, 78 wrong settings.

    """
}
