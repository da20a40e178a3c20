/// Commands as variables such as `EDITOR` hold them, split into words as a shell splits them.
///
/// Blanks end a word; quotes and backslashes keep what they hold, empty words too. Nothing is expanded.
enum ShellWords {
  /// The words of a command; `nil` where a quote is not closed.
  static func split(_ text: String) -> [String]? {
    commands(text, separator: nil)?.first ?? []
  }

  /// The words of several commands with a sign between them; commands without a word are left out.
  static func commands(_ text: String, separator: Character?) -> [[String]]? {
    var commands: [[String]] = []
    var words: [String] = []
    var word: String?
    var quote: Character?
    var rest = Substring(text)
    while let character = rest.popFirst() {
      if let open = quote {
        if character == open {
          quote = nil
        } else if character == "\\", open == "\"", let next = rest.first, "\"\\$`".contains(next) {
          word?.append(rest.removeFirst())
        } else {
          word?.append(character)
        }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == "\\" {
        guard let next = rest.popFirst() else { return nil }
        word = (word ?? "") + String(next)
      } else if character == separator || character.isWhitespace {
        if let whole = word { words.append(whole) }
        word = nil
        if character == separator {
          commands.append(words)
          words = []
        }
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil else { return nil }
    if let word { words.append(word) }
    commands.append(words)
    return commands.filter { !$0.isEmpty }
  }
}
