import Glibc

/// The editor's command, from `$VISUAL` or `$EDITOR`.
///
/// The variable is split as a shell splits it. How a line is named is the editor's own: most take `+7`
/// before the file, some the file with `:7` behind it.
enum Editor {
  /// Why a file cannot be edited.
  enum Trouble: Error, Equatable {
    case none
    /// The variable's quotes are not closed: its name and its value.
    case quotes(variable: String, value: String)
  }

  /// The words that open a file at a line.
  static func words(
    path: String, line: Int, environment: (String) -> String?, exists: (String) -> Bool
  ) throws(Trouble) -> [String] {
    let named = ["VISUAL", "EDITOR"].compactMap { name in
      environment(name).map { (name, $0) }
    }.first { value in value.1.contains { !$0.isWhitespace } }
    guard let (variable, value) = named else {
      guard let found = ["nano", "vim", "vi"].first(where: exists) else { throw .none }
      return command([found], path: path, line: line)
    }
    guard let words = ShellWords.split(value), words.first?.isEmpty == false else {
      throw .quotes(variable: variable, value: value)
    }
    return command(words, path: path, line: line)
  }

  /// A command with the file and the line as its program takes them.
  static func command(_ words: [String], path: String, line: Int) -> [String] {
    // A name that looks like an option is none.
    let path = path.hasPrefix("-") || path.hasPrefix("+") ? "./" + path : path
    let program = words[0].split(separator: "/").last.map { $0.lowercased() } ?? ""
    switch program {
    case "code", "code-insiders", "code-oss", "code-server", "codium", "vscodium",
      "codium-insiders", "cursor", "windsurf", "positron", "trae", "kiro", "antigravity":
      return words + ["--goto", "\(path):\(line)"]
    case "subl", "sublime_text", "sublime", "zed", "zeditor", "zedit", "hx", "helix", "lapce",
      "atom", "pulsar":
      return words + ["\(path):\(line)"]
    case "kate", "kwrite", "mate": return words + ["-l", "\(line)", path]
    case "idea", "pycharm", "webstorm", "goland", "clion", "rubymine", "rustrover", "phpstorm":
      return words + ["--line", "\(line)", path]
    default: return words + ["+\(line)", path]
    }
  }
}
