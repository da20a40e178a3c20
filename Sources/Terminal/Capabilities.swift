import Canvas

/// The characters that a terminal can show.
public enum Repertoire: Hashable, Sendable {
  /// All of them, as far as the reader's fonts go.
  case unicode
  /// Those of the Linux console's fonts (``Console``).
  case console
  /// ASCII only, as the locale says.
  case ascii

  /// The stand-in of a character; a cell wide, so that a wide character needs two.
  func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch self {
    case .unicode: scalar
    case .console: Console.fallback(scalar)
    case .ascii: ASCII.fallback(scalar)
    }
  }
}

/// The abilities of a terminal, decided from the known facts about it.
///
/// Pure functions of the environment and the terminal database, so that they can be tested without
/// a terminal.
public enum Capabilities {
  /// The number of colours to use.
  ///
  /// - Parameters:
  ///   - terminfoColours: The number in the terminal database (`colors`), negative for none.
  ///   - isDirect: True if the database says that colours are red, green and blue (`RGB`).
  ///   - noColour: The variable `NO_COLOR`; any text but the empty text means no colour
  ///     (no-color.org).
  public static func depth(terminfoColours: Int, isDirect: Bool, noColour: String?) -> ColourDepth {
    if let noColour, !noColour.isEmpty { return .none }
    if isDirect && terminfoColours >= 1 << 24 { return .direct }
    switch terminfoColours {
    case 256...: return .palette256
    case 16..<256: return .sixteen
    case 8..<16: return .eight
    default: return .none
    }
  }

  /// The characters that can be shown.
  ///
  /// - Parameters:
  ///   - codeset: The character set of the locale.
  ///   - term: The variable `TERM`.
  public static func repertoire(codeset: String, term: String) -> Repertoire {
    let name = codeset.uppercased().filter { $0 != "-" && $0 != "_" }
    if name != "UTF8" { return .ascii }
    return term == "linux" || term.hasPrefix("linux-") ? .console : .unicode
  }

  /// The types to look up in the terminal database for a `TERM` and a `COLORTERM`, best first.
  ///
  /// A terminal that says it has all colours has 256, whatever its type says. Newer types are often
  /// missing on a remote machine; they understand the sequences of their family.
  public static func terminalTypes(term: String, colorterm: String?) -> [String] {
    let hasAllColours = colorterm == "truecolor" || colorterm == "24bit"
    var names: [String] = []
    if hasAllColours && ["xterm", "screen", "tmux"].contains(term) {
      names.append(term + "-256color")
    }
    names.append(term)
    let families: [(prefix: String, types: [String])] = [
      ("xterm-", ["xterm-256color"]), ("tmux-", ["tmux-256color", "screen-256color"]),
      ("tmux", ["screen"]), ("screen-", ["screen-256color"]), ("screen.", ["screen-256color"]),
      ("alacritty", ["xterm-256color"]), ("contour", ["xterm-256color"]),
      ("foot", ["xterm-256color"]), ("ghostty", ["xterm-256color"]),
      ("kitty", ["xterm-256color"]), ("konsole", ["xterm-256color"]),
      ("rio", ["xterm-256color"]), ("rxvt-unicode", ["rxvt-256color", "rxvt"]),
      ("st-", ["xterm-256color"]), ("vte", ["xterm-256color"]), ("wezterm", ["xterm-256color"]),
    ]
    if let family = families.first(where: { term.hasPrefix($0.prefix) }) {
      names += family.types.filter { !names.contains($0) }
    }
    return names
  }
}
