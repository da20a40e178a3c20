import Canvas

/// The abilities of the outlet: its colours and its characters beyond ASCII.
///
/// The rule of no-color.org and bixense.com/clicolors: `NO_COLOR` (any text but the empty text)
/// wins over all. Then `CLICOLOR_FORCE` (anything but 0) colours also a pipe and a dumb terminal.
/// Then `CLICOLOR=0` and `TERM=dumb` refuse. A locale without UTF-8 gets ASCII in text and JSON;
/// CSV and SVG are files of UTF-8.
struct Colours {
  let theme: Theme
  let depth: ColourDepth
  let ascii: Bool

  init(options: ViewOptions, configured: Theme?) {
    let chosen = options.theme.flatMap { Theme.named($0) } ?? configured ?? .standard
    theme = chosen.on(Colours.paper)
    ascii = options.ascii || !Standard.isUTF8
    let term = Standard.environment("TERM") ?? ""
    let isForced = Colours.isForced
    let refuses = Colours.areRefused || term == "dumb" || Standard.environment("CLICOLOR") == "0"
    if Colours.areRefused || (refuses && !isForced) {
      depth = .none
    } else if ["truecolor", "24bit"].contains(Standard.environment("COLORTERM") ?? "") {
      depth = .direct
    } else {
      depth = term.contains("256") || isForced ? .palette256 : .eight
    }
  }

  /// The paper of the terminal; `nil` where it does not tell.
  static var paper: Paper? { Paper(environment: Standard.environment("COLORFGBG")) }

  /// True if an answer whose format nobody named is written with control sequences.
  static func areWanted(for options: ViewOptions) -> Bool {
    if isForced && !areRefused { return true }
    return options.out == nil && Standard.takesSequences
  }

  private static var areRefused: Bool { !(Standard.environment("NO_COLOR") ?? "").isEmpty }

  private static var isForced: Bool {
    !["", "0"].contains(Standard.environment("CLICOLOR_FORCE") ?? "0")
  }
}
