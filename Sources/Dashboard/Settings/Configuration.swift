import Canvas
import Dataset

/// The user's settings: `name = value`, a line each; a line that begins with `#` is a comment.
///
///     theme = colour-blind
///     screen = capital
///     data = ~/notes/rounds
///     facts = ~/notes/facts
///     restore = no
///     mouse = no
///     key quit = Q Ctrl-C
///     key watch = none
///
/// Line ends of other systems and a byte order mark are taken as they are meant. A key is bound once where
/// it holds, and it must arrive. Keys that write or end a line do so in every text field.
///
/// Every mistake is a problem with file, line and the values allowed; the rest of the file holds.
public struct Configuration: Sendable {
  /// The colours; `nil` where nothing is said.
  public private(set) var theme: Theme?
  /// The screen that the dashboard opens on when it has no session to go on with.
  public private(set) var screen: ScreenKind?
  /// The data packages that are opened where the command line names none.
  public private(set) var data: [String] = []
  /// The package that facts are entered into; `nil` for the usual package.
  public private(set) var facts: String?
  /// The usual source of `moat pull`.
  public private(set) var pull: String?
  /// True if the dashboard opens as it was left.
  public private(set) var restores = true
  /// True if the mouse is on from the start.
  public private(set) var mouse = true
  public private(set) var keymap = Keymap.standard
  /// The problems of the file, in the order of its lines.
  public private(set) var problems: [Problem] = []

  public init() {}

  /// Reads a file's text.
  ///
  /// - Parameters:
  ///   - path: The file, for the problems; relative folders are taken from its folder.
  ///   - home: The folder that `~` stands for.
  public init(text: String, path: String, home: String) {
    var reader = ConfigurationReader(path: path)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    for entry in reader.entries(text) {
      switch entry.name {
      case "theme":
        theme = reader.choose(entry, among: Configuration.themes)
      case "screen":
        screen = reader.choose(
          entry, among: ScreenKind.numbered.map { ($0.word, $0) })
      case "restore": restores = reader.choose(entry, among: Configuration.answers) ?? restores
      case "mouse": mouse = reader.choose(entry, among: Configuration.answers) ?? mouse
      case "data": data.append(Configuration.path(entry.value, in: "/" + folder, home: home))
      case "facts": facts = Configuration.path(entry.value, in: "/" + folder, home: home)
      case "pull": pull = entry.value
      default: reader.bind(entry)
      }
    }
    (keymap, problems) = reader.finish()
  }

  /// Nothing set, because the file cannot be read.
  public init(unreadable problem: Problem) {
    problems = [problem]
  }

  private static var themes: [(String, Theme)] {
    [("default", Theme.standard)] + Theme.all.map { ($0.name, $0) }
  }

  private static let answers = [("yes", true), ("no", false)]

  private static func path(_ text: String, in folder: String, home: String) -> String {
    if text == "~" { return home }
    if text.hasPrefix("~/") { return home + text.dropFirst() }
    return text.hasPrefix("/") ? text : folder + "/" + text
  }
}
