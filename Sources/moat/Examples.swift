import ArgumentParser

/// Two examples for each command, which end its help.
enum Examples {
  /// The help of a command with its examples at the end.
  ///
  /// - Parameter help: The text of the parser, which names the command behind `USAGE: moat`.
  static func appended(to help: String) -> String {
    let usage = help.split(separator: "\n").first { $0.hasPrefix("USAGE: moat ") }
    let word = usage?.dropFirst("USAGE: moat ".count).prefix { $0 != " " } ?? ""
    guard usage != nil else { return help }
    let lines = (Moat.command(named: String(word)) ?? Moat.self).examples
    let end = help.reversed().prefix { $0 == "\n" }.count
    return help.dropLast(end) + "\n\nEXAMPLES:\n" + lines.map { "  \($0)\n" }.joined()
  }

  /// The usage of the command that words name, with the way to its help; `nil` where they name none.
  static func usage(for words: [String]) -> String? {
    guard let name = words.first(where: { !$0.hasPrefix("-") }),
      let command = Moat.command(named: name)
    else { return nil }
    return
      "Usage: \(Moat.usageString(for: command))\n  See 'moat \(name) --help' for more information."
  }

  /// A message of the parser with the usage of the command that words name: a shared option is looked at before
  /// the command is.
  static func withUsage(of words: [String], _ message: String) -> String {
    let root = "Usage: \(Moat.usageString())\n  See 'moat --help' for more information."
    guard let own = usage(for: words) else { return message }
    return message.replacing(root, with: own)
  }
}
