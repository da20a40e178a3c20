import ArgumentParser
import Dataset

/// The likely meaning of an unknown command, option or value.
///
/// The parser names the fault and, for a value, the choices; it suggests only names of long
/// options.
struct Suggestion {
  private let commands: [String]

  /// - Parameter command: The root of all subcommands.
  init(of command: any ParsableCommand.Type) {
    commands = command.configuration.subcommands.compactMap { $0.configuration.commandName }
  }

  /// The parser's message with what was probably meant, for arguments that it rejected.
  func amended(_ message: String, arguments: [String]) -> String {
    if let first = arguments.first, !first.hasPrefix("-"), first != "help",
      !commands.contains(first)
    {
      return "there is no command '\(first)'" + Suggestion.words(for: first, among: commands)
        + "\nThe commands are \(commands.joined(separator: ", ")).\n"
        + "See 'moat --help' for more information.\n"
    }
    let message = message.hasPrefix("Error: ") ? String(message.dropFirst(7)) : message
    var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let said = lines.first else { return message + "\n" }
    let quoted = Suggestion.quoted(in: said)
    if let mark = said.indices.first(where: { said[$0...].hasPrefix(" Did you mean") }) {
      // A refused option is no suggestion: the option is one of another command.
      if quoted.count > 1, quoted.dropFirst().contains(quoted[0]) {
        lines[0] = String(said[..<mark])
      }
      return lines.joined(separator: "\n") + "\n"
    }
    if said.contains("Unexpected argument"), let word = quoted.first {
      let sentence = Suggestion.sentence(for: word, among: commands)
      lines[0] = said.hasSuffix(".") || sentence.isEmpty ? said + sentence : said + "." + sentence
    } else if said.contains(" is invalid for "), let value = quoted.first {
      let listed = lines.filter { $0.hasPrefix("  - ") }.map { String($0.dropFirst(4)) }
      let values = listed.isEmpty ? Array(quoted.dropFirst(2)) : listed
      lines[0] = said.replacing("Please provide one of", value, among: values)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The words that are nearest: a mistyped word's, else those that begin as it does.
  ///
  /// Never the word itself: it was refused.
  static func likely(for wanted: String, among words: [String]) -> [String] {
    let words = words.filter { $0 != wanted }
    let wanted = wanted.lowercased()
    if let near = nearest(to: wanted, among: words) { return [near] }
    return wanted.count < 2 ? [] : words.filter { $0.hasPrefix(wanted) }
  }

  /// `; did you mean capital?`, or nothing where nothing is near.
  static func words(for wanted: String, among words: [String]) -> String {
    let near = likely(for: wanted, among: words)
    return near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
  }

  fileprivate static func sentence(for wanted: String, among words: [String]) -> String {
    let near = likely(for: wanted, among: words)
    return near.isEmpty ? "" : " Did you mean '\(near.joined(separator: "' or '"))'?"
  }

  /// The words of a line that stand between single quotation marks.
  private static func quoted(in line: String) -> [String] {
    line.split(separator: "'", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
  }
}

extension String {
  /// The same with what was probably meant before a part of it.
  fileprivate func replacing(_ part: String, _ wanted: String, among words: [String]) -> String {
    let sentence = Suggestion.sentence(for: wanted, among: words)
    guard !sentence.isEmpty else { return self }
    guard let place = indices.first(where: { self[$0...].hasPrefix(part) }) else {
      return self + sentence
    }
    return self[..<place] + sentence.dropFirst() + " " + self[place...]
  }
}
